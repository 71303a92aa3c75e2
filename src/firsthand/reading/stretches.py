"""Where on a page of plain text the article is: the stretch of blocks with most prose and least else."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Zone
from firsthand.reading.looks import Look, Shape

LINE_COST, BESIDE_COST, FOREIGN_COST = 9.0, 6.0, 15.0
"""Words of prose that a line outweighs, a block of what stands beside articles, and one of what never does."""

BESIDE = frozenset((Zone.TEASER, Zone.CAPTION, Zone.PROMO, Zone.BYLINE))
BOX_GOES_ON = 0.5
"""The share of its cost that a further line of a box has."""

SIGNED = 40.0
"""Words of prose that a byline or date above a stretch is worth."""


def most_prose(looks: Sequence[Look], start: int, end: int) -> tuple[int, int]:
    """The stretch of blocks with most prose and least else: first, and one past the last; equal where there is none.

    Where it lies is decided by what belongs together, how far it goes by prose alone.
    """
    best, best_at = 0.0, (start, start)
    value, begin = 0.0, start
    for at in range(start, end):
        if value <= 0:
            value, begin = 0.0, at
        value += looks[at].weight if looks[at].told else -_cost(looks, at)
        if looks[at].told and value + (signed := _signed_above(looks, begin)) > best:
            best, best_at = value + signed, (begin, at + 1)
    first, last = best_at
    if first == last:
        return best_at
    ahead = _reach(looks, range(last, end))
    behind = _reach(looks, range(first - 1, start - 1, -1))
    return first if behind is None else behind, last if ahead is None else ahead + 1


def _signed_above(looks: Sequence[Look], first: int) -> float:
    """What a byline or date right above a stretch speaks for an article beginning there, in words of prose."""
    return SIGNED if any(look.phrase is Zone.BYLINE for look in looks[max(0, first - 3) : first + 1]) else 0.0


def _reach(looks: Sequence[Look], beyond: range) -> int | None:
    """The block up to which it pays to go on; None where it does not pay at all."""
    best, value, reached = 0.0, 0.0, None
    for at in beyond:
        value += looks[at].told or -_cost(looks, at)
        if value > best:
            best, reached = value, at
    return reached


def _cost(looks: Sequence[Look], at: int) -> float:
    """What a block between paragraphs speaks against one article running on, in words of prose."""
    look = looks[at]
    if is_row(look):
        return 0.0
    if not look.phrase:
        return LINE_COST
    cost = BESIDE_COST if look.phrase in BESIDE else FOREIGN_COST
    # An offer, a notice or a caption of several lines is still one box.
    return cost * BOX_GOES_ON if at and looks[at - 1].phrase else cost


def is_row(look: Look) -> bool:
    """Whether a line is the row of a table: browsers put tabs between its cells."""
    return look.shape is not Shape.PROSE and look.tabs >= 2
