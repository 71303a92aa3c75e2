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


class NameType(StrEnum):
    """What bears a name; the types of the Worldwide Newswire corpus (Shan and others, 2023).

    `NATIONALITY` is any group one is born or sworn into ("Ghanaian", "Catholics", "Republicans").
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    LOCATION = "location"
    FACILITY = "facility"
    NATIONALITY = "nationality"
    PRODUCT = "product"
    MISCELLANEOUS = "miscellaneous"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Name:
    """A name, a date or a sum as it stands, and the mean probability of its type over its words."""

    span: Span
    type: NameType
    confidence: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its sentence.

    `tag` is its Penn Treebank tag, `head` the number of the word it depends on (its own number for the root of a
    sentence), `relation` how it does, by the ClearNLP scheme (nsubj, nsubjpass, dobj, dative, prep, pobj, agent, …).
    """

    span: Span
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """The labelled spans of one article in order of the text, what may link them, its names, its words.

    Contents link to cues, cues to sources. Empty for an article the model does not read.
    """

    spans: tuple[TaggedSpan, ...] = ()
    links: tuple[Candidate, ...] = ()
    names: tuple[Name, ...] = ()
    words: tuple[Word, ...] = ()
