"""One voice in a ledger: what it said, when, through whom, who denies it, whom it denies."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from firsthand.ledger import records
from firsthand.ledger.catalogue import FIRST, MOST_DIVIDED, MOST_NAMES, SHOWN, Catalogue, frequent
from firsthand.ledger.places import DAY_SHIFT, bounds
from firsthand.ledger.timelines import timeline
from firsthand.ledger.words import folded, plain
from firsthand.model import Count, Likeness, Listing, Part, Portrait, Said, Slice, Verdict, Voice, VoiceQuery

MOST_COMPARED = 300
"""Articles in which a voice speaks, the newest, that are looked through for what does not agree."""

_AMONG = "(SELECT value FROM json_each(?))"
_VOICES = (
    "SELECT shown.name, sum(role = 'origin'), sum(role = 'relay'), sum(role = 'denier') FROM "
    f"(SELECT DISTINCT statement, role, shown FROM voice WHERE name IN {_AMONG}) AS heard "
    "JOIN name AS shown ON shown.id = heard.shown GROUP BY shown.id ORDER BY count(*) DESC, shown.name"
)
_DENIED = "EXISTS (SELECT 1 FROM voice AS denier WHERE denier.statement = voice.statement AND denier.role = 'denier')"
_DECIDED = json.dumps([Verdict.SAME, Verdict.DENIES, Verdict.NEAR])


class _Wanted:
    """The statements of a voice as SQL, newest first, and its values for a greatest place."""

    def __init__(self, ledger: Catalogue, query: VoiceQuery, part: Part | None) -> None:
        self.names = _names(ledger, query)
        least, self.greatest = bounds(query.since, query.until)
        tests = ["voice.statement BETWEEN ? AND ?", f"voice.name IN {_AMONG}"]
        self._before: tuple[Any, ...] = (least,)
        self._after: list[Any] = [json.dumps(self.names)]
        outlets = json.dumps(ledger.outlets(query.outlet)) if query.outlet else None
        for test, value in (
            ("voice.role = ?", part),
            ("statement.act = ?", query.act),
            ("statement.form = ?", query.form),
            (f"article.outlet IN {_AMONG}", outlets),
        ):
            if value is not None:
                tests.append(test)
                self._after.append(value)
        if query.denied:
            tests.append(_DENIED)
        joined = " JOIN statement ON statement.place = voice.statement" if query.act or query.form or outlets else ""
        joined += " JOIN article ON article.id = statement.article" if outlets else ""
        self.sql = (
            f"SELECT DISTINCT voice.statement AS place FROM voice{joined} "
            f"WHERE {' AND '.join(tests)} ORDER BY voice.statement DESC"
        )

    def values(self, greatest: int | None = None) -> tuple[Any, ...]:
        return (*self._before, self.greatest if greatest is None else greatest, *self._after)


class Speakers:
    """The voices of a ledger, each by itself."""

    def __init__(self, ledger: Catalogue) -> None:
        self._ledger = ledger

    def said(self, query: VoiceQuery, part: Slice = FIRST) -> Listing[Said]:
        """Statements in which a voice has the part that is asked for, or any, newest first."""
        with self._ledger.snapshot():
            wanted = _Wanted(self._ledger, query, query.part)
            places = self._ledger.newest(wanted.sql, wanted.values, wanted.greatest, part)
            return self._ledger.listed(places, self._ledger.said_at)

    def portrait(self, query: VoiceQuery) -> Portrait:
        """How the statements that a voice vouches for divide, and whom it denies."""
        with self._ledger.snapshot():
            own, against = (_Wanted(self._ledger, query, part) for part in (Part.ORIGIN, Part.DENIER))
            denied = _Wanted(self._ledger, replace(query, denied=True), Part.ORIGIN)
            newest = f"{own.sql} LIMIT {MOST_DIVIDED + 1}"
            divided = self._ledger.rows(
                "SELECT act, form, coalesce(outlet.name, outlet.domain) "
                f"FROM ({newest}) JOIN statement USING (place) JOIN article ON article.id = statement.article "
                "LEFT JOIN outlet ON outlet.id = article.outlet",
                *own.values(),
            )
            days = self._ledger.rows(
                f"SELECT place >> {DAY_SHIFT}, count(*) FROM ({own.sql}) GROUP BY 1", *own.values()
            )
            acts, forms, outlets = [frequent(row[column] for row in divided[:MOST_DIVIDED]) for column in range(3)]
            return Portrait(
                tuple(Voice(*row) for row in self._ledger.rows(_VOICES, json.dumps(own.names))),
                timeline(dict(days)),
                acts,
                forms,
                outlets,
                self._beside(own, Part.RELAY),
                self._ledger.value(f"SELECT count(*) FROM ({denied.sql})", *denied.values()),
                self._beside(own, Part.DENIER),
                self._beside(against, Part.ORIGIN),
                exact=len(divided) <= MOST_DIVIDED,
            )

    def alike(self, query: VoiceQuery) -> tuple[Likeness, ...]:
        """What tracing holds of clauses in two articles in which a voice speaks."""
        with self._ledger.snapshot():
            wanted = _Wanted(self._ledger, query, Part.ORIGIN)
            articles = self._ledger.rows(
                f"SELECT DISTINCT article FROM ({wanted.sql}) JOIN statement USING (place) LIMIT {MOST_COMPARED}",
                *wanted.values(),
            )
            among = json.dumps([number for (number,) in articles])
            rows = self._ledger.rows(
                "SELECT here.name, there.name, json_array(json(alike.value)) FROM tie JOIN article AS here "
                "ON here.id = one JOIN article AS there ON there.id = other, json_each(tie.likenesses) AS alike "
                f"WHERE one IN {_AMONG} AND other IN {_AMONG} AND alike.value ->> {records.VERDICT} IN {_AMONG}",
                among,
                among,
                _DECIDED,
            )
            return tuple(likeness for row in rows for likeness in records.read_likenesses(*row))

    def said_in(self, query: VoiceQuery, articles: Iterable[str]) -> tuple[Said, ...]:
        """The statements that a voice vouches for in some articles, newest first."""
        with self._ledger.snapshot():
            wanted = _Wanted(self._ledger, query, Part.ORIGIN)
            numbers = json.dumps([number for name in articles if (number := self._number(name)) is not None])
            rows = self._ledger.rows(
                f"SELECT place FROM ({wanted.sql}) JOIN statement USING (place) WHERE article IN {_AMONG}",
                *wanted.values(),
                numbers,
            )
            return tuple(self._ledger.said_at(at) for (at,) in rows)

    def _beside(self, wanted: _Wanted, part: Part) -> tuple[Count, ...]:
        """Who else has a part in the newest of the statements, the voice itself aside."""
        rows = self._ledger.rows(
            f"SELECT name.name, count(DISTINCT place) FROM ({wanted.sql} LIMIT {MOST_DIVIDED}) "
            "JOIN voice AS beside ON beside.statement = place AND beside.role = ? JOIN name ON name.id = beside.shown "
            f"WHERE beside.shown NOT IN {_AMONG} GROUP BY name.id ORDER BY 2 DESC, 1 LIMIT {SHOWN}",
            *wanted.values(),
            part,
            json.dumps(wanted.names),
        )
        return tuple(Count(*row) for row in rows)

    def _number(self, article: str) -> int | None:
        found: int | None = self._ledger.value("SELECT id FROM article WHERE name = ?", plain(article))
        return found


def _names(ledger: Catalogue, query: VoiceQuery) -> Collection[int]:
    """The numbers of the names that are meant. Raises UsageError where the name has no word."""
    wanted = ledger.name_expression(query.name)
    heard = "EXISTS (SELECT 1 FROM voice WHERE voice.name = name.id)"
    if not query.wide:
        exactly = ledger.rows(f"SELECT id FROM name WHERE key = ? AND {heard}", folded(query.name))
        if exactly:
            return [number for (number,) in exactly]
    sql = f"SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT {MOST_NAMES}"
    return [number for (number,) in ledger.rows(sql, wanted)]
