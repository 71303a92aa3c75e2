"""Under which keys stored articles are found: those of the latest in memory, those of all others in a table."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from firsthand.ledger.store import Store
from firsthand.model import Holder

MOST_FRESH = 2_048
"""Articles whose keys are not in the table yet. A process reads them in 30 ms, before it compares its first article."""

_HOLDERS = "SELECT key, precedence, article FROM imprint_key WHERE key = ? ORDER BY precedence, article LIMIT ?"
_FRESH = """
    SELECT number, article, precedence, keys FROM fresh JOIN imprint USING (article) WHERE number >= ? ORDER BY number
"""


class Keys:
    """The keys of a ledger's imprints, to look up and to add to.

    What has been read of the latest stays in memory, and is read again when it was moved to the table. An article must
    not be looked up in the transaction that adds it: that may yet be undone.
    """

    def __init__(self, ledger: Store) -> None:
        self._ledger = ledger
        self._fresh: dict[int, list[Holder]] = {}
        self._unsorted: set[int] = set()
        self._read = 0
        self._last = 0

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        """For each key that is held, the articles that hold it, by precedence: at most so many."""
        self._read_on()
        held: dict[int, list[Holder]] = {}
        # One call for all keys: a call costs more than the look that SQLite takes.
        rows = self._ledger.connection.executemany(_HOLDERS, [(key, most) for key in keys])
        for key, precedence, article in cast("Iterable[tuple[int, int, int]]", rows):
            held.setdefault(key, []).append((precedence, article))
        for key in self._fresh.keys() & set(keys):
            fresh = self._fresh[key]
            if key in self._unsorted:
                fresh.sort()
                self._unsorted.discard(key)
            held[key] = sorted([*held.get(key, ()), *fresh[:most]])[:most]
        return held

    def hold(self, article: int) -> None:
        """Let an article whose imprint is stored be found under its keys. Inside a transaction."""
        self._read_on()
        if self._read >= MOST_FRESH:
            self._settle()
        self._ledger.run("INSERT INTO fresh (article) VALUES (?)", article)

    def forget(self) -> None:
        """Let no article be found. Inside a transaction."""
        self._ledger.run("DELETE FROM fresh")
        self._ledger.run("DELETE FROM imprint_key")

    def _read_on(self) -> None:
        """Read what was added since, or all that is fresh where what was read is so no more."""
        rows = self._ledger.connection.execute(_FRESH, (self._last,)).fetchall()
        if self._last and not (rows and rows[0][0] == self._last):
            self._fresh, self._unsorted, self._read, self._last = {}, set(), 0, 0
            rows = self._ledger.connection.execute(_FRESH, (0,)).fetchall()
        for number, article, precedence, keys in cast("list[tuple[int, int, int, bytes]]", rows):
            if number > self._last:
                holder = (precedence, article)
                of_article = numbers_in(keys)
                for key in of_article:
                    self._fresh.setdefault(key, []).append(holder)
                self._unsorted.update(of_article)
                self._read, self._last = self._read + 1, number

    def _settle(self) -> None:
        """Move the keys of fresh articles to the table; what is in memory is dropped when that is seen to be done."""
        rows = sorted((key, *holder) for key, holders in self._fresh.items() for holder in holders)
        self._ledger.connection.executemany("INSERT INTO imprint_key VALUES (?, ?, ?)", rows)
        self._ledger.run("DELETE FROM fresh")


def as_bytes(numbers: Sequence[int]) -> bytes:
    """Signed 64-bit numbers, little-endian."""
    found = array("q", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def numbers_in(stored: bytes) -> tuple[int, ...]:
    """The numbers that `as_bytes` wrote."""
    numbers = array("q")
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(numbers)
