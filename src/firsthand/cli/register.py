"""Exchanges as a register and events as a time line, as a person reads them on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.cli.terminal import safe
from firsthand.model import Event, Exchange, Findings, Item, Moment, Party, Quantity, Statement, Status
from firsthand.text.pronouns import names_nobody

FAINT, HEAD, PARTY, DIFFERS = "dim", "bold", "magenta", "yellow"
SAME = "〃"
LONGEST = 60
_STYLES = {
    Status.COMPLETED: "green",
    Status.ONGOING: "green",
    Status.REFUSED: "red",
    Status.DENIED: "red",
    Status.NEGATED: "red",
    Status.CANCELLED: "red",
    Status.SUSPECTED: "yellow",
}


_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_SUM = re.compile(
    r"\b(?:thousand|million|billion|trillion|mn|bn|tn|m|k)\b|\b(?:us|australian|canadian|hong kong)\b|"
    r"\b(?:dollar|euro|pound|sterling|yen|yuan|rouble|ruble|rupee|franc|crown|krona|krone|peso|lira|won|rand|dirham|"
    r"riyal|dinar|real|zloty|shekel|hryvnia|naira|shilling|cent|penny|pence)(?:s|es)?\b|\b(?:an?|of|in|some|about)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(r"[^\W\d_]")
"""What is left of the words of a sum where it is a sum of something: "$2 billion in aid"."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the register: one item of one exchange."""

    exchange: Exchange
    item: Item | None

    @property
    def key(self) -> tuple[str, str, str]:
        """Entries alike in this are about the same thing; their figures stand under each other."""
        given, taken = self.exchange.giver, self.exchange.receiver
        return (_name(given), _name(taken), self.item.head if self.item else "")


def exchanges_and_events(findings: Findings) -> Iterator[RenderableType]:
    """The register and the time line, each only if there is something in it."""
    if findings.exchanges:
        yield _register(findings)
        yield Text()
    if findings.events:
        yield _time_line(findings.events)
        yield Text()


def _register(findings: Findings) -> RenderableType:
    statements = {statement.id: statement for statement in findings.statements}
    text = findings.article.text
    table = Table(box=None, padding=(0, 1, 0, 0), expand=True, header_style=FAINT)
    for name, share in (("supplier", 4), ("recipient", 4), ("item", 5), ("number", 4)):
        table.add_column(name, ratio=share, overflow="fold")
    table.add_column("status", min_width=9, no_wrap=True)
    table.add_column("when", min_width=7, max_width=10, overflow="fold")
    table.add_column("according to", ratio=4, overflow="fold")
    for entries in _grouped(findings.exchanges):
        differ = len({_number(entry.item) for entry in entries if entry.item and entry.item.quantity}) > 1
        for place, entry in enumerate(entries):
            number = _number(entry.item)
            table.add_row(
                *_parties_and_item(entry, text, repeated=place > 0),
                Text(f"≠ {number}" if differ and place and number else number, style=DIFFERS if differ else ""),
                _status(entry.exchange.status),
                _when(entry.exchange.when),
                Text(_according(entry.exchange, statements)),
            )
    heading = _counted(len(findings.exchanges), "exchange")
    return Group(Text(heading, style=HEAD), Padding(table, (1, 0, 0, 2)))


def _grouped(exchanges: tuple[Exchange, ...]) -> list[list[_Entry]]:
    """Entries about the same thing together, in order of the first of them."""
    groups: dict[tuple[str, str, str], list[_Entry]] = {}
    for exchange in exchanges:
        for item in exchange.items or (None,):
            entry = _Entry(exchange, item)
            groups.setdefault(entry.key, []).append(entry)
    return list(groups.values())


def _parties_and_item(entry: _Entry, text: str, *, repeated: bool) -> tuple[Text, Text, Text]:
    if repeated:
        same = Text(SAME, style=FAINT)
        return same, same, same
    exchange, item = entry.exchange, entry.item
    return _party(exchange.giver), _party(exchange.receiver), Text(_words(item, text) if item else "?")


