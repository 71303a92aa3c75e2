"""The commands and their options."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

from firsthand.model import SURE_ENOUGH, Told
from firsthand.settings import Settings

app = typer.Typer(
    name="firsthand",
    help="Read news and work out who said it first.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Kind(StrEnum):
    """What the inputs hold."""

    PAGES = "pages"
    ARTICLES = "articles"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"firsthand {version('firsthand')}")
        raise typer.Exit


@app.callback()
def firsthand(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read news and work out who said it first."""


@app.command()
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.html .txt .md .jsonl .warc .rss .atom, each also .gz), folders, URLs, feeds, or -.",
            show_default=False,
        ),
    ],
    kind: Annotated[
        Kind, typer.Option("--as", help="What JSONL lines hold: pages, or articles already clean.")
    ] = Kind.PAGES,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: text on a terminal, jsonl otherwise.", show_default=False),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the page was published (ISO 8601).")
    ] = None,
    fetched: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the page was fetched: 2024-06-20, 2024-06.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="The page's address.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the page.")] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out statements less sure than this.")
    ] = SURE_ENOUGH,
    processes: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Pages read side by side. Default: by inputs and cores.", show_default=False),
    ] = None,
) -> None:
    """Read pages: the article on each, and every statement in it with its source."""
    from firsthand.cli.reading import Job, run

    told = Told(published=published, fetched=fetched, url=url, outlet=outlet)
    job = Job(
        tuple(inputs), kind is Kind.ARTICLES, told, min_confidence, processes or Settings.of(os.environ).processes
    )
    raise typer.Exit(run(job, (form or (Format.TEXT if sys.stdout.isatty() else Format.JSONL)).value))
