"""A new article against those that are stored: which share its text, which claim what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import numpy as np

from firsthand.model import Compared, Findings, Likeness, Passage, SharedText, Stored, Verdict
from firsthand.tracing.alignment import aligned, overlaps
from firsthand.tracing.copying import apart, copied
from firsthand.tracing.judging import judged
from firsthand.tracing.likeness import telling, traits
from firsthand.tracing.sheet import Piece, Sheet, imprint_of, sheet_of, unpacked

ANCHORS = 8
"""An article is compared with no more than so many holders of a key, always those first by precedence."""

ONE_STORY = timedelta(days=45)
"""Articles further apart must name the same two names before their clauses can be one claim."""

SHARED_KEYS = 3
"""So many keys two articles must share to be compared."""


def compare(findings: Findings, stored: Stored) -> Compared:
    """What the ledger keeps of an article beside its findings."""
    sheet = sheet_of(findings)
    imprint = imprint_of(sheet)
    others = candidates(sheet.article, imprint.keys, imprint.precedence, stored)
    shared: list[SharedText] = []
    alike: list[Likeness] = []
    for other in stored.imprints(others):
        text, likenesses = between(sheet, unpacked(other.packed))
        shared.extend(text)
        alike.extend(likenesses)
    return Compared(imprint, tuple(shared), tuple(alike))


def candidates(article: str, keys: Iterable[int], precedence: int, stored: Stored) -> list[str]:
    """The stored articles to compare with, by id.

    Two articles meet where they share enough keys of which one of them is an anchor. Anchors only ever make room for
    new ones, so whatever meets in the end has met when the later of the two came, in whatever order they came.
    """
    keys = list(keys)
    met: Counter[str] = Counter()
    first = stored.holders(keys, ANCHORS)
    full = [key for key, holders in first.items() if len(holders) >= ANCHORS]
    # An article that becomes an anchor meets all holders; among n holders that happens once in n / ANCHORS times.
    crowded = {key: first[key] for key in full}
    anchor = [key for key, holders in crowded.items() if _precedes(precedence, article, holders[-1])]
    every = stored.holders(anchor, 1 << 30) if anchor else {}
    for key in keys:
        met.update(holder for holder in every.get(key, first.get(key, ())) if holder != article)
    return sorted(other for other, count in met.items() if count >= SHARED_KEYS)


def _precedes(precedence: int, article: str, last: str) -> bool:
    from firsthand.tracing.sheet import precedence as precedence_of

    return (precedence, article) < (precedence_of(last), last)


def between(one: Sheet, other: Sheet) -> tuple[tuple[SharedText, ...], tuple[Likeness, ...]]:
    """The text that two articles share, if one copies the other, and their clauses that are alike."""
    if other.article < one.article:
        one, other = other, one
    pairs = aligned(one, other)
    copy = bool(pairs) and copied(one, other, pairs)
    shared: tuple[SharedText, ...] = ()
    if copy:
        passages = sorted((one.lines[p.one].span, other.lines[p.other].span, round(p.closeness, 3)) for p in pairs)
        shared = (SharedText(one.article, other.article, tuple(passages)),)
    answering = {(pair.one, pair.other) for pair in pairs} if copy else set()
    return shared, tuple(_likenesses(one, other, answering))


def _likenesses(one: Sheet, other: Sheet, answering: set[tuple[int, int]]) -> list[Likeness]:
    around = one.known(), other.known()
    far = apart(one, other, ONE_STORY)
    found = []
    for first, second in _worth_comparing(one, other, answering):
        here, there = one.pieces[first], other.pieces[second]
        answers = (here.sentence, there.sentence) in answering
        found_traits = traits(here.features, there.features, *around)
        if far and found_traits.names < 1:
            continue
        verdict = judged(found_traits, answers=answers)
        if verdict.verdict is not Verdict.DIFFERENT:
            found.append(
                Likeness(
                    Passage(one.article, here.span),
                    Passage(other.article, there.span),
                    verdict.verdict,
                    verdict.score,
                    verdict.reasons,
                )
            )
    return found


def _worth_comparing(one: Sheet, other: Sheet, answering: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of clauses that share words, or a telling number, or stand in sentences that answer each other."""
    alike = overlaps([p.features.terms for p in one.pieces], [p.features.terms for p in other.pieces])
    chosen = {(int(first), int(second)) for first, second in zip(*np.nonzero(alike >= 0.12), strict=True)}
    values = {
        value: [n for n, p in enumerate(other.pieces) if value in _values(p)]
        for p in one.pieces
        for value in _values(p)
    }
    for first, piece in enumerate(one.pieces):
        chosen.update((first, second) for value in _values(piece) for second in values.get(value, ()))
        chosen.update(
            (first, second)
            for second, there in enumerate(other.pieces)
            if (piece.sentence, there.sentence) in answering
            or (piece.features.outcomes and piece.features.outcomes & there.features.outcomes)
        )
    return sorted(chosen)


def _values(piece: Piece) -> set[float]:
    return {count.value for count in piece.features.counts if telling(count.value) >= 0.6}
