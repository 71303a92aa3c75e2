"""The year of what comes once in each: days and months, seasons, quarters and holidays."""

from __future__ import annotations

from datetime import date, timedelta

from firsthand.model import Ground, Precision
from firsthand.resolving.moments.clock import Clock, Resolved, Tense, distance, resolved
from firsthand.resolving.moments.expressions import Yearly
from firsthand.resolving.moments.periods import Period
from firsthand.resolving.moments.tense import Direction

NEARLY_A_YEAR = timedelta(380)
"""How long before its fetching a page was written as a rule; so far back a weekday settles the year."""
NEARBY = timedelta(60)
"""What has no year and lies so near to the day of writing is meant, whatever the tense."""
FAR = timedelta(150)
"""What is nearer than this, before or after, is meant beyond doubt."""
_RULED_OUT_BY = {
    Precision.MONTH: (Direction.PAST, Direction.FUTURE),
    Precision.SEASON: (Direction.PAST, Direction.FUTURE),
    Precision.QUARTER: (Direction.PAST,),
}
"""What is so long that a tense cannot miss it, however near; but quarters that are over have results still to come."""
SAME_WEEKDAY = 6
"""Years: in so many, either way, each day falls on each weekday at least once, but for the end of February."""


def by_clock(says: Yearly, clock: Clock, tense: Tense) -> Resolved | None:
    """In the year that a word, the weekday or the tense tells, counted from the day of writing."""
    now = clock.days
    if says.years is not None:
        return resolved(says.on(now.first.year + says.years), clock.ground, certain=clock.written is not None)
    years = range(now.first.year - SAME_WEEKDAY, now.last.year + SAME_WEEKDAY)
    near = [period for year in years if (period := says.on(year))]
    if says.weekday is not None:
        return _by_weekday([period for period in near if period.first.weekday() == says.weekday], clock)
    if says.which is not None:
        period = _this(near, now) if says.which == 0 else neighbour(near, now, says.which)
        return resolved(period, clock.ground, certain=clock.written is not None)
    return _nearest(near, clock, tense)


def by_text(says: Yearly, named: Period) -> Resolved | None:
    """Counted from what the text last named: "the previous September", "the following spring"."""
    year = named.first.year
    near = [period for number in range(year - 2, year + 3) if (period := says.on(number))]
    return resolved(neighbour(near, named, says.which or 0), Ground.TEXT)


def in_year_named(says: Yearly, named: Period) -> Resolved | None:
    """Of a text that nobody can date, in the year it named last, or the one soon after that the weekday tells."""
    if says.which or says.years:
        return None
    year = named.last.year
    if says.weekday is None:
        return resolved(says.on(year), Ground.TEXT, certain=False)
    days = [period for number in range(year, year + SAME_WEEKDAY) if (period := says.on(number))]
    fitting = [period for period in days if period.first.weekday() == says.weekday]
    return Resolved(fitting[0], Ground.WEEKDAY, certain=False) if len(fitting) == 1 else None


def neighbour(near: list[Period], there: Period, side: int) -> Period | None:
    """Of some periods, the last that ends before another, or the first that begins after it."""
    if side < 0:
        return max((one for one in near if one.last < there.first), key=_first, default=None)
    return min((one for one in near if one.first > there.last), key=_first, default=None)


def _this(near: list[Period], now: Period) -> Period | None:
    """The one of the running year; winter, which two years share, is the nearest."""
    of_year = [one for one in near if one.first.year == now.first.year and one.last.year == now.first.year]
    return min(of_year or near, key=lambda one: distance(one, now), default=None)


def _nearest(near: list[Period], clock: Clock, tense: Tense) -> Resolved:
    """Without a word that tells the year, what is nearby; of what is far either way, what the tense looks to."""
    now, direction = clock.days, tense()
    if clock.written is None and direction is None:
        direction = Direction.PAST
    best = min(near, key=lambda one: distance(one, now))
    if distance(best, now) > NEARBY or direction in _RULED_OUT_BY.get(best.unit, ()):
        if direction is Direction.PAST:
            best = max((one for one in near if one.first <= now.last), key=_first, default=best)
        elif direction is Direction.FUTURE:
            best = min((one for one in near if one.last >= now.first), key=_first, default=best)
    sure = clock.written is not None and (direction is not None or distance(best, now) < FAR)
    return Resolved(best, clock.ground, sure)


def _by_weekday(fitting: list[Period], clock: Clock) -> Resolved | None:
    """The weekday leaves one year in five or six."""
    now = clock.days
    if clock.written is None:
        fitting = [one for one in fitting if one.first <= now.last] or fitting
        best = max(fitting, key=_first, default=None)
    else:
        best = min(fitting, key=lambda one: distance(one, now), default=None)
    return Resolved(best, Ground.WEEKDAY, distance(best, now) < NEARLY_A_YEAR) if best else None


def _first(period: Period) -> date:
    return period.first
