"""The searches that somebody keeps, to see again what they find, or to follow them as feeds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from firsthand.errors import UsageError
from firsthand.ledger.reader import Reader
from firsthand.ledger.words import plain
from firsthand.ledger.writer import Writer
from firsthand.model import SavedSearch, Shelf

LONGEST_NAME, LONGEST_ASKED, MOST_KEPT = 120, 2_000, 1_000
"""Letters of a name and of what is asked for; searches in a ledger."""

_COLUMNS = "SELECT name, shelf, asked, id, at FROM saved_search"


class Searches:
    """The kept searches of a ledger."""

    def __init__(self, ledger: Reader) -> None:
        self._reader = ledger

    def all(self) -> tuple[SavedSearch, ...]:
        """All of them, the latest kept first."""
        return tuple(_search(row) for row in self._reader.rows(f"{_COLUMNS} ORDER BY id DESC"))

    def one(self, number: int) -> SavedSearch | None:
        """The search with a number, None where there is none."""
        return self._first(self._reader.rows(f"{_COLUMNS} WHERE id = ?", number))

    def same(self, shelf: Shelf, asked: str) -> SavedSearch | None:
        """The kept search that asks for the same, None where there is none."""
        rows = self._reader.rows(f"{_COLUMNS} WHERE shelf = ? AND asked = ?", shelf, normal(asked))
        return self._first(rows)

    @staticmethod
    def _first(rows: Iterable[Any]) -> SavedSearch | None:
        return next((_search(row) for row in rows), None)


class SearchKeeper(Searches):
    """The kept searches of a ledger that can be written."""

    def __init__(self, ledger: Writer) -> None:
        super().__init__(ledger)
        self._ledger = ledger

    def keep(self, search: SavedSearch) -> SavedSearch:
        """The search as it is kept; of two that ask for the same the first stays.

        Raises UsageError where it is too long, or one too many.
        """
        name, asked = " ".join(plain(search.name).split()), normal(search.asked)
        if not name or len(name) > LONGEST_NAME:
            raise UsageError(f"a search is kept under a name of 1 to {LONGEST_NAME} letters")
        if len(asked) > LONGEST_ASKED:
            raise UsageError(f"a search with more than {LONGEST_ASKED} letters is not kept; ask for less")
        with self._ledger.transaction():
            if known := self.same(search.shelf, asked):
                return known
            if self._ledger.value("SELECT count(*) FROM saved_search") >= MOST_KEPT:
                raise UsageError(f"a ledger keeps {MOST_KEPT:,} searches; drop one first")
            at = datetime.now(UTC).isoformat(timespec="seconds")
            sql = "INSERT INTO saved_search (name, shelf, asked, at) VALUES (?, ?, ?, ?)"
            self._ledger.run(sql, name, search.shelf, asked, at)
            return SavedSearch(name, search.shelf, asked, self._ledger.connection.last_insert_rowid(), at)

    def drop(self, number: int) -> bool:
        """Keep a search no longer; False where there was none."""
        with self._ledger.transaction():
            found = self.one(number) is not None
            self._ledger.run("DELETE FROM saved_search WHERE id = ?", number)
            return found


def normal(asked: str) -> str:
    """What an address asks for, in one order and without what says nothing."""
    said = sorted((name, value.strip()) for name, value in parse_qsl(plain(asked)) if value.strip())
    return urlencode(said)


def _search(row: Any) -> SavedSearch:  # noqa: ANN401 - as the schema says
    name, shelf, asked, number, at = row
    return SavedSearch(name, Shelf(shelf), asked, number, at)
