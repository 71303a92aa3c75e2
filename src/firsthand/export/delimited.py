"""Tables as CSV (RFC 4180, UTF-8) that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from firsthand.export.tables import Cell, Columns, Row

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these is read as a formula by some spreadsheet, or hides one behind white space."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What terminals obey, and half surrogate pairs, which UTF-8 cannot hold."""


def csv_lines(columns: Columns, rows: Iterable[Row]) -> Iterator[str]:
    """The names of the columns, then each row as it comes."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_MINIMAL)
    for cells in _cells(columns, rows):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cells(columns: Columns, rows: Iterable[Row]) -> Iterator[list[Cell]]:
    yield list(columns)
    for row in rows:
        yield [_harmless(row[name]) for name in columns]


def _harmless(cell: Cell) -> Cell:
    """A cell that is shown, not run: an apostrophe goes before a formula, one sign stands for one that cannot be."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return cell
    shown = _UNPRINTABLE.sub("\ufffd", cell)
    return f"'{shown}" if shown[:1] in FORMULA else shown
