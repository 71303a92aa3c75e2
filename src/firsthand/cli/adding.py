"""`firsthand add`: from inputs into a ledger."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from rich.console import Console

from firsthand.cli.pace import Pace
from firsthand.cli.printing import put, tell
from firsthand.cli.reading import MANY, Job
from firsthand.cli.tracing import gather
from firsthand.errors import UsageError
from firsthand.export import filed_record
from firsthand.export.contract import FORMAT
from firsthand.filing import file_all, politely
from firsthand.ledger import Writer
from firsthand.model import READ, Filed, Outcome
from firsthand.pipeline import Options, checked, sources, works
from firsthand.reading.acquire import Outside
from firsthand.reading.acquire.counting import total_of
from firsthand.settings import cores

NICE = 5
"""How far whoever reads in the reading room goes before (nice(2)); where nobody does, it costs nothing."""

WORDS = {
    Outcome.ADDED: "added",
    Outcome.KNOWN: "there already",
    Outcome.UNCHANGED: "unchanged since last time",
    Outcome.BLOCKED: "blocked by their site",
    Outcome.GONE: "gone",
    Outcome.PAYWALLED: "for subscribers only",
    Outcome.UNREADABLE: "could not be read",
}


def run(job: Job, ledger: Path, form: str) -> int:
    """File all inputs; the exit status: 0, or 1 if some could not be read. Raises UsageError, LedgerError."""
    told = checked(job.told)
    named = sources(job.inputs)
    if told.url and len(named) > 1:
        raise UsageError("--url is the address of one page, and the inputs are several")
    if hasattr(os, "nice"):
        os.nice(NICE)
    notices = Console(stderr=True, highlight=False)
    with Writer(ledger) as writer, politely(writer) as site, Pace(notices, total_of(named), "adding") as pace:
        report = _Report(form, notices, pace)
        every = works(named, told, clean=job.clean, outside=Outside(transport=site))
        first = list(islice(every, MANY))
        processes = job.processes or (cores() if len(first) == MANY else 1)
        try:
            file_all(chain(first, every), writer, report, Options(job.min_confidence), processes, site.validators)
        except KeyboardInterrupt:
            tell(f"stopped; what was reported is in {ledger}, and the same command goes on from there", notices)
            return 1
        finally:
            pace.__exit__(None, None, None)
            report.close(ledger)
    with suppress(KeyboardInterrupt):  # what is left is done when somebody asks
        gather(ledger)
    return 1 if report.failed else 0


class _Report:
    """Prints what became of each input as soon as it is kept, and the sums at the end."""

    def __init__(self, form: str, notices: Console, pace: Pace) -> None:
        self.form = form
        self.notices = notices
        self.pace = pace
        self.sums: Counter[Outcome] = Counter()
        self.statements = 0
        self.kept: list[Filed] = []

    @property
    def failed(self) -> int:
        return sum(number for outcome, number in self.sums.items() if outcome not in READ)

    def __call__(self, filed: Filed) -> None:
        self.sums[filed.outcome] += 1
        self.statements += filed.statements
        if filed.outcome not in READ:
            tell(f"{filed.name}: {filed.reason}" + (f" ({filed.remedy})" if filed.remedy else ""), self.notices)
        if self.form == "jsonl":
            put(filed_record(filed))
        elif self.form == "json":
            self.kept.append(filed)
        self.pace.step()

    def close(self, ledger: Path) -> None:
        """The sums."""
        counted = [f"{self.sums[outcome]:,} {words}" for outcome, words in WORDS.items() if self.sums[outcome]]
        line = f"{', '.join(counted) or 'nothing to add'}; {self.statements:,} new statements in {ledger}"
        if self.form == "text":
            sys.stdout.write(line + "\n")
        else:
            tell(line, self.notices)
        if self.form == "json":
            sums = {outcome.value: self.sums[outcome] for outcome in Outcome}
            put({"firsthand": FORMAT, **sums, "inputs": [filed_record(filed) for filed in self.kept]}, indent=2)
