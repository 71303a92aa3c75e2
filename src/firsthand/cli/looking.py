"""`firsthand search`, `who`, `exchanges` and `events`: what a ledger holds, as a report or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from firsthand.cli.printing import put, tell
from firsthand.cli.report import FAINT, HEAD, SOURCE, WIDEST
from firsthand.cli.terminal import safe
from firsthand.export import as_listing, as_result, voice_record
from firsthand.export.contract import Record
from firsthand.model import (
    Certainty,
    Entry,
    Excerpt,
    Exchange,
    Form,
    Happening,
    Listing,
    Party,
    Polarity,
    Said,
    Span,
    Transfer,
    Voice,
)
from firsthand.text.pronouns import names_nobody

FOUND = "bold green"
_FORMS = {Form.DIRECT: "quoted", Form.INDIRECT: "retold", Form.MIXED: "partly quoted"}

AnyListing: TypeAlias = Listing[Said] | Listing[Excerpt] | Listing[Transfer] | Listing[Happening]


def show(name: str, listing: AnyListing, form: str, voices: Sequence[Voice] | None = None) -> None:
    """Print a part of a list under its name in JSON; `voices` stand before the statements of `who`."""
    if form == "jsonl":
        for result in listing.found:
            put(as_result(result))
    elif form == "json":
        heard: Record = {} if voices is None else {"voices": [voice_record(voice) for voice in voices]}
        put({**as_listing(name, listing), **heard}, indent=2)
    else:
        _report(listing, voices or ())
    if form != "json" and listing.next:
        tell(f"there is more: the same command with --after {listing.next}", Console(stderr=True, highlight=False))


def _report(listing: AnyListing, voices: Sequence[Voice]) -> None:
    page = Console(highlight=False, width=None if sys.stdout.isatty() else WIDEST, emoji=False)
    width = min(page.width, WIDEST)
    if voices:
        page.print(_voices(voices), width=width)
    page.print(Text(_sum(listing), style=FAINT), width=width)
    for result in listing.found:
        page.print()
        page.print(Group(*_result(result)), width=width)


def _sum(listing: AnyListing) -> str:
    if not listing.total:
        return "Nothing found."
    return f"{'' if listing.exact else 'more than '}{listing.total:,} found"


def _result(result: Said | Excerpt | Transfer | Happening) -> Iterator[RenderableType]:
    if isinstance(result, Said):
        yield from _said(result)
    elif isinstance(result, Excerpt):
        yield _words(result.text, result.passage, result.marks)
    elif isinstance(result, Transfer):
        yield from _transfer(result)
    else:
        yield from _happening(result)
    yield _where(result.entry)


def _said(said: Said) -> Iterator[RenderableType]:
    statement = said.statement
    who = Text(" → ").join(_voice(link.party) for link in statement.chain)
    traits = [_FORMS[statement.form], statement.act.value if statement.act else ""]
    traits += [statement.certainty.value] if statement.certainty not in (None, Certainty.UNKNOWN) else []
    traits += ["negative"] if statement.polarity is Polarity.NEGATIVE else []
    traits.append(f"sure {statement.confidence:.0%}")
    about = Text("  " + ", ".join(trait for trait in traits if trait), style=FAINT)
    yield (who if statement.chain else Text("nobody named", style=FAINT)) + about
    words = Text()
    for number, span in enumerate(statement.content):
        words.append(" … " if number else "", FAINT).append_text(_words(said.text, span, said.marks))
    yield words
    if statement.denied_by:
        yield Text("denied by " + ", ".join(safe(party.name) for party in statement.denied_by), style="red")


def _voice(party: Party) -> Text:
    """A member of a chain by name; one that the page does not name, by the words that stand for it."""
    if names_nobody(party.name):
        return Text(f"“{safe(party.name)}”", style=FAINT)
    return Text(safe(party.name), style=SOURCE)


def _transfer(transfer: Transfer) -> Iterator[RenderableType]:
    exchange, text = transfer.exchange, transfer.text
    items = ", ".join(" ".join(safe(item.span.of(text)).split()) for item in exchange.items) or "(nothing named)"
    line = Text(_name(exchange.giver), style=SOURCE) + Text(" → ", style=FAINT)
    line += Text(_name(exchange.receiver), style=SOURCE) + Text(f"  {items}", style=FOUND)
    yield line
    yield Text(f"{exchange.status.value}{_when(exchange)}: “{_line(text, exchange.trigger)}”", style=FAINT)


def _happening(happening: Happening) -> Iterator[RenderableType]:
    event, text = happening.event, happening.text
    parties = ", ".join(_name(one.party) for one in event.participants)
    place = f" in {_name(event.place)}" if event.place else ""
    yield Text(event.type, style=FOUND) + Text(f"  {parties}{place}", style=SOURCE)
    when = f" {event.when.value}" if event.when else ""
    yield Text(f"{event.status.value}{when}: “{_line(text, event.trigger)}”", style=FAINT)


def _when(exchange: Exchange) -> str:
    return f" {exchange.when.value}" if exchange.when else ""


def _name(party: Party | None) -> str:
    return safe(party.name) if party else "somebody"


def _line(text: str, span: Span) -> str:
    """The line of a text in which a span stands, cut around it."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 100)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + 100)
    return " ".join(safe(text[start:end]).split())


def _words(text: str, span: Span | None, marks: Sequence[Span]) -> Text:
    """The words of a span on one line, the marks in it shown."""
    if span is None:
        return Text()
    words = Text(safe(text[span.start : span.end]).replace("\n", " "))
    for mark in marks:
        if span.contains(mark):
            words.stylize(FOUND, mark.start - span.start, mark.end - span.start)
    return words


def _where(entry: Entry) -> Text:
    outlet = entry.outlet and (entry.outlet.name or entry.outlet.domain)
    parts = [outlet or "outlet not named", entry.published or "no date", entry.title or "(no title)"]
    return Text(" · ".join(safe(part) for part in parts), style=FAINT) + Text(f"\n{safe(entry.url or entry.id)}", FAINT)


def _voices(voices: Sequence[Voice]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=HEAD)
    table.add_column("name", style=SOURCE)
    for column in ("vouches", "passes on", "denies"):
        table.add_column(column, justify="right")
    for voice in voices:
        table.add_row(safe(voice.name), *(f"{number:,}" for number in (voice.vouches, voice.relays, voice.denies)))
    return table
