"""The writing side of a ledger: one article, one transaction, keyed by content."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import apsw

from firsthand.errors import InputError
from firsthand.ledger import records
from firsthand.ledger.connection import WAIT, connect, transaction, translated
from firsthand.ledger.places import MOST_IN_ARTICLE, place
from firsthand.ledger.reader import Reader
from firsthand.ledger.words import facet, folded, maybe_plain, plain
from firsthand.model import (
    Article,
    Event,
    Exchange,
    Findings,
    LinkRole,
    Outlet,
    Page,
    Party,
    Statement,
    Validators,
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

    def admit(self, findings: Findings, saved: Saved) -> Findings | str:
        """The findings under the id that they will have, or the id of the article that is the same.

        Inside a transaction. Raises InputError where another article has the id that the input gives.
        """
        article = findings.article
        if same := self.holds(saved.content) or self._same_words(article):
            self._see(saved, same)
            return same
        if not self.value("SELECT 1 FROM article WHERE name = ?", plain(article.id)):
            return findings
        if not article.id.startswith("sha256:"):
            problem = f"the ledger has another article with the id {article.id!r}"
            raise InputError(article.page.path or article.id, problem, "give it an id of its own")
        # The same bytes at another address: the digest of both tells them apart.
        return replace(findings, article=replace(article, id=f"sha256:{saved.content.hex()}"))

    def add(self, findings: Findings, saved: Saved) -> None:
        """File an article that was admitted. Inside a transaction."""
        rows = _Rows(self, findings)
        rows.check()
        article = rows.article(saved)
        for number, statement in enumerate(findings.statements, 1):
            rows.statement(article, number, statement)
        for number, exchange in enumerate(findings.exchanges, 1):
            rows.exchange(article, number, exchange)
        for number, event in enumerate(findings.events, 1):
            rows.event(article, number, event)
        self._see(saved, findings.article.id)

    def file(self, findings: Findings, saved: Saved) -> bool:
        """Admit and add in one transaction; False where the ledger has the article already."""
        with self.transaction():
            admitted = self.admit(findings, saved)
            if isinstance(admitted, Findings):
                self.add(admitted, saved)
        return isinstance(admitted, Findings)

    def _same_words(self, article: Article) -> str | None:
        """An article at the same address with the same words: the page differs in what surrounds it alone."""
        if article.page.url is None:
            return None
        latest = "SELECT name, title, text FROM article WHERE url = ? ORDER BY id DESC LIMIT 1"
        for name, title, text in self.rows(latest, plain(article.page.url)):
            if title == maybe_plain(article.title) and records.unpacked(text) == article.text:
                return str(name)
        return None

    def _see(self, saved: Saved, article: str) -> None:
        self.run("INSERT OR IGNORE INTO seen SELECT ?, id FROM article WHERE name = ?", saved.content, plain(article))
        if saved.validators and saved.page and saved.page.url:
            kept = saved.validators
            visit = (plain(saved.page.url), kept.etag, kept.last_modified, _now())
            self.run("INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?)", *visit)

    def name_number(self, name: str) -> int:
        """The number of a name, given now if it is new."""
        key = folded(name)
        if known := self.value("SELECT id FROM name WHERE key = ?", key):
            return int(known)
        self.run("INSERT INTO name (key, name) VALUES (?, ?)", key, plain(name))
        number = self.connection.last_insert_rowid()
        self.run("INSERT INTO name_words (rowid, name) VALUES (?, ?)", number, plain(name))
        return number

    def outlet_number(self, outlet: Outlet | None) -> int | None:
        """The number of an outlet, given now if it is new; a name it lacked is added."""
        if outlet is None or not (outlet.domain or outlet.name):
            return None
        key = folded(outlet.domain or outlet.name or "")
        known = self.value("SELECT id FROM outlet WHERE key = ?", key)
        if known is None:
            values = (key, maybe_plain(outlet.name), maybe_plain(outlet.domain))
            self.run("INSERT INTO outlet (key, name, domain) VALUES (?, ?, ?)", *values)
            return self.connection.last_insert_rowid()
        if outlet.name:
            self.run("UPDATE outlet SET name = ? WHERE id = ? AND name IS NULL", plain(outlet.name), known)
        return int(known)

    def page_number(self, page: Page | None) -> int | None:
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
            zlib.compress(page.content, 6),
        )
        return self.connection.last_insert_rowid()


class _Rows:
    """The rows of one article."""

    def __init__(self, ledger: Writer, findings: Findings) -> None:
        self.ledger = ledger
        self.findings = findings
        self.published = findings.article.published.value if findings.article.published else None
        self.outlet = ledger.outlet_number(findings.article.outlet)
        self.aliases = {actor.id: (actor.name, *actor.aliases) for actor in findings.actors}
        self.facets = () if self.outlet is None else (facet("o", self.outlet),)

    def check(self) -> None:
        """Raises InputError where the article has more in it than can be numbered."""
        article, most = self.findings.article, MOST_IN_ARTICLE
        if max(len(self.findings.statements), len(self.findings.exchanges), len(self.findings.events)) > most:
            raise InputError(article.page.path or article.id, f"it has more than {most:,} statements", "split it")

    def article(self, saved: Saved) -> int:
        article, ledger = self.findings.article, self.ledger
        number = int(ledger.value("SELECT coalesce(max(id), 0) + 1 FROM article"))
        at = place(self.published, number)
        text, title, url = plain(article.text), maybe_plain(article.title), maybe_plain(article.page.url)
        ledger.run(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            number,
            at,
            plain(article.id),
            title,
            self.outlet,
            self.published,
            url,
            article.language,
            _now(),
            ledger.page_number(saved.page),
            ledger.value("SELECT max(id) FROM article WHERE url = ?", url) if url else None,
            records.packed(article.text),
            records.packed(records.written_findings(self.findings)),
        )
        ledger.run(
            "INSERT INTO article_words (rowid, title, text, facets) VALUES (?, ?, ?, ?)",
            at,
            title or "",
            text,
            " ".join(self.facets),
        )
        for agency in dict.fromkeys(plain(credited) for credited in article.credits if folded(credited)):
            ledger.run("INSERT INTO credit VALUES (?, ?)", number, agency)
        return number

    def statement(self, article: int, number: int, statement: Statement) -> None:
        at = place(self.published, article, number)
        origin = next((link.party for link in statement.chain if link.role is LinkRole.ORIGIN), None)
        facets = [*self.facets, facet("f", statement.form)]
        facets += [facet("a", statement.act)] if statement.act else []
        words = " … ".join(span.of(self.findings.article.text) for span in statement.content)
        self.ledger.run(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            at,
            article,
            self.name(origin),
            statement.form,
            statement.act,
            statement.certainty,
            statement.polarity,
            statement.when.value if statement.when else None,
            statement.confidence,
            records.written(statement),
        )
        self.ledger.run(
            "INSERT INTO statement_words (rowid, words, speaker, facets) VALUES (?, ?, ?, ?)",
            at,
            plain(words),
            self.names(origin),
            " ".join(facets),
        )
        self._voices(at, statement)

    def _voices(self, at: int, statement: Statement) -> None:
        roles = [(link.party, link.role.value) for link in statement.chain]
        roles += [(party, "denier") for party in statement.denied_by]
        number = self.ledger.name_number
        voices = {
            (number(name), at, role, number(party.name))
            for party, role in roles
            if folded(party.name)
            for name in self.called(party)
        }
        self.ledger.connection.executemany("INSERT INTO voice VALUES (?, ?, ?, ?)", sorted(voices))

    def exchange(self, article: int, number: int, exchange: Exchange) -> None:
        at, text = place(self.published, article, number), self.findings.article.text
        self.ledger.run(
            "INSERT INTO exchange VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            at,
            article,
            self.name(exchange.giver),
            self.name(exchange.receiver),
            exchange.status,
            exchange.when.value if exchange.when else None,
            exchange.confidence,
            records.written(exchange),
        )
        self.ledger.run(
            "INSERT INTO exchange_words (rowid, giver, receiver, item, facets) VALUES (?, ?, ?, ?, ?)",
            at,
            self.names(exchange.giver),
            self.names(exchange.receiver),
            plain(" … ".join(f"{item.span.of(text)} {item.head}" for item in exchange.items)),
            " ".join([*self.facets, facet("t", exchange.status)]),
        )

    def event(self, article: int, number: int, event: Event) -> None:
        at = place(self.published, article, number)
        parties = [one.party for one in event.participants] + ([event.place] if event.place else [])
        self.ledger.run(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)",
            at,
            article,
            event.type,
            event.status,
            event.when.value if event.when else None,
            event.confidence,
            records.written(event),
        )
        self.ledger.run(
            "INSERT INTO event_words (rowid, participant, facets) VALUES (?, ?, ?)",
            at,
            " … ".join(self.names(party) for party in parties),
            " ".join([*self.facets, facet("e", event.type)]),
        )

    def name(self, party: Party | None) -> int | None:
        return self.ledger.name_number(party.name) if party and folded(party.name) else None

    def names(self, party: Party | None) -> str:
        return " … ".join(plain(name) for name in self.called(party)) if party else ""

    def called(self, party: Party) -> Sequence[str]:
        """All names a party goes by in the article, the one shown first."""
        called: dict[str, str] = {}
        for name in (party.name, *self.aliases.get(party.actor or "", ())):
            called.setdefault(folded(name), name)
        return [name for key, name in called.items() if key]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
