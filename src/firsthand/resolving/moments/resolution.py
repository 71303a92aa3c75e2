"""From what expressions of time say to the days they mean."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from firsthand.model import Ground, Moment, Precision, Span
from firsthand.resolving.moments import periods, weekly, yearly
from firsthand.resolving.moments.clock import Clock, Resolved, Tense, distance
from firsthand.resolving.moments.expressions import (
    Bound,
    Counted,
    Either,
    Fixed,
    Lately,
    Mention,
    Plain,
    Range,
    Stretch,
    Weekly,
    Yearly,
)
from firsthand.resolving.moments.finding import Expression
from firsthand.resolving.moments.periods import FINENESS, OPEN, Period
from firsthand.resolving.moments.tense import Direction

REMEMBERED = 50
"""Moments back: as far as "that day" or "the quarter" may reach."""
MEMORY = 1500
"""Characters: how far back a text's last quarter is what "a year ago" compares with."""

_FIRMNESS = (Ground.WRITTEN, Ground.WEEKDAY, Ground.PUBLICATION, Ground.TEXT, Ground.FETCHING)
"""Grounds from the firmest to the weakest: an interval stands on the weaker of its two."""


class Resolution:
    """Reads expressions in order of the text, since some count from those before.

    `look` gives the direction in which the sentence around a span looks.
    """

    def __init__(self, clock: Clock | None, look: Callable[[Span], Direction | None]) -> None:
        self._clock = clock
        self._look = look
        self._named: deque[tuple[int, Period]] = deque(maxlen=REMEMBERED)

    def moments(self, expressions: Sequence[Expression]) -> Iterator[Moment]:
        """The moments that can be resolved, in the order of the expressions."""
        known: dict[Span, Resolved] = {}
        for expression in expressions:
            if isinstance(expression, Mention):
                found = self._resolved(expression)
                if found:
                    known[expression.span] = found
                    if not _is_aside(expression.says):
                        self._named.append((expression.span.start, found.period))
                    yield _moment(expression.span, found, found.period.iso)
            elif isinstance(expression, Range):
                whole = _joined(known.get(expression.first.span), known.get(expression.last.span))
                if whole:
                    yield _moment(expression.span, whole, whole.period.iso)
            elif inner := known.get(expression.inner.span):
                yield _moment(expression.span, inner, _open(inner.period, expression.bound))

    def _resolved(self, mention: Mention) -> Resolved | None:
        def tense() -> Direction | None:
            return self._look(mention.span)

        try:
            found = self._read(mention, tense)
        except (ValueError, OverflowError):
            # Beyond the years 1 to 9999, which are all that a calendar here has.
            return None
        if found and self._clock and found.ground in {Ground.PUBLICATION, Ground.FETCHING, Ground.WEEKDAY}:
            return replace(found, certain=found.certain and self._clock.certain)
        return found

    def _read(self, mention: Mention, tense: Tense) -> Resolved | None:
        says = mention.says
        found: Resolved | None
        match says:
            case Fixed():
                found = Resolved(says.period, Ground.WRITTEN, says.sure)
            case Either():
                found = self._either(says)
            case Yearly():
                found = self._yearly(says, tense)
            case Weekly():
                found = self._weekly(says, tense)
            case Counted():
                found = self._counted(says, mention.span, tense)
            case Stretch():
                found = self._stretch(says)
            case Lately():
                found = self._lately(says)
        return found

    def _either(self, says: Either) -> Resolved | None:
        """The day nearer to the day of writing; without one, nobody can tell."""
        if self._clock is None:
            return None
        now = self._clock.days
        return Resolved(min(says.periods, key=lambda one: distance(one, now)), self._clock.ground, certain=False)

    def _yearly(self, says: Yearly, tense: Tense) -> Resolved | None:
        named = self._named[-1][1] if self._named else None
        if says.from_text:
            return yearly.by_text(says, named) if named else None
        if self._clock:
            return yearly.by_clock(says, self._clock, tense)
        return yearly.in_year_named(says, named) if named else None

    def _weekly(self, says: Weekly, tense: Tense) -> Resolved | None:
        day = next((named for _, named in reversed(self._named) if named.unit is Precision.DAY), None)
        if says.from_text and day:
            return weekly.by_text(says, day)
        today = self._clock.today if self._clock else None
        return weekly.by_clock(says, today, tense) if today else None

    def _counted(self, says: Counted, span: Span, tense: Tense) -> Resolved | None:
        if _compares(says) and (quarter := self._quarter_nearby(span)):
            return Resolved(periods.moved(quarter, -1, Precision.YEAR), Ground.TEXT)
        if says.from_text and (from_text := self._from_named(says)):
            return from_text
        now = self._written_as_fine_as(says.unit)
        if now is None or (says.ahead and tense() is not Direction.FUTURE):
            return None
        # "A decade ago" is ten years ago, not in the decade before.
        unit = Precision.YEAR if says.count and says.unit is Precision.DECADE and says.about else says.unit
        period = periods.around(periods.shifted(now, says.count, says.unit), unit)
        return Resolved(period, Ground.PUBLICATION, not (says.about or says.from_text))

    def _written_as_fine_as(self, unit: Precision) -> date | None:
        """A day of writing, known at least to the unit."""
        written = self._clock.written if self._clock else None
        return written.first if written and FINENESS.index(written.unit) <= FINENESS.index(unit) else None

    def _quarter_nearby(self, span: Span) -> Period | None:
        """The quarter with which reports of companies compare "a year earlier"."""
        at, named = self._named[-1] if self._named else (0, None)
        return named if named and named.unit is Precision.QUARTER and span.start - at < MEMORY else None

    def _from_named(self, says: Counted) -> Resolved | None:
        """Counted from the last moment named; "that day" is the last one no longer than a day."""
        fine = FINENESS.index(says.unit)
        fitting = (named for _, named in reversed(self._named) if says.count or FINENESS.index(named.unit) <= fine)
        named = next(fitting, None)
        if named is None:
            return None
        if says.count == 0:
            return Resolved(periods.around(named.first, says.unit), Ground.TEXT)
        if named.unit is Precision.DAY and says.unit is not Precision.DAY:
            # A week before a day is a day again; a month or a year before it is meant less exactly.
            unit = Precision.DAY if says.unit is Precision.WEEK else says.unit
            period = periods.around(periods.shifted(named.first, says.count, says.unit), unit)
            return Resolved(period, Ground.TEXT, not says.about)
        return Resolved(periods.moved(named, says.count, says.unit), Ground.TEXT, not says.about)

    def _stretch(self, says: Stretch) -> Resolved | None:
        now = self._written_as_fine_as(says.unit)
        if now is None:
            return None
        # Weeks are counted in days, decades in years: "the last decade" need not begin with a round number.
        unit = {Precision.WEEK: Precision.DAY, Precision.DECADE: Precision.YEAR}.get(says.unit, says.unit)
        here = periods.around(now, unit)
        other = periods.around(periods.shifted(now, says.count, says.unit), unit)
        whole = other.to(here) if says.count < 0 else here.to(other)
        return Resolved(replace(whole, unit=says.unit), Ground.PUBLICATION, not says.about)

    def _lately(self, says: Lately) -> Resolved | None:
        found = self._last_named(says.unit)
        now = self._written_as_fine_as(says.unit)
        if found is None and now:
            ended = periods.around(periods.shifted(now, -1, says.unit), says.unit)
            found = Resolved(ended, Ground.PUBLICATION, certain=False)
        if found is None:
            return None
        years = says.years if says.year is None else says.year - found.period.first.year
        return replace(found, period=periods.moved(found.period, years, Precision.YEAR)) if years else found

    def _last_named(self, unit: Precision) -> Resolved | None:
        """The last such unit that the text named and that is over, else the last that has begun."""
        until = self._clock.days.last if self._clock else date.max
        named = [named for _, named in reversed(self._named) if named.unit is unit and named.first <= until]
        period = next((one for one in named if one.last <= until), next(iter(named), None))
        return Resolved(period, Ground.TEXT) if period else None


def _moment(span: Span, found: Resolved, value: str) -> Moment:
    return Moment(value, span, found.certain, found.period.unit, found.ground)


def _joined(first: Resolved | None, last: Resolved | None) -> Resolved | None:
    """From one to the other, if they follow each other."""
    if not first or not last or first.period.first > last.period.last:
        return None
    ground = max(first.ground, last.ground, key=_FIRMNESS.index)
    return Resolved(first.period.to(last.period), ground, first.certain and last.certain)


def _open(period: Period, bound: Bound) -> str:
    first, last = period.iso.partition("/")[0], period.iso.rpartition("/")[2]
    return f"{first}/{OPEN}" if bound is Bound.SINCE else f"{OPEN}/{last}"


def _is_aside(says: Plain) -> bool:
    """Whether an expression looks to another year for comparison only; the text stays where it was."""
    return _compares(says) or (isinstance(says, Lately | Yearly) and bool(says.years))


def _compares(says: Plain) -> bool:
    """Whether an expression may only compare what the text is about with the year before."""
    return isinstance(says, Counted) and says.compares
