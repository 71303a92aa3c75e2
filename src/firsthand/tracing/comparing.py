"""A new article against those that are stored: which share its text, which claim what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from firsthand.model import Compared, Imprint, Likeness, Passage, SharedText, Stored, Verdict
from firsthand.tracing.alignment import aligned
from firsthand.tracing.copying import apart, copied, may_be_copied
from firsthand.tracing.judging import judged
from firsthand.tracing.likeness import traits
from firsthand.tracing.prospects import Prospect, Prospecting
from firsthand.tracing.sheet import Sheet, outline_in, precedence, terms_in, unpacked

ANCHORS = 8
"""An article is compared with no more than so many holders of a key, always those first by precedence."""

ONE_STORY = timedelta(days=45)
"""Articles further apart must name the same two names before their clauses can be one claim."""

SHARED_KEYS = 3
"""So many keys two articles must share to be compared."""


def compare(imprint: Imprint, stored: Stored) -> Compared:
    """An article against those that are stored: what the ledger keeps of it beside its findings."""
    others = list(stored.imprints(candidates(imprint, stored)))
    if not others:
        return Compared(imprint)
    sheet, outline = unpacked(imprint), outline_in(imprint)
    shared: list[SharedText] = []
    alike: list[Likeness] = []
    outlines = [outline_in(other) for other in others]
    prospects = Prospecting(outline, terms_in(imprint)).among(outlines)
    for other, theirs, prospect in zip(others, outlines, prospects, strict=True):
        retold = may_be_copied(outline, theirs, prospect.overlaps)
        if retold or prospect.clauses:
            text, likenesses = _between(sheet, unpacked(other), prospect, retold=retold)
            shared.extend(text)
            alike.extend(likenesses)
    return Compared(imprint, tuple(shared), tuple(alike))


def candidates(imprint: Imprint, stored: Stored) -> list[str]:
    """The stored articles to compare with, by id.

    Two articles meet where they share enough keys of which one of them is an anchor. Anchors only ever make room for
    new ones, so whatever meets in the end has met when the later of the two came, in whatever order they came.
    """
    keys = imprint.keys
    met: Counter[str] = Counter()
    first = stored.holders(keys, ANCHORS)
    full = [key for key, holders in first.items() if len(holders) >= ANCHORS]
    # An article that becomes an anchor meets all holders; among n holders that happens once in n / ANCHORS times.
    crowded = {key: first[key] for key in full}
    anchor = [key for key, holders in crowded.items() if _precedes(imprint.precedence, imprint.article, holders[-1])]
    every = stored.holders(anchor, 1 << 30) if anchor else {}
    for key in keys:
        met.update(holder for holder in every.get(key, first.get(key, ())) if holder != imprint.article)
    return sorted(other for other, count in met.items() if count >= SHARED_KEYS)


def _precedes(rank: int, article: str, last: str) -> bool:
    return (rank, article) < (precedence(last), last)


def _between(
    sheet: Sheet, other: Sheet, prospect: Prospect, *, retold: bool
) -> tuple[list[SharedText], list[Likeness]]:
    """The text that two articles share, if one copies the other, and their clauses that are alike."""
    one, (overlaps, chosen) = sheet, prospect
    if other.article < one.article:
        one, other, overlaps, chosen = other, one, overlaps.T, [(second, first) for first, second in chosen]
    pairs = aligned(one, other, overlaps) if retold else []
    if not pairs or not copied(one, other, pairs):
        return [], _likenesses(one, other, chosen, set())
    passages = sorted((one.lines[p.one].span, other.lines[p.other].span, round(p.closeness, 3)) for p in pairs)
    answering = {(pair.one, pair.other) for pair in pairs}
    return [SharedText(one.article, other.article, tuple(passages))], _likenesses(one, other, chosen, answering)


def _likenesses(
    one: Sheet, other: Sheet, chosen: list[tuple[int, int]], answering: set[tuple[int, int]]
) -> list[Likeness]:
    """The clauses that are alike, of those chosen and those in sentences that answer each other in a copy."""
    around = one.known(), other.known()
    far = apart(one, other, ONE_STORY)
    found = []
    for first, second in sorted({*chosen, *_answering(one, other, answering)}):
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


def _answering(one: Sheet, other: Sheet, answering: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clauses in sentences that answer each other."""
    if not answering:
        return
    answers = dict(answering)
    theirs: dict[int, list[int]] = {}
    for number, piece in enumerate(other.pieces):
        theirs.setdefault(piece.sentence, []).append(number)
    for number, piece in enumerate(one.pieces):
        if piece.sentence in answers:
            yield from ((number, second) for second in theirs.get(answers[piece.sentence], ()))
