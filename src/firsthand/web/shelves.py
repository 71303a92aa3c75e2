"""What can be searched, kept and followed: each shelf with what is found on it, and how a search is told in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from starlette.requests import Request

from firsthand.ledger import Catalogue, Searches, Speakers, backing
from firsthand.model import Backing, Excerpt, Happening, Listing, Part, Said, SavedSearch, Shelf, Slice, Transfer
from firsthand.web import asked as parameters
from firsthand.web.room import room

Found: TypeAlias = Listing[Said] | Listing[Excerpt] | Listing[Transfer] | Listing[Happening]
Finding: TypeAlias = Callable[[Catalogue, Mapping[str, str], Slice], Found]
LONGEST_NAME = 80
"""Letters of the name that is proposed for a search."""
_HOW_SHOWN = frozenset({"after", "size", "order", "clashes", "token", "unit"})
"""Parameters that say how a page shows what is found, and not what."""
_EVERYTHING = {
    Shelf.SEARCH: "everything said",
    Shelf.VOICE: "everybody",
    Shelf.EXCHANGES: "all exchanges",
    Shelf.EVENTS: "all events",
}


def _statements(catalogue: Catalogue, asked: Mapping[str, str], part: Slice) -> Found:
    query = parameters.query(asked)
    return catalogue.texts(query, part) if asked.get("in") == "articles" else catalogue.statements(query, part)


def _voice(catalogue: Catalogue, asked: Mapping[str, str], part: Slice) -> Found:
    query, speakers = parameters.voice_query(asked), Speakers(catalogue)
    if query.part or query.denied:
        return speakers.said(query, part)
    # As the page does: what a voice says itself, unless it says nothing.
    own = speakers.said(replace(query, part=Part.ORIGIN), part)
    return own if own.found else speakers.said(query, part)


def _exchanges(catalogue: Catalogue, asked: Mapping[str, str], part: Slice) -> Found:
    return catalogue.exchanges(parameters.exchange_query(asked), part)


def _events(catalogue: Catalogue, asked: Mapping[str, str], part: Slice) -> Found:
    return catalogue.events(parameters.event_query(asked), part)


_FINDING: Mapping[Shelf, Finding] = {
    Shelf.SEARCH: _statements,
    Shelf.VOICE: _voice,
    Shelf.EXCHANGES: _exchanges,
    Shelf.EVENTS: _events,
}


def found(catalogue: Catalogue, shelf: Shelf, asked: Mapping[str, str], part: Slice) -> Found:
    """What is on a shelf, the newest first. Raises UsageError where it is asked for in a way that has no answer."""
    return _FINDING[shelf](catalogue, asked, part)


def sought(asked: Mapping[str, str]) -> dict[str, str]:
    """What an address asks for, without how it is shown."""
    return {name: value for name, value in asked.items() if value.strip() and name not in _HOW_SHOWN}


def in_words(shelf: Shelf, asked: Mapping[str, str]) -> str:
    """What is asked for, in words."""
    words = [value for name, value in sought(asked).items() if name not in {"in", "wide", "denied", "origins"}]
    if origins := backing(asked.get("origins")):
        words.append(backed(origins))
    if asked.get("denied"):
        words.append("denied by others")
    if shelf in {Shelf.EXCHANGES, Shelf.EVENTS} and words:
        words.append(shelf.value)
    return ", ".join(words) or _EVERYTHING[shelf]


def backed(origins: Backing) -> str:
    """On how many origins a claim is to rest, in words."""
    if origins.most is None:
        return f"{origins.least} origins or more"
    return "one origin" if origins.most == 1 else f"{origins.most} origins"


def page(shelf: Shelf, asked: Mapping[str, str]) -> str:
    """The address of the page that shows what is found."""
    return parameters.address(f"/{shelf.value}", sought(asked))


def feed(shelf: Shelf, asked: Mapping[str, str]) -> str:
    """The address of the feed of what is found."""
    return parameters.address(f"/feeds/{shelf.value}.atom", sought(asked))


@dataclass(frozen=True, slots=True)
class Following:
    """How what a page shows can be kept and followed; `kept` where it is kept already."""

    shelf: Shelf
    asked: str
    name: str
    feed: str
    kept: SavedSearch | None


def following(request: Request, shelf: Shelf) -> Following:
    """How the search of a page can be kept and followed."""
    asked = request.query_params
    words = parameters.address("", sought(asked)).removeprefix("?")
    kept = Searches(room(request).catalogue).same(shelf, words)
    return Following(shelf, words, in_words(shelf, asked)[:LONGEST_NAME], feed(shelf, asked), kept)
