"""Which sentences of two articles answer each other, and how closely."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from firsthand.tracing.likeness import compare_counts
from firsthand.tracing.sheet import Line, Sheet

SAME_WORDS = 0.8
"""From this share of common words in order, two sentences are one, edited."""

EDITED = 0.5
"""Two sentences that are one, edited, share more of their terms' weight than this."""

LEAST_ALIKE = 0.34
"""Below this share of common weight, two sentences do not answer each other."""

SHORTEST = 4
"""Sentences of fewer words say nothing about copying."""


class Pair(NamedTuple):
    """Sentences that answer each other, by their numbers; `verbatim` where the words are the same."""

    one: int
    other: int
    closeness: float
    verbatim: bool


def aligned(one: Sheet, other: Sheet, alike: NDArray[np.float64]) -> list[Pair]:
    """The pairs of sentences of two articles that answer each other, each sentence at most once, best pairs first.

    `alike` says how far their terms overlap, as `overlaps` does.
    """
    candidates: list[Pair] = []
    ours, theirs = np.nonzero(alike >= LEAST_ALIKE)
    for first, second, share in zip(ours.tolist(), theirs.tolist(), alike[ours, theirs].tolist(), strict=True):
        pair = _pair(one.lines[first], other.lines[second], first, second, share)
        if pair:
            candidates.append(pair)
    candidates.sort(key=lambda pair: (-pair.closeness, abs(pair.one - pair.other), pair.one, pair.other))
    taken: set[int] = set()
    answered: set[int] = set()
    kept = []
    for pair in candidates:
        if pair.one not in taken and pair.other not in answered:
            taken.add(pair.one)
            answered.add(pair.other)
            kept.append(pair)
    return kept


def _pair(one: Line, other: Line, first: int, second: int, alike: float) -> Pair | None:
    if min(len(one.words), len(other.words)) < SHORTEST:
        return None
    if alike > EDITED:
        closeness = _in_order(one.words, other.words)
        if closeness >= SAME_WORDS:
            # The same sentence about another number is a template, not a copy.
            agreed, contradicted = compare_counts(one.features.counts, other.features.counts)
            return Pair(first, second, closeness, verbatim=True) if contradicted <= agreed else None
    return Pair(first, second, min(alike, SAME_WORDS - 0.01), verbatim=False)


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of common words in order, 0 where it is less than SAME_WORDS."""
    return 1.0 if one == other else Indel.normalized_similarity(one, other)


def overlaps(one: list[dict[str, float]], other: list[dict[str, float]]) -> NDArray[np.float64]:
    """The weight of what each two bags of words share, against what both weigh, in 0..1; one row for each of `one`."""
    places: dict[str, int] = {}
    for bag in other:
        for term in bag:
            places.setdefault(term, len(places))
    if not one or not places:
        return np.zeros((len(one), len(other)))
    ours, theirs = np.zeros((len(one), len(places))), np.zeros((len(other), len(places)))
    for row, bag in enumerate(one):
        for term, weight in bag.items():
            if term in places:
                ours[row, places[term]] = weight
    for row, bag in enumerate(other):
        for term, weight in bag.items():
            theirs[row, places[term]] = weight
    shared: NDArray[np.float64] = ours @ (theirs > 0).T + (ours > 0) @ theirs.T
    totals = np.array([sum(bag.values()) for bag in one])[:, None] + np.array([sum(bag.values()) for bag in other])
    result: NDArray[np.float64] = shared / np.maximum(totals, 0.5)
    return result
