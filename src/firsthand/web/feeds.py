"""A search as a feed: what is newly said about some words comes to whoever follows it (Atom, RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import Said, Slice
from firsthand.web import asked as parameters
from firsthand.web.room import room

MOST = 50
"""Entries of a feed, the newest."""
EMPTY = "1970-01-01T00:00:00+00:00"
"""When a feed that holds nothing has changed: Atom wants an instant."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (2.2)."""


def search(request: Request) -> Response:
    """The newest statements that a search finds."""
    asked = {
        name: value for name, value in request.query_params.items() if name not in {"after", "in", "size", "order"}
    }
    listing = room(request).catalogue.statements(parameters.query(asked), Slice(MOST))
    base = str(request.base_url).rstrip("/")
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _told(feed, "title", "firsthand: " + _named(asked))
    _told(feed, "id", base + parameters.address("/search", asked))
    _told(feed, "updated", max((found.entry.filed for found in listing.found), default=EMPTY))
    SubElement(feed, "link", {"rel": "self", "href": _written(str(request.url))})
    SubElement(feed, "link", {"rel": "alternate", "href": _written(base + parameters.address("/search", asked))})
    for found in listing.found:
        feed.append(_entry(found, base))
    return Response(tostring(feed, "utf-8", xml_declaration=True), media_type="application/atom+xml")


def _entry(found: Said, base: str) -> Element:
    """One statement: who says it, its words, and where they stand in the room."""
    entry, statement = found.entry, found.statement
    address = f"{base}/articles/{quote(entry.id, safe='', errors='replace')}#{statement.id}"
    names = [link.party.name for link in statement.chain]
    outlet = entry.outlet and (entry.outlet.name or entry.outlet.domain)
    words = " … ".join(span.of(found.text) for span in statement.content)
    told = Element("entry")
    _told(told, "title", f"{names[0] if names else 'Nobody named'}: {words}")
    _told(told, "id", address)
    _told(told, "updated", entry.filed)
    _told(SubElement(told, "author"), "name", names[0] if names else outlet or "nobody named")
    SubElement(told, "link", {"rel": "alternate", "href": address})
    where = f"{entry.title or 'Untitled'}, {outlet or 'outlet not named'}, {(entry.published or 'no date')[:10]}"
    _told(told, "summary", f"{words}\n{' → '.join([*names, 'page'])}: {where}")
    return told


def _named(asked: Mapping[str, str]) -> str:
    return ", ".join(value for value in asked.values() if value.strip()) or "everything said"


def _told(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _written(words)


def _written(words: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)
