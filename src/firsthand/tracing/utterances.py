"""Words said once and quoted in several articles, through cuts, edits, damage and translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from rapidfuzz.distance import Indel

from firsthand.model import Passage, Utterance
from firsthand.tracing.alignment import overlaps
from firsthand.tracing.grouping import Groups
from firsthand.tracing.instants import instant
from firsthand.tracing.sheet import Line, Sheet

SHORTEST = 3
"""Fewer quoted words are a term, not an utterance."""

SAME_OCCASION = timedelta(days=10)
"""The same sentence after a longer time was said again."""


def utterances(sheets: Mapping[str, Sheet], near: Iterable[tuple[str, str]]) -> tuple[Utterance, ...]:
    """The groups of quotations that are one utterance, among articles that are near; single ones among them."""
    groups: Groups[Passage] = Groups(
        Passage(name, line.span)
        for name, sheet in sheets.items()
        for line in sheet.quoted
        if len(line.words) >= SHORTEST
    )
    for one, other in near:
        if same_time(sheets[one], sheets[other]):
            for first, second in _pairs(sheets[one].quoted, sheets[other].quoted):
                groups.join(Passage(one, first.span), Passage(other, second.span))
    return tuple(Utterance(tuple(group)) for group in groups.all())


def same_time(one: Sheet, other: Sheet) -> bool:
    """Whether two articles may report one occasion."""
    first, second = instant(one.published), instant(other.published)
    return not first or not second or abs(first - second) <= SAME_OCCASION


def _pairs(one: Sequence[Line], other: Sequence[Line]) -> list[tuple[Line, Line]]:
    mine = [line for line in one if len(line.words) >= SHORTEST]
    theirs = [line for line in other if len(line.words) >= SHORTEST]
    if not mine or not theirs:
        return []
    alike = overlaps([line.features.terms for line in mine], [line.features.terms for line in theirs])
    return [
        (first, second)
        for row, first in enumerate(mine)
        for column, second in enumerate(theirs)
        if same_words(first, second, float(alike[row, column]))
    ]


def same_words(one: Line, other: Line, alike: float) -> bool:
    """Whether two quotations are one utterance; `alike` is the share of telling words they have in common."""
    shorter, longer = sorted((one.words, other.words), key=len)
    if Indel.normalized_similarity(shorter, longer) >= 0.7:
        return True
    if len(shorter) >= SHORTEST + 1 and _within(shorter, longer):
        return True
    shared = one.features.terms.keys() & other.features.terms.keys()
    weight = sum(one.features.terms[term] for term in shared)
    return alike >= 0.5 and weight >= 1.2


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a quotation is a cut of another: nearly all its words stand there in a row."""
    need = Indel.distance(shorter, longer) - (len(longer) - len(shorter))
    if need > 0.3 * len(shorter):
        return False
    width = len(shorter) + max(1, len(shorter) // 5)
    return any(
        Indel.normalized_similarity(shorter, longer[start : start + width]) >= 0.75
        for start in range(max(1, len(longer) - width + 1))
    )
