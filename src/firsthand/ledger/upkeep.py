"""Keeping a ledger safe: copies of it while it is in use, and a thorough look at one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import apsw

from firsthand.errors import LedgerError
from firsthand.ledger.catalogue import Catalogue
from firsthand.ledger.connection import connect, translated
from firsthand.ledger.reader import Reader
from firsthand.model import Holdings

INDEXES = ("article_words", "statement_words", "exchange_words", "event_words", "name_words", "claim_words")
MOST_FAULTS = 100
PAGES_A_STEP = 2_000
PRIVATE = """
    DELETE FROM reply_address; DELETE FROM reply WHERE state <> 'approved'; DELETE FROM note WHERE published IS NULL;
    DELETE FROM saved_search;
"""
"""Takes away what is the owner's alone."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a look at a ledger showed; sound where there are no faults."""

    holdings: Holdings
    faults: tuple[str, ...]


def backup(ledger: Path, to: Path, *, public: bool = False) -> None:
    """Copy a ledger as it is at one moment, also while it is written; the copy appears whole or not at all.

    With `public`, without what is its owner's alone: how to reach who replied, replies that are not approved, private
    notes, kept searches. Raises LedgerError where there is a file already or it cannot be written.
    """
    if to.exists():
        raise LedgerError(str(to), "there is a file of this name already", "give another name for the backup")
    partial = to.with_name(to.name + ".part")
    source = connect(ledger, make=False)
    try:
        with translated(partial):
            partial.unlink(missing_ok=True)
            _copy(source, partial, public=public)
        partial.rename(to)
    except OSError as error:
        raise LedgerError(str(to), f"it cannot be written: {error.strerror}", "check the folder") from error
    finally:
        source.close()
        partial.unlink(missing_ok=True)


def _copy(source: apsw.Connection, to: Path, *, public: bool) -> None:
    copy = apsw.Connection(str(to))
    try:
        # A read transaction holds the moment still: without one, a writer would make the copy start again and again.
        source.execute("BEGIN; SELECT count(*) FROM sqlite_master")
        with copy.backup("main", source, "main") as steps:
            while not steps.done:
                steps.step(PAGES_A_STEP)
        source.execute("COMMIT")
        copy.pragma("journal_mode", "delete")  # one file, nothing beside it
        copy.execute("PRAGMA synchronous = full")
        if public:
            copy.pragma("secure_delete", value=True)
            copy.execute(f"BEGIN; {PRIVATE} COMMIT")
    finally:
        copy.close()


def check(ledger: Path, seen: Callable[[], None] = lambda: None) -> Check:
    """Look at a whole ledger: the file, its references, its word indexes, every record and page.

    `seen` is called for each article.
    """
    faults: list[str] = []
    with Catalogue(ledger, connect(ledger, make=False)) as reader:
        for fault in _faults(reader, seen):
            faults.append(fault)
            if len(faults) == MOST_FAULTS:
                break
        return Check(reader.holdings(), tuple(faults))


def _faults(reader: Reader, seen: Callable[[], None]) -> Iterator[str]:
    yield from (str(found) for (found,) in reader.rows("PRAGMA integrity_check") if found != "ok")
    for table, row, parent, _ in reader.rows("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"
    for index in INDEXES:
        try:
            reader.run(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        except apsw.Error as error:
            yield f"the word index {index} is damaged: {error}"
    for article in list(reader.articles()):
        yield from _article_faults(reader, article)
        seen()


def _article_faults(reader: Reader, article: str) -> Iterator[str]:
    try:
        reader.findings(article)
        page = reader.page(article)
    except LedgerError as error:
        yield error.problem
        return
    kept = reader.value("SELECT hex(sha256) FROM page JOIN article ON page.id = page WHERE name = ?", article)
    if page and sha256(page.content).hexdigest() != str(kept).lower():
        yield f"the page kept of the article {article!r} is not the page that was read"
