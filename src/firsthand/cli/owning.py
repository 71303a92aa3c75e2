"""`firsthand ledger owners`: whose outlets are, as the user says it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from firsthand.cli.printing import put, tell
from firsthand.cli.terminal import safe
from firsthand.errors import UsageError
from firsthand.export.contract import FORMAT, Json, Record
from firsthand.filing import own
from firsthand.ledger import Catalogue, Traces, Writer
from firsthand.model import Owned
from firsthand.tracing import NOBODY, known_owners, owner_key, read_owners

LARGEST = 10_000_000
"""A table of owners has no more bytes than this."""


def run(ledger: Path, table: Path | None, form: str, *, everything: bool) -> int:
    """Print the owners that a ledger has, or let a table be all of them. Raises LedgerError, UsageError."""
    if table is None:
        return _show(ledger, form, everything=everything)
    if not ledger.exists():
        raise UsageError(f"there is no ledger {ledger}; firsthand add makes one")
    told = _read(table)
    if told is None:
        return 2
    with Writer(ledger) as writer:
        before, articles = own(writer, told)
    changes = _changes(before, told)
    if form == "text":
        sys.stdout.write("".join(f"{what}\t{_line(row)}" for what, rows in changes.items() for row in rows))
    else:
        record: Record = {"firsthand": FORMAT, "ledger": str(ledger), "articles": articles}
        record.update((what, [_record(row) for row in rows]) for what, rows in changes.items())
        put(record, 2 if form == "json" else None)
    sums = ", ".join(f"{len(rows):,} {what}" for what, rows in changes.items())
    later = "; the next firsthand trace puts their claims together anew" if articles else ""
    tell(f"outlets kept: {len(told):,} ({sums}); articles touched: {articles:,}{later}", _notices())
    return 0


def _show(ledger: Path, form: str, *, everything: bool) -> int:
    with Catalogue.open(ledger) as catalogue:
        told = Traces(catalogue).owners()
    outranked = {owner_key(row.outlet) for row in told}
    known = [row for row in known_owners() if owner_key(row.outlet) not in outranked]
    if form == "text":
        sys.stdout.write("".join(map(_line, [*told, *(known if everything else ())])))
        if not everything:
            tell(f"{len(told):,} outlets; {len(known):,} more come with firsthand, see --all", _notices())
    else:
        shown: list[Json] = [{**_record(row), "given": True} for row in told]
        shown += [{**_record(row), "given": False} for row in known if everything]
        put({"firsthand": FORMAT, "owners": shown}, 2 if form == "json" else None)
    return 0


def _read(table: Path) -> Sequence[Owned] | None:
    """The rows of a table; None where lines are wrong, which the user is told. Raises UsageError."""
    try:
        written = table.read_bytes() if table.stat().st_size <= LARGEST else None
        if written is None:
            raise UsageError(f"{table} is larger than {LARGEST:,} bytes; is it a table of owners?")
        text = written.decode("utf-8")
    except OSError as error:
        raise UsageError(f"{table} cannot be read: {error.strerror}; give a file with outlets and owners") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{table} is not UTF-8 from byte {error.start} on; save it as UTF-8") from error
    told, faults = read_owners(text, str(table))
    for fault in faults:
        tell(str(fault), _notices())
    if faults:
        tell(f"nothing was changed; lines of {table} that are wrong: {len(faults):,}", _notices())
    return None if faults else told


def _changes(before: Iterable[Owned], after: Iterable[Owned]) -> Mapping[str, Sequence[Owned]]:
    """What a new table changes: rows that are new, have another owner, are gone."""
    former, told = ({owner_key(row.outlet): row for row in rows} for rows in (before, after))
    return {
        "added": [row for key, row in told.items() if key not in former],
        "changed": [row for key, row in told.items() if key in former and former[key].owner != row.owner],
        "removed": [row for key, row in former.items() if key not in told],
    }


def _line(row: Owned) -> str:
    return f"{safe(row.outlet)}\t{safe(row.owner or NOBODY)}\n"


def _record(row: Owned) -> Record:
    return {"outlet": row.outlet, "owner": row.owner}


def _notices() -> Console:
    return Console(stderr=True, highlight=False)
