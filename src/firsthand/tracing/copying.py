"""Whether two articles share text: taken over word for word, retold sentence by sentence, or translated anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.tracing.alignment import EDITED, LEAST_ALIKE, SHORTEST, Pair, overlaps
from firsthand.tracing.instants import instant
from firsthand.tracing.outline import Outline
from firsthand.tracing.sheet import Line, Sheet

LEAST_WORDS = 25
"""So many words outside quotation marks must be the same, or it may be a slogan, a contact, a common phrase."""

LEAST_SHARE = 0.2
"""Of the shorter article, so much must be the same."""

RETOLD = 0.45
"""Of both articles, so much must be retold for a rewrite or a translation."""

RETOLD_ONCE = 0.5
"""Of one of them, so much."""

RETOLD_WHOLLY = 0.75
"""From this share of both on, quotation marks need not agree: translations lose them."""

LEAST_RETOLD = 40
"""So many words must be retold: two short notes on one event are alike by necessity."""

STANDING = timedelta(days=10)
"""A passage shared across a longer time, in articles that are else different, is standing background."""


class Extent(NamedTuple):
    """How much of each article the other has: word for word, and in any words; outside quotation marks."""

    same_words: int
    same_one: float
    same_other: float
    retold_one: float
    retold_other: float
    retold_words: int


def may_be_copied(one: Outline, other: Outline, overlaps: NDArray[np.float64]) -> bool:
    """Whether enough of two articles can be the same or retold, by the overlaps of their sentences' terms alone."""
    if not overlaps.size or overlaps.max() < LEAST_ALIKE:
        return False
    best = overlaps.max(axis=1), overlaps.max(axis=0)
    whole = max(1, one.own_lengths.sum()), max(1, other.own_lengths.sum())
    lengths = one.line_lengths, other.line_lengths
    same = [held[alike > EDITED].sum() for held, alike in zip(lengths, best, strict=True)]
    if min(same) >= LEAST_WORDS and max(same[0] / whole[0], same[1] / whole[1]) >= LEAST_SHARE:
        return True
    retold = [held[alike >= LEAST_ALIKE].sum() for held, alike in zip(lengths, best, strict=True)]
    return bool(retold[0] >= LEAST_RETOLD and min(retold[0] / whole[0], retold[1] / whole[1]) >= RETOLD)


def copied(one: Sheet, other: Sheet, pairs: list[Pair]) -> bool:
    """Whether what two articles share makes one of them a copy."""
    found = extent(one, other, pairs)
    most = max(found.same_one, found.same_other)
    if found.same_words >= LEAST_WORDS and most >= LEAST_SHARE:
        return most >= 0.8 or not _long_apart(one, other)
    retold = min(found.retold_one, found.retold_other), max(found.retold_one, found.retold_other)
    if retold[0] < RETOLD or retold[1] < RETOLD_ONCE or found.retold_words < LEAST_RETOLD:
        return False
    if retold[0] >= RETOLD_WHOLLY:
        return not _long_apart(one, other)
    return not _long_apart(one, other) and _quotes_answer(one, other) and _quotes_answer(other, one)


def extent(one: Sheet, other: Sheet, pairs: list[Pair]) -> Extent:
    """How far the pairs cover each article."""
    own = [pair for pair in pairs if not (one.lines[pair.one].quoted and other.lines[pair.other].quoted)]
    same = [pair for pair in own if pair.verbatim]
    return Extent(
        sum(len(one.lines[pair.one].words) for pair in same),
        _covered(one, [pair.one for pair in same]),
        _covered(other, [pair.other for pair in same]),
        _covered(one, [pair.one for pair in own]),
        _covered(other, [pair.other for pair in own]),
        sum(len(one.lines[pair.one].words) for pair in own),
    )


def _covered(sheet: Sheet, numbers: list[int]) -> float:
    whole = sum(len(line.words) for line in sheet.lines if _counts(line))
    return sum(len(sheet.lines[number].words) for number in numbers) / max(1, whole)


def _counts(line: Line) -> bool:
    return not line.quoted and len(line.words) >= SHORTEST


def _long_apart(one: Sheet, other: Sheet) -> bool:
    return apart(one, other, STANDING)


def apart(one: Sheet, other: Sheet, span: timedelta) -> bool:
    """Whether two articles are known to have appeared further apart than a span of time."""
    first, second = instant(one.published), instant(other.published)
    return bool(first and second) and abs(_moment(first) - _moment(second)) > span


def _moment(value: datetime | None) -> datetime:
    assert value  # noqa: S101 - asked for both before
    return value


def _quotes_answer(one: Sheet, other: Sheet) -> bool:
    """Whether most of what an article quotes stands in the other: a rewrite has no voices of its own."""
    theirs = [line.features.terms for line in (*other.quoted, *other.lines)]
    mine = [line for line in one.quoted if len(line.words) >= SHORTEST]
    if not mine or not theirs:
        return not mine
    best = overlaps([line.features.terms for line in mine], theirs).max(axis=1)
    words = [len(line.words) for line in mine]
    return sum(count for count, alike in zip(words, best, strict=True) if alike >= 0.35) >= 0.6 * sum(words)
