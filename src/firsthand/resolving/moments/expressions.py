"""What an expression of time says, before anybody asks when it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from firsthand.model import Precision, Span
from firsthand.resolving.moments.periods import Period


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words name outright: "June 18, 2024", "2019", "the 1990s"; not `sure` where they disagree."""

    period: Period
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Either:
    """Days that figures may stand for: 5/2/2013 is one day in London and another in New York."""

    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """What comes once a year, the year left out: "June 18", "September", "last fall", "the third quarter".

    `on` gives None for a year that has no such day. `which` counts from the one that is running: "last April" -1, "this
    summer" 0; None where no word says it. `years` counts from the running year: "June last year" -1. `weekday` (Monday
    0) where it is named beside a day.
    """

    on: Callable[[int], Period | None]
    which: int | None = None
    years: int | None = None
    weekday: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Weekly:
    """A weekday (Monday 0), or the weekend; `weeks` counts from the running week: "Monday of last week" -1."""

    weekday: int | None
    which: int | None = None
    weeks: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from the day of writing, or from what was last named: "yesterday", "last year", "a day earlier".

    `about` where the count is not exact; `ahead` where it holds only of what is to come: "in two weeks"; `compares`
    where it may be a comparison with what the text is about: "a year ago". 0 from the text is "that day".
    """

    count: int
    unit: Precision
    from_text: bool = False
    about: bool = False
    ahead: bool = False
    compares: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time up to the day of writing or on from it: "the past three months" -3, "the next five years" 5."""

    count: int
    unit: Precision
    about: bool = False


@dataclass(frozen=True, slots=True)
class Lately:
    """A unit that the text named before, else the one that ended last: "the quarter", "the latest period".

    In another `year`, or so many `years` from it, the same quarter of that one: "the 1988 quarter".
    """

    unit: Precision
    years: int = 0
    year: int | None = None


Plain: TypeAlias = Fixed | Either | Yearly | Weekly | Counted | Stretch | Lately


@dataclass(frozen=True, slots=True)
class Mention:
    """A plain expression and where it stands."""

    span: Span
    says: Plain


class Bound(Enum):
    """What a preposition makes of a moment: where something begins, or where it ends."""

    SINCE = auto()
    UNTIL = auto()


@dataclass(frozen=True, slots=True)
class Bounded:
    """With one end, which `inner` names: "since 2019", "until Friday"."""

    span: Span
    inner: Mention
    bound: Bound


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another: "from June 10 to 16", "between 2015 and 2018"."""

    span: Span
    first: Mention
    last: Mention
