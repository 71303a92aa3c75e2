"""Bytes of sources: opened, unzipped, told apart and read within bounds."""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO, cast

from firsthand.errors import InputError, NotAPage, TooLarge
from firsthand.reading.acquire.sources import Kind, Source
from firsthand.reading.limits import Limits

if TYPE_CHECKING:
    import httpx

GZIP_MAGIC = b"\x1f\x8b"
HEAD = 4096
"""Bytes that tell what a stream holds."""

# The first element of RSS, Atom and RDF feeds.
FEED_MARK = re.compile(rb"\A(?:\s*<[?!][^>]*>)*\s*<(?:rss|feed|rdf:rdf)[\s>]")
HTML_MARKS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<meta",
    b"<article",
    b"<div",
    b"<p>",
    b"<p ",
    b"<title",
    b"<script",
)


def utc_now() -> datetime:
    """The moment of asking, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies outside the program and tests hand in: standard input, the transport of HTTP, the clock.

    None stands for the machine's own.
    """

    standard_input: BinaryIO | None = None
    transport: httpx.BaseTransport | None = None
    clock: Callable[[], datetime] = utc_now


@contextmanager
def opened(source: Source, outside: Outside) -> Iterator[io.BufferedReader]:
    """The bytes of a file or of the standard input, unzipped where they are gzipped.

    Raises OSError where a file cannot be opened, NotAPage where reading finds damaged gzip data.
    """
    if source.path is None:
        raw = outside.standard_input or sys.stdin.buffer
        yield _unzipped(_peekable(raw))
        return
    with source.path.open("rb") as raw:
        try:
            yield _unzipped(raw)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise damaged_gzip(source.name) from error


def damaged_gzip(name: str) -> InputError:
    """The error for gzip data that break off or do not check."""
    return NotAPage(name, "its gzip data break off or are damaged", "fetch or copy the file again")


def _peekable(raw: BinaryIO) -> io.BufferedReader:
    if isinstance(raw, io.BufferedReader):
        return raw
    return io.BufferedReader(cast("io.RawIOBase", raw), HEAD)


def _unzipped(raw: io.BufferedReader) -> io.BufferedReader:
    if raw.peek(2)[:2] == GZIP_MAGIC:
        return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=raw)), HEAD)
    return raw


def read_bounded(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """All bytes of a page.

    Raises TooLarge beyond `limits.bytes`, however small it was when zipped, and NotAPage for damaged gzip data.
    """
    try:
        content = stream.read(limits.bytes + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise damaged_gzip(name) from error
    if len(content) > limits.bytes:
        raise TooLarge(
            name,
            f"it has more than the {limits.bytes:,} bytes allowed",
            "split it, or save only the article's part of the page",
        )
    return content


def lines(stream: BinaryIO, name: str, limits: Limits) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines of a stream with their numbers from 1, blank ones left out; one beyond `limits.bytes` is a TooLarge.

    Damaged gzip data end the lines with a NotAPage.
    """
    number = 0
    try:
        while line := stream.readline(limits.bytes + 1):
            number += 1
            if len(line) > limits.bytes:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limits.bytes)
                problem = f"the line has more than the {limits.bytes:,} bytes allowed"
                yield number, TooLarge(f"{name}:{number}", problem, "leave the row out or shorten its text")
            elif line.strip():
                yield number, line
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield number + 1, damaged_gzip(name)


def sniffed(stream: io.BufferedReader) -> Kind:
    """What a stream holds, by its first bytes: WARC, JSONL, a feed, HTML, else plain text."""
    return kind_of_bytes(stream.peek(HEAD)[:HEAD])


def kind_of_bytes(head: bytes) -> Kind:
    """The kind that the first bytes of a page or file tell."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"WARC/"):
        return Kind.WARC
    first, broken, _ = start.partition(b"\n")
    if first.startswith(b"{") and (_is_object(first) or (not broken and first[1:].lstrip().startswith(b'"'))):
        return Kind.JSONL
    lower = start.lower()
    if FEED_MARK.search(lower[:1024]) and b"<html" not in lower[:1024]:
        return Kind.FEED
    if any(mark in lower for mark in HTML_MARKS) or (lower.startswith(b"<?xml") and b"html" in lower):
        return Kind.HTML
    return Kind.PLAIN


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
