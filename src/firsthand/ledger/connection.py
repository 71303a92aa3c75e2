"""Connections to a ledger's file: checked, brought to this program's schema, and their errors in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast

import apsw

from firsthand.errors import LedgerError
from firsthand.ledger import records

LEAST_SQLITE = (3, 51, 3)
"""Earlier ones may damage a file in WAL mode that several connections use (the "WAL-reset" defect)."""

APPLICATION_ID = 0x46483031
"""Marks a file as a ledger, for `file` and for ourselves: FH01."""

WAIT = 30_000
"""Milliseconds that one writer waits for another; readers wait for nobody."""

CACHE = -64_000
"""Pages kept in memory, as SQLite counts them: 64 MB. Word indexes touch many."""

CHECKPOINT = 4_000
"""Pages in the write-ahead log before they are carried over: 16 MB, so that busy pages are not carried each time."""

UPDATE = "install a newer firsthand, or use another ledger"


def check_sqlite(version: str | None = None) -> None:
    """Raises LedgerError where the SQLite that apsw brings has the defect."""
    found = version or apsw.sqlite_lib_version()
    if tuple(int(part) for part in found.split(".")[:3]) < LEAST_SQLITE:
        least = ".".join(str(part) for part in LEAST_SQLITE)
        raise LedgerError(
            "SQLite", f"version {found} has a defect that can damage ledgers", f"install apsw {least} or later"
        )


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each version of the schema, in order; the first is version 1."""
    folder = files("firsthand.ledger") / "migrations"
    named = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".sql"))
    if [int(name[:4]) for name, _ in named] != list(range(1, len(named) + 1)):
        raise AssertionError(f"migrations are not numbered from 1: {[name for name, _ in named]}")
    return tuple(sql for _, sql in named)


def connect(path: Path, *, make: bool) -> apsw.Connection:
    """An open ledger of this program's schema; one of an older schema is migrated, each step all or nothing.

    Raises LedgerError where the file is missing and not to be made, is no ledger, is a newer one, or may not be opened.
    """
    check_sqlite()
    if not make and not path.exists():
        raise LedgerError(str(path), "there is no such ledger", f"make one with: firsthand add INPUT… --ledger {path}")
    with translated(path):
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if make else 0)
        connection = apsw.Connection(str(path), flags=flags)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: apsw.Connection, path: Path) -> None:
    connection.set_busy_timeout(WAIT)
    _check_identity(connection, path)
    if not connection.readonly("main"):
        connection.pragma("journal_mode", "wal")
        connection.wal_autocheckpoint(CHECKPOINT)
        _migrate(connection, path)
    elif connection.pragma("user_version") < len(migrations()):
        raise LedgerError(str(path), "it is of an older version and may not be written", "make the file writable")
    connection.pragma("synchronous", "full")  # what was reported as added outlives even a power cut
    connection.pragma("foreign_keys", value=True)
    connection.pragma("cache_size", CACHE)
    # Else SQLite, built as apsw has it, plans a statement anew for each value that is bound to it.
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
    connection.authorizer = _discreet


def _discreet(action: int, table: str | None, column: str | None, *_: str | None) -> int:
    """How to reach who replied is read by no statement, unless a connection is told otherwise (`address_of`)."""
    secret = action == apsw.SQLITE_READ and table == "reply_address" and column == "address"
    return apsw.SQLITE_DENY if secret else apsw.SQLITE_OK


def _check_identity(connection: apsw.Connection, path: Path) -> None:
    known, version = len(migrations()), connection.pragma("user_version")
    marked = connection.pragma("application_id") == APPLICATION_ID
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()[0][0] == 0
    if not marked and not (empty and version == 0):
        raise LedgerError(str(path), "it is a database, but no ledger of firsthand", "give another file")
    if version > known:
        problem = f"it was written by a newer firsthand (schema {version}; this one knows up to {known})"
        raise LedgerError(str(path), problem, UPDATE)


def _unpacked(*values: apsw.SQLiteValue) -> str:
    return records.unpacked(cast("bytes", values[0]))


def _migrate(connection: apsw.Connection, path: Path) -> None:
    # Migrations may look into records.
    connection.create_scalar_function("unpacked", _unpacked, 1)
    while (version := connection.pragma("user_version")) < len(migrations()):
        with transaction(connection):
            # Another process may have taken this step while we waited for our turn.
            if connection.pragma("user_version") != version:
                continue
            connection.execute(migrations()[version])
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", version + 1)
    _check_identity(connection, path)


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All or nothing; waits for its turn, so that what is read inside stays true until it is written."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """What SQLite says of a file, as a LedgerError with the way out."""
    try:
        yield
    except apsw.NotADBError as error:
        raise LedgerError(str(path), "it is no ledger", "give another file") from error
    except apsw.CorruptError as error:
        problem = f"it is damaged: {error}"
        raise LedgerError(
            str(path), problem, "look at it with: firsthand ledger check, and go back to a backup"
        ) from error
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
        remedy = "check the path and your right to write the file and its folder"
        raise LedgerError(str(path), f"it cannot be opened: {error}", remedy) from error
    except apsw.BusyError as error:
        raise LedgerError(str(path), "another program has been writing it for too long", "try again later") from error
    except (apsw.FullError, apsw.IOError) as error:
        raise LedgerError(str(path), f"it cannot be written: {error}", "make room on the disk and try again") from error
