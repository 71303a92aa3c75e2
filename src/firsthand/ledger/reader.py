"""The reading side of a ledger: articles with all that was found in them, their pages, what is held at all."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import msgspec

from firsthand.errors import LedgerError
from firsthand.ledger import records
from firsthand.ledger.connection import connect
from firsthand.ledger.places import MOST_IN_ARTICLE, bounds
from firsthand.ledger.store import Store
from firsthand.ledger.testimony import testimony
from firsthand.ledger.words import plain
from firsthand.model import (
    Entry,
    Event,
    Exchange,
    Findings,
    Holdings,
    Outlet,
    Page,
    Statement,
    Validators,
)

ROWS = {"statements": ("statement", Statement), "exchanges": ("exchange", Exchange), "events": ("event", Event)}
"""The fields of findings that have rows of their own: their table and noun."""

_WHOLE = "SELECT place, text, record FROM article WHERE name = ?"
_HEAD = """
    SELECT article.name, title, outlet.name, outlet.domain, published, url, language, filed, text
    FROM article LEFT JOIN outlet ON outlet.id = article.outlet WHERE article.id = ?
"""


class Reader(Store):
    """A ledger to read in, while others read and one writes."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """The ledger in a file. Raises LedgerError where it is missing, newer, or none."""
        connection = connect(path, make=False)
        connection.pragma("query_only", value=True)
        return cls(path, connection)

    def holds(self, content: bytes) -> str | None:
        """The id of the article that was filed from this content."""
        return self._text("SELECT name FROM seen JOIN article ON id = article WHERE content = ?", content)

    def validators(self, url: str) -> Validators | None:
        """What came with the page that was filed under an address."""
        rows = self.rows("SELECT etag, last_modified FROM visit WHERE url = ?", plain(url))
        return Validators(*rows[0]) if rows else None

    def holdings(self) -> Holdings:
        """How much the ledger holds."""
        with self.snapshot():
            tables = ("article", "statement", "exchange", "event", "name", "outlet")
            return Holdings(*(self.value(f"SELECT count(*) FROM {table}") for table in tables))

    def findings(self, article: str) -> Findings | None:
        """An article with all that was found in it; None where the ledger does not have it."""
        return self._found(article)

    def findings_of(self, articles: Iterable[str]) -> Iterator[Findings]:
        """The articles with all that was found in them; ids that the ledger does not have are passed over."""
        for article in articles:
            if found := self._found(article):
                yield found

    def _found(self, article: str) -> Findings | None:
        with self.snapshot(), self._whole(article):
            for place, text, record in self.rows(_WHOLE, plain(article)):
                words = records.unpacked(text)
                return records.read_findings(records.unpacked(record), words, self._nouns(place))
        return None

    def testimonies(self, articles: Iterable[str]) -> Iterator[Findings]:
        """Of articles what tracing asks; ids that the ledger does not have are passed over."""
        said = "SELECT record FROM statement WHERE place BETWEEN ? AND ? ORDER BY place DESC"
        for article in articles:
            for place, text, record in self.rows(_WHOLE, plain(article)):
                rows = self.rows(said, place, place + MOST_IN_ARTICLE)
                with self._whole(article):
                    found = testimony(records.unpacked(record), records.unpacked(text), (one for (one,) in rows))
                yield found

    def _nouns(self, place: int) -> dict[str, tuple[object, ...]]:
        found: dict[str, tuple[object, ...]] = {}
        for field, (table, noun) in ROWS.items():
            sql = f"SELECT record FROM {table} WHERE place BETWEEN ? AND ? ORDER BY place DESC"
            rows = self.rows(sql, place, place + MOST_IN_ARTICLE)
            found[field] = tuple(records.read(noun, record) for (record,) in rows)
        return found

    def turn(self, what: Iterable[str]) -> tuple[int, ...]:
        """How often these have changed: what is "written" beside articles and claims, and "claims" themselves."""
        turns = dict(self.rows("SELECT what, number FROM turn"))
        return tuple(turns[one] for one in what)

    def heads(self, articles: Iterable[str]) -> dict[str, Entry]:
        """The heads of articles by their ids; ids that the ledger does not have are passed over."""
        sql = """
            SELECT article.name, title, outlet.name, outlet.domain, published, url, language, filed
            FROM article LEFT JOIN outlet ON outlet.id = article.outlet
            WHERE article.name IN (SELECT value FROM json_each(?)) ORDER BY article.name
        """
        wanted = json.dumps([plain(article) for article in articles])
        return {
            name: Entry(name, title, Outlet(outlet, domain) if outlet or domain else None, *rest)
            for name, title, outlet, domain, *rest in self.rows(sql, wanted)
        }

    def entry(self, article: str) -> Entry | None:
        """The head of an article; None where the ledger does not have it."""
        number = self.value("SELECT id FROM article WHERE name = ?", plain(article))
        return None if number is None else self.head(int(number))[0]

    def articles(self, since: str | None = None, until: str | None = None) -> Iterator[str]:
        """The ids of all articles in the order of filing; of those published between two dates, the earliest first.

        Raises UsageError for what is no date.
        """
        if since or until:
            sql = "SELECT name FROM article WHERE place BETWEEN ? AND ? ORDER BY place"
            rows = self.connection.execute(sql, bounds(since, until))
        else:
            rows = self.connection.execute("SELECT name FROM article ORDER BY id")
        return (str(name) for (name,) in rows)

    def page(self, article: str) -> Page | None:
        """The page of an article as it was saved; None where it came without one, as clean rows do."""
        sql = """
            SELECT page.content, page.media_type, page.charset, article.url, article.filed
            FROM article JOIN page ON page.id = article.page WHERE article.name = ?
        """
        for content, media_type, charset, url, _ in self.rows(sql, plain(article)):
            with self._whole(article):
                return Page(zlib.decompress(content), media_type, url=url, charset=charset)
        return None

    def has_page(self, article: str) -> bool:
        """Whether the article's page was saved."""
        return bool(self.value("SELECT 1 FROM article WHERE name = ? AND page IS NOT NULL", plain(article)))

    def head(self, number: int) -> tuple[Entry, str]:
        """The head and the text of the article with this number in the ledger."""
        ((name, title, outlet, domain, published, url, language, filed, text),) = self.rows(_HEAD, number)
        printed = Outlet(outlet, domain) if outlet or domain else None
        with self._whole(name):
            return Entry(name, title, printed, published, url, language, filed), records.unpacked(text)

    @contextmanager
    def _whole(self, article: str) -> Iterator[None]:
        """What cannot be decoded is damage, and the message names the article."""
        try:
            yield
        except (zlib.error, msgspec.ValidationError, ValueError, KeyError, TypeError) as error:
            problem = f"its record of the article {article!r} is damaged: {error}"
            raise LedgerError(str(self.path), problem, "go back to a backup") from error

    def _text(self, sql: str, *values: Any) -> str | None:  # noqa: ANN401
        found = self.value(sql, *values)
        return None if found is None else str(found)
