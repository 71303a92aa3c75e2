"""Places: numbers that sort things by day of publication, then by order of filing, then by order in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from firsthand.errors import UsageError

ARTICLE_BITS = 30
NUMBER_BITS = 16
MOST_IN_ARTICLE = (1 << NUMBER_BITS) - 1
"""So many statements of one article have places; the article itself has number 0."""

DAY_SHIFT = ARTICLE_BITS + NUMBER_BITS
LATEST = (1 << 63) - 1
_EPOCH = date(1700, 1, 1).toordinal()
_LAST_DAY = (1 << 63 - DAY_SHIFT) - 1
_DATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def place(published: str | None, article: int, number: int = 0) -> int:
    """The place of an article, or of the thing with that number in it, from 1; what has no date comes first.

    In one article the numbers run down, so that lists with the newest first keep the order of reading.
    """
    return day(published) << DAY_SHIFT | article << NUMBER_BITS | (number and MOST_IN_ARTICLE + 1 - number)


def places_in(article: int, count: int) -> Sequence[int]:
    """The places of so many things in the article at a place, in the order in which they stand in it."""
    return range(article + MOST_IN_ARTICLE, article + MOST_IN_ARTICLE - count, -1)


def day(published: str | None) -> int:
    """The day of an ISO 8601 date as a number, the first of a month or year; 0 where there is none."""
    found = _DATED.match(published or "")
    if not found:
        return 0
    year, month, in_month = (int(part) if part else 1 for part in found.groups())
    try:
        number = date(year, month, in_month).toordinal() - _EPOCH
    except ValueError:
        return 0
    return min(max(number, 0), _LAST_DAY)


def dated(at: int) -> date | None:
    """The day of a place, None where its article has no date."""
    number = at >> DAY_SHIFT
    return on_day(number) if number else None


def on_day(number: int) -> date:
    """The day that a number other than 0 stands for."""
    return date.fromordinal(number + _EPOCH)


def bounds(since: str | None, until: str | None) -> tuple[int, int]:
    """The least and the greatest place published between two dates, both included: a month lasts to its last day.

    Raises UsageError for what is no date.
    """
    for written in (since, until):
        if written and not (_DATED.fullmatch(written) and day(written)):
            raise UsageError(f"{written!r} is no date to look from or to; write it as 2024-06-18, 2024-06 or 2024")
    least = day(since) << DAY_SHIFT if since else 0
    greatest = (_last_day(until) + 1 << DAY_SHIFT) - 1 if until else LATEST
    return least, greatest


def _last_day(until: str) -> int:
    found = _DATED.match(until)
    if not found or found[3]:
        return day(until)
    year, month = int(found[1]), int(found[2] or 12)
    following = f"{year + month // 12:04}-{month % 12 + 1:02}-01"
    return day(following) - 1


def number(written: str, base: int) -> int:
    """The place or number that a `next` names. Raises UsageError where it is none."""
    try:
        found = int(written, base) if written.isascii() and written.isalnum() else -1
    except ValueError:
        found = -1
    if not 0 <= found <= LATEST:
        raise UsageError(f"{written[:40]!r} is no place in a list; take one that a list gave as its next")
    return found
