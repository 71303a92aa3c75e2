"""Owners of outlets: those that a user gives, those that come along, and which of them an outlet has."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from firsthand.errors import BadRow
from firsthand.model import Outlet, Owned

NOBODY = "-"
"""Written in place of an owner: the outlet is nobody's but its own."""

_HEADS = frozenset({"outlet", "domain", "name"})
_FORM = "write the outlet's domain or name, a tab (in .csv a comma), and its owner"


class Owners:
    """Whose each outlet is: what its own page or row says, then what the user says, then what comes along.

    Of a domain, the longest ending that stands in a table counts; then the name is looked up.
    """

    def __init__(self, told: Iterable[Owned] = ()) -> None:
        self.told = tuple(told)
        self._told = _table(self.told)

    def of(self, outlet: Outlet | None) -> str | None:
        """The owner of an outlet, if known."""
        if outlet is None:
            return None
        if outlet.owner:
            return outlet.owner
        for table in (self._told, _known()):
            for key in _keys(outlet):
                if key in table:
                    return table[key]
        return None

    def differing(self, others: Owners, outlets: Iterable[Outlet]) -> list[Outlet]:
        """The outlets that have another owner by `others`."""
        return [outlet for outlet in outlets if self.of(outlet) != others.of(outlet)]


@cache
def known_owners() -> tuple[Owned, ...]:
    """The table that comes along."""
    rows, faults = read_owners(_written(), "owners.tsv")
    if faults:
        raise faults[0]
    return rows


def known_digest() -> str:
    """Tells the table that comes along from those of other releases."""
    return blake2b(repr(sorted(_known().items())).encode(), digest_size=8).hexdigest()


def read_owners(text: str, name: str) -> tuple[tuple[Owned, ...], list[BadRow]]:
    """The rows of a table, tabs or (in `.csv`) commas between outlet and owner, and the lines that are none.

    Empty lines, comments behind # and a head are passed over.
    """
    rows: dict[str, Owned] = {}
    lines: dict[str, int] = {}
    faults: list[BadRow] = []
    for number, fields in _fields(text, name):
        where = f"{name}:{number}"
        if len(fields) == 2 and fields[0].casefold() in _HEADS and fields[1].casefold() == "owner" and not rows:
            continue
        if problem := _problem(fields):
            faults.append(BadRow(where, problem, _FORM))
            continue
        outlet, owner = fields
        key, row = owner_key(outlet), Owned(outlet, None if owner == NOBODY else owner)
        if key in rows and rows[key].owner != row.owner:
            told = f"{outlet} has another owner in line {lines[key]}"
            faults.append(BadRow(where, told, "keep one of the two lines"))
            continue
        rows.setdefault(key, row)
        lines.setdefault(key, number)
    return tuple(rows.values()), faults


def owner_key(written: str) -> str:
    """An outlet's name or domain as it is looked up: in small letters, without a leading "the" or "www."."""
    return " ".join(written.casefold().split()).removeprefix("www.").removeprefix("the ")


def _fields(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.removeprefix("\N{BYTE ORDER MARK}").splitlines()
    between = "," if name.casefold().endswith(".csv") else "\t"
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            (fields,) = csv.reader([line], delimiter=between) if between == "," else [line.rstrip().split(between)]
            yield number, [" ".join(field.split()) for field in fields]


def _problem(fields: list[str]) -> str | None:
    if len(fields) != 2:
        return f"there {'is one field' if len(fields) == 1 else f'are {len(fields)} fields'} in place of two"
    if not fields[0] or not fields[1]:
        return f"the {'owner' if fields[0] else 'outlet'} is missing"
    if "/" in fields[0] and "." in fields[0]:
        return f"{fields[0]} is an address, not an outlet"
    return None if fields[0] and all(map(str.isprintable, fields)) else "there are characters that cannot be printed"


def _keys(outlet: Outlet) -> Iterator[str]:
    """The ways in which an outlet may stand in a table, the closest first."""
    if outlet.domain:
        labels = owner_key(outlet.domain).rstrip(".").split(".")
        for start in range(max(1, len(labels) - 1)):
            yield ".".join(labels[start:])
    if outlet.name:
        yield owner_key(outlet.name)


def _table(rows: Iterable[Owned]) -> Mapping[str, str | None]:
    return {owner_key(row.outlet): row.owner for row in rows}


@cache
def _known() -> Mapping[str, str | None]:
    return _table(known_owners())


def _written() -> str:
    return files("firsthand.tracing").joinpath("owners.tsv").read_text(encoding="utf-8")
