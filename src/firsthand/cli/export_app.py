"""The command that hands on what a ledger holds, and its options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.app import app
from firsthand.cli.ledger_app import DEFAULT, Ledger, Since, Until
from firsthand.export.tables import What


class Form(StrEnum):
    """How what is exported is written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    JSON_LD = "json-ld"
    WEB_ANNOTATION = "web-annotation"


@app.command()
def export(
    form: Annotated[Form, typer.Option("--format", help="How it is written.", show_default=False)],
    ledger: Ledger = DEFAULT,
    what: Annotated[
        What | None,
        typer.Option("--what", help="What csv and parquet have a row for. Default: statements.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The file to make, whole or not at all; standard output without."
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write all that a ledger holds for other programs."""
    from firsthand.cli.exporting import Asked, run

    raise typer.Exit(run(Asked(ledger, form, what, since, until), output))
