"""Who acts and speaks, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.span import Span


class ActorType(StrEnum):
    """What kind of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    GROUP = "group"
    DOCUMENT = "document"


class MentionForm(StrEnum):
    """How words mean an actor: by its name, by a seat ("the Kremlin"), by what it is ("the ministry"), by a pronoun."""

    NAME = "name"
    METONYM = "metonym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that means an actor; `certain` is False where another actor of the article might be meant.

    Mentions do not overlap: of a description the span holds the noun with what describes it, and no names.
    """

    span: Span
    form: MentionForm
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Actor:
    """One who speaks or acts in an article, under the fullest name it gives; `mentions` are all places that mean it."""

    id: str
    name: str
    type: ActorType | None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in one place: whom it means, if known, the name to show, the words on the page."""

    name: str
    span: Span | None
    actor: str | None = None


class Precision(StrEnum):
    """How long a moment lasts as it is named."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Ground(StrEnum):
    """On what ground a moment is resolved.

    The words themselves; the day of publication, or of fetching where no other is known; the weekday that tells the
    year; another moment of the text.
    """

    WRITTEN = "written"
    PUBLICATION = "publication"
    FETCHING = "fetching"
    WEEKDAY = "weekday"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, month, year or interval as ISO 8601, and the words it was read from.

    An interval that the words leave open at one end has ".." there, as in ISO 8601-2.
    """

    value: str
    span: Span | None
    certain: bool = True
    precision: Precision | None = None
    basis: Ground | None = None
