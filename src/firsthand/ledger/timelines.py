"""Days of publication put together to periods that fit on one page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from firsthand.ledger.places import on_day
from firsthand.model import Count, Period, Step, Timeline

MOST_DAYS = 45
"""Up to so many days are shown one by one."""

MOST_WEEKS = 320
"""Up to so many days are shown by weeks."""

MOST_MONTHS = 1_830
"""Up to so many days, five years, are shown by months; more by years."""


def timeline(days: Mapping[int, int]) -> Timeline:
    """The time line of things counted by the numbers of their days (see `places`); 0 stands for no date."""
    dated = {on_day(number): count for number, count in days.items() if number}
    undated = days.get(0, 0)
    if not dated:
        return Timeline(undated=undated)
    first, last = min(dated), max(dated)
    step = _step((last - first).days)
    counts: dict[date, int] = {}
    for day, count in dated.items():
        start = _start(day, step)
        counts[start] = counts.get(start, 0) + count
    periods = []
    at = _start(first, step)
    while at <= last:
        following = _next(at, step)
        periods.append(Period(at.isoformat(), (following - timedelta(days=1)).isoformat(), counts.get(at, 0)))
        at = following
    return Timeline(step, tuple(periods), undated)


def dates(days: Mapping[int, int], most: int) -> tuple[Count, ...]:
    """The years of things counted by day, their months where all are of one year, else days; the latest first."""
    counted = {on_day(number).isoformat(): count for number, count in days.items() if number}
    for letters in (4, 7, 10):
        found: dict[str, int] = {}
        for day in sorted(counted, reverse=True):
            found[day[:letters]] = found.get(day[:letters], 0) + counted[day]
        if len(found) > 1 or letters == 10:
            return tuple(Count(value, number) for value, number in found.items())[:most]
    return ()


def _step(days: int) -> Step:
    if days <= MOST_DAYS:
        return Step.DAY
    if days <= MOST_WEEKS:
        return Step.WEEK
    return Step.MONTH if days <= MOST_MONTHS else Step.YEAR


def _start(day: date, step: Step) -> date:
    """The first day of the period in which a day lies; weeks begin on Monday (ISO 8601)."""
    if step is Step.WEEK:
        return day - timedelta(days=day.weekday())
    if step is Step.MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step is Step.YEAR else day


def _next(start: date, step: Step) -> date:
    if step is Step.MONTH:
        return date(start.year + start.month // 12, start.month % 12 + 1, 1)
    if step is Step.YEAR:
        return date(start.year + 1, 1, 1)
    return start + timedelta(days=7 if step is Step.WEEK else 1)
