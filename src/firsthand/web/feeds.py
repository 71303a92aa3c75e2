"""A search as a feed: what is newly found comes to whoever follows it (Atom, RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from firsthand.ledger import Searches
from firsthand.model import Entry, Excerpt, Happening, Item, Party, Said, Shelf, Slice, Transfer
from firsthand.web import shelves
from firsthand.web.guard import is_owner
from firsthand.web.room import room

MOST = 50
"""Entries of a feed, the newest."""
EMPTY = "1970-01-01T00:00:00+00:00"
"""When a feed that holds nothing has changed: Atom wants an instant."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (2.2)."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry: its title, who is its author, what it says, and the place of it in its article."""

    title: str
    author: str | None
    words: str
    place: str = ""


def routes() -> list[Route]:
    """The feeds' routes."""
    return [
        Route("/feeds/saved/{id:int}.atom", saved, name="saved_feed"),
        *(Route(f"/feeds/{shelf.value}.atom", _feed_of(shelf)) for shelf in Shelf),
    ]


def saved(request: Request) -> Response:
    """The feed of a kept search, under the name it is kept by; the owner's alone, as what they look for is."""
    kept = Searches(room(request).catalogue).one(request.path_params["id"]) if is_owner(request) else None
    if kept is None:
        raise HTTPException(404)
    return _answer(request, kept.shelf, dict(parse_qsl(kept.asked)), kept.name)


def _feed_of(shelf: Shelf) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        asked = shelves.sought(request.query_params)
        return _answer(request, shelf, asked, shelves.in_words(shelf, asked))

    return answer


def _answer(request: Request, shelf: Shelf, asked: Mapping[str, str], name: str) -> Response:
    listing = shelves.found(room(request).catalogue, shelf, asked, Slice(MOST))
    base = str(request.base_url).rstrip("/")
    page = base + shelves.page(shelf, asked)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _put(feed, "title", "firsthand: " + name)
    _put(feed, "id", base + request.url.path if request.url.path.startswith("/feeds/saved/") else page)
    _put(feed, "updated", max((found.entry.filed for found in listing.found), default=EMPTY))
    SubElement(feed, "link", {"rel": "self", "href": _written(str(request.url))})
    SubElement(feed, "link", {"rel": "alternate", "href": _written(page)})
    for found in listing.found:
        feed.append(_entry(found.entry, _told(found), base))
    return Response(tostring(feed, "utf-8", xml_declaration=True), media_type="application/atom+xml")


def _entry(entry: Entry, told: _Told, base: str) -> Element:
    """One thing found: who says or does what, and where it stands in the room."""
    address = f"{base}/articles/{quote(entry.id, safe='', errors='replace')}"
    outlet = entry.outlet and (entry.outlet.name or entry.outlet.domain)
    found = Element("entry")
    _put(found, "title", told.title)
    _put(found, "id", address + told.place)
    _put(found, "updated", entry.filed)
    _put(SubElement(found, "author"), "name", told.author or outlet or "nobody named")
    SubElement(found, "link", {"rel": "alternate", "href": address + told.place})
    where = f"{entry.title or 'Untitled'}, {outlet or 'outlet not named'}, {(entry.published or 'no date')[:10]}"
    _put(found, "summary", f"{told.words}: {where}")
    return found


def _told(found: Said | Excerpt | Transfer | Happening) -> _Told:
    if isinstance(found, Said):
        names = [link.party.name for link in found.statement.chain]
        words = " … ".join(span.of(found.text) for span in found.statement.content)
        chain = " → ".join([*names, "page"])
        title = f"{names[0] if names else 'Nobody named'}: {words}"
        return _Told(title, names[0] if names else None, f"{words}\n{chain}", f"#{found.statement.id}")
    if isinstance(found, Transfer):
        exchange = found.exchange
        items = ", ".join(_item(item) for item in exchange.items) or "something"
        title = f"{_name(exchange.giver)} → {_name(exchange.receiver)}: {items} ({exchange.status.value})"
        return _Told(title, None, title, f"#{exchange.id}")
    if isinstance(found, Happening):
        event = found.event
        names = [one.party.name for one in event.participants]
        title = f"{event.type}: {', '.join(names) or 'nobody named'}"
        title += f", in {event.place.name}" if event.place else ""
        return _Told(title, None, f"{title} ({event.status.value})", f"#{event.id}")
    words = found.passage.of(found.text) if found.passage else ""
    return _Told(found.entry.title or "Untitled", None, words)


def _item(item: Item) -> str:
    return f"{item.head} ({item.quantity.text})" if item.quantity else item.head


def _name(party: Party | None) -> str:
    return party.name if party else "nobody named"


def _put(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _written(words)


def _written(words: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)
