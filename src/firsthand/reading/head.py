"""What a page says of its article as a whole: title, authors, outlet, address, moment of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from firsthand.model import Basis, Outlet, Page, Publication
from firsthand.reading import json_ld
from firsthand.reading.authors import Signers, declared
from firsthand.reading.json_ld import Node, words
from firsthand.reading.published import modification, publication
from firsthand.reading.stubs import Paywall, paywall

SEPARATOR = re.compile(r"\s+(?:[|•·»«–—-]|::|//|\\)\s+|\s*[|»]\s*|\s+[<>]\s+")
NOT_LETTERS = re.compile(r"[\W_]+")
TITLE_LONGEST = 400
META_LONGEST = 4000
# Publishing systems that name themselves where the publisher's name belongs.
SYSTEMS = frozenset(("blogger", "wordpress", "wordpress.com", "ghost", "wix.com", "squarespace", "drupal", "joomla"))
GENERIC = frozenset(("", "home", "homepage", "news", "index", "untitled", "article", "document"))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article.

    `titles` and `descriptions` are all wordings the page gives, the best first; `houses` all names of the outlet;
    `paywall` what the page says of its price.
    """

    title: str | None
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    signers: tuple[Signers, ...]
    outlet: Outlet | None
    houses: tuple[str, ...]
    url: str | None
    canonical: str | None
    published: Publication | None
    modified: Publication | None
    language: str | None
    paywall: Paywall


