"""Data to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys

from rich.console import Console
from rich.markup import escape

from firsthand.cli.terminal import safe
from firsthand.export.contract import Json


def as_json(record: Json, indent: int | None = None) -> str:
    """A record as JSON that can be written as UTF-8."""
    written = json.dumps(record, ensure_ascii=False, indent=indent)
    # Half a surrogate pair cannot be written as UTF-8, but it can be written as an escape, and offsets stay right.
    return written if _encodable(written) else json.dumps(record, indent=indent)


def put(record: Json, indent: int | None = None) -> None:
    """Print a record; whoever reads along has it at once."""
    sys.stdout.write(as_json(record, indent) + "\n")
    sys.stdout.flush()


def tell(words: str, notices: Console) -> None:
    """Say something to the user beside the data."""
    notices.print(f"firsthand: {escape(safe(words))}", soft_wrap=True)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
