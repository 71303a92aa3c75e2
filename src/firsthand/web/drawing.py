"""A claim as a drawing: origins at the left, relays between, the outlets that print it at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.model import Claim, ClaimMember, Copy, Origin, Stance

COLUMN, ROW, GAP, BOX_WIDTH, BOX_HEIGHT, MARGIN = 260, 54, 20, 204, 40, 10
"""Pixels; a gap parts what goes back to one origin from the next."""
LONGEST = 23
"""Letters of a name that fit in a box; the whole of it is told on hovering, and in the list beside the drawing."""
NOBODY = "no source named"


@dataclass(frozen=True, slots=True)
class Node:
    """A name in its column; `x` and `y` are the corner of its box.

    `kind` is origin, relay or outlet, `stance` that of the branch, or "aside" where it adds no origin; `note` is small
    print; `stack` says how many copies lie under it.
    """

    name: str
    kind: str
    stance: str
    x: int
    y: int
    note: str = ""
    stack: int = 0

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


@dataclass(slots=True)
class _Branch:
    """One origin and the ways from it; a way is its relays and, at its end, an outlet with the copies of its text."""

    name: str
    stance: str
    note: str = ""
    ways: dict[tuple[str, ...], list[str]] = field(default_factory=dict)


def drawn(claim: Claim, copies: Iterable[Copy] = ()) -> Drawing:
    """The ways of a claim from each of its origins to the outlets; copies lie under the text they were made from."""
    branches = _branches(claim, _Folds(claim, copies))
    depth = max((len(way) for branch in branches for way in branch.ways), default=1)
    columns = max(2, depth + 1)
    nodes: list[Node] = []
    edges: dict[Edge, None] = {}
    top = MARGIN
    for branch in branches:
        top = _placed(branch, top, columns, nodes, edges) + GAP
    width = MARGIN * 2 + (columns - 1) * COLUMN + BOX_WIDTH
    height = max([MARGIN * 2 + BOX_HEIGHT, *(node.y + BOX_HEIGHT + 3 * bool(node.stack) + MARGIN for node in nodes)])
    return Drawing(width, height, tuple(nodes), tuple(edges))


class _Folds:
    """Which members' texts are copies of which others', and whose origin each member is counted to."""

    def __init__(self, claim: Claim, copies: Iterable[Copy]) -> None:
        self.origins = claim.support.origins
        told = {member.passage.article for member in claim.members if member.stance is Stance.ASSERTS}
        self._head: dict[str, str] = {}
        for group in copies:
            held = [member.article for member in group.members if member.article in told]
            head = group.original if group.original in held else next(iter(held), None)
            self._head.update((article, head) for article in held if head)

    def head(self, article: str) -> str:
        """The article that one is a copy of, itself where it is none."""
        return self._head.get(article, article)

    def origin(self, member: ClaimMember) -> Origin | None:
        """The origin that a member is counted to; one named as its own source before others."""
        fitting = [one for one in self.origins if member.passage.article in one.articles]
        named = [one for one in fitting if one.name == member.chain[0]]
        return next(iter(named or fitting), None)


def _branches(claim: Claim, folds: _Folds) -> list[_Branch]:
    """Origins in their order, then what adds none, then who hedges, then who denies."""
    found: dict[tuple[str, str], _Branch] = {}
    for number, origin in enumerate(claim.support.origins, 1):
        found["asserts", origin.name] = _Branch(origin.name, Stance.ASSERTS.value, f"origin {number}")
    houses = {member.passage.article: member.chain[-1] for member in claim.members}
    for member in claim.members:
        branch = _branch_of(member, folds, found)
        way = member.chain[1:] if len(member.chain) > 1 else member.chain
        if way == (branch.name,):
            way = member.chain
        head = folds.head(member.passage.article)
        if member.stance is Stance.ASSERTS and head != member.passage.article and head in houses:
            under = next((one for one in branch.ways if one[-1] == houses[head]), None)
            if under is not None or houses[head] != member.chain[-1]:
                branch.ways.setdefault(under or (houses[head],), []).append(member.chain[-1])
                continue
        branch.ways.setdefault(way, [])
    order = ["asserts", "aside", "hedges", "denies"]
    return sorted((one for one in found.values() if one.ways), key=lambda one: order.index(one.stance))


def _branch_of(member: ClaimMember, folds: _Folds, found: dict[tuple[str, str], _Branch]) -> _Branch:
    if member.stance is Stance.ASSERTS:
        if origin := folds.origin(member):
            return found["asserts", origin.name]
        name = member.chain[0] if len(member.chain) > 1 else NOBODY
        return found.setdefault(("aside", name), _Branch(name, "aside", "adds no origin"))
    name, stance = member.chain[0], member.stance.value
    return found.setdefault((stance, name), _Branch(name, stance, stance))


def _placed(branch: _Branch, top: int, columns: int, nodes: list[Node], edges: dict[Edge, None]) -> int:
    """Put a branch's boxes in rows from `top` on; where the next may begin."""
    ways = sorted(branch.ways)
    rows = {way: top + number * ROW for number, way in enumerate(ways)}
    places: dict[tuple[str, ...], list[int]] = {}
    for way in ways:
        for length in range(1, len(way)):
            places.setdefault(way[:length], []).append(rows[way])
    start = Node(branch.name, "origin", branch.stance, MARGIN, sum(rows.values()) // len(rows), branch.note)
    nodes.append(start)
    relays: dict[tuple[str, ...], Node] = {}
    for way, heights in places.items():
        x, y = MARGIN + len(way) * COLUMN, sum(heights) // len(heights)
        relays[way] = Node(way[-1], "relay", branch.stance, x, y)
    nodes.extend(relays.values())
    for way in ways:
        copied = [name for name in dict.fromkeys(branch.ways[way]) if name != way[-1]]
        note = f"+ {len(copied)} {'copy' if len(copied) == 1 else 'copies'}: {', '.join(copied)}"
        x = MARGIN + (columns - 1) * COLUMN
        end = Node(way[-1], "outlet", branch.stance, x, rows[way], note if copied else "", len(copied))
        nodes.append(end)
        stations = [start, *(relays[way[:length]] for length in range(1, len(way))), end]
        for one, other in pairwise(stations):
            edges[Edge(_path(one, other), branch.stance)] = None
    return top + len(ways) * ROW


def _path(one: Node, other: Node) -> str:
    start, end, middle = one.x + BOX_WIDTH, other.x, (one.x + BOX_WIDTH + other.x) // 2
    high, low = one.y + BOX_HEIGHT // 2, other.y + BOX_HEIGHT // 2
    return f"M{start} {high} C{middle} {high} {middle} {low} {end} {low}"


def stances(nodes: Sequence[Node]) -> list[str]:
    """What the legend must tell."""
    return [one for one in ("asserts", "aside", "hedges", "denies") if any(node.stance == one for node in nodes)]
