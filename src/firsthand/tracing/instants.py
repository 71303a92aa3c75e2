"""When articles were published, as points in time that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


@lru_cache(maxsize=10_000)
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


_BEGINS = {"morning": 5, "afternoon": 12, "evening": 17, "night": 19}
"""The hours before which a part of the day has not begun."""
_PART = re.compile(
    r"(?<!last )\b(?:(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]his) "
    r"(?P<part>morning|afternoon|evening|night)\b"
)
_HOURS = re.compile(rf"(?:day|[Tt]his) (?:{'|'.join(_BEGINS)})\b")
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|\w+ed)\b")
_DAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


def told_at(published: str | None, sentences: Iterable[str]) -> datetime | None:
    """The moment a page gives, or the hour before which its sentences cannot have been written.

    Who tells what happened "on Monday evening" has not written it on Monday morning, whatever the clock says.
    """
    moment = instant(published)
    if moment is None or not has_time(published):
        return moment
    here = datetime.fromisoformat(published or "")
    hours = [
        _BEGINS[found["part"]]
        for sentence in sentences
        for found in _PART.finditer(sentence)
        if _PAST.search(sentence) and found["day"] in {None, _DAYS[here.weekday()]}
    ]
    return moment + timedelta(hours=max(0, max(hours, default=0) - here.hour))


def names_hours(text: str) -> bool:
    """Whether a text may tell when in the day something happened, as `told_at` reads it."""
    return _HOURS.search(text) is not None


def has_time(published: str | None) -> bool:
    """Whether a time of day is given; midnight sharp is what a missing one looks like."""
    return bool(published and "T" in published and not re.search(r"T00:00(:00)?", published))
