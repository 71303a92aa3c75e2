"""Looking things up in a ledger: statements and articles by words, voices by name, transfers, events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from firsthand.errors import UsageError
from firsthand.ledger import records
from firsthand.ledger.backing import EXTENT, condition, counted, surely
from firsthand.ledger.excerpts import densest
from firsthand.ledger.places import DAY_SHIFT, LATEST, bounds, number
from firsthand.ledger.reader import Reader
from firsthand.ledger.timelines import dates
from firsthand.ledger.words import Marker, any_of, expression, facet, folded
from firsthand.model import (
    Backing,
    Count,
    Entry,
    Event,
    EventQuery,
    Excerpt,
    Exchange,
    ExchangeQuery,
    Facets,
    Happening,
    Holdings,
    Listing,
    Order,
    Query,
    Said,
    Slice,
    Span,
    Statement,
    Transfer,
    Voice,
)

MOST_COUNTED = 1_000
"""Matches beyond so many are not counted: nobody reads them, and counting costs more than finding."""

MOST_RANKED = 2_000
"""The best are sought among so many of the newest."""

MOST_DIVIDED = 5_000
"""Facets are counted over so many of the newest."""

MOST_NAMES = 200
"""So many names that hold the words are looked at."""

SHOWN = 12
"""Values shown of a facet."""

FIRST = Slice()
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for in one index: the expression, and the places between which it may stand.

    `backing` and `min_confidence` are asked for of statements alone.
    """

    expression: str | None
    least: int
    greatest: int
    backing: Backing | None = None
    min_confidence: float = 0.0

    def narrowed(self, place: str) -> str:
        """SQL that holds for the statements at a place, to go behind what the word index finds."""
        return condition(self.backing, place) + surely(self.min_confidence, place)


@dataclass(frozen=True, slots=True)
class _Index:
    """A table of things and its word index; `weights` say what a column counts when the best are sought."""

    table: str
    words: str
    weights: str

    def found(self, wanted: _Wanted) -> tuple[str, tuple[str | int, ...]]:
        """SQL for the places, newest first, with its values."""
        if wanted.expression is None:
            narrowed = wanted.narrowed("place")
            sql = f"SELECT place FROM {self.table} WHERE place BETWEEN ? AND ?{narrowed} ORDER BY place DESC"
            return sql, (wanted.least, wanted.greatest)
        narrowed = wanted.narrowed(f"{self.words}.rowid")
        sql = (
            f"SELECT rowid AS place FROM {self.words} "
            f"WHERE {self.words} MATCH ? AND rowid BETWEEN ? AND ?{narrowed} ORDER BY rowid DESC"
        )
        return sql, (wanted.expression, wanted.least, wanted.greatest)

    def ranked(self, wanted: _Wanted) -> str:
        """SQL for the places among the newest, the best first."""
        narrowed = wanted.narrowed(f"{self.words}.rowid")
        return (
            f"SELECT place FROM (SELECT rowid AS place, bm25({self.words}, {self.weights}) AS score "
            f"FROM {self.words} WHERE {self.words} MATCH ? AND rowid BETWEEN ? AND ?{narrowed} ORDER BY rowid DESC "
            f"LIMIT {MOST_RANKED}) ORDER BY score, place DESC LIMIT ? OFFSET ?"
        )


ARTICLES = _Index("article", "article_words", "5.0, 1.0, 0.0")
STATEMENTS = _Index("statement", "statement_words", "1.0, 0.0, 0.0")
EXCHANGES = _Index("exchange", "exchange_words", "1.0, 1.0, 1.0, 0.0")
EVENTS = _Index("event", "event_words", "1.0, 0.0")


