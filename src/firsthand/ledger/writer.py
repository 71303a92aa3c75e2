"""The writing side of a ledger: one article, one transaction, keyed by content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import apsw

from firsthand.errors import InputError
from firsthand.ledger import records
from firsthand.ledger.connection import WAIT, connect, transaction, translated
from firsthand.ledger.places import place, places_in
from firsthand.ledger.preparing import Name, Prepared, Row, packed_page, prepared
from firsthand.ledger.reader import Reader
from firsthand.ledger.words import facet, folded, maybe_plain, plain
from firsthand.model import Findings, Outlet, Page, Validators


class _Table(NamedTuple):
    """How a row is put into a table, and its words into the index of the table."""

    row: str
    words: str


STATEMENT = _Table(
    "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO statement_words (rowid, words, speaker, facets) VALUES (?, ?, ?, ?)",
)
EXCHANGE = _Table(
    "INSERT INTO exchange VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO exchange_words (rowid, giver, receiver, item, facets) VALUES (?, ?, ?, ?, ?)",
)
EVENT = _Table(
    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO event_words (rowid, participant, facets) VALUES (?, ?, ?)",
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What is filed beside the findings: the page itself, and what its site gave with it. `content` is its key."""

    content: bytes
    page: Page | None = None
    validators: Validators | None = None


def content_key(sha256_of_bytes: str, url: str | None, outlet: str | None) -> bytes:
    """What one content is known by: its bytes, and who printed them where; the same text in two papers is two."""
    parts = (sha256_of_bytes, url or "", outlet or "")
    return sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).digest()


