"""The title of a plain text: the headline above the article that speaks of the same things."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Zone
from firsthand.reading.cohesion import share_in
from firsthand.reading.looks import HEADLINE_LONGEST, Look, Shape
from firsthand.reading.stretches import most_prose
from firsthand.reading.written_dates import is_clock_line

TITLE_SEARCH = 600
"""Blocks from the top of the page among which the title is looked for."""

OVER_STANDFIRST = 0.3
"""The share of its content words that a headline right above another has from what follows, if it is the title."""

TITLE_LEAST = 0.45
"""The least score of a headline that is believed to be the title."""


def title_of(looks: Sequence[Look], end: int) -> int | None:
    """The headline that heads the article: of the same words as what follows, near it, and above most of the prose."""
    for at in range(end):
        if looks[at].marked is Zone.TITLE:
            return at
    total = sum(look.told for look in looks[:end])
    first, last = most_prose(looks, 0, end)
    if not total or first == last:
        return None
    before = 0
    best, best_at = TITLE_LEAST, None
    body = frozenset().union(*(other.keys for other in looks[first:last] if other.told))
    for at in range(min(last, TITLE_SEARCH)):
        look = looks[at]
        if before > total * 0.25:
            break
        if look.phrase is None and look.shape is not Shape.PROSE and 2 <= look.words <= HEADLINE_LONGEST:
            worth = _worth(looks, at, first, body) - 4 * before / total
            if worth > best:
                best, best_at = worth, at
        before += look.told
    return best_at if best_at is None else _headline_over(looks, best_at, max(first, best_at + 1), last)


def _headline_over(looks: Sequence[Look], line: int, first: int, last: int) -> int:
    """The title where `line` is its standfirst: the first of the headlines right above one another."""
    body = [other.keys for other in looks[first:last] if other.told] + [looks[line].keys]
    title = line
    for at in range(line - 1, max(-1, line - 4), -1):
        look = looks[at]
        if look.phrase in (Zone.BYLINE, Zone.PROMO):
            continue
        if look.shape is not Shape.LINE or not 4 <= look.words <= HEADLINE_LONGEST or look.text in looks[title].text:
            break
        if share_in(look.keys, body) >= OVER_STANDFIRST:
            title = at
    return title


def _worth(looks: Sequence[Look], at: int, first: int, body: frozenset[str]) -> float:
    look = looks[at]
    worth = share_in(look.keys, [body]) * min(1.0, len(look.keys) / 3)
    worth += 0.2 if 4 <= look.words <= 25 else 0.0
    worth -= 0.3 if look.shape is Shape.SENTENCE else 0.0
    after = looks[at + 1 : at + 4]
    if any(other.phrase is Zone.BYLINE for other in after):
        worth += 0.3
    elif after and after[0].told:
        worth += 0.2
    if all(other.phrase for other in looks[:at]):
        worth += 0.15
    # "Title - Outlet" above the title itself, as the browser's tab has it.
    if any(look.text in other.text and look.text != other.text for other in looks[:at]):
        worth += 0.2
    # The way to the title, or its repetition with more around it, is not the title.
    if any(
        other.words >= 4 and other.text != look.text and other.text in look.text for other in looks[at + 1 : at + 5]
    ):
        worth -= 0.4
    if at and is_clock_line(looks[at - 1].text):
        worth -= 0.6  # an entry of a live ticker has its time above it
    between = sum(other.shape is Shape.LINE for other in looks[at + 1 : first])
    return worth - min(0.3, 0.03 * between)
