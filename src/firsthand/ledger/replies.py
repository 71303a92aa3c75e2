"""Readers' replies: held until the owner decides; how to reach who sent them is kept where no page reads it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from firsthand.ledger import subjects
from firsthand.ledger.connection import connect, translated
from firsthand.ledger.places import number
from firsthand.ledger.reader import Reader
from firsthand.ledger.words import plain
from firsthand.ledger.writer import Writer
from firsthand.model import Listing, Reply, ReplyState, Slice, WrittenQuery

_REPLY = "SELECT id, about, article, part, words, name, text, written, state, decided FROM reply"
_SAME = "state = 'held' AND about = ? AND article = ? AND part = ? AND name = ? AND text = ?"


class Replies:
    """The replies of a ledger, to read."""

    def __init__(self, ledger: Reader) -> None:
        self._reader = ledger

    def of_article(self, article: str) -> tuple[Reply, ...]:
        """Approved replies to statements in an article, the oldest first."""
        sql = f"{_REPLY} WHERE article = ? AND state = 'approved' AND about <> 'claim' ORDER BY id"
        return self._replies(sql, plain(article))

    def of_claim(self, ids: Iterable[str]) -> tuple[Reply, ...]:
        """Approved replies to a claim that has been known by these ids, the oldest first."""
        sql = f"{_REPLY} WHERE {subjects.OF_CLAIM} AND state = 'approved' ORDER BY id"
        return self._replies(sql, subjects.listed(ids))

    def listed(self, state: ReplyState, part: Slice) -> Listing[Reply]:
        """Replies in a state: those held in the order in which they came, the others the newest first."""
        after = number(part.after, 16) if part.after else None
        oldest = f"{_REPLY} WHERE state = ? AND id > coalesce(?, 0) ORDER BY id LIMIT ?"
        newest = f"{_REPLY} WHERE state = ? AND id < coalesce(?, id + 1) ORDER BY id DESC LIMIT ?"
        with self._reader.snapshot():
            sql = oldest if state is ReplyState.HELD else newest
            found = self._replies(sql, state, after, part.size + 1)
            return subjects.part(found, part.size, self.number(state))

    def approved(self, query: WrittenQuery, part: Slice) -> Listing[Reply]:
        """Approved replies, the newest first."""
        before = number(part.after, 16) if part.after else None
        asked, chosen = subjects.asked(query), "state = 'approved' AND"
        with self._reader.snapshot():
            found = self._replies(f"{_REPLY} WHERE {chosen} {subjects.NEWEST}", *asked, before, part.size + 1)
            total = self._reader.value(f"SELECT count(*) FROM reply WHERE {chosen} {subjects.ASKED}", *asked)
        return subjects.part(found, part.size, total)

    def number(self, state: ReplyState) -> int:
        """How many replies are in a state."""
        return int(self._reader.value("SELECT count(*) FROM reply WHERE state = ?", state))

    def reply(self, reply: int) -> Reply | None:
        """The reply with this number."""
        return next(iter(self._replies(f"{_REPLY} WHERE id = ?", reply)), None)

    def _replies(self, sql: str, *values: Any) -> tuple[Reply, ...]:  # noqa: ANN401
        return tuple(
            Reply(number, subjects.subject(*subject), words, name, text, written, ReplyState(state), decided)
            for number, *subject, words, name, text, written, state, decided in self._reader.rows(sql, *values)
        )


class ReplyKeeper(Replies):
    """The replies of a ledger, to write; each writing is one small transaction."""

    def __init__(self, ledger: Writer) -> None:
        super().__init__(ledger)
        self._ledger = ledger

    def hold(self, reply: Reply, address: str, most: int) -> bool:
        """Keep a reply until the owner decides, once where it is sent twice; False where so many wait already."""
        about, words, told = subjects.columns(reply.subject), plain(reply.words), (plain(reply.name), plain(reply.text))
        sql = (
            "INSERT INTO reply (about, article, part, words, name, text, written, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'held')"
        )
        with self._ledger.transaction():
            if self._ledger.value(f"SELECT id FROM reply WHERE {_SAME}", *about, *told):
                return True
            if self.number(ReplyState.HELD) >= most:
                return False
            self._ledger.run(sql, *about, words, *told, reply.written)
            kept = self._ledger.connection.last_insert_rowid()
            self._ledger.run("INSERT INTO reply_address VALUES (?, ?)", kept, plain(address))
        return True

    def decide(self, reply: int, state: ReplyState, now: str) -> None:
        """Approve a reply or refuse it, or hold it again. How to reach who is refused is forgotten."""
        decided = None if state is ReplyState.HELD else now
        with self._ledger.transaction():
            self._ledger.run("UPDATE reply SET state = ?, decided = ? WHERE id = ?", state, decided, reply)
            if state is ReplyState.REFUSED:
                self._ledger.connection.pragma("secure_delete", value=True)
                self._ledger.run("DELETE FROM reply_address WHERE reply = ?", reply)
        if state is ReplyState.REFUSED:
            self._ledger.empty_log()

    def delete(self, reply: int) -> bool:
        """Remove a refused reply for good; False where it is none."""
        with self._ledger.transaction():
            self._ledger.connection.pragma("secure_delete", value=True)
            self._ledger.run("DELETE FROM reply WHERE id = ? AND state = 'refused'", reply)
            gone = self._ledger.connection.changes() > 0
        self._ledger.empty_log()
        return gone


def address_of(ledger: Path, reply: int) -> str | None:
    """How to reach who sent a reply, for the owner at their own terminal alone; None where it is not kept."""
    connection = connect(ledger, make=False)
    try:
        connection.authorizer = None
        with translated(ledger):
            row = connection.execute("SELECT address FROM reply_address WHERE reply = ?", (reply,)).fetchone()
        return str(row[0]) if row else None
    finally:
        connection.close()
