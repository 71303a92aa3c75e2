"""From what the user names on the command line to pages, and to rows of articles that are already clean.

`expand` lists the sources and opens nothing, so that their number is known and each can go to another process; `pages`
and `rows` read one. What cannot be read comes out as an InputError in its place; the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from firsthand.errors import InputError, NotAPage, Unreachable
from firsthand.model import Page, Told
from firsthand.reading.acquire.jsonl import Row, pages_of_rows, rows_of
from firsthand.reading.acquire.sources import Kind, Source, expand
from firsthand.reading.acquire.streams import HEAD, Outside, kind_of_bytes, opened, read_bounded, sniffed
from firsthand.reading.limits import DEFAULT, Limits

__all__ = ["HERE", "Kind", "Outside", "Row", "Source", "acquire", "expand", "pages", "rows"]

MEDIA_TYPES = {
    Kind.HTML: "text/html",
    Kind.XHTML: "application/xhtml+xml",
    Kind.PLAIN: "text/plain",
    Kind.MARKDOWN: "text/markdown",
}
HERE = Outside()
"""This machine: its standard input, its network, its clock."""

NOTHING = Told()
"""A user who knows no more than the page says."""


def acquire(
    inputs: Iterable[str],
    told: Told = NOTHING,
    limits: Limits = DEFAULT,
    outside: Outside = HERE,
) -> Iterator[Page | InputError]:
    """The pages of all inputs, one after another; an input that cannot be read is an InputError in its place."""
    for source in expand(inputs):
        if isinstance(source, InputError):
            yield source
        else:
            yield from pages(source, told, limits, outside)


def pages(
    source: Source,
    told: Told = NOTHING,
    limits: Limits = DEFAULT,
    outside: Outside = HERE,
) -> Iterator[Page | InputError]:
    """The pages of one source, read as they are asked for; whatever goes wrong is yielded, never raised."""
    try:
        yield from _pages(source, told, limits, outside)
    except InputError as error:
        yield error
    except OSError as error:
        yield unreadable(source.name, error)


def rows(source: Source, limits: Limits = DEFAULT, outside: Outside = HERE) -> Iterator[Row | InputError]:
    """The rows of one JSONL source, for articles that are already clean; other kinds of source are an InputError."""
    try:
        if source.kind not in (Kind.JSONL, Kind.UNKNOWN, Kind.STANDARD_INPUT):
            raise NotAPage(
                source.name, "it holds no articles as lines of JSON", "give a .jsonl file, or leave out --as articles"
            )
        with opened(source, outside) as stream:
            yield from rows_of(stream, source.name, limits)
    except InputError as error:
        yield error
    except OSError as error:
        yield unreadable(source.name, error)


def unreadable(name: str, error: OSError) -> InputError:
    """What the operating system, or a decompressor, says of an input, with the way out."""
    if isinstance(error, FileNotFoundError):
        return Unreachable(name, "there is no such file", "check the path")
    if isinstance(error, PermissionError):
        return Unreachable(name, "it may not be opened", "give yourself the right to read it")
    if isinstance(error, IsADirectoryError):
        return Unreachable(name, "it is a folder", "give the files in it, or the folder itself without a file's ending")
    return Unreachable(name, error.strerror or str(error) or type(error).__name__, "check the file and read it again")


def _pages(source: Source, told: Told, limits: Limits, outside: Outside) -> Iterator[Page | InputError]:
    if source.kind is Kind.URL:
        yield from _from_web(source, told, limits, outside)
        return
    if source.kind is Kind.WARC and source.path:
        from firsthand.reading.acquire.warc import pages_of_archive

        with source.path.open("rb") as archive:  # fastwarc unzips by itself, and faster
            yield from pages_of_archive(archive, source.name, told, limits)
        return
    with opened(source, outside) as stream:
        kind = source.kind if source.kind not in (Kind.UNKNOWN, Kind.STANDARD_INPUT) else sniffed(stream)
        if kind is Kind.WARC:
            from firsthand.reading.acquire.warc import pages_of_archive

            yield from pages_of_archive(stream, source.name, told, limits)
        elif kind is Kind.JSONL:
            yield from pages_of_rows(stream, source.name, told, limits)
        elif kind is Kind.FEED:
            from firsthand.reading.acquire.feeds import pages_of_feed

            yield from pages_of_feed(read_bounded(stream, source.name, limits), source.name, told, fetch=None)
        else:
            content = read_bounded(stream, source.name, limits)
            path = None if source.path is None else source.name
            yield Page(content, MEDIA_TYPES[kind], path=path, told=told)


def _from_web(source: Source, told: Told, limits: Limits, outside: Outside) -> Iterator[Page | InputError]:
    """The page at an address; of a feed, the pages its entries link to, which the user asked for with it."""
    from firsthand.reading.acquire.web import fetch

    page = fetch(source.name, told, limits, outside)
    if kind_of_bytes(page.content[:HEAD]) is not Kind.FEED:
        yield page
        return
    from firsthand.reading.acquire.feeds import pages_of_feed

    def fetched(url: str) -> Page:
        return fetch(url, replace(told, url=None), limits, outside)

    yield from pages_of_feed(page.content, source.name, told, fetched)
