"""The week of weekdays and weekends."""

from __future__ import annotations

from datetime import date, timedelta

from firsthand.model import Ground
from firsthand.resolving.moments import periods
from firsthand.resolving.moments.clock import Resolved, Tense
from firsthand.resolving.moments.expressions import Weekly
from firsthand.resolving.moments.periods import Period
from firsthand.resolving.moments.tense import Direction

MIDWEEK = 2
"""Wednesday: before it "the weekend" is the one that is over."""


def by_clock(says: Weekly, today: date, tense: Tense) -> Resolved:
    """Counted from the day of writing."""
    this = _in_week(today, says.weekday)
    if says.weeks is not None:
        return Resolved(_weeks(this, says.weeks), Ground.PUBLICATION)
    if says.which is not None and says.which != 0:
        return _neighbour(says, this, today)
    if says.weekday is None:
        return _weekend(this, today, tense)
    if says.which == 0:
        return Resolved(this, Ground.PUBLICATION)
    if tense() is Direction.FUTURE:
        return Resolved(this if this.first >= today else _weeks(this, 1), Ground.PUBLICATION)
    return Resolved(this if this.first <= today else _weeks(this, -1), Ground.PUBLICATION)


def by_text(says: Weekly, named: Period) -> Resolved:
    """Counted from the day that the text last named: "the previous Friday", "the following Monday"."""
    there = _in_week(named.first, says.weekday)
    if (says.which or 0) < 0:
        return Resolved(there if there.last < named.first else _weeks(there, -1), Ground.TEXT)
    return Resolved(there if there.first > named.last else _weeks(there, 1), Ground.TEXT)


def _neighbour(says: Weekly, this: Period, today: date) -> Resolved:
    if (says.which or 0) < 0:
        return Resolved(this if this.last < today else _weeks(this, -1), Ground.PUBLICATION)
    # "Next Friday" may be the one of this week or of the next.
    return Resolved(this if this.first > today else _weeks(this, 1), Ground.PUBLICATION, says.weekday is None)


def _weekend(this: Period, today: date, tense: Tense) -> Resolved:
    """Early in a week the weekend that is over, late in it the one that comes, in between what the tense looks to."""
    if this.first <= today:
        return Resolved(this, Ground.PUBLICATION)
    direction = tense() if today.weekday() >= MIDWEEK else Direction.PAST
    if direction is Direction.FUTURE:
        return Resolved(this, Ground.PUBLICATION)
    return Resolved(_weeks(this, -1), Ground.PUBLICATION, certain=direction is not None)


def _in_week(when: date, weekday: int | None) -> Period:
    """The weekday, or the weekend, of the week of a day."""
    if weekday is None:
        return periods.weekend(when)
    return periods.day(periods.week(when).first + timedelta(weekday))


def _weeks(period: Period, count: int) -> Period:
    return Period(period.first + timedelta(7 * count), period.last + timedelta(7 * count), period.unit)
