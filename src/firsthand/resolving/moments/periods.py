"""Stretches of the calendar: days, weeks, months, seasons, quarters, years, decades, and what lies before and after."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.model import Precision

OPEN = ".."
"""The end of an interval that nothing bounds (ISO 8601-2)."""

DAYS = {Precision.DAY: 1, Precision.WEEK: 7}
MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3}
YEARS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}
"""How many days, months or years units last; a season moves by years, since it comes once in each."""

FIRST_OF_SEASON = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which the seasons of the northern half of the world begin, as weather services count them."""


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last, named by the unit; an interval is named by the unit of its ends."""

    first: date
    last: date
    unit: Precision

    @property
    def iso(self) -> str:
        """A date, month or year of ISO 8601 where the period is one, else first and last as an interval."""
        if self.unit is Precision.DAY and self.first == self.last:
            return self.first.isoformat()
        start, end = self._ends()
        return start if start == end else f"{start}/{end}"

    def _ends(self) -> tuple[str, str]:
        """First and last, as coarse as the unit lets one write them without loss."""
        if self.unit in YEARS and self.first.timetuple().tm_yday == 1 and _ends_year(self.last):
            return f"{self.first.year:04}", f"{self.last.year:04}"
        if self.unit not in DAYS and self.first.day == 1 and _ends_month(self.last):
            return self.first.isoformat()[:7], self.last.isoformat()[:7]
        return self.first.isoformat(), self.last.isoformat()

    def to(self, other: Period) -> Period:
        """From the first day of this one to the last of the other."""
        return Period(self.first, other.last, min(self.unit, other.unit, key=FINENESS.index))


FINENESS = list(Precision)
"""The units from the finest to the coarsest."""


def day(when: date) -> Period:
    """One day."""
    return Period(when, when, Precision.DAY)


def week(when: date) -> Period:
    """The week of a day, from Monday to Sunday."""
    monday = when - timedelta(when.weekday())
    return Period(monday, monday + timedelta(6), Precision.WEEK)


def weekend(when: date) -> Period:
    """Saturday and Sunday of the week of a day."""
    monday = when - timedelta(when.weekday())
    return Period(monday + timedelta(5), monday + timedelta(6), Precision.DAY)


def months(year: int, first: int, count: int, unit: Precision) -> Period:
    """Whole months, from the first-th of the year; counts beyond December and before January go on in other years."""
    start = year * 12 + first - 1
    end = start + count - 1
    last_year, last_month = end // 12, end % 12 + 1
    return Period(
        date(start // 12, start % 12 + 1, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]), unit
    )


def month(year: int, number: int) -> Period:
    """A month, January being 1."""
    return months(year, number, 1, Precision.MONTH)


def quarter(year: int, number: int) -> Period:
    """A quarter of a year, from 1 to 4."""
    return months(year, 3 * number - 2, 3, Precision.QUARTER)


def season(year: int, name: str) -> Period:
    """The season that begins in a year."""
    return months(year, FIRST_OF_SEASON[name], 3, Precision.SEASON)


def years(first: int, count: int, unit: Precision) -> Period:
    """Whole years."""
    return Period(date(first, 1, 1), date(first + count - 1, 12, 31), unit)


def year(number: int) -> Period:
    """One year."""
    return years(number, 1, Precision.YEAR)


def around(when: date, unit: Precision) -> Period:
    """The day, week, month, … of a day."""
    if unit is Precision.DAY:
        return day(when)
    if unit is Precision.WEEK:
        return week(when)
    if unit is Precision.SEASON:
        started = when.month // 3 * 3 or 12
        return months(when.year - (when.month < 3), started, 3, unit)
    if unit in MONTHS:
        length = MONTHS[unit]
        return months(when.year, (when.month - 1) // length * length + 1, length, unit)
    length = YEARS[unit]
    return years(when.year // length * length, length, unit)


def shifted(when: date, count: int, unit: Precision) -> date:
    """The day so many days, weeks, months or years later (earlier, for negative counts); in a shorter month its last.

    Raises OverflowError or ValueError beyond the years 1 to 9999.
    """
    if unit in DAYS:
        return when + timedelta(count * DAYS[unit])
    length = MONTHS[unit] if unit in MONTHS else 12 * YEARS[unit]
    at = when.year * 12 + when.month - 1 + count * length
    return date(at // 12, at % 12 + 1, min(when.day, monthrange(at // 12, at % 12 + 1)[1]))


def moved(period: Period, count: int, unit: Precision) -> Period:
    """The same stretch so many units later: a quarter a year later is a quarter, a month a day later is one day."""
    if FINENESS.index(unit) < FINENESS.index(period.unit):
        edge = period.last if count > 0 else period.first
        return around(shifted(edge, count, unit), unit)
    start = shifted(period.first, count, unit)
    if period.unit in DAYS:
        return Period(start, start + (period.last - period.first), period.unit)
    span = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    return months(start.year, start.month, span, period.unit)


def _ends_year(when: date) -> bool:
    return (when.month, when.day) == (12, 31)


def _ends_month(when: date) -> bool:
    return when.day == monthrange(when.year, when.month)[1]
