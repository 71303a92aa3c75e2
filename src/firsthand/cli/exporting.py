"""`firsthand export`: what a ledger holds, in the forms that other programs read, article by article."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rich.console import Console

from firsthand.cli.export_app import Form
from firsthand.cli.pace import Pace
from firsthand.cli.printing import as_json, tell
from firsthand.cli.tracing import gather
from firsthand.errors import LedgerError, UsageError
from firsthand.export import as_record
from firsthand.export.columnar import write_parquet
from firsthand.export.delimited import csv_lines
from firsthand.export.linked_data import as_news_article
from firsthand.export.tables import COLUMNS, Row, What, claim_row, rows_of
from firsthand.export.web_annotation import as_annotations
from firsthand.ledger import Catalogue, Docket
from firsthand.model import Findings

TABLES = frozenset({Form.CSV, Form.PARQUET})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; `what` is None where it does not say."""

    ledger: Path
    form: Form
    what: What | None = None
    since: str | None = None
    until: str | None = None


def run(asked: Asked, output: Path | None) -> int:
    """Write an export; the exit status: 0, or 1 where articles are damaged. Raises LedgerError and UsageError."""
    _check(asked, output)
    if asked.what is What.CLAIMS:
        gather(asked.ledger)
    notices = Console(stderr=True, highlight=False)
    with Catalogue.open(asked.ledger) as catalogue, catalogue.snapshot():
        # Where the data itself goes to a terminal, a bar would stand in its midst.
        bar = Console(stderr=True, highlight=False, quiet=output is None and sys.stdout.isatty())
        shelf = _Shelf(catalogue, asked, notices, bar)
        with _sink(output) as sink:
            if asked.form is Form.PARQUET:
                write_parquet(COLUMNS[asked.what or What.STATEMENTS], shelf.rows(), sink)
            else:
                for line in shelf.lines():
                    sink.write(line.encode("utf-8"))
    return 1 if shelf.damaged else 0


def _check(asked: Asked, output: Path | None) -> None:
    if asked.what and asked.form not in TABLES:
        raise UsageError(f"--what chooses a table of csv or parquet; {asked.form.value} has but one form")
    if asked.what is What.CLAIMS and (asked.since or asked.until):
        raise UsageError("claims are made on many days; --since and --until do not go with --what claims")
    if asked.form is Form.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("parquet is no text for a terminal; name a file with --output")
    if output and output.exists() and asked.ledger.exists() and output.samefile(asked.ledger):
        raise UsageError(f"{output} is the ledger itself; name another file with --output")


class _Shelf:
    """What the ledger holds, as it comes; an article that is damaged is told and costs the others nothing."""

    def __init__(self, catalogue: Catalogue, asked: Asked, notices: Console, bar: Console) -> None:
        self.catalogue = catalogue
        self.asked = asked
        self.notices = notices
        self.bar = bar
        self.names = catalogue.articles(asked.since, asked.until)
        self.damaged = 0

    def lines(self) -> Iterator[str]:
        """The export as lines of text, each with its end."""
        if self.asked.form is Form.CSV:
            return csv_lines(COLUMNS[self.asked.what or What.STATEMENTS], self.rows())
        return (line for found in self._findings() for line in _LINES[self.asked.form](found))

    def rows(self) -> Iterator[Row]:
        """The rows of the table that is asked for."""
        what = self.asked.what or What.STATEMENTS
        if what is What.CLAIMS:
            return (claim_row(claim) for claim in Docket(self.catalogue).kept())
        return (row for found in self._findings() for row in rows_of(what, found))

    def _findings(self) -> Iterator[Findings]:
        total = None if self.asked.since or self.asked.until else self.catalogue.holdings().articles
        with Pace(self.bar, total, "exporting") as pace:
            for name in self.names:
                if found := self._found(name):
                    yield found
                pace.step()

    def _found(self, name: str) -> Findings | None:
        try:
            return self.catalogue.findings(name)
        except LedgerError as error:
            self.damaged += 1
            tell(str(error), self.notices)
            return None


def _record_lines(findings: Findings) -> Iterator[str]:
    yield as_json(as_record(findings)) + "\n"


def _linked_lines(findings: Findings) -> Iterator[str]:
    # So written, a line can stand in a page's <script> and cannot end it.
    yield as_json(as_news_article(findings)).replace("<", "\\u003c") + "\n"


def _annotation_lines(findings: Findings) -> Iterator[str]:
    return (as_json(annotation) + "\n" for annotation in as_annotations(findings))


_LINES: dict[Form, Callable[[Findings], Iterable[str]]] = {
    Form.JSONL: _record_lines,
    Form.JSON_LD: _linked_lines,
    Form.WEB_ANNOTATION: _annotation_lines,
}


@contextmanager
def _sink(output: Path | None) -> Iterator[BinaryIO]:
    """Where an export goes. A file is written beside its place and put there when it is whole."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _told(output):
        place = output.resolve()
        if place.exists() and not place.is_file():  # a device or a pipe is written to, never replaced
            with place.open("wb") as sink:
                yield sink
            return
        beside = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            with beside.open("xb") as sink:
                yield sink
                sink.flush()
                os.fsync(sink.fileno())
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _told(output: Path) -> Iterator[None]:
    """What the system says of a file that cannot be written, with the way out."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{output} cannot be written: {reason}; check the path and the room on the disk") from error
