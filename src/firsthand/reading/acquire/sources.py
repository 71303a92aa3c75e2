"""Which sources the user's inputs name, without opening any."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from firsthand.errors import InputError, Unreachable

STANDARD_INPUT_NAME = "standard input"
"""How messages call what is given as `-`."""


class Kind(StrEnum):
    """What a source is, by its name alone; UNKNOWN and STANDARD_INPUT are told by their first bytes."""

    HTML = "html"
    XHTML = "xhtml"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    JSONL = "jsonl"
    WARC = "warc"
    FEED = "feed"
    URL = "url"
    STANDARD_INPUT = "standard-input"
    UNKNOWN = "unknown"


ENDINGS = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.XHTML,
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".warc": Kind.WARC,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
}
"""The endings of files that are read, each also with .gz behind it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a file, an address or the standard input. `name` is how messages call it."""

    name: str
    kind: Kind
    path: Path | None = None

    @property
    def single(self) -> bool:
        """Whether it is known to be one page, unopened."""
        return self.kind in (Kind.HTML, Kind.XHTML, Kind.PLAIN, Kind.MARKDOWN, Kind.URL)


def expand(inputs: Iterable[str]) -> list[Source | InputError]:
    """The sources that the inputs name, in order; folders give their readable files, sorted, hidden ones left out.

    Nothing is opened. A missing file and a folder with nothing to read are Unreachable errors in their place.
    """
    return [source for given in inputs for source in _expand(given)]


def kind_of(name: str) -> Kind | None:
    """The kind that a file's ending tells, .gz aside; None for an ending that is not read."""
    return ENDINGS.get(Path(name.lower().removesuffix(".gz")).suffix)


def _expand(given: str) -> Iterator[Source | InputError]:
    if given == "-":
        yield Source(STANDARD_INPUT_NAME, Kind.STANDARD_INPUT)
    elif given.lower().startswith(("http://", "https://")):
        yield Source(given, Kind.URL)
    elif "\x00" in given or not given:
        yield Unreachable(given.replace("\x00", "\\0") or "''", "it names no file", "give a path, an address or -")
    elif not os.path.lexists(given):
        yield Unreachable(given, "there is no such file", "check the path")
    elif Path(given).is_dir():
        yield from _folder(given)
    else:
        yield Source(given, kind_of(given) or Kind.UNKNOWN, Path(given))


def _folder(folder: str) -> Iterator[Source | InputError]:
    errors: list[OSError] = []
    empty = True
    for at, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            kind = kind_of(name)
            if kind and not name.startswith("."):
                empty = False
                path = Path(at, name)
                yield Source(str(path), kind, path)
    for error in errors:
        yield Unreachable(
            str(error.filename or folder), "the folder may not be opened", "give yourself the right to read it"
        )
    if empty and not errors:
        endings = ", ".join(ENDINGS)
        yield Unreachable(
            folder, "the folder has nothing to read in it", f"files must end in {endings}, .gz behind it or not"
        )