class Catalogue(Reader):
    """A ledger to look things up in; lists come in parts, each with the way to the next."""

    _holdings: tuple[int, Holdings] | None = None

    def holdings(self) -> Holdings:
        """How much the ledger holds: counted once, and anew when somebody has written."""
        with self.snapshot():
            state = self.connection.pragma("data_version")
            if self._holdings is None or self._holdings[0] != state:
                self._holdings = (state, super().holdings())
            return self._holdings[1]

    def statements(self, query: Query, part: Slice = FIRST) -> Listing[Said]:
        """Statements by words, speaker, outlet, date, act and form."""
        marker = Marker(self.connection, query.words)
        with self.snapshot():
            places = self._places(STATEMENTS, self._statement_wanted(query), part)
            return self.listed(places, lambda at: self.said_at(at, marker))

    def texts(self, query: Query, part: Slice = FIRST) -> Listing[Excerpt]:
        """Articles by the words of their title and text, outlet and date; each with the passage that fits best."""
        marker = Marker(self.connection, query.words)
        with self.snapshot():
            places = self._places(ARTICLES, self._article_wanted(query), part)
            return self.listed(places, lambda at: self._excerpt(at, marker))

    def said_by(self, name: str, part: Slice = FIRST, min_confidence: float = 0.0) -> Listing[Said]:
        """Statements that someone with these words in the name vouches for, passes on or denies, newest first."""
        with self.snapshot():
            wanted = self.name_expression(name)
            sql = (
                "SELECT DISTINCT statement AS place FROM voice WHERE statement BETWEEN ? AND ? AND name IN "
                f"(SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT {MOST_NAMES})"
                f"{surely(min_confidence, 'voice.statement')} ORDER BY statement DESC"
            )
            least, greatest = bounds(None, None)
            places = self.newest(sql, lambda most: (least, most, wanted), greatest, part)
            return self.listed(places, self.said_at)

    def voices(self, name: str, min_confidence: float = 0.0) -> tuple[Voice, ...]:
        """Those with these words in one of their names, who is heard most first."""
        sql = (
            "SELECT shown.name, sum(role = 'origin'), sum(role = 'relay'), sum(role = 'denier') FROM "
            "(SELECT DISTINCT statement, role, shown FROM voice WHERE name IN "
            f"(SELECT rowid FROM name_words WHERE name_words MATCH ? LIMIT {MOST_NAMES})"
            f"{surely(min_confidence, 'voice.statement')}) AS heard "
            "JOIN name AS shown ON shown.id = heard.shown GROUP BY shown.id ORDER BY count(*) DESC, shown.name"
        )
        with self.snapshot():
            return tuple(Voice(*row) for row in self.rows(sql, self.name_expression(name)))

    def exchanges(self, query: ExchangeQuery, part: Slice = FIRST) -> Listing[Transfer]:
        """Transfers by giver, receiver, item, status, outlet and date."""
        with self.snapshot():
            return self.listed(self._places(EXCHANGES, self._exchange_wanted(query), part), self.transfer_at)

    def events(self, query: EventQuery, part: Slice = FIRST) -> Listing[Happening]:
        """Events by type, participant or place, outlet and date."""
        with self.snapshot():
            return self.listed(self._places(EVENTS, self._event_wanted(query), part), self._happening)

    def facets(self, query: Query) -> Facets:
        """How the statements that a query finds divide."""
        with self.snapshot():
            inner, values = self.sought(query)
            sql = (
                f"SELECT found.place >> {DAY_SHIFT}, statement.speaker, article.outlet, act, form, "
                f"coalesce(origins, 1) FROM ({inner} LIMIT {MOST_DIVIDED + 1}) AS found JOIN statement USING (place) "
                "JOIN article ON article.id = statement.article LEFT JOIN backed ON backed.statement = found.place"
            )
            rows = self.rows(sql, *values)
            if not rows:
                return Facets()
            days, speakers, outlets, acts, forms, origins = zip(*rows[:MOST_DIVIDED], strict=True)
            return Facets(
                self._called("SELECT name FROM name WHERE id = ?", speakers),
                self._called("SELECT coalesce(name, domain) FROM outlet WHERE id = ?", outlets),
                dates(Counter(days), SHOWN),
                frequent(acts),
                frequent(forms),
                counted(origins, SHOWN),
                exact=len(rows) <= MOST_DIVIDED,
            )

    def _called(self, sql: str, numbers: Iterable[int | None]) -> tuple[Count, ...]:
        """The most frequent of some numbers, by the names that these stand for: so few names are looked up."""
        counted = Counter(numbers)
        counted.pop(None, None)
        return tuple(Count(self.value(sql, number), count) for number, count in counted.most_common(SHOWN))

    def sought(self, query: Query | ExchangeQuery | EventQuery) -> tuple[str, tuple[str | int, ...]]:
        """SQL for the places of the statements, transfers or events that are looked for, newest first; its values."""
        if isinstance(query, ExchangeQuery):
            return EXCHANGES.found(self._exchange_wanted(query))
        if isinstance(query, EventQuery):
            return EVENTS.found(self._event_wanted(query))
        return STATEMENTS.found(self._statement_wanted(query))

    def _statement_wanted(self, query: Query) -> _Wanted:
        asked = [expression(query.words, "words"), expression(query.speaker or "", "speaker")]
        chosen = [facet("a", query.act)] if query.act else []
        chosen += [facet("f", query.form)] if query.form else []
        between = bounds(query.since, query.until)
        if query.backing and query.backing.least > 1:
            between = self._backed(query.backing, *between)
        wanted = self._wanted(asked, chosen, query.outlet, between)
        return replace(wanted, backing=query.backing, min_confidence=query.min_confidence)

    def _backed(self, wanted: Backing, least: int, greatest: int) -> tuple[int, int]:
        """The places between which statements rest on so many origins: none are looked at where none do."""
        ((first, last),) = self.rows(EXTENT, wanted.least, LATEST if wanted.most is None else wanted.most)
        return (1, 0) if first is None else (max(least, first), min(greatest, last))

    def _exchange_wanted(self, query: ExchangeQuery) -> _Wanted:
        named = ((query.giver, "giver"), (query.receiver, "receiver"), (query.item, "item"))
        asked = [expression(words or "", column) for words, column in named]
        chosen = [facet("t", query.status)] if query.status else []
        return self._wanted(asked, chosen, query.outlet, bounds(query.since, query.until))

    def _event_wanted(self, query: EventQuery) -> _Wanted:
        asked = [expression(query.participant or "", "participant")]
        chosen = [facet("e", query.type)] if query.type else []
        return self._wanted(asked, chosen, query.outlet, bounds(query.since, query.until))

    def _article_wanted(self, query: Query) -> _Wanted:
        if query.speaker or query.act or query.form or query.backing:
            raise UsageError(
                "speaker, act, form and origins belong to statements; articles are found by words, outlet and date"
            )
        return self._wanted([expression(query.words, "title text")], [], query.outlet, bounds(query.since, query.until))

    def _wanted(
        self, asked: Sequence[str | None], facets: Sequence[str], outlet: str | None, between: tuple[int, int]
    ) -> _Wanted:
        parts = [part for part in asked if part] + [any_of([one]) for one in facets]
        if outlet:
            parts.append(any_of([facet("o", number) for number in self.outlets(outlet)] or ["onone"]))
        return _Wanted(" AND ".join(f"({part})" for part in parts) or None, *between)

    def outlets(self, outlet: str) -> tuple[int, ...]:
        """The numbers of the outlets with this name or domain."""
        sql = "SELECT id FROM outlet WHERE key = ? OR lower(name) = lower(?)"
        return tuple(number for (number,) in self.rows(sql, folded(outlet), outlet))

    @staticmethod
    def name_expression(name: str) -> str:
        wanted = expression(name, "name")
        if wanted is None:
            raise UsageError("nobody has an empty name; give a word of it at least")
        return wanted

    def _places(self, index: _Index, wanted: _Wanted, part: Slice) -> Listing[int]:
        if part.order is Order.BEST and wanted.expression:
            return self._best(index, wanted, part)
        sql, values = index.found(wanted)
        return self.newest(sql, lambda most: (*values[:-1], most), wanted.greatest, part)

    def newest(
        self, sql: str, values: Callable[[int], tuple[str | int, ...]], greatest: int, part: Slice
    ) -> Listing[int]:
        """The part of a list of places; `values` gives those of the SQL for the greatest place to be found."""
        if part.after:
            rows = self.rows(f"{sql} LIMIT ?", *values(number(part.after, 16) - 1), part.size + 1)
            count = self.value(f"SELECT count(*) FROM ({sql} LIMIT {MOST_COUNTED + 1})", *values(greatest))
        else:
            # One look for both: what is rare among common things is found by looking at all of these.
            rows = self.rows(f"{sql} LIMIT ?", *values(greatest), max(MOST_COUNTED, part.size) + 1)
            count = min(len(rows), MOST_COUNTED + 1)
        places = tuple(at for (at,) in rows[: part.size])
        following = f"{places[-1]:x}" if len(rows) > part.size else None
        return Listing(places, following, min(count, MOST_COUNTED), count <= MOST_COUNTED)

    def _best(self, index: _Index, wanted: _Wanted, part: Slice) -> Listing[int]:
        skipped = number(part.after, 10) if part.after else 0
        asked = (wanted.expression, wanted.least, wanted.greatest)
        rows = self.rows(index.ranked(wanted), *asked, part.size + 1, skipped)
        sql, values = index.found(wanted)
        count = self.value(f"SELECT count(*) FROM ({sql} LIMIT {MOST_COUNTED + 1})", *values)
        following = str(skipped + part.size) if len(rows) > part.size else None
        places = tuple(at for (at,) in rows[: part.size])
        return Listing(places, following, min(count, MOST_COUNTED), count <= MOST_COUNTED)

    @staticmethod
    def listed(places: Listing[int], shown: Callable[[int], T]) -> Listing[T]:
        """What stands at the places of a list."""
        return Listing(tuple(shown(at) for at in places.found), places.next, places.total, places.exact)

    def _row(self, table: str, at: int) -> tuple[Entry, str, str]:
        ((article, record),) = self.rows(f"SELECT article, record FROM {table} WHERE place = ?", at)
        return (*self.head(article), record)

    def said_at(self, at: int, marker: Marker | None = None) -> Said:
        """The statement at a place."""
        entry, text, record = self._row("statement", at)
        statement = records.read(Statement, record)
        return Said(entry, text, statement, marker.marks(text, statement.content) if marker else ())

    def transfer_at(self, at: int) -> Transfer:
        """The transfer at a place."""
        entry, text, record = self._row("exchange", at)
        return Transfer(entry, text, records.read(Exchange, record))

    def _happening(self, at: int) -> Happening:
        entry, text, record = self._row("event", at)
        return Happening(entry, text, records.read(Event, record))

    def _excerpt(self, at: int, marker: Marker) -> Excerpt:
        entry, text = self.head(self.value("SELECT id FROM article WHERE place = ?", at))
        marks = marker.marks(text, [Span(0, len(text))]) if text else ()
        passage = densest(text, marks)
        inside = tuple(mark for mark in marks if passage and passage.contains(mark))
        return Excerpt(entry, text, passage, inside)


def frequent(values: Iterable[str | None]) -> tuple[Count, ...]:
    """How often each value comes, the most frequent first."""
    counted = Counter(values)
    counted.pop(None, None)
    return tuple(Count(value, number) for value, number in counted.most_common(SHOWN) if value is not None)
