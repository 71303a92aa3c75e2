"""The owner's notes: theirs alone until they publish them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from firsthand.ledger import subjects
from firsthand.ledger.places import number
from firsthand.ledger.reader import Reader
from firsthand.ledger.words import plain
from firsthand.ledger.writer import Writer
from firsthand.model import Listing, Note, Slice, WrittenQuery

_NOTE = "SELECT id, about, article, part, words, text, written, changed, published FROM note"
_SHOWN = "(published IS NOT NULL OR ?)"


class Notes:
    """The notes of a ledger, to read: those that are published, and with `private` the others too."""

    def __init__(self, ledger: Reader) -> None:
        self._reader = ledger

    def of_article(self, article: str, *, private: bool) -> tuple[Note, ...]:
        """Notes on an article and on statements in it, the oldest first."""
        sql = f"{_NOTE} WHERE article = ? AND about <> 'claim' AND {_SHOWN} ORDER BY id"
        return self._notes(sql, plain(article), private)

    def of_claim(self, ids: Iterable[str], *, private: bool) -> tuple[Note, ...]:
        """Notes on a claim that has been known by these ids, the oldest first."""
        sql = f"{_NOTE} WHERE {subjects.OF_CLAIM} AND {_SHOWN} ORDER BY id"
        return self._notes(sql, subjects.listed(ids), private)

    def all(self, part: Slice) -> Listing[Note]:
        """Notes, private ones among them, the newest first."""
        before = number(part.after, 16) if part.after else None
        with self._reader.snapshot():
            sql = f"{_NOTE} WHERE id < coalesce(?, id + 1) ORDER BY id DESC LIMIT ?"
            found = self._notes(sql, before, part.size + 1)
            return subjects.part(found, part.size, int(self._reader.value("SELECT count(*) FROM note")))

    def published(self, query: WrittenQuery, part: Slice) -> Listing[Note]:
        """Published notes, the newest first."""
        before = number(part.after, 16) if part.after else None
        asked, chosen = subjects.asked(query), "published IS NOT NULL AND"
        with self._reader.snapshot():
            found = self._notes(f"{_NOTE} WHERE {chosen} {subjects.NEWEST}", *asked, before, part.size + 1)
            total = self._reader.value(f"SELECT count(*) FROM note WHERE {chosen} {subjects.ASKED}", *asked)
        return subjects.part(found, part.size, total)

    def note(self, note: int) -> Note | None:
        """The note with this number, also a private one."""
        return next(iter(self._notes(f"{_NOTE} WHERE id = ?", note)), None)

    def _notes(self, sql: str, *values: Any) -> tuple[Note, ...]:  # noqa: ANN401
        rows = self._reader.rows(sql, *values)
        return tuple(Note(row[0], subjects.subject(*row[1:4]), *row[4:]) for row in rows)


class NoteKeeper(Notes):
    """The notes of a ledger, to write; each writing is one small transaction."""

    def __init__(self, ledger: Writer) -> None:
        super().__init__(ledger)
        self._ledger = ledger

    def write(self, note: Note) -> int:
        """Keep a new note, for the owner alone; its number."""
        values = (*subjects.columns(note.subject), plain(note.words), plain(note.text), note.written)
        sql = "INSERT INTO note (about, article, part, words, text, written) VALUES (?, ?, ?, ?, ?, ?)"
        with self._ledger.transaction():
            self._ledger.run(sql, *values)
            return self._ledger.connection.last_insert_rowid()

    def rewrite(self, note: int, text: str, now: str) -> None:
        """Give a note another text."""
        with self._ledger.transaction():
            self._ledger.run("UPDATE note SET text = ?, changed = ? WHERE id = ?", plain(text), now, note)

    def publish(self, note: int, since: str | None) -> None:
        """Show a note to readers from now on; None takes it back."""
        with self._ledger.transaction():
            self._ledger.run("UPDATE note SET published = ? WHERE id = ?", since, note)

    def delete(self, note: int) -> None:
        """Remove a note for good."""
        with self._ledger.transaction():
            self._ledger.run("DELETE FROM note WHERE id = ?", note)