class Writer(Reader):
    """A ledger to which can be added. Several may be open; their transactions take turns.

    `wait` is for how many milliseconds one waits for its turn.
    """

    def __init__(self, path: Path, *, make: bool = True, wait: int = WAIT) -> None:
        super().__init__(path, connect(path, make=make))
        self.connection.set_busy_timeout(wait)
        self._wait = wait

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; another writer waits meanwhile."""
        with translated(self.path), transaction(self.connection):
            yield

    def empty_log(self) -> None:
        """Carry over the write-ahead log and empty it, so that it holds nothing deleted; not while somebody reads."""
        self.connection.set_busy_timeout(0)
        with suppress(apsw.BusyError):
            self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        self.connection.set_busy_timeout(self._wait)

    def admit(self, article: Prepared, saved: Saved) -> Prepared | str:
        """The article under the id that it will have, or the id of the one that is the same.

        Inside a transaction. Raises InputError where another article has the id that the input gives.
        """
        if same := self.holds(saved.content) or self._same_words(article):
            self._see(saved, self.value("SELECT id FROM article WHERE name = ?", plain(same)))
            return same
        if not self.value("SELECT 1 FROM article WHERE name = ?", plain(article.id)):
            return article
        if not article.id.startswith("sha256:"):
            problem = f"the ledger has another article with the id {article.id!r}"
            raise InputError(article.source, problem, "give it an id of its own")
        # The same bytes at another address: the digest of both tells them apart.
        return article.renamed(f"sha256:{saved.content.hex()}")

    def add(self, article: Prepared, saved: Saved) -> None:
        """File an article that was admitted. Inside a transaction."""
        # Each statement writes one row by itself: before one that may write several (from a SELECT, with RETURNING, or
        # a trigger), SQLite has every word index write out what it has gathered.
        outlet = self._outlet_number(article.outlet)
        facets = () if outlet is None else (facet("o", outlet),)
        number = int(self.value("SELECT coalesce(max(id), 0) + 1 FROM article"))
        at = place(article.published, number)
        self.run(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            number,
            at,
            plain(article.id),
            article.title,
            outlet,
            article.published,
            article.url,
            article.language,
            _now(),
            self._page_number(saved.page, article.page),
            self.value("SELECT max(id) FROM article WHERE url = ?", article.url) if article.url else None,
            article.text,
            article.record,
        )
        words = (at, article.title or "", article.words, " ".join(facets))
        self.run("INSERT INTO article_words (rowid, title, text, facets) VALUES (?, ?, ?, ?)", *words)
        for agency in article.credits:
            self.run("INSERT INTO credit VALUES (?, ?)", number, agency)
        names = self._name_numbers(article.names)
        for table, rows in (STATEMENT, article.statements), (EXCHANGE, article.exchanges), (EVENT, article.events):
            placed = list(zip(places_in(at, len(rows)), rows, strict=True))
            # The last first: where numbers do not rise, a word index writes out at once what it has gathered.
            self._add_rows(table, placed[::-1], number, names, facets)
        self._see(saved, number)

    def file(self, findings: Findings, saved: Saved) -> bool:
        """Prepare, admit and add in one transaction; False where the ledger has the article already."""
        article = prepared(findings, saved.page)
        with self.transaction():
            admitted = self.admit(article, saved)
            if isinstance(admitted, Prepared):
                self.add(admitted, saved)
        return isinstance(admitted, Prepared)

    def _same_words(self, article: Prepared) -> str | None:
        """An article at the same address with the same words: the page differs in what surrounds it alone."""
        if article.url is None:
            return None
        latest = "SELECT name, title, text FROM article WHERE url = ? ORDER BY id DESC LIMIT 1"
        for name, title, text in self.rows(latest, article.url):
            if title == article.title and records.unpacked(text) == records.unpacked(article.text):
                return str(name)
        return None

    def _see(self, saved: Saved, article: int) -> None:
        self.run("INSERT OR IGNORE INTO seen VALUES (?, ?)", saved.content, article)
        if saved.validators and saved.page and saved.page.url:
            kept = saved.validators
            visit = (plain(saved.page.url), kept.etag, kept.last_modified, _now())
            self.run("INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?)", *visit)

    def _add_rows(
        self,
        table: _Table,
        placed: Sequence[tuple[int, Row]],
        article: int,
        names: Sequence[int],
        facets: Sequence[str],
    ) -> None:
        """The rows of a table by their places, with their words and voices."""
        many = self.connection.executemany
        named = [(at, row, [None if one is None else names[one] for one in row.names]) for at, row in placed]
        many(table.row, [(at, article, *numbers, *row.values) for at, row, numbers in named])
        many(table.words, [(at, *row.words, " ".join([*facets, row.facets])) for at, row in placed])
        voices = [(names[name], at, role, names[shown]) for at, row in placed for name, role, shown in row.voices]
        many("INSERT INTO voice VALUES (?, ?, ?, ?)", voices)

    def _name_numbers(self, names: Sequence[Name]) -> Sequence[int]:
        """The numbers of names, given now to those that are new."""
        many = self.connection.executemany
        known = dict(many("SELECT key, id FROM name WHERE key = ?", [(name.key,) for name in names]))
        if new := [name for name in names if name.key not in known]:
            first = int(self.value("SELECT coalesce(max(id), 0) + 1 FROM name"))
            known.update((name.key, number) for number, name in enumerate(new, first))
            many("INSERT INTO name VALUES (?, ?, ?)", [(known[name.key], *name) for name in new])
            many("INSERT INTO name_words (rowid, name) VALUES (?, ?)", [(known[name.key], name.name) for name in new])
        return [known[name.key] for name in names]

    def _outlet_number(self, outlet: Outlet | None) -> int | None:
        """The number of an outlet, given now if it is new; a name it lacked is added."""
        if outlet is None or not (outlet.domain or outlet.name):
            return None
        key = folded(outlet.domain or outlet.name or "")
        known = self.rows("SELECT id, name FROM outlet WHERE key = ?", key)
        if not known:
            values = (key, maybe_plain(outlet.name), maybe_plain(outlet.domain))
            self.run("INSERT INTO outlet (key, name, domain) VALUES (?, ?, ?)", *values)
            return self.connection.last_insert_rowid()
        ((number, name),) = known
        if outlet.name and name is None:
            self.run("UPDATE outlet SET name = ? WHERE id = ?", plain(outlet.name), number)
        return int(number)

    def _page_number(self, page: Page | None, packed: bytes | None) -> int | None:
        """The number of a saved page; the same bytes are kept once."""
        if page is None:
            return None
        digest = bytes.fromhex(page.sha256)
        if known := self.value("SELECT id FROM page WHERE sha256 = ?", digest):
            return int(known)
        self.run(
            "INSERT INTO page (sha256, media_type, charset, size, content) VALUES (?, ?, ?, ?, ?)",
            digest,
            page.media_type,
            page.charset,
            len(page.content),
            packed or packed_page(page),
        )
        return self.connection.last_insert_rowid()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
