"""`firsthand ledger`: copies of a ledger, a thorough look at one, how to reach who replied."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from firsthand.cli.pace import Pace
from firsthand.cli.printing import put, tell
from firsthand.errors import UsageError
from firsthand.export.contract import FORMAT, Record
from firsthand.ledger import Catalogue, address_of, backup, check
from firsthand.model import Holdings


def run_backup(ledger: Path, to: Path, form: str, *, public: bool = False) -> int:
    """Copy a ledger while it is in use. Raises LedgerError."""
    backup(ledger, to, public=public)
    if form == "text":
        sys.stdout.write(f"{ledger} is copied to {to}\n")
    else:
        put({"firsthand": FORMAT, "ledger": str(ledger), "backup": str(to)}, 2 if form == "json" else None)
    return 0


def run_check(ledger: Path, form: str) -> int:
    """Look at a whole ledger; the exit status: 0, or 1 where it is damaged. Raises LedgerError."""
    notices = Console(stderr=True, highlight=False)
    with Catalogue.open(ledger) as reader:
        articles = reader.holdings().articles
    with Pace(notices, articles, "checking") as pace:
        found = check(ledger, pace.step)
    for fault in found.faults:
        tell(f"{ledger}: {fault}", notices)
    if form == "text":
        verdict = f"{len(found.faults)} faults; go back to a backup" if found.faults else "sound"
        sys.stdout.write(f"{ledger} is {verdict}: {_sum(found.holdings)}\n")
    else:
        record: Record = {"firsthand": FORMAT, "sound": not found.faults, "faults": list(found.faults)}
        put({**record, **asdict(found.holdings)}, 2 if form == "json" else None)
    return 1 if found.faults else 0


def run_address(ledger: Path, reply: int) -> int:
    """Tell the owner how to reach who sent a reply. Raises LedgerError, and UsageError where nobody sits there."""
    if not sys.stdout.isatty():
        raise UsageError("an address is told at a terminal alone; it goes into no file and no other program")
    found = address_of(ledger, reply)
    if found is None:
        raise UsageError(f"no address is kept of a reply {reply}: there is none of that number, or it was refused")
    sys.stdout.write(f"{found}\n")
    return 0


def _sum(holdings: Holdings) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in asdict(holdings).items())
