"""Tables as Parquet, with typed columns; pyarrow is loaded where it is used, and it need not be there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from firsthand.errors import UsageError
from firsthand.export.tables import Cell, Columns, Row

BATCH = 1_000
"""Rows in memory at a time; each batch is a row group of the file."""

_HALF_PAIR = re.compile(r"[\ud800-\udfff]")


def write_parquet(columns: Columns, rows: Iterable[Row], sink: BinaryIO) -> None:
    """Write a table as its rows come. Raises UsageError where pyarrow is missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(
            "parquet needs pyarrow: install it with pip install 'firsthand[parquet]', or take --format csv"
        ) from error
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])
    with parquet.ParquetWriter(pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        coming = iter(rows)
        while held := [{name: _encodable(cell) for name, cell in row.items()} for row in islice(coming, BATCH)]:
            writer.write_table(pyarrow.Table.from_pylist(held, schema=schema))


def _encodable(cell: Cell) -> Cell:
    """Parquet holds UTF-8, which has no half surrogate pairs; one sign stands for one, so that offsets stay right."""
    return _HALF_PAIR.sub("\ufffd", cell) if isinstance(cell, str) else cell
