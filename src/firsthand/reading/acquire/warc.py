"""Web archives (ISO 28500): their pages, one response record each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from firsthand.errors import InputError, NotAPage, TooLarge
from firsthand.model import Page, Told
from firsthand.reading.limits import Limits

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

PAGE_TYPES = ("text/html", "application/xhtml+xml")
"""The media types of responses that are read; scripts, pictures and the rest of an archive are passed over."""


def pages_of_archive(stream: BinaryIO, name: str, told: Told, limits: Limits) -> Iterator[Page | InputError]:
    """The HTML pages among an archive's responses, with address and time of fetching from their records.

    An archive that breaks off gives the pages before the break, then a NotAPage.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    # Archives in the wild put addresses in <…>, end lines with a bare line feed and miscount blank lines.
    records = ArchiveIterator(
        stream,
        record_types=WarcRecordType.response,
        parse_http=True,
        quirks_mode=True,
        auto_decode="all",
    )
    try:
        for record in records:
            if _is_page(record):
                number += 1
                yield _page(record, f"{name}:{number}", told, limits)
    except (OSError, ValueError, EOFError) as error:
        problem = f"the archive breaks off or is damaged after {number} pages"
        yield NotAPage(name, problem, f"fetch the archive again; the reader said: {error}")
        return
    if number == 0:
        yield NotAPage(name, "the archive has no HTML page in it", "give an archive with response records")


def _is_page(record: WarcRecord) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    return (record.http_content_type or "").lower() in PAGE_TYPES and (status is None or 200 <= status < 300)


def _is_encoded(record: WarcRecord) -> bool:
    headers = record.http_headers
    return headers is not None and ("Content-Encoding" in headers or "Transfer-Encoding" in headers)


def _page(record: WarcRecord, name: str, told: Told, limits: Limits) -> Page | InputError:
    url = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">") or None
    content = record.reader.read(limits.bytes + 1)
    if not _is_encoded(record) and len(content) < min(record.content_length, limits.bytes):
        raise EOFError("the record has fewer bytes than it says")  # the reader itself keeps silent about it
    if len(content) > limits.bytes:
        problem = f"the page has more than the {limits.bytes:,} bytes allowed"
        return TooLarge(url or name, problem, "save only the article's part of the page and read that")
    return Page(
        content,
        record.http_content_type or PAGE_TYPES[0],
        path=name,
        url=url,
        fetched=record.headers.get("WARC-Date"),
        charset=record.http_charset,
        told=told,
    )
