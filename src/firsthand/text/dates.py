"""Dates of ISO 8601 as pages and people give them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

EARLIEST_YEAR, LATEST_YEAR = 1600, 2099
"""Newspapers began soon after 1600."""

_ISO_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z"
    r"|[+-]\d\d:?(?:\d\d)?)?)?)?)?"
)


def iso_moment(value: str) -> str | None:
    """An ISO 8601 year, month, day or time as given, if it is one; None otherwise."""
    return value.strip() if days_of(value) else None


def days_of(moment: str) -> tuple[date, date] | None:
    """First and last day of an ISO 8601 year, month, day or time, in its own zone; None for anything else."""
    found = _ISO_MOMENT.fullmatch(moment.strip())
    if not found or not EARLIEST_YEAR <= int(found["year"]) <= LATEST_YEAR:
        return None
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])
