"""Lines of JSON: pages, one a line, and rows of articles that are already clean."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from firsthand.errors import BadRow, InputError
from firsthand.model import Page, Told
from firsthand.reading.acquire.streams import lines
from firsthand.reading.limits import Limits

KEYS = ("id", "html", "text", "url", "fetched", "published", "outlet")
"""The keys of a page's row that are read; their values are text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of JSON; `name` is how messages call it, file:line."""

    name: str
    values: Mapping[str, object]


def rows_of(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Row | InputError]:
    """The objects on the lines of a stream; a line that is none is a BadRow in its place."""
    for number, line in lines(stream, name, limits):
        if isinstance(line, InputError):
            yield line
            continue
        where = f"{name}:{number}"
        try:
            values = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except (ValueError, RecursionError) as error:
            yield BadRow(where, f"the line is not JSON: {_reason(error)}", "write one JSON object a line")
            continue
        if isinstance(values, dict):
            yield Row(where, values)
        else:
            yield BadRow(where, "the line is JSON but no object", "write one JSON object a line")


def pages_of_rows(stream: BinaryIO, name: str, told: Told, limits: Limits) -> Iterator[Page | InputError]:
    """The pages on the lines of a stream: {"html" or "text", "id"?, "url"?, "fetched"?, "published"?, "outlet"?}."""
    for row in rows_of(stream, name, limits):
        if isinstance(row, InputError):
            yield row
            continue
        try:
            yield _page(row, told)
        except BadRow as error:
            yield error


def _page(row: Row, told: Told) -> Page:
    given: dict[str, str] = {}
    for key in KEYS:
        value = row.values.get(key)
        if isinstance(value, str):
            given[key] = value
        elif value is not None:
            raise BadRow(row.name, f'"{key}" is not text', f'put "{key}" in quotation marks or leave it out')
    kind = "html" if "html" in given else "text"
    if not given.get(kind, "").strip():
        raise BadRow(row.name, "it has neither html nor text", 'give each line "html" or "text" (or use --as articles)')
    return Page(
        given[kind].encode("utf-8", "replace"),
        "text/html" if kind == "html" else "text/plain",
        path=row.name,
        id=given.get("id") or None,
        url=given.get("url"),
        fetched=given.get("fetched"),
        charset="utf-8",
        told=replace(
            told, published=told.published or given.get("published"), outlet=told.outlet or given.get("outlet")
        ),
    )


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it is no UTF-8"
