"""Whether two articles share text: taken over word for word, retold sentence by sentence, or translated anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.tracing.alignment import EDITED, LEAST_ALIKE, SHORTEST, Pair, overlaps
from firsthand.tracing.instants import instant
from firsthand.tracing.outline import Outline
from firsthand.tracing.sheet import Sheet

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
    lengths = one.line_lengths, other.line_lengths
    retold = [held[alike >= LEAST_ALIKE].sum() for held, alike in zip(lengths, best, strict=True)]
    if max(retold) < LEAST_WORDS:
        return False
    whole = max(1, one.own_lengths.sum()), max(1, other.own_lengths.sum())
    same = [held[alike > EDITED].sum() for held, alike in zip(lengths, best, strict=True)]
    if min(same) >= LEAST_WORDS and max(same[0] / whole[0], same[1] / whole[1]) >= LEAST_SHARE:
        return True
    return bool(retold[0] >= LEAST_RETOLD and min(retold[0] / whole[0], retold[1] / whole[1]) >= RETOLD)


def copied(one: Sheet, other: Sheet, found: Extent) -> bool:
    """Whether what two articles share makes one of them a copy."""
    most = max(found.same_one, found.same_other)
    if found.same_words >= LEAST_WORDS and most >= LEAST_SHARE:
        return most >= 0.8 or not _long_apart(one, other)
    retold = min(found.retold_one, found.retold_other), max(found.retold_one, found.retold_other)
    if retold[0] < RETOLD or retold[1] < RETOLD_ONCE or found.retold_words < LEAST_RETOLD:
        return False
    if retold[0] >= RETOLD_WHOLLY:
        return not _long_apart(one, other)
    return not _long_apart(one, other) and _quotes_answer(one, other) and _quotes_answer(other, one)


def extent(one: Outline, other: Outline, pairs: list[Pair]) -> Extent:
    """How far the pairs cover each article."""
    lengths, lengths_there = one.line_lengths.tolist(), other.line_lengths.tolist()
    outside, outside_there = one.own_lengths.tolist(), other.own_lengths.tolist()
    own = [pair for pair in pairs if outside[pair.one] or outside_there[pair.other]]
    same = [pair for pair in own if pair.verbatim]
    same_words, same_words_there = _words(lengths, lengths_there, same)
    retold_words, retold_words_there = _words(lengths, lengths_there, own)
    whole, whole_there = _countable(outside), _countable(outside_there)
    return Extent(
        same_words,
        same_words / whole,
        same_words_there / whole_there,
        retold_words / whole,
        retold_words_there / whole_there,
        retold_words,
    )


def _words(lengths: list[int], lengths_there: list[int], pairs: list[Pair]) -> tuple[int, int]:
    """How many words the sentences of some pairs have, in each article."""
    return sum([lengths[pair.one] for pair in pairs]), sum([lengths_there[pair.other] for pair in pairs])


def _countable(outside: list[int]) -> int:
    """How many words stand outside quotation marks in sentences that say something about copying; one at least."""
    return max(1, sum([length for length in outside if length >= SHORTEST]))


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
