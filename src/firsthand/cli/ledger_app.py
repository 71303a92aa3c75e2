"""The commands that fill a ledger and look into it, and their options."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from firsthand.cli.app import Format, Kind, app
from firsthand.errors import UsageError
from firsthand.model import SURE_ENOUGH, Act, EventQuery, ExchangeQuery, Order, Query, Slice, Status, Told, Verdict
from firsthand.model import Form as StatementForm
from firsthand.settings import Settings

DEFAULT = Path("firsthand.db")

Ledger: TypeAlias = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger's file.")]
Shape: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", help="Default: text on a terminal, jsonl otherwise.", show_default=False),
]
Limit: TypeAlias = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")]
After: TypeAlias = Annotated[
    str | None, typer.Option("--after", metavar="PLACE", help="Go on where a list ended (its next).")
]
Since: TypeAlias = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published then or later.")]
Until: TypeAlias = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published then or before.")]
MinConfidence: TypeAlias = Annotated[
    float, typer.Option("--min-confidence", metavar="N", min=0, max=1, help="Leave out statements less sure than this.")
]
Outlet: TypeAlias = Annotated[str | None, typer.Option("--outlet", help="Name or domain of who published it.")]


class Things(StrEnum):
    """What is searched."""

    STATEMENTS = "statements"
    ARTICLES = "articles"


def _form(form: Format | None) -> str:
    return (form or (Format.TEXT if sys.stdout.isatty() else Format.JSONL)).value


@app.command()
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.html .txt .md .jsonl .warc, each also .gz), folders, URLs, feeds, or - for standard input.",
            show_default=False,
        ),
    ],
    ledger: Ledger = DEFAULT,
    kind: Annotated[
        Kind, typer.Option("--as", help="What JSONL lines hold: pages, or articles already clean.")
    ] = Kind.PAGES,
    form: Shape = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the page was published (ISO 8601).")
    ] = None,
    fetched: Annotated[str | None, typer.Option(metavar="DATE", help="When the page was fetched.")] = None,
    url: Annotated[str | None, typer.Option(help="The page's address.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the page.")] = None,
    processes: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Pages read side by side. Default: by inputs and cores.", show_default=False),
    ] = None,
) -> None:
    """Read pages and file what is found in a ledger; what is there already is not filed twice."""
    from firsthand.cli.adding import run
    from firsthand.cli.reading import Job

    told = Told(published=published, fetched=fetched, url=url, outlet=outlet)
    job = Job(tuple(inputs), kind is Kind.ARTICLES, told, 0.0, processes or Settings.of(os.environ).processes)
    raise typer.Exit(run(job, ledger, _form(form)))


@app.command()
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help='Words that occur; "side by side"; -without; begin*.', show_default=False
        ),
    ] = None,
    ledger: Ledger = DEFAULT,
    things: Annotated[Things, typer.Option("--in", help="Where to look.")] = Things.STATEMENTS,
    speaker: Annotated[str | None, typer.Option(help="Words of the name of who vouches for it.")] = None,
    act: Annotated[Act | None, typer.Option(help="What the source does in saying it.")] = None,
    how: Annotated[StatementForm | None, typer.Option("--form", help="Quoted, retold, or both.")] = None,
    origins: Annotated[
        str | None,
        typer.Option(metavar="N", help="Independent origins behind its claim: 1, or 2+ for two or more."),
    ] = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    order: Annotated[Order, typer.Option(help="The newest first, or what holds the words best.")] = Order.NEWEST,
    min_confidence: MinConfidence = SURE_ENOUGH,
    limit: Limit = 20,
    after: After = None,
    form: Shape = None,
) -> None:
    """Statements, or articles, that hold the words, or of which the options hold."""
    from firsthand.cli.looking import show
    from firsthand.ledger import Catalogue, backing

    if not words and not any((speaker, act, how, origins, outlet, since, until)):
        raise UsageError("give words, or one of --speaker, --act, --form, --origins, --outlet, --since, --until")
    asked = " ".join(_quoted(words or []))
    query = Query(asked, speaker, outlet, since, until, act, how, backing(origins), min_confidence)
    part = Slice(limit, after, order)
    with Catalogue.open(ledger) as catalogue:
        found = catalogue.statements(query, part) if things is Things.STATEMENTS else catalogue.texts(query, part)
    show(things.value, found, _form(form))


def _quoted(words: list[str]) -> list[str]:
    """Words as the shell handed them over: what it took out of quotation marks goes back into them."""
    if len(words) == 1:
        return words
    return [f'"{word}"' if " " in word and '"' not in word else word for word in words]


@app.command()
def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="Words of a name.", show_default=False)],
    ledger: Ledger = DEFAULT,
    min_confidence: MinConfidence = SURE_ENOUGH,
    limit: Limit = 20,
    after: After = None,
    form: Shape = None,
) -> None:
    """Who is called so, and what they vouch for, pass on or deny."""
    from firsthand.cli.looking import show
    from firsthand.ledger import Catalogue

    called = " ".join(name)
    with Catalogue.open(ledger) as catalogue, catalogue.snapshot():
        voices = catalogue.voices(called, min_confidence)
        said = catalogue.said_by(called, Slice(limit, after), min_confidence)
    show("statements", said, _form(form), voices)


@app.command()
def exchanges(
    giver: Annotated[str | None, typer.Option(help="Words of the giver's name.")] = None,
    receiver: Annotated[str | None, typer.Option(help="Words of the receiver's name.")] = None,
    item: Annotated[str | None, typer.Option(help="Words of what is given.")] = None,
    status: Annotated[Status | None, typer.Option(help="How far it has come, as the page claims.")] = None,
    ledger: Ledger = DEFAULT,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    after: After = None,
    form: Shape = None,
) -> None:
    """Transfers that articles claim: who gives what to whom."""
    from firsthand.cli.looking import show
    from firsthand.ledger import Catalogue

    query = ExchangeQuery(giver, receiver, item, status, outlet, since, until)
    with Catalogue.open(ledger) as catalogue:
        found = catalogue.exchanges(query, Slice(limit, after))
    show("exchanges", found, _form(form))


@app.command()
def events(
    kind: Annotated[str | None, typer.Option("--type", help="visit, meeting, agreement, sanction, attack …")] = None,
    participant: Annotated[
        str | None, typer.Option(help="Words of the name of who takes part, or of the place.")
    ] = None,
    ledger: Ledger = DEFAULT,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    after: After = None,
    form: Shape = None,
) -> None:
    """Events that articles claim."""
    from firsthand.cli.looking import show
    from firsthand.ledger import Catalogue

    query = EventQuery(kind, participant, outlet, since, until)
    with Catalogue.open(ledger) as catalogue:
        found = catalogue.events(query, Slice(limit, after))
    show("events", found, _form(form))


@app.command()
def trace(
    asked: Annotated[
        list[str] | None, typer.Argument(metavar="[CLAIM or WORDS]", help="A claim's id, or words.", show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that the ledger shows.")] = False,
    ledger: Ledger = DEFAULT,
    form: Shape = None,
) -> None:
    """A claim's independent origins, copies, denials, near claims, and who said it first."""
    from firsthand.cli.tracing import run

    if every == bool(asked):
        raise UsageError("give a claim's id or words, or --all" + (", not both" if every else ""))
    raise typer.Exit(run(ledger, " ".join(asked or ()), _form(form)))


