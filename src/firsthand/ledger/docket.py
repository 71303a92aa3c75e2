"""What the ledger keeps of claims: each can be shown, and found by its words, without tracing anything."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from heapq import heappop, heappush
from typing import cast

from firsthand.errors import UsageError
from firsthand.ledger import records
from firsthand.ledger.places import LATEST, day
from firsthand.ledger.relations import Relations
from firsthand.ledger.traces import Keeper, Traces
from firsthand.ledger.words import expression, facet, plain
from firsthand.ledger.writer import Writer
from firsthand.model import Claim, Clause, Copy, Count, Judgement, Listing, Passage, Relation, Slice, Span, Verdict

MOST_COUNTED = 1_000
"""Claims beyond so many are not counted: nobody reads them, and counting costs more than finding."""

MOST_DIVIDED = 5_000
"""By their support so many are counted."""

ID_BITS, DAY_BITS = 38, 17
SUPPORT_BITS = ID_BITS + DAY_BITS
MOST_SUPPORT = (1 << 63 - SUPPORT_BITS) - 1

_APART = frozenset({Verdict.NEAR, Verdict.DENIES})
"""What holds of two claims, and is kept beside what ties articles, to be found from either."""

_CLAUSE = """
    SELECT clause.id, article.name, "start", "end", negated, "group", claim
    FROM clause JOIN article ON article.id = clause.article WHERE
"""
_TIED = """
    SELECT other, length(ifnull(likenesses, '')) FROM tie JOIN untraced ON article = other WHERE one = ?1
    UNION SELECT one, length(ifnull(likenesses, '')) FROM tie JOIN untraced ON article = one WHERE other = ?1
"""
_DENIALS = """
    SELECT one, other, score FROM json_each(?) AS asked CROSS JOIN likeness ON one = asked.value
    WHERE verdict = 'denies' AND EXISTS (SELECT 1 FROM clause WHERE id = other)
"""
_STATED = """
    INSERT OR IGNORE INTO stated
    SELECT clause.id, statement.place, clause."end" - clause."start" FROM json_each(?) AS asked
    CROSS JOIN article ON article.id = asked.value
    CROSS JOIN statement ON statement.place BETWEEN article.place AND article.place + 65535
    CROSS JOIN json_each(statement.record, '$.content') AS span
    CROSS JOIN clause ON clause.article = article.id
    WHERE span.value ->> 0 < clause."end" AND clause."start" < span.value ->> 1
"""
_NEAR = """
    SELECT DISTINCT far."group" FROM likeness JOIN clause AS far ON far.id = likeness.other
    WHERE likeness.one IN (SELECT id FROM clause WHERE "group" = ?1) AND verdict IN ('near', 'denies')
    AND far."group" <> ?1 AND far."group" IN (SELECT id FROM claim)
