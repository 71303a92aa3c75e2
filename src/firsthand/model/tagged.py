"""What one pass of the encoder says of an article's words, before anybody draws conclusions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.span import Span


class Role(StrEnum):
    """What a span does in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span, its role, and the mean probability of that role over its words."""

    span: Span
    role: Role
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible link from one tagged span to another, by their numbers; `to` is None for "to nothing".

    `probability` sums to one over the candidates of one `of`.
    """

    of: int
    to: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """The labelled spans of one article in order of the text, and what may link them.

    Contents link to cues, cues to sources. Empty for an article the model does not read.
    """

    spans: tuple[TaggedSpan, ...] = ()
    links: tuple[Candidate, ...] = ()
