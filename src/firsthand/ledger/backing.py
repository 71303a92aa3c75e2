"""On how many independent origins the claims rest that statements make: how it is asked for, and found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from firsthand.errors import UsageError
from firsthand.model import Backing, Count

_ASKED = re.compile(r"([1-9][0-9]{0,2})([+ ]?)")

EXTENT = """
    WITH RECURSIVE number (origins) AS (
        SELECT min(origins) FROM backed WHERE origins >= ?1 UNION ALL
        SELECT (SELECT min(origins) FROM backed WHERE origins > number.origins) FROM number WHERE origins < ?2
    )
    SELECT min((SELECT min(statement) FROM backed WHERE backed.origins = number.origins)),
           max((SELECT max(statement) FROM backed WHERE backed.origins = number.origins))
    FROM number WHERE origins <= ?2
"""
"""SQL for the first and the last statement that rests on so many origins: a few steps in the index, not all of it."""


def backing(asked: str | None) -> Backing | None:
    """What `2` (so many) or `2+` (so many or more) asks for, None where nothing is. Raises UsageError for other words.

    In an address a plus sign that is not written as %2B is a space.
    """
    if not asked:
        return None
    found = _ASKED.fullmatch(asked)
    if not found:
        raise UsageError(f"{asked[:40]!r} is no number of origins; write it as 1, or 2+ for two or more")
    least = int(found[1])
    return Backing(least, None if found[2] else least)


def condition(wanted: Backing | None, place: str) -> str:
    """SQL that holds for the statements at a place, to go behind others.

    One origin is what no other stands beside: also that of a statement whose claim nobody else makes.
    """
    if wanted is None or (wanted.least <= 1 and wanted.most is None):
        return ""
    beyond = f"SELECT 1 FROM backed WHERE backed.statement = {place}"
    if wanted.least <= 1:
        return f" AND NOT EXISTS ({beyond} AND origins > {wanted.most})"
    most = "" if wanted.most is None else f" AND origins <= {wanted.most}"
    return f" AND EXISTS ({beyond} AND origins >= {wanted.least}{most})"


def surely(least: float, place: str) -> str:
    """SQL that holds for the statements at a place that are sure enough, to go behind others."""
    if least <= 0:
        return ""
    return f" AND EXISTS (SELECT 1 FROM statement AS sure WHERE sure.place = {place} AND sure.confidence >= {least!r})"


def counted(origins: Iterable[int], shown: int) -> tuple[Count, ...]:
    """How many rest on how many, the fewest first: what nobody else confirms is checked first."""
    return tuple(Count(str(number), count) for number, count in sorted(Counter(origins).items())[:shown])
