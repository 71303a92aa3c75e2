"""How many pages or rows the sources hold, counted before they are read, so that one can say how long it will take."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable

from firsthand.errors import InputError
from firsthand.reading.acquire.sources import Kind, Source
from firsthand.reading.acquire.streams import Outside, opened

CHUNK = 1 << 20


def total_of(named: Iterable[Source | InputError]) -> int | None:
    """How many things the sources hold, bad ones included; None where that shows only in reading them."""
    total = 0
    for source in named:
        count = 1 if isinstance(source, InputError) or source.single else _count(source)
        if count is None:
            return None
        total += count
    return total


def _count(source: Source) -> int | None:
    if source.path is None or source.kind not in (Kind.JSONL, Kind.WARC):
        return None
    try:
        return _lines(source) if source.kind is Kind.JSONL else _responses(source)
    except (OSError, EOFError, ValueError, gzip.BadGzipFile, zlib.error, InputError):
        return None  # the reading itself will say what is wrong


def _lines(source: Source) -> int:
    with opened(source, Outside()) as stream:
        return sum(1 for line in stream if not line.isspace())


def _responses(source: Source) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    assert source.path is not None  # noqa: S101 - asked before
    with source.path.open("rb") as archive:
        records = ArchiveIterator(archive, record_types=WarcRecordType.response, parse_http=True, quirks_mode=True)
        return sum(1 for record in records if "html" in (record.http_content_type or "").lower())