@app.command()
def serve(
    ledger: Ledger = DEFAULT,
    host: Annotated[str, typer.Option(help="The address to listen on; others than loopback need --token-file.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A file with the token that must come with requests.", show_default=False),
    ] = None,
    readers: Annotated[
        bool, typer.Option("--readers", help="Let others read and reply without the token; the rest needs it.")
    ] = False,
) -> None:
    """Open the reading room: the ledger in a browser."""
    from firsthand.cli.serving import run

    raise typer.Exit(run(ledger, host, port, token_file, readers=readers))


@app.command()
def judge(
    one: Annotated[str, typer.Argument(metavar="ARTICLE:START-END", help="A member of a claim.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="ARTICLE:START-END", help="Another.", show_default=False)],
    verdict: Annotated[Verdict, typer.Argument(help="How they stand to each other.", show_default=False)],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")] = "",
    ledger: Ledger = DEFAULT,
) -> None:
    """Say whether two places claim the same thing; it outranks the program, and nothing judged before is lost."""
    from firsthand.cli.judging import run

    raise typer.Exit(run(ledger, (one, other), verdict, by, reason))


keeping = typer.Typer(name="ledger", help="Keep a ledger safe.", no_args_is_help=True)
app.add_typer(keeping)


@keeping.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="COPY", help="The file to make.", show_default=False)],
    ledger: Ledger = DEFAULT,
    public: Annotated[
        bool,
        typer.Option(
            "--public", help="Without e-mail addresses, replies not approved, private notes and kept searches."
        ),
    ] = False,
    form: Shape = None,
) -> None:
    """Copy a ledger as it is at one moment, also while it is written."""
    from firsthand.cli.keeping import run_backup

    raise typer.Exit(run_backup(ledger, to, _form(form), public=public))


@keeping.command()
def check(ledger: Ledger = DEFAULT, form: Shape = None) -> None:
    """Look at a whole ledger: the file, its references, word indexes, records and pages."""
    from firsthand.cli.keeping import run_check

    raise typer.Exit(run_check(ledger, _form(form)))


@keeping.command()
def owners(
    table: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="Lines of outlet (domain or name), tab, owner; .csv: a comma. Prints what there is without.",
            show_default=False,
        ),
    ] = None,
    ledger: Ledger = DEFAULT,
    everything: Annotated[bool, typer.Option("--all", help="Print also the owners that come with firsthand.")] = False,
    form: Shape = None,
) -> None:
    """Say whose outlets are: where outlets of one owner speak for themselves, they count once."""
    from firsthand.cli.owning import run

    raise typer.Exit(run(ledger, table, _form(form), everything=everything))


@keeping.command()
def address(
    reply: Annotated[
        int, typer.Argument(min=1, help="The number of a reply, as the desk shows it.", show_default=False)
    ],
    ledger: Ledger = DEFAULT,
) -> None:
    """How to reach who sent a reply: told at a terminal alone, and shown or exported nowhere else."""
    from firsthand.cli.keeping import run_address

    raise typer.Exit(run_address(ledger, reply))
