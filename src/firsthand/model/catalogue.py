"""What the ledger holds, as it is asked for and found: by the command line, the reading room, or a program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from firsthand.model.article import Outlet
from firsthand.model.exchange import Event, Exchange, Status
from firsthand.model.span import Span
from firsthand.model.statement import Act, Form, Statement

T = TypeVar("T")


class Order(StrEnum):
    """What comes first: the newest publication, or what holds the words best."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Backing:
    """On how many independent origins a claim is to rest: `least` or more, and `most` or fewer where it is given."""

    least: int
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; every part that is given must hold.

    `words` all occur, "several words" in quotation marks side by side, -word does not, begin* begins so. `speaker` is
    words of a name, `outlet` a name or domain; `since` and `until` bound the publication: ISO 8601 days, months, years.
    `backing` is that of the claim which a statement makes; one that makes none with others, or denies one, has one
    origin. Statements less sure than `min_confidence` (0..1) are left out.
    """

    words: str = ""
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    act: Act | None = None
    form: Form | None = None
    backing: Backing | None = None
    min_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class ExchangeQuery:
    """Transfers looked for by words of the giver's name, the receiver's, the item; as `Query` in the rest."""

    giver: str | None = None
    receiver: str | None = None
    item: str | None = None
    status: Status | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Events looked for by type and by words of a participant's or place's name; as `Query` in the rest."""

    type: str | None = None
    participant: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list: at most `size` things after the place that `after` names, a `Listing.next`."""

    size: int = 20
    after: str | None = None
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A part of a list; `next` leads on, None at its end. `total` counts all, or at least so many if not `exact`."""

    found: tuple[T, ...]
    next: str | None = None
    total: int = 0
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's head, as lists show it; `filed` is the instant it came into the ledger."""

    id: str
    title: str | None
    outlet: Outlet | None
    published: str | None
    url: str | None
    language: str | None
    filed: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An article found by words: the passage that holds most of them, and where they stand in its text."""

    entry: Entry
    text: str
    passage: Span | None
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement found; its spans count in `text`, its article's, and `marks` are the words looked for."""

    entry: Entry
    text: str
    statement: Statement
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """An exchange found; its spans count in `text`, its article's."""

    entry: Entry
    text: str
    exchange: Exchange


@dataclass(frozen=True, slots=True)
class Happening:
    """An event found; its spans count in `text`, its article's."""

    entry: Entry
    text: str
    event: Event


@dataclass(frozen=True, slots=True)
class Voice:
    """A name, and in how many statements it vouches, passes on, denies."""

    name: str
    vouches: int
    relays: int
    denies: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the things found share a value."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How what was found divides, the most frequent first; not `exact` where only the newest were counted.

    `origins` are independent ones behind what is claimed, the fewest first.

    `dates` are years, the latest first; months where all is of one year, days where all is of one month.
    """

    speakers: tuple[Count, ...] = ()
    outlets: tuple[Count, ...] = ()
    dates: tuple[Count, ...] = ()
    acts: tuple[Count, ...] = ()
    forms: tuple[Count, ...] = ()
    origins: tuple[Count, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the ledger holds."""

    articles: int
    statements: int
    exchanges: int
    events: int
    names: int
    outlets: int
