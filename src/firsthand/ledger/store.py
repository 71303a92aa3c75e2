"""An open ledger: its connection, and the few ways in which the rest of the room asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from firsthand.ledger.connection import translated


class Store:
    """A connection to a ledger's file; closes itself at the end of a `with`."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    def run(self, sql: str, *values: apsw.SQLiteValue) -> None:
        """Do one thing."""
        self.connection.execute(sql, values)

    def rows(self, sql: str, *values: apsw.SQLiteValue) -> list[Any]:
        """The rows of an answer."""
        return self.connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: apsw.SQLiteValue) -> Any:  # noqa: ANN401 - as the schema says
        """The first value of an answer, None where there is none."""
        row = self.connection.execute(sql, values).fetchone()
        return row[0] if row else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever is written meanwhile."""
        with translated(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")
