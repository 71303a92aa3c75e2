"""One outlet in a ledger: what it printed when, whom it relies on, and how much of it stood elsewhere before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from firsthand.ledger.catalogue import SHOWN, Catalogue, frequent
from firsthand.ledger.places import DAY_SHIFT, MOST_IN_ARTICLE
from firsthand.ledger.timelines import timeline
from firsthand.model import Count, House, Outlet, Part

MOST_LOOKED_AT = 1_000
"""Articles of an outlet, the newest, that are looked at for whom it relies on and what it copies."""

_AMONG = "(SELECT value FROM json_each(?))"
_PRINTED = f"SELECT id, place FROM article WHERE outlet IN {_AMONG} ORDER BY place DESC LIMIT {MOST_LOOKED_AT}"
_STATEMENTS = (
    f"({_PRINTED}) AS printed JOIN statement "
    f"ON statement.place BETWEEN printed.place AND printed.place + {MOST_IN_ARTICLE}"
)
_COPIES = f"""
    WITH printed AS ({_PRINTED}),
    tied AS (
        SELECT tie.one AS mine, tie.other AS theirs FROM printed JOIN tie ON tie.one = printed.id
            WHERE tie.shared IS NOT NULL
        UNION ALL
        SELECT tie.other, tie.one FROM printed JOIN tie ON tie.other = printed.id WHERE tie.shared IS NOT NULL
    )
    SELECT mine.id, mine.published, theirs.published, coalesce(outlet.name, outlet.domain, 'outlet not named')
    FROM tied JOIN article AS mine ON mine.id = tied.mine JOIN article AS theirs ON theirs.id = tied.theirs
    LEFT JOIN outlet ON outlet.id = theirs.outlet WHERE theirs.outlet IS NOT mine.outlet
"""


class _Tied(NamedTuple):
    """An article that shares text with another outlet's: its number, when each was published, whose the other is."""

    mine: int
    published: str | None
    theirs: str | None
    outlet: str


class Houses:
    """The outlets of a ledger, each by itself."""

    def __init__(self, ledger: Catalogue) -> None:
        self._ledger = ledger

    def house(self, outlet: str) -> House:
        """The outlet or outlets with this name or domain; one without anything where there is none."""
        with self._ledger.snapshot():
            numbers = json.dumps(self._ledger.outlets(outlet))
            named = self._ledger.rows(f"SELECT name, domain FROM outlet WHERE id IN {_AMONG} ORDER BY id", numbers)
            days = dict(
                self._ledger.rows(
                    f"SELECT place >> {DAY_SHIFT}, count(*) FROM article WHERE outlet IN {_AMONG} GROUP BY 1", numbers
                )
            )
            ways = self._ledger.rows(f"SELECT act, form FROM {_STATEMENTS}", numbers)
            compared = self._ledger.value(
                f"SELECT count(*) FROM ({_PRINTED}) AS printed JOIN imprint ON imprint.article = printed.id", numbers
            )
            tied = [_Tied(*row) for row in self._ledger.rows(_COPIES, numbers)]
            copies, takers = _by_article(tied, earlier=True), _by_article(tied, earlier=False)
            return House(
                tuple(Outlet(*row) for row in named),
                timeline(days),
                self._voices(numbers, Part.ORIGIN),
                self._voices(numbers, Part.RELAY),
                self._credits(numbers),
                frequent(act for act, _ in ways),
                frequent(form for _, form in ways),
                compared,
                len(copies),
                frequent(min(others, key=_order).outlet for others in copies.values()),
                len(takers),
                frequent(name for others in takers.values() for name in {other.outlet for other in others}),
                exact=sum(days.values()) <= MOST_LOOKED_AT,
            )

    def _voices(self, numbers: str, part: Part) -> tuple[Count, ...]:
        sql = (
            f"SELECT name.name, count(DISTINCT statement.place) FROM {_STATEMENTS} "
            "JOIN voice ON voice.statement = statement.place AND voice.role = ? JOIN name ON name.id = voice.shown "
            f"GROUP BY name.id ORDER BY 2 DESC, 1 LIMIT {SHOWN}"
        )
        return _counted(self._ledger.rows(sql, numbers, part))

    def _credits(self, numbers: str) -> tuple[Count, ...]:
        sql = (
            f"SELECT agency, count(*) FROM ({_PRINTED}) AS printed JOIN credit ON credit.article = printed.id "
            f"GROUP BY agency ORDER BY 2 DESC, 1 LIMIT {SHOWN}"
        )
        return _counted(self._ledger.rows(sql, numbers))


def _counted(rows: Iterable[Any]) -> tuple[Count, ...]:
    return tuple(Count(*row) for row in rows)


def _by_article(tied: Iterable[_Tied], *, earlier: bool) -> dict[int, list[_Tied]]:
    """By article what it shares text with: of those that are surely earlier than it, or surely later."""
    found: dict[int, list[_Tied]] = defaultdict(list)
    for one in tied:
        before, after = (one.theirs, one.published) if earlier else (one.published, one.theirs)
        if _precedes(before, after):
            found[one.mine].append(one)
    return found


def _precedes(one: str | None, other: str | None) -> bool:
    """Whether one publication surely came before another: by its instant, or where a time is lacking, by its day."""
    first, second = _instant(one), _instant(other)
    if first and second:
        return first < second
    days = (one or "")[:10], (other or "")[:10]
    return all(len(day) == 10 for day in days) and days[0] < days[1]


def _instant(written: str | None) -> datetime | None:
    """The instant of a publication with a time and a zone, None for others."""
    try:
        found = datetime.fromisoformat(written) if written and len(written) > 10 else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def _order(one: _Tied) -> tuple[str, str]:
    return one.theirs or "", one.outlet
