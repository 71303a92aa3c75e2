"""An article's register: a line for each thing that is given, those about the same thing under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import Exchange, Findings, Item, Party, Statement, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register.

    `first` of its exchange, which may have several; `repeated` where the line above is about the same thing between the
    same parties; `differs` where lines about it give different numbers; `says` are those who say so, or deny it, each
    with the statement in which they do.
    """

    exchange: Exchange
    item: Item | None
    first: bool
    repeated: bool
    differs: bool
    says: tuple[tuple[str, str], ...]


def entries(findings: Findings) -> list[Entry]:
    """The lines, in order of the first about each thing."""
    groups: dict[tuple[str, str, str], list[tuple[Exchange, Item | None]]] = {}
    for exchange in findings.exchanges:
        for item in exchange.items or (None,):
            key = (_called(exchange.giver), _called(exchange.receiver), item.head.casefold() if item else "")
            groups.setdefault(key, []).append((exchange, item))
    found: list[Entry] = []
    for lines in groups.values():
        numbers = {
            (item.quantity.least, item.quantity.greatest, item.quantity.unit)
            for _, item in lines
            if item and item.quantity
        }
        for place, (exchange, item) in enumerate(lines):
            says = tuple(dict.fromkeys(_says(exchange, findings.statements)))
            first = all(one.exchange is not exchange for one in found)
            found.append(Entry(exchange, item, first, place > 0, len(numbers) > 1, says))
    return found


def _called(party: Party | None) -> str:
    return party.name.casefold() if party else ""


def _says(exchange: Exchange, statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    if exchange.status is Status.DENIED:
        for one in statements:
            if any(part.contains(exchange.trigger) for part in one.content):
                yield from ((party.name, one.id) for party in one.denied_by)
        return
    for one in statements:
        if one.id in exchange.according_to:
            yield (one.chain[0].party.name if one.chain else f"statement {one.id[1:]}", one.id)