def read_head(tree: LexborHTMLParser, page: Page) -> Head:
    """Read the head of a parsed page; what `page.told` says outranks what the page says."""
    meta = _meta(tree)
    nodes = json_ld.nodes(tree)
    canonical = _canonical(tree, meta, page.told.url or page.url)
    url = page.told.url or page.url or canonical
    titles_shown = [text for text in (_title_tag(tree), meta.get("og:title")) if text]
    article = _article(nodes, titles_shown)
    outlet, houses = _outlet(article, nodes, meta, url, page.told.outlet)
    titles = tuple(dict.fromkeys(filter(None, (page.told.title, *_titles(article, tree, meta, houses)))))
    told = page.told.published
    published = Publication(told, Basis.GIVEN, certain=True) if told else publication(article, tree, meta, url)
    return Head(
        title=titles[0] if titles else None,
        titles=titles,
        descriptions=_descriptions(article, meta),
        signers=declared(article, tree, meta, houses),
        outlet=outlet,
        houses=houses,
        url=url,
        canonical=canonical,
        published=published,
        modified=modification(article, tree, meta, published),
        language=_language(tree, meta, article),
        paywall=paywall(article),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """The content of each meta tag by its name in lower case; the first of several stands."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        content = " ".join((attributes.get("content") or "")[:META_LONGEST].split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _article(nodes: list[Node], titles: list[str]) -> Node:
    """The node for this page's article among those of teasers: the one with its title, else the fullest."""
    shown = [_letters(title) for title in titles]

    def fit(node: Node) -> tuple[bool, int]:
        headline = _letters(words(node.get("headline")) or "")
        return (
            bool(headline) and any(headline in title or title in headline for title in shown if title),
            sum(bool(node.get(key)) for key in ("headline", "author", "datePublished", "publisher", "articleBody")),
        )

    return max(filter(json_ld.is_article, nodes), key=fit, default={})


def _titles(article: Node, tree: LexborHTMLParser, meta: dict[str, str], houses: tuple[str, ...]) -> tuple[str, ...]:
    headings = [_text(node) for node in tree.css("h1")[:5]]
    declared = [meta.get("og:title"), meta.get("twitter:title"), meta.get("dc.title"), _title_tag(tree)]
    anchors = [_letters(text) for text in (*declared, words(article.get("headline"))) if text]
    # Of several first-level headings, the one that other places repeat is the article's, not the site's name.
    headings.sort(key=lambda text: not (text and any(_letters(text) in anchor for anchor in anchors)))
    found: dict[str, str] = {}
    # Further first-level headings stand over other things than the article.
    first = [text for text in headings if text and _letters(text) not in map(_letters, houses)][:1]
    for candidate in (words(article.get("headline")), *first, *declared):
        title = without_outlet(words(candidate) or "", houses)
        letters = _letters(title)
        if 0 < len(title) <= TITLE_LONGEST and title.lower() not in GENERIC and letters not in map(_letters, houses):
            found.setdefault(letters, title)
    shown = _shown(words(article.get("headline")), headings, meta.get("og:title"), _title_tag(tree))
    best = [found[shown]] if shown in found else []
    return tuple(dict.fromkeys((*best, *found.values())))


def _shown(headline: str | None, headings: list[str], shared: str | None, title: str | None) -> str | None:
    """The letters of the heading that og:title agrees with, where JSON-LD only has the wording for search engines."""
    if headline and _letters(headline) not in _letters(title or ""):
        return None
    return next((_letters(text) for text in headings if text and _letters(text) == _letters(shared or "")), None)


def without_outlet(title: str, houses: tuple[str, ...]) -> str:
    """The title without the outlet's name before or after it: "Bridge closed | The Example" is "Bridge closed"."""
    names = {_letters(house) for house in houses} - {""}
    while True:
        cuts = list(SEPARATOR.finditer(title))
        if not cuts:
            return title.strip()
        if _letters(title[cuts[-1].end() :]) in names:
            title = title[: cuts[-1].start()]
        elif _letters(title[: cuts[0].start()]) in names:
            title = title[cuts[0].end() :]
        else:
            return title.strip()


def _descriptions(article: Node, meta: dict[str, str]) -> tuple[str, ...]:
    given = (
        words(article.get("description")),
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
        words(article.get("alternativeHeadline")),
    )
    return tuple(dict.fromkeys(text for value in given if value and (text := words(value))))


def _outlet(
    article: Node, nodes: list[Node], meta: dict[str, str], url: str | None, told: str | None
) -> tuple[Outlet | None, tuple[str, ...]]:
    """The outlet, and all names by which the page calls its publisher."""
    domain = host(url) or host(meta.get("og:url"))
    publisher = words(article.get("publisher"))
    site = next((words(node.get("name")) for node in nodes if "WebSite" in json_ld.types(node)), None)
    named = [
        told,
        publisher,
        meta.get("og:site_name"),
        site,
        meta.get("application-name"),
        meta.get("publisher"),
        meta.get("dc.publisher"),
        meta.get("article:publisher"),
    ]
    names = [name for name in named if name and "://" not in name and name.lower() not in SYSTEMS]
    stem = (
        domain.split(".")[-3 if len(domain.split(".")) > 2 and len(domain.split(".")[-2]) <= 3 else -2]
        if domain and "." in domain
        else ""
    )
    houses = tuple(
        dict.fromkeys(name for name in (*names, domain or "", f"www.{domain}" if domain else "", stem) if name)
    )
    name = names[0] if names else None
    return (Outlet(name, domain) if name or domain else None), houses


def host(url: str | None) -> str | None:
    """The domain of a URL without a leading "www."; None where there is none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return (name.removeprefix("www.") or None) if name else None


def _canonical(tree: LexborHTMLParser, meta: dict[str, str], url: str | None) -> str | None:
    """The address that the page calls its own; a relative one is completed by the address it was fetched from."""
    node = tree.css_first('link[rel~="canonical"][href]')
    href = (node.attributes.get("href") or "").strip() if node else ""
    for candidate in (href, meta.get("og:url"), meta.get("parsely-link"), meta.get("twitter:url")):
        try:
            address = urljoin(url or "", candidate) if candidate else ""
            if urlsplit(address).scheme in {"http", "https"} and host(address):
                return address
        except ValueError:
            continue
    return None


def _language(tree: LexborHTMLParser, meta: dict[str, str], article: Node) -> str | None:
    root = tree.css_first("html")
    attributes = root.attributes if root else {}
    given = (
        attributes.get("lang"),
        attributes.get("xml:lang"),
        words(article.get("inLanguage")),
        meta.get("content-language"),
        meta.get("og:locale"),
    )
    return next((value.strip() for value in given if value and value.strip()), None)


def _title_tag(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title") or tree.css_first("title")
    return _text(node) if node else None


def _text(node: object) -> str:
    text = getattr(node, "text_lexbor", str)()
    return " ".join(text.split())


def _letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).casefold()
