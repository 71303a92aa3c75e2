"""`firsthand read`: from inputs to what is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from firsthand.cli.printing import as_json
from firsthand.cli.report import WIDEST, print_report
from firsthand.cli.terminal import safe
from firsthand.errors import InputError, UsageError
from firsthand.export import as_record
from firsthand.model import Findings, Rejected, Told
from firsthand.pipeline import Options, Work, checked, findings_of_many, sources, works
from firsthand.settings import cores

MANY = 8
"""From so many pages on it pays to read them in several processes, and to show how far one is."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line asks for; `clean` where lines of JSON hold articles, not pages."""

    inputs: tuple[str, ...]
    clean: bool
    told: Told
    min_confidence: float
    processes: int | None


def run(job: Job, form: str) -> int:
    """Read and print all inputs; the exit status: 0, or 1 if some could not be read. Raises UsageError."""
    told = checked(job.told)
    named = sources(job.inputs)
    if told.url and len(named) > 1:
        raise UsageError("--url is the address of one page, and the inputs are several")
    notices = Console(stderr=True, highlight=False)
    printer = _Printer(form, sys.stdout, notices)
    total = len(named) if all(isinstance(source, InputError) or source.single for source in named) else None
    found = _results(works(named, told, clean=job.clean), job)
    with _progress(notices, total if not job.clean else None, len(named)) as progress:
        task = progress.add_task("reading", total=total) if progress else None
        for result in found:
            printer.show(result)
            if progress and task is not None:
                progress.advance(task)
    return 1 if printer.failed else 0


def _results(every: Iterator[Work], job: Job) -> Iterator[Findings | Rejected]:
    first = list(islice(every, MANY))
    processes = job.processes or (cores() if len(first) == MANY else 1)
    return findings_of_many(chain(first, every), Options(job.min_confidence), processes)


def _progress(notices: Console, total: int | None, named: int) -> Progress | nullcontext[None]:
    if not notices.is_terminal or sys.stdout.isatty() or (total is not None and named < MANY):
        return nullcontext()
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=notices
    )


class _Printer:
    """Prints results as they come: data to standard output, everything else to standard error."""

    def __init__(self, form: str, out: TextIO, notices: Console) -> None:
        self.form = form
        self.out = out
        self.notices = notices
        self.failed = 0
        self.page = Console(file=out, highlight=False, width=None if out.isatty() else WIDEST, emoji=False)

    def show(self, result: Findings | Rejected) -> None:
        if isinstance(result, Rejected):
            self.failed += 1
            self.notices.print(f"firsthand: {escape(safe(str(result)))}", soft_wrap=True)
        elif self.form == "text":
            print_report(result, self.page)
        else:
            for remark in result.article.remarks:
                name = result.article.page.path or result.article.page.url or result.article.id
                self.notices.print(f"firsthand: note: {escape(safe(f'{name}: {remark}'))}", soft_wrap=True)
            self.out.write(as_json(as_record(result), 2 if self.form == "json" else None) + "\n")
            self.out.flush()
