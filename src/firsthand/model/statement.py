"""What somebody is said to have said, and through whom it reached the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.actor import Moment, Party
from firsthand.model.span import Span

SURE_ENOUGH = 0.4
"""Statements less sure are left out unless asked for: as many of those between .35 and .45 are wrong as are right."""


class Form(StrEnum):
    """How the words are given: in quotation marks, retold, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source does in saying it."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    THREATEN = "threaten"
    REQUEST = "request"
    BELIEVE = "believe"
    PREDICT = "predict"
    QUESTION = "question"
    REFUSE_COMMENT = "refuse-comment"


class Certainty(StrEnum):
    """How sure the source sounds of its main predicate."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the source holds that the main predicate does hold."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class LinkRole(StrEnum):
    """Whether a member of a chain vouches or passes on."""

    ORIGIN = "origin"
    RELAY = "relay"


@dataclass(frozen=True, slots=True)
class Link:
    """One member of a chain: who vouches, or who passes on."""

    party: Party
    role: LinkRole


class EvidenceKind(StrEnum):
    """What kind of evidence it is."""

    SATELLITE_IMAGERY = "satellite-imagery"
    PHOTO_VIDEO = "photo-video"
    DOCUMENT = "document"
    DATA_STATISTICS = "data-statistics"
    POLL = "poll"
    EYEWITNESS = "eyewitness"
    INTELLIGENCE = "intelligence"
    COURT = "court"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement is said to rest on."""

    kind: EvidenceKind
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the article presents as said, written, shown or believed by somebody other than its narrator.

    `content` is never empty and in order of the text; `chain` runs from the origin outward to the reader and is empty
    where the page names nobody; `confidence` lies in 0..1. Raises ValueError where this does not hold.
    """

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    form: Form
    confidence: float
    chain: tuple[Link, ...] = ()
    act: Act | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    denied_by: tuple[Party, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    when: Moment | None = None

    def __post_init__(self) -> None:
        if not self.content or list(self.content) != sorted(self.content):
            raise ValueError(f"statement {self.id}: content is empty or out of order")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"statement {self.id}: confidence {self.confidence}")
        if any(link.role is LinkRole.ORIGIN for link in self.chain[1:]):
            raise ValueError(f"statement {self.id}: the origin is not first in its chain")
