"""A claim as a drawing: origins at the left, relays between, the outlets that print it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import Claim, ClaimMember, Stance

COLUMN, ROW, BOX_WIDTH, BOX_HEIGHT, MARGIN = 250, 56, 200, 36, 12
"""Pixels."""
LONGEST = 24
"""Letters of a name that fit in a box; the whole of it is told on hovering, and in the list beside the drawing."""


@dataclass(frozen=True, slots=True)
class Node:
    """A name in its column; `x` and `y` are the corner of its box."""

    name: str
    kind: str
    x: int
    y: int

    @property
    def label(self) -> str:
        return self.name if len(self.name) <= LONGEST else self.name[: LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Edge:
    """From one box to the next, as an SVG path; `stance` colours it."""

    path: str
    stance: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and what joins them, with the size of the whole."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def drawn(claim: Claim) -> Drawing:
    """The chains of a claim, each name once in the column where it stands."""
    depth = max((len(member.chain) for member in claim.members), default=1)
    columns = max(2, depth)
    rows: list[list[str]] = [[] for _ in range(columns)]
    places: dict[tuple[int, str], Node] = {}
    for member in claim.members:
        for column, name in _stations(member, columns):
            if name not in rows[column]:
                rows[column].append(name)
    for column, names in enumerate(rows):
        for row, name in enumerate(names):
            places[column, name] = Node(name, _kind(column, columns), MARGIN + column * COLUMN, MARGIN + row * ROW)
    edges = dict.fromkeys(edge for member in claim.members for edge in _edges(member, places, columns))
    tallest = max(map(len, rows), default=1)
    width = MARGIN * 2 + (columns - 1) * COLUMN + BOX_WIDTH
    return Drawing(width, MARGIN * 2 + max(0, tallest - 1) * ROW + BOX_HEIGHT, tuple(places.values()), tuple(edges))


def _stations(member: ClaimMember, columns: int) -> list[tuple[int, str]]:
    """The columns of a chain's names: the origin first, its outlet last, relays as near to the origin as they are."""
    names = member.chain
    if len(names) < 2:
        return [(columns - 1, name) for name in names]
    return [(0, names[0]), *enumerate(names[1:-1], 1), (columns - 1, names[-1])]


def _kind(column: int, columns: int) -> str:
    return "origin" if column == 0 else "outlet" if column == columns - 1 else "relay"


def _edges(member: ClaimMember, places: dict[tuple[int, str], Node], columns: int) -> Sequence[Edge]:
    nodes = [places[station] for station in _stations(member, columns)]
    stance = (Stance.DENIES if member.stance is Stance.DENIES else member.stance).value
    return [Edge(_path(one, other), stance) for one, other in pairwise(nodes)]


def _path(one: Node, other: Node) -> str:
    start, end, middle = one.x + BOX_WIDTH, other.x, (one.x + BOX_WIDTH + other.x) // 2
    high, low = one.y + BOX_HEIGHT // 2, other.y + BOX_HEIGHT // 2
    return f"M{start} {high} C{middle} {high} {middle} {low} {end} {low}"
