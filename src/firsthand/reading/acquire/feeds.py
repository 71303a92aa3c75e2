"""Feeds (RSS, Atom, RDF): their entries, and the pages behind them."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import struct_time

from firsthand.errors import InputError, NotAPage, Unreachable
from firsthand.model import Page, Told

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
FULL = 600
"""Letters: an entry with as many in its content is taken to be whole."""

TAG = re.compile(r"<[^<>]*>")
# "… [Continue reading]", "The post … appeared first on …" behind a shortened text.
BREAKS_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;|&#8230;)\]|(?:continue reading|read (?:more|the full|the rest)|weiterlesen"
    r"|lire la suite|leggi tutto|seguir leyendo|leia mais|lees verder|czytaj dalej|читать далее)\W{0,4}.{0,120})\s*$",
    re.IGNORECASE,
)
GIVE_ADDRESS = "give the address of the feed or of the entry, and firsthand fetches it"

Fetch = Callable[[str], Page]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `content` is HTML, `published` ISO 8601 in UTC."""

    id: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    content: str

    @property
    def full(self) -> bool:
        """Whether its content is a whole article, as far as its length and its end tell."""
        text = html.unescape(TAG.sub(" ", self.content)).strip()
        return sum(map(str.isalpha, text)) >= FULL and not BREAKS_OFF.search(text[-200:])


def pages_of_feed(content: bytes, name: str, told: Told, fetch: Fetch | None) -> Iterator[Page | InputError]:
    """A page for each entry of a feed: fetched from its link, or made of the entry's own content.

    `fetch` is None where the network is not to be used; entries that are not whole are an Unreachable then. What
    cannot be fetched is an InputError in its place. Raises NotAPage where the feed has no entries.
    """
    found = entries(content)
    if not found:
        raise NotAPage(name, "the feed has no entries, or is damaged", "fetch or save the feed again")
    for number, entry in enumerate(found, 1):
        place = f"{name}:{number}"
        if fetch and entry.url:
            yield _fetched(entry.url, fetch)
        elif entry.full:
            yield _page(entry, place, told)
        else:
            problem = "the feed holds only the beginning of this entry"
            yield Unreachable(f"{place} ({entry.url})" if entry.url else place, problem, GIVE_ADDRESS)


def entries(content: bytes) -> list[Entry]:
    """The entries of a feed, in its order; of what is no feed, none."""
    import feedparser

    # A stream, since feedparser opens what looks to it like a path or an address.
    parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    return [_entry(given) for given in parsed.entries]


def _entry(given: object) -> Entry:
    get = getattr(given, "get", lambda *_: None)
    contents = [part.get("value") for part in get("content") or [] if isinstance(part, dict)]
    written = [text for text in (*contents, get("summary")) if isinstance(text, str)]
    url = _words(get("link"))
    return Entry(
        id=_words(get("id")),
        url=url if url and url.lower().startswith(("http://", "https://")) else None,
        title=_words(get("title")),
        author=_words(get("author")),
        published=_moment(get("published_parsed") or get("updated_parsed")),
        content=max(written, key=len, default=""),
    )


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _moment(value: object) -> str | None:
    """feedparser gives moments in UTC."""
    if not isinstance(value, struct_time):
        return None
    year, month, day, hour, minute, second = value[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00"


def _fetched(url: str, fetch: Fetch) -> Page | InputError:
    try:
        return fetch(url)
    except InputError as error:
        return error


def _page(entry: Entry, place: str, told: Told) -> Page:
    """An entry as the page it would be: its head as markup, its content as an article."""
    head = [f"<title>{html.escape(TAG.sub('', entry.title))}</title>"] if entry.title else []
    if entry.author:
        head.append(f'<meta name="author" content="{html.escape(entry.author)}">')
    if entry.published:
        head.append(f'<meta property="article:published_time" content="{entry.published}">')
    heading = f"<h1>{html.escape(html.unescape(TAG.sub('', entry.title)))}</h1>" if entry.title else ""
    markup = f"<!doctype html>{''.join(head)}<article>{heading}{entry.content}</article>"
    return Page(
        markup.encode("utf-8", "replace"),
        "text/html",
        path=place,
        id=entry.id or entry.url,
        url=entry.url,
        charset="utf-8",
        told=told,
    )
