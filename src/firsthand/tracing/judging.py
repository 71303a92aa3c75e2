"""Whether two clauses claim the same thing: a score whose parts can be told, and a guard that outranks it."""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from firsthand.model import Verdict
from firsthand.tracing.likeness import Traits

SAME = 0.3
"""From this score on, clauses count as one claim."""

UNSURE = 0.15
"""From this score on, a person may want to look."""

NUMBERS, FATES = "other numbers of the same thing", "something else befell the people"
DATES, OPPOSITES = "other dates", "opposite words"
DIFFERING = frozenset({NUMBERS, FATES, DATES, OPPOSITES})
"""Reasons against one claim that show two tellings of one thing, and not two things."""

# Fitted by logistic regression on the open worlds, with one world left out at a time to measure; rounded.
_START = -4.8
_OVERLAP, _AGREED, _BEFELL, _ANSWERS, _PLANNED = 6.2, 3.0, 1.5, 3.5, -0.9


class Judged(NamedTuple):
    """The verdict on two clauses, how sure (0..1), and why."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def judged(traits: Traits, *, answers: bool) -> Judged:
    """The verdict on two clauses; `answers` where one stands in a copy in the place of the other."""
    score = _score(traits, answers=answers)
    denied = traits.negation and not answers
    against = _against(traits, answers=answers)
    if denied and not against and traits.words >= 0.45 and (traits.agreed or traits.names):
        return Judged(Verdict.DENIES, score, ("one says it, the other says it is not so",))
    if denied:
        against = (*against, "one denies, the other does not")
    if against:
        near = score >= UNSURE or traits.words >= 0.4
        return Judged(Verdict.NEAR if near else Verdict.DIFFERENT, score, against)
    if score < UNSURE:
        return Judged(Verdict.DIFFERENT, score, ())
    return Judged(Verdict.SAME if score >= SAME else Verdict.UNSURE, score, _for(traits, answers=answers))


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
    if traits.words < 0.2 and traits.agreed < 1 and traits.outcome <= 0 and not answers:
        found.append("no more than a small number in common")
    if traits.foreign and traits.words < 0.1:
        found.append("names that the other article does not know")
    return tuple(found)


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
