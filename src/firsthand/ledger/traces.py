"""What tracing asks of a ledger and keeps in it: imprints, what ties two articles, what people judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from firsthand.ledger import records
from firsthand.ledger.keys import Keys, as_bytes, numbers_in
from firsthand.ledger.preparing import prepared
from firsthand.ledger.reader import Reader
from firsthand.ledger.testimony import shared_text
from firsthand.ledger.words import plain
from firsthand.ledger.writer import Saved, Writer
from firsthand.model import Compared, Findings, Holder, Imprint, Judgement, Likeness, Owned, SharedText

TIES = "SELECT one, other, {0} FROM tie WHERE {0} IS NOT NULL"
TIES_OF = f"{TIES} AND one = ?1 UNION ALL {TIES} AND other = ?1"

DERIVED = ("untraced", "claim_words", "claim", "likeness", "clause", "copied", "copy", "house")
"""Tables that are made anew from what comparing showed."""


class Tied(NamedTuple):
    """What ties two articles, by their ids, as a ledger keeps it."""

    one: str
    other: str
    shared: str | None
    likenesses: str | None


def tied(compared: Compared) -> tuple[Tied, ...]:
    """What ties an article to those that it was compared with."""
    shared = {(tie.one, tie.other): tie for tie in compared.shared}
    alike: dict[tuple[str, str], list[Likeness]] = {}
    for likeness in compared.likenesses:
        alike.setdefault((likeness.one.article, likeness.other.article), []).append(likeness)
    return tuple(
        Tied(
            *ends,
            records.written(shared[ends]) if ends in shared else None,
            records.written_likenesses(alike[ends]) if ends in alike else None,
        )
        for ends in sorted(shared.keys() | alike.keys())
    )


class Traces:
    """The stored articles as tracing reads them; fulfils `Stored`."""

    def __init__(self, ledger: Reader) -> None:
        self._reader = ledger
        self._keys = Keys(ledger)
        self._names: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def articles(self) -> Iterator[str]:
        """The ids of all articles that were compared."""
        rows = self._reader.rows("SELECT name FROM article JOIN imprint ON imprint.article = article.id")
        return (str(name) for (name,) in rows)

    def findings(self, articles: Iterable[str]) -> Iterator[Findings]:
        """The articles with what tracing asks of them."""
        return self._reader.testimonies(articles)

    def imprints(self, articles: Iterable[str]) -> Iterator[Imprint]:
        """The imprints of the articles."""
        sql = "SELECT precedence, keys, packed, version FROM imprint WHERE article = ?"
        for name in articles:
            for precedence, keys, packed, version in self._reader.rows(sql, self._number(name)):
                yield Imprint(name, precedence, numbers_in(keys), packed, version)

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        """For each key that is held, the articles that hold it: at most so many, those first by precedence."""
        return self._keys.holders(keys, most)

    def named(self, holders: Iterable[Holder]) -> Iterator[str]:
        """The ids of holders; of most that hold a key nobody asks."""
        return (self._name(number) for _, number in holders)

    def shared(self, articles: Iterable[str] | None = None) -> Iterator[SharedText]:
        """What was kept of shared text with at least one of the articles, or all of it."""
        for _, _, shared in self._ties("shared", articles):
            yield shared_text(shared)

    def likenesses(self, articles: Iterable[str] | None = None) -> Iterator[Likeness]:
        """What was kept of likenesses with at least one of the articles, or all of them."""
        for one, other, likenesses in self._ties("likenesses", articles):
            yield from records.read_likenesses(self._name(one), self._name(other), likenesses)

    def judgements(self) -> Iterator[Judgement]:
        """What people judged, in the order in which they did."""
        rows = self._reader.rows("SELECT record FROM judgement ORDER BY id")
        return (records.read(Judgement, record) for (record,) in rows)

    def owners(self) -> Sequence[Owned]:
        """What the user says of the owners of outlets, in the order of the outlets."""
        return [Owned(*row) for row in self._reader.rows("SELECT outlet, owner FROM owner ORDER BY outlet")]

    def current(self, version: int) -> bool:
        """Whether all imprints are of this version."""
        return not self._reader.value("SELECT 1 FROM imprint WHERE version <> ?", version)

    def missing(self, version: int) -> tuple[str, ...]:
        """The ids of articles that have no imprint of this version, in the order of filing."""
        sql = (
            "SELECT name FROM article LEFT JOIN imprint ON imprint.article = article.id AND version = ? "
            "WHERE imprint.article IS NULL ORDER BY article.id"
        )
        return tuple(str(name) for (name,) in self._reader.rows(sql, version))

    def _ties(self, kind: str, articles: Iterable[str] | None) -> Iterator[tuple[Any, ...]]:
        if articles is None:
            yield from self._reader.rows(TIES.format(kind))
            return
        asked = TIES_OF.format(kind)
        seen: set[tuple[int, int]] = set()
        for name in articles:
            for row in self._reader.rows(asked, self._number(name)):
                if row[:2] not in seen:
                    seen.add(row[:2])
                    yield row

    def _number(self, name: str) -> int | None:
        """The number of an article in the ledger, None where it has none of that id."""
        if name not in self._numbers:
            number = self._reader.value("SELECT id FROM article WHERE name = ?", plain(name))
            if number is None:
                return None
            self._numbers[name] = number
        return self._numbers[name]

    def _name(self, number: int) -> str:
        """The id of an article by its number; asked again and again of the same ones, so it is remembered."""
        if number not in self._names:
            name = str(self._reader.value("SELECT name FROM article WHERE id = ?", number))
            self._names[number], self._numbers[name] = name, number
        return self._names[number]


class Keeper(Traces):
    """The stored articles as tracing adds to them; fulfils `Keeping`."""

    def __init__(self, ledger: Writer) -> None:
        super().__init__(ledger)
        self._ledger = ledger

    def keep(self, findings: Findings, compared: Compared) -> None:
        """Add an article and what comparing it showed, all or nothing."""
        with self._ledger.transaction():
            content = sha256(findings.article.id.encode("utf-8", "surrogatepass")).digest()
            self._ledger.add(prepared(findings), Saved(content))
            self.imprint(compared)

    def imprint(self, compared: Compared, ahead: Iterable[Tied] = ()) -> None:
        """Keep what comparing an article showed that is in the ledger, `ahead` or now. Inside a transaction."""
        imprint = compared.imprint
        number = self._number(imprint.article)
        assert number is not None  # noqa: S101 - the article is in the ledger
        values = (number, imprint.precedence, imprint.version, as_bytes(imprint.keys), imprint.packed)
        self._ledger.run("INSERT INTO imprint VALUES (?, ?, ?, ?, ?)", *values)
        self._keys.hold(number)
        ties = [(self._number(one), self._number(other), *kept) for one, other, *kept in (*ahead, *tied(compared))]
        self._ledger.connection.executemany("INSERT INTO tie VALUES (?, ?, ?, ?)", ties)

    def forget(self) -> None:
        """Drop all that comparing showed, to compare anew; what people judged stays. Inside a transaction."""
        self._keys.forget()
        for table in (*DERIVED, "tie", "imprint"):
            self._ledger.run(f"DELETE FROM {table}")

    def judge(self, judgement: Judgement) -> None:
        """Add what a person judged."""
        with self._ledger.transaction():
            self._ledger.run("INSERT INTO judgement (record) VALUES (?)", records.written(judgement))