"""


class Docket(Traces):
    """The claims of a ledger, to read."""

    def waiting(self) -> int:
        """How many articles are not yet put together with others."""
        return int(self._reader.value("SELECT count(*) FROM untraced"))

    def state(self) -> int:
        """A number that changes whenever anything in the ledger does."""
        return int(self._reader.connection.pragma("data_version"))

    def claim(self, name: str) -> Claim | None:
        """The claim of that id, or the one that the clause of that id makes or denies; None where none is kept."""
        with self._reader.snapshot():
            number = _number(name)
            if number is None:
                return None
            record = self._reader.value("SELECT record FROM claim WHERE id = ?", number)
            if record is None:
                number = self._reader.value("SELECT claim FROM clause WHERE id = ?", number)
                record = self._reader.value("SELECT record FROM claim WHERE id = ?", number)
            return None if record is None else self._whole_claim(record)

    def held(self, ids: Iterable[str]) -> Sequence[Claim]:
        """The kept claims with these ids, without what is near them."""
        sql = "SELECT record FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return [records.read(Claim, records.unpacked(record)) for (record,) in self._reader.rows(sql, _listed(ids))]

    def kept(self) -> Iterator[Claim]:
        """All kept claims as they come, those with most origins first, then the latest."""
        for (record,) in self._reader.connection.execute("SELECT record FROM claim ORDER BY place DESC"):
            yield self._whole_claim(cast("bytes", record))

    def claims(self, words: str, part: Slice, support: int | None = None) -> Listing[Claim]:
        """Claims made in several places that hold the words, those with most origins first, then the latest.

        `support` narrows them to those with so many origins.
        """
        with self._reader.snapshot():
            sql, values = _found(words, support)
            most = _place(part.after) - 1 if part.after else LATEST
            rows = self._reader.rows(f"{sql} LIMIT ?", *values, most, part.size + 1)
            places = [place for (place,) in rows[: part.size]]
            count = self._reader.value(f"SELECT count(*) FROM ({sql} LIMIT {MOST_COUNTED + 1})", *values, LATEST)
            following = f"{places[-1]:x}" if len(rows) > part.size else None
            found = tuple(self._whole_claim(self._record(place)) for place in places)
            return Listing(found, following, min(count, MOST_COUNTED), count <= MOST_COUNTED)

    def supports(self, words: str) -> tuple[Count, ...]:
        """How many of the claims that hold the words have how many origins."""
        sql, values = _found(words, None)
        counted = (
            f"SELECT place >> {SUPPORT_BITS}, count(*) FROM ({sql} LIMIT {MOST_DIVIDED}) GROUP BY 1 ORDER BY 1 DESC"
        )
        return tuple(Count(str(value), number) for value, number in self._reader.rows(counted, *values, LATEST))

    def judged(self, passages: Collection[Passage]) -> tuple[Judgement, ...]:
        """What people judged of these passages, among themselves or against others, the latest first."""
        said = [one for one in self.judgements() if one.one in passages or one.other in passages]
        return tuple(reversed(said))

    def clause(self, name: str) -> Clause | None:
        """The clause of that id; None where it is not known."""
        return next(iter(self.clauses([name])), None)

    def clauses(self, ids: Iterable[str]) -> Sequence[Clause]:
        """The clauses with these ids, as far as they are known."""
        return self._clauses("clause.id IN (SELECT value FROM json_each(?))", _listed(ids))

    def clauses_in(self, articles: Iterable[str]) -> Sequence[Clause]:
        """The known clauses of articles."""
        wanted = json.dumps([self._number(article) for article in articles])
        return self._clauses("clause.article IN (SELECT value FROM json_each(?))", wanted)

    def members(self, groups: Iterable[str]) -> Sequence[Clause]:
        """The clauses of groups."""
        return self._clauses('clause."group" IN (SELECT value FROM json_each(?))', _listed(groups))

    def relations(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        """The relations of clauses to known ones, `one` being the clause asked for."""
        relations = self._relations()
        found = []
        for clause in clauses:
            ties = relations.of(self._number(clause.passage.article) or 0).get(_number(clause.id) or 0, {})
            found += [Relation(clause.id, _name(other), held.verdict, held.score) for other, held in ties.items()]
        return found

    def among(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        """The relations of clauses with each other, each once."""
        places: dict[int, dict[tuple[int, int], int]] = {}
        for clause in clauses:
            article, span = self._number(clause.passage.article) or 0, clause.passage.span
            places.setdefault(article, {})[span.start, span.end] = _number(clause.id) or 0
        found = self._relations().among(places)
        return [
            Relation(_name(one), _name(other), held.verdict, held.score)
            for one, ties in found.items()
            for other, held in ties.items()
        ]

    def denials(self, clauses: Iterable[str]) -> Sequence[Relation]:
        """The relations of clauses to known ones that they deny or are denied by, `one` being the clause asked for."""
        rows = self._reader.rows(_DENIALS, _listed(clauses))
        return [Relation(_name(one), _name(other), Verdict.DENIES, score) for one, other, score in rows]

    def _relations(self) -> Relations:
        return Relations(self._reader)

    def copies_of(self, articles: Iterable[str]) -> Sequence[Copy]:
        """The kept groups of copies with at least one of the articles."""
        sql = (
            "SELECT record FROM copy WHERE id IN (SELECT copy FROM copied JOIN article ON article.id = copied.article "
            "WHERE article.name IN (SELECT value FROM json_each(?))) ORDER BY id"
        )
        rows = self._reader.rows(sql, json.dumps([plain(article) for article in articles]))
        return [records.read(Copy, record) for (record,) in rows]

    def houses(self) -> Mapping[str, str]:
        """The outlets of traced articles: their names by their keys."""
        return {str(key): str(name) for key, name in self._reader.rows("SELECT key, name FROM house ORDER BY article")}

    def _clauses(self, which: str, *values: str) -> Sequence[Clause]:
        return [
            Clause(
                _name(number),
                Passage(article, Span(start, end)),
                bool(negated),
                None if group is None else _name(group),
                None if claim is None else _name(claim),
            )
            for number, article, start, end, negated, group, claim in self._reader.rows(_CLAUSE + which, *values)
        ]

    def _record(self, place: int) -> bytes:
        record: bytes = self._reader.value("SELECT record FROM claim WHERE place = ?", place)
        return record

    def _whole_claim(self, record: bytes) -> Claim:
        claim = records.read(Claim, records.unpacked(record))
        near = sorted(_name(number) for (number,) in self._reader.rows(_NEAR, _number(claim.id)))
        return replace(claim, distinct_from=tuple(near))


class DocketKeeper(Keeper, Docket):
    """The claims of a ledger, to put together; fulfils `Retracing`. All is called inside transactions."""

    def __init__(self, ledger: Writer) -> None:
        super().__init__(ledger)
        self._at_hand = Relations(ledger)
        self._seen: int | None = None

    def _relations(self) -> Relations:
        """What holds of clauses, at hand as long as nobody else writes the ledger."""
        if self._seen != (state := self.state()):
            self._seen = state
            self._at_hand.forget()
        return self._at_hand

    def untraced(self, most: int) -> Sequence[str]:
        """Articles whose clauses are still to be put together with others, so many at most.

        Those that are tied come together, the closest first: a claim that all of them make is then put together once.
        """
        taken: dict[int, None] = {}
        for (first,) in self._reader.rows("SELECT article FROM untraced ORDER BY article LIMIT ?", most):
            ahead = [(0, int(first))]
            while ahead and len(taken) < most:
                _, number = heappop(ahead)
                if number not in taken:
                    taken[number] = None
                    for tied, closeness in self._reader.rows(_TIED, number):
                        heappush(ahead, (-int(closeness), int(tied)))
        return [self._name(number) for number in taken]

    def traced(self, articles: Iterable[str]) -> None:
        """Strike articles off `untraced`."""
        for article in articles:
            self._ledger.run("DELETE FROM untraced WHERE article = ?", self._number(article))

    def meet(self, key: str, name: str, article: str) -> bool:
        """Know the outlet of an article; whether `houses` changes by it."""
        asked = "SELECT name FROM house WHERE key = ? ORDER BY article DESC LIMIT 1"
        before = self._reader.value(asked, plain(key))
        self._ledger.run(
            "INSERT INTO house VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET article = max(article, excluded.article)",
            plain(key),
            plain(name),
            plain(article),
        )
        return bool(before != self._reader.value(asked, plain(key)))

    def mentioning(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The compared articles that hold one of the names in whatever case, and their texts."""
        sql = (
            "SELECT name, article.text FROM article_words JOIN article ON article.place = article_words.rowid "
            "JOIN imprint ON imprint.article = article.id WHERE article_words MATCH ?"
        )
        wanted = " OR ".join('"' + plain(name).replace('"', " ") + '"' for name in names)
        for name, text in self._reader.rows(sql, f"text : ({wanted})") if wanted else ():
            yield str(name), records.unpacked(text)

    def credited(self, codes: Iterable[str]) -> Sequence[str]:
        """The copies that are credited to agencies by these short names."""
        sql = (
            "SELECT DISTINCT name FROM copy, json_each(copy.codes) JOIN copied ON copied.copy = copy.id "
            "JOIN article ON article.id = copied.article WHERE value IN (SELECT value FROM json_each(?))"
        )
        return [str(name) for (name,) in self._reader.rows(sql, json.dumps(list(codes)))]

    def suspect(self, articles: Iterable[str]) -> None:
        """Put articles on `untraced`."""
        rows = [(self._number(article),) for article in articles]
        self._ledger.connection.executemany("INSERT OR IGNORE INTO untraced VALUES (?)", rows)

    def codes(self) -> Iterable[str]:
        """The short names of agencies that copies credit."""
        return [str(code) for (code,) in self._reader.rows("SELECT DISTINCT value FROM copy, json_each(copy.codes)")]

    def enter(self, clauses: Iterable[Clause]) -> None:
        """Know clauses; those that are known stay as they are."""
        rows = [
            (_number(clause.id), self._number(where.article), where.span.start, where.span.end, clause.negated)
            for clause in clauses
            for where in [clause.passage]
        ]
        sql = 'INSERT OR IGNORE INTO clause (id, article, "start", "end", negated) VALUES (?, ?, ?, ?, ?)'
        # In the order of their numbers, so that each page of the table is turned to once.
        self._ledger.connection.executemany(sql, sorted(rows))
        articles = list(dict.fromkeys(article for _, article, *_ in rows if article is not None))
        self._ledger.run(_STATED, json.dumps(articles))
        self._relations().forget(articles)

    def relate(self, articles: Iterable[str], judged: Iterable[Relation]) -> None:
        """Let what comparing showed hold of the clauses of articles, and what people `judged` of them instead."""
        numbers = [self._number(article) or 0 for article in articles]
        mine = "SELECT id FROM clause WHERE article IN (SELECT value FROM json_each(?))"
        turned = f"SELECT other, one FROM likeness WHERE one IN ({mine})"
        self._ledger.run(f"DELETE FROM likeness WHERE (one, other) IN ({turned})", json.dumps(numbers))
        self._ledger.run(f"DELETE FROM likeness WHERE one IN ({mine})", json.dumps(numbers))
        relations = self._relations()
        shown = (row for number in numbers for row in relations.shown(number))
        rows = [(one, other, *held) for one, other, held in shown if held.verdict in _APART]
        outweighing = [(_number(tie.one) or 0, _number(tie.other) or 0, tie.verdict, tie.score) for tie in judged]
        both = [(*ends, *held) for one, other, *held in (*rows, *outweighing) for ends in ((one, other), (other, one))]
        self._ledger.connection.executemany("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?)", both)
        if outweighing:
            relations.forget()

    def regroup(self, clauses: Iterable[Clause]) -> None:
        """Change the group and the claim of known clauses to what they say."""
        self._ledger.connection.executemany(
            'UPDATE clause SET "group" = ?, claim = ? WHERE id = ?',
            [
                (clause.group and _number(clause.group), clause.claim and _number(clause.claim), _number(clause.id))
                for clause in clauses
            ],
        )

    def put(self, claims: Iterable[Claim], gone: Iterable[str]) -> None:
        """Keep claims, without what is near them, in place of those of the same ids; drop those that are gone."""
        claims = list(claims)
        wanted = _listed({*gone, *(claim.id for claim in claims)})
        asked = "SELECT place, id, record FROM claim WHERE id IN (SELECT value FROM json_each(?))"
        held = {_name(number): (place, record) for place, number, record in self._reader.rows(asked, wanted)}
        fresh = []
        for claim in claims:
            place, record = _place_of(claim), records.packed(records.written(claim))
            if held.get(claim.id) == (place, record):
                del held[claim.id]
            else:
                fresh.append((claim, place, record))
        places = [(place,) for place, _ in held.values()]
        self._ledger.connection.executemany("DELETE FROM claim_words WHERE rowid = ?", places)
        self._ledger.connection.executemany("DELETE FROM claim WHERE place = ?", places)
        for claim, place, record in fresh:
            self._put(claim, place, record)

    def _put(self, claim: Claim, place: int, record: bytes) -> None:
        members = len(claim.members)
        self._ledger.run("INSERT INTO claim VALUES (?, ?, ?, ?)", place, _number(claim.id), members, record)
        if members > 1:
            words = " … ".join(dict.fromkeys([claim.text, *(member.text for member in claim.members)]))
            facets = facet("s", claim.support.independent)
            sql = "INSERT INTO claim_words (rowid, words, facets) VALUES (?, ?, ?)"
            self._ledger.run(sql, place, plain(words), facets)

    def put_copies(self, groups: Iterable[tuple[Copy, Sequence[str]]]) -> None:
        """Keep groups of copies, each with the short names of agencies that its articles credit, for older ones."""
        for group, codes in groups:
            numbers = [self._number(member.article) for member in group.members]
            wanted = json.dumps(numbers)
            held = self._reader.rows(
                "SELECT DISTINCT copy FROM copied WHERE article IN (SELECT value FROM json_each(?))", wanted
            )
            self._ledger.connection.executemany("DELETE FROM copied WHERE copy = ?", held)
            self._ledger.connection.executemany("DELETE FROM copy WHERE id = ?", held)
            self._ledger.run(
                "INSERT INTO copy (codes, record) VALUES (?, ?)", json.dumps(codes), records.written(group)
            )
            number = self._ledger.connection.last_insert_rowid()
            self._ledger.connection.executemany("INSERT INTO copied VALUES (?, ?)", [(one, number) for one in numbers])


