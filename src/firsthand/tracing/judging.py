"""Whether two clauses claim the same thing: a score whose parts can be told, and a guard that outranks it."""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Verdict
from firsthand.tracing.likeness import FEW_WORDS, Traits

SAME = 0.3
"""From this score on, clauses count as one claim."""

UNSURE = 0.2
"""From this score on, a person may want to look."""

NUMBERS, FATES = "other numbers of the same thing", "something else befell the people"
DATES, OPPOSITES = "other dates", "opposite words"
DIFFERING = frozenset({NUMBERS, FATES, DATES, OPPOSITES})
"""Reasons against one claim that show two tellings of one thing, and not two things."""

WORDS_NEAR = 0.4
"""From this share of common words on, clauses that something speaks against are near each other."""

HALF = 0.5
"""With more than this share of common words, a clause that rejects what others claim means the other."""

SOME_WORDS = 0.2
"""Below this share of common words, clauses have little more in common than their numbers."""

RARE = 1.5
"""Numbers that agree so tellingly are no coincidence: 412 of something, or two lesser ones."""

_ROUNDED = 1e-3
"""By so much a bound may be off for rounding."""

# Fitted by logistic regression on the open worlds, with one world left out at a time to measure; rounded.
_START = -4.8
_OVERLAP, _AGREED, _BEFELL, _ANSWERS, _PLANNED = 6.2, 3.0, 1.5, 3.5, -0.9


class Judged(NamedTuple):
    """The verdict on two clauses, how sure (0..1), and why."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def judged(traits: Traits, *, answers: bool, rejects: bool = False) -> Judged:
    """The verdict on two clauses; `answers` where one stands in a copy in the place of the other.

    `rejects` where the clause that denies turns a claim of others down, and does not only tell what is not so.
    """
    score = _score(traits, answers=answers)
    if _strangers(traits, answers=answers):
        return Judged(Verdict.DIFFERENT, score, ("hardly a word in common",))
    denied = traits.negation and not answers
    against = _against(traits, answers=answers)
    if denied and not against and (_opposed(traits) or (rejects and (score >= SAME or traits.words > HALF))):
        return Judged(Verdict.DENIES, score, ("one says it, the other says it is not so",))
    if denied:
        against = (*against, "one denies, the other does not")
    if against:
        near = score >= UNSURE or traits.words >= WORDS_NEAR
        return Judged(Verdict.NEAR if near else Verdict.DIFFERENT, score, against)
    if score < UNSURE:
        return Judged(Verdict.DIFFERENT, score, ())
    return Judged(Verdict.SAME if score >= SAME else Verdict.UNSURE, score, _for(traits, answers=answers))


class Bounds(NamedTuple):
    """Of many pairs of clauses: what they match at most, what they weigh, how tellingly their numbers agree at most.

    `befell` where the same befell people, `planned` where one is planned and the other has happened, `against` where
    anything may speak against their being one claim.
    """

    matched: NDArray[np.float64]
    weights: NDArray[np.float64]
    agreed: NDArray[np.float64]
    befell: NDArray[np.bool_]
    planned: NDArray[np.bool_]
    against: NDArray[np.bool_]

    def of(self, places: NDArray[np.int64]) -> Bounds:
        """Those of some of the pairs."""
        matched, weights, agreed, *marks = self
        return Bounds(matched[places], weights[places], agreed[places], *(mark[places] for mark in marks))


def may_count(bounds: Bounds) -> NDArray[np.bool_]:
    """Where clauses may be judged anything but different, unless they answer each other in a copy."""
    matched, weights, agreed, befell, planned, against = bounds
    words = matched / np.maximum(0.5, weights) + _ROUNDED
    overlap = (matched + 2 * agreed) / np.maximum(0.5, weights + 2 * agreed)
    total = _START + _OVERLAP * overlap + _AGREED * agreed + _BEFELL * befell + _PLANNED * planned
    least = UNSURE - _ROUNDED
    possible = (total >= log(least / (1 - least))) | (against & (words >= WORDS_NEAR))
    known: NDArray[np.bool_] = possible & ((words >= SOME_WORDS) | (agreed >= 1) | befell)
    return known


def _opposed(traits: Traits) -> bool:
    """Whether clauses of which one denies have the words of one claim, and names or numbers of it."""
    return traits.words >= 0.45 and bool(traits.agreed or traits.names)


def _score(traits: Traits, *, answers: bool) -> float:
    total = (
        _START
        + _OVERLAP * traits.overlap
        + _AGREED * traits.agreed
        + _BEFELL * max(0.0, traits.outcome)
        + _ANSWERS * answers
        + _PLANNED * min(1.0, traits.planned)
    )
    return round(1 / (1 + exp(-total)), 3)


def _against(traits: Traits, *, answers: bool) -> tuple[str, ...]:
    found = []
    if traits.contradicted and not traits.agreed:
        found.append(NUMBERS)
    if traits.outcome < 0 and traits.agreed < 1:
        found.append(FATES)
    if traits.times and not answers:
        found.append(DATES)
    if traits.planned > 1 and not answers:
        found.append("one is set for a date, the other has happened")
    if traits.opposite and not answers:
        found.append(OPPOSITES)
    return tuple(found)


def _strangers(traits: Traits, *, answers: bool) -> bool:
    """Whether clauses have no more in common than a small number, or name somebody of whom the other knows nothing.

    A number that few things have in common, counting the same, speaks for one thing whatever else is told of it.
    """
    if traits.words < FEW_WORDS and traits.foreign and traits.agreed < RARE:
        return True
    return traits.words < SOME_WORDS and traits.agreed < 1 and traits.outcome <= 0 and not answers


def _for(traits: Traits, *, answers: bool) -> tuple[str, ...]:
    found = [f"{traits.words:.0%} of the telling words are the same or akin"]
    if traits.agreed:
        found.append("the numbers agree")
    if traits.names:
        found.append("the names agree")
    if traits.outcome > 0:
        found.append("the same befell people")
    if answers:
        found.append("the sentences answer each other in a copy")
    return tuple(found)
