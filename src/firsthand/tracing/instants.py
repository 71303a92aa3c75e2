"""When articles were published, as points in time that can be compared."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def instant(published: str | None) -> datetime | None:
    """The moment a page gives; a page with a date alone may be of any hour, so it counts as the day's end.

    Many systems write a date without a time as midnight; that is no time either.
    """
    if not published:
        return None
    if date := _DATE.match(published):
        year, month, day = (int(part) if part else None for part in date.groups())
        return datetime(year or 1, month or 12, day or 28, tzinfo=UTC) + timedelta(hours=23, minutes=59)
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment + timedelta(hours=23, minutes=59) if not has_time(published) else moment


def has_time(published: str | None) -> bool:
    """Whether a time of day is given; midnight sharp is what a missing one looks like."""
    return bool(published and "T" in published and not re.search(r"T00:00(:00)?", published))