def _found(words: str, support: int | None) -> tuple[str, tuple[str, ...]]:
    """SQL for the places of claims, and its values but the greatest place."""
    parts = [f"({part})" for part in [expression(words, "words")] if part]
    if support is not None:
        parts.append(f'(facets : "{facet("s", support)}")')
    if not parts:
        return "SELECT rowid AS place FROM claim_words WHERE rowid <= ? ORDER BY rowid DESC", ()
    sql = "SELECT rowid AS place FROM claim_words WHERE claim_words MATCH ? AND rowid <= ? ORDER BY rowid DESC"
    return sql, (" AND ".join(parts),)


def _place_of(claim: Claim) -> int:
    first = claim.first_said.datetime if claim.first_said else None
    number = _number(claim.id) or 0
    support = min(claim.support.independent, MOST_SUPPORT)
    return support << SUPPORT_BITS | day(first) << ID_BITS | number & (1 << ID_BITS) - 1


@lru_cache(maxsize=200_000)
def _number(name: str) -> int | None:
    """The number of a clause or claim; None for what is no id of one."""
    if len(name) != 13 or name[0] != "c" or not set(name[1:]) <= set("0123456789abcdef"):
        return None
    return int(name[1:], 16)


@lru_cache(maxsize=200_000)
def _name(number: int) -> str:
    return f"c{number:012x}"


def _listed(ids: Iterable[str]) -> str:
    return json.dumps([_number(name) for name in ids])


def _place(written: str) -> int:
    """The place that a `next` names. Raises UsageError where it is none."""
    try:
        number = int(written, 16) if written.isascii() and written.isalnum() else -1
    except ValueError:
        number = -1
    if not 0 <= number <= LATEST:
        raise UsageError(f"{written[:40]!r} is no place in a list; take one that a list gave as its next")
    return number
