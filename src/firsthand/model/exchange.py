"""Who gives what to whom, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.actor import Moment, Party
from firsthand.model.span import Span


class Status(StrEnum):
    """How far an exchange or event has come, as the page claims; the last three are for events alone."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PLEDGED = "pledged"
    REQUESTED = "requested"
    REFUSED = "refused"
    SUSPECTED = "suspected"
    DENIED = "denied"
    NEGATED = "negated"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    THREATENED = "threatened"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range as written, with its least and greatest value; `approx` where the words say so."""

    text: str
    least: float | None
    greatest: float | None
    unit: str | None
    approx: bool


@dataclass(frozen=True, slots=True)
class Item:
    """What is given: the words, their head noun, how much of it."""

    span: Span
    head: str
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A transfer as the page claims it; `according_to` names the statements it rests on."""

    id: str
    giver: Party | None
    receiver: Party | None
    items: tuple[Item, ...]
    trigger: Span
    status: Status
    when: Moment | None
    in_return_for: str | None
    according_to: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Participant:
    """A party to an event and what it does in it."""

    party: Party
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """A visit, meeting, agreement, sanction, attack, test …; `plover` is its PLOVER code where one fits."""

    id: str
    type: str
    plover: str | None
    trigger: Span
    participants: tuple[Participant, ...]
    place: Party | None
    when: Moment | None
    status: Status
    confidence: float
