"""What is known of the day of writing, and what was found by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.model import Article, Ground, Precision
from firsthand.resolving.moments.periods import Period
from firsthand.resolving.moments.tense import Direction
from firsthand.text.dates import days_of


@dataclass(frozen=True, slots=True)
class Clock:
    """The days on which an article may have been written, from first to last, and how they are known.

    `ground` is PUBLICATION or FETCHING; a page may be fetched long after it was written.
    """

    days: Period
    ground: Ground = Ground.PUBLICATION
    certain: bool = True

    @property
    def written(self) -> Period | None:
        """The days of writing, as far as the page tells them."""
        return self.days if self.ground is Ground.PUBLICATION else None

    @property
    def today(self) -> date | None:
        """The day of writing, if it is known to the day."""
        return self.days.first if self.written and self.days.first == self.days.last else None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days that an expression means, and on what ground."""

    period: Period
    ground: Ground
    certain: bool = True


Tense = Callable[[], Direction | None]
"""The direction in which the sentence of an expression looks."""


def clock_of(article: Article) -> Clock | None:
    """The day of publication, else that of fetching."""
    published, fetched = article.published, article.page.fetched
    if published and (period := _days(published.value)):
        return Clock(period, Ground.PUBLICATION, published.certain)
    period = _days(fetched or "")
    return Clock(period, Ground.FETCHING) if period else None


def _days(moment: str) -> Period | None:
    days = days_of(moment)
    if days is None:
        return None
    unit = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(moment.strip()), Precision.DAY)
    return Period(*days, unit)


def distance(one: Period, other: Period) -> timedelta:
    """The time between two periods; none where they meet."""
    return max(one.first - other.last, other.first - one.last, timedelta(0))


def resolved(period: Period | None, ground: Ground, *, certain: bool = True) -> Resolved | None:
    """What was found, if anything was."""
    return Resolved(period, ground, certain) if period else None