def _words(item: Item, text: str) -> str:
    """What is given in the page's words, its number apart; all but the first words of a long one are left out."""
    words = " ".join(item.span.of(text).split())
    if item.quantity:
        words = words.replace(" ".join(item.quantity.text.split()), "", 1)
        if _CURRENCY.fullmatch(item.quantity.unit or "") and not _GOODS.search(_SUM.sub("", words)):
            return "money"
    kept = re.sub(r"^(?:[\s,]|(?:of|in|a|an|the|some|more)\b)+", "", words, flags=re.IGNORECASE) or item.head
    return safe(kept if len(kept) <= LONGEST else kept[:LONGEST].rsplit(" ", 1)[0] + " …")


def _party(party: Party | None) -> Text:
    if party is None:
        return Text("?", style=FAINT)
    if names_nobody(party.name):
        return Text(f"“{safe(party.name)}”", style=FAINT)
    return Text(_ARTICLE.sub("", safe(party.name)), style=PARTY)


def _name(party: Party | None) -> str:
    return party.name.casefold() if party else ""


def _number(item: Item | None) -> str:
    return written(item.quantity) if item and item.quantity else ""


def written(quantity: Quantity) -> str:
    """A quantity in figures: "≈ 5,000,000 shells", "≥ 24 ambulances", "10,000,000–25,000,000 USD"."""
    least, greatest = quantity.least, quantity.greatest
    if least is not None and greatest is not None:
        figures = _figure(least) if least == greatest else f"{_figure(least)}–{_figure(greatest)}"
        figures = f"≈ {figures}" if quantity.approx else figures
    elif least is not None:
        figures = f"≥ {_figure(least)}"
    elif greatest is not None:
        figures = f"≤ {_figure(greatest)}"
    else:
        figures = quantity.text
    return f"{figures} {safe(quantity.unit)}" if quantity.unit else figures


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _status(status: Status) -> Text:
    return Text(status.value, style=_STYLES.get(status, ""))


def _when(moment: Moment | None) -> Text:
    if moment is None:
        return Text("")
    # An interval breaks after its stroke, where it must.
    return Text(moment.value.replace("/", "/\u200b") + ("" if moment.certain else " ?"))


def _according(exchange: Exchange, statements: dict[str, Statement]) -> str:
    if exchange.status is Status.DENIED:
        held = [one for one in statements.values() if any(part.contains(exchange.trigger) for part in one.content)]
        return safe(", ".join(dict.fromkeys(party.name for one in held for party in one.denied_by)))
    names = dict.fromkeys(
        statements[name].chain[0].party.name
        for name in exchange.according_to
        if name in statements and statements[name].chain
    )
    return safe(", ".join(names))


def _time_line(events: tuple[Event, ...]) -> RenderableType:
    table = Table(box=None, padding=(0, 1, 0, 0), expand=True, header_style=FAINT)
    table.add_column("when", min_width=10, max_width=21, overflow="fold")
    table.add_column("event", min_width=9, no_wrap=True)
    table.add_column("who", ratio=5, overflow="fold")
    table.add_column("where", ratio=2, overflow="fold")
    table.add_column("status", min_width=9, no_wrap=True)
    # A date sorts before the days in it; what has none comes last, in order of the text.
    for event in sorted(events, key=lambda one: (one.when is None, one.when.value if one.when else "")):
        table.add_row(_when(event.when), event.type, _who(event), _party_or_blank(event.place), _status(event.status))
    return Group(Text(_counted(len(events), "event"), style=HEAD), Padding(table, (1, 0, 0, 2)))


def _party_or_blank(party: Party | None) -> Text:
    return Text(safe(party.name)) if party else Text("")


def _who(event: Event) -> Text:
    """Names by role: "attacker: X; target: Y"; a role that all share is not named."""
    roles: dict[str, dict[str, None]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, {})[participant.party.name] = None
    words = Text()
    for role, names in roles.items():
        words += Text("; " if words else "")
        words += Text(f"{role} ", style=FAINT) if len(roles) > 1 else Text()
        words += Text(safe(", ".join(names)), style=PARTY)
    return words


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"
