"""What holds of clauses: what ties their articles tells it, but where a person judged otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

import msgspec

from firsthand.ledger.store import Store
from firsthand.model import Verdict

MOST_AT_HAND = 2_000
"""Articles of which what was read stays at hand."""

_TIES = """
    SELECT other, likenesses, 0 FROM tie WHERE one = ?1 AND likenesses IS NOT NULL
    UNION ALL SELECT one, likenesses, 1 FROM tie WHERE other = ?1 AND likenesses IS NOT NULL
"""
_NEAR = "SELECT other FROM tie WHERE one = ?1 UNION ALL SELECT one FROM tie WHERE other = ?1"
# "+": SQLite walks along the rows of each article, rather than asking for every two.
_AMONG = """
    SELECT one, other, likenesses FROM json_each(?1) AS asked CROSS JOIN tie ON one = asked.value
    WHERE likenesses IS NOT NULL AND +other IN (SELECT value FROM json_each(?1))
"""
_KEPT_AMONG = """
    SELECT one, other, verdict, score FROM json_each(?1) AS asked CROSS JOIN likeness ON one = asked.value
    WHERE +other IN (SELECT value FROM json_each(?1))
"""
_KEPT = """
    SELECT one, other, verdict, score FROM clause CROSS JOIN likeness ON one = clause.id WHERE clause.article = ?
    AND EXISTS (SELECT 1 FROM clause AS far WHERE far.id = other)
"""

Item = TypeVar("Item")

VERDICTS = {verdict.value: verdict for verdict in Verdict}


class Held(NamedTuple):
    """What holds of two clauses, and how surely."""

    verdict: Verdict
    score: float


Place: TypeAlias = tuple[int, int]
"""Where a clause begins and ends in its article."""

Ties: TypeAlias = dict[int, dict[int, Held]]
"""For clauses those that they are tied to, all by their numbers."""


class Relations:
    """What holds of the clauses of articles, by their numbers, read once; of known clauses alone."""

    def __init__(self, ledger: Store) -> None:
        self._ledger = ledger
        self._shown: dict[int, Ties] = {}
        self._found: dict[int, Ties] = {}
        self._clauses: dict[int, dict[Place, int]] = {}

    def of(self, article: int) -> Ties:
        """What comparing showed of an article's clauses, or a person said."""
        if (found := self._found.get(article)) is None:
            found = self._shown.pop(article, None) or self._read(article)
            for one, other, verdict, score in self._ledger.rows(_KEPT, article):
                found.setdefault(one, {})[other] = Held(VERDICTS[verdict], score)
            _keep(self._found, article, found)
        return found

    def among(self, clauses: Mapping[int, Mapping[Place, int]]) -> Ties:
        """What holds among some clauses, given by their articles and places; of two, one leads to the other."""
        found: Ties = {}
        for first, second, likenesses in self._ledger.rows(_AMONG, json.dumps(list(clauses))):
            mine, theirs = clauses[first], clauses[second]
            for start, end, start_there, end_there, verdict, score, *_ in msgspec.json.decode(likenesses):
                one, other = mine.get((start, end)), theirs.get((start_there, end_there))
                if one is not None and other is not None:
                    found.setdefault(one, {})[other] = Held(VERDICTS[verdict], score)
        numbers = [number for places in clauses.values() for number in places.values()]
        for one, other, verdict, score in self._ledger.rows(_KEPT_AMONG, json.dumps(numbers)):
            ends = (other, one) if one in found.get(other, ()) else (one, other)
            found.setdefault(ends[0], {})[ends[1]] = Held(VERDICTS[verdict], score)
        return found

    def shown(self, article: int) -> Iterator[tuple[int, int, Held]]:
        """What comparing showed of an article's clauses, whatever people say. It stays at hand for `of`."""
        found = self._read(article)
        _keep(self._shown, article, found)
        for one, ties in found.items():
            for other, held in ties.items():
                yield one, other, held

    def forget(self, articles: Iterable[int] | None = None) -> None:
        """Read anew what holds of articles, or of all of them: something in it has changed."""
        if articles is None:
            for held in (self._shown, self._found, self._clauses):
                held.clear()
            return
        for article in articles:
            self._clauses.pop(article, None)
            for (near,) in ((article,), *self._ledger.rows(_NEAR, article)):
                self._shown.pop(near, None)
                self._found.pop(near, None)

    def _read(self, article: int) -> Ties:
        own = self._clauses_of(article)
        found: Ties = {}
        for far, likenesses, turned in self._ledger.rows(_TIES, article):
            others = self._clauses_of(far)
            for start, end, start_there, end_there, verdict, score, *_ in msgspec.json.decode(likenesses):
                here, there = (start, end), (start_there, end_there)
                one, other = own.get(there if turned else here), others.get(here if turned else there)
                if one is not None and other is not None:
                    found.setdefault(one, {})[other] = Held(VERDICTS[verdict], score)
        return found

    def _clauses_of(self, article: int) -> dict[Place, int]:
        if (found := self._clauses.get(article)) is None:
            rows = self._ledger.rows('SELECT "start", "end", id FROM clause WHERE article = ?', article)
            found = {(start, end): number for start, end, number in rows}
            # Of an article without clauses some may become known at any time.
            if found:
                _keep(self._clauses, article, found)
        return found


def _keep(held: dict[int, Item], article: int, found: Item) -> None:
    if len(held) >= MOST_AT_HAND:
        del held[next(iter(held))]
    held[article] = found
