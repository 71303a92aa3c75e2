"""A new article against those that are stored: which share its text, which claim what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product

from firsthand.model import Compared, Imprint, Likeness, Passage, SharedText, Stored, Verdict
from firsthand.tracing.alignment import Pair, aligned
from firsthand.tracing.copying import apart, copied, may_be_copied
from firsthand.tracing.judging import judged
from firsthand.tracing.likeness import Known, traits
from firsthand.tracing.prospects import Prospect, Prospecting
from firsthand.tracing.rejecting import rejects
from firsthand.tracing.sheet import OF_STORY, Piece, Sheet, outline_in, precedence, unpacked

ANCHORS = 8
"""An article is compared with no more than so many holders of a key, always those first by precedence."""

ONE_STORY = timedelta(days=45)
"""Articles further apart must name the same two names before their clauses can be one claim."""

SHARED, IN_A_ROW = 3, 2
"""So many telling words two articles must share to be compared; words in a row count for so many."""


def compare(imprint: Imprint, stored: Stored, met: frozenset[str] = frozenset()) -> Compared:
    """An article against those that are stored: what the ledger keeps of it beside its findings.

    With those that it has `met` before it is not compared again.
    """
    others = candidates(imprint, stored)
    shared, alike = _between_all(imprint, list(stored.imprints([other for other in others if other not in met])))
    return Compared(imprint, tuple(shared), tuple(alike), frozenset(others))


def _between_all(imprint: Imprint, others: Sequence[Imprint]) -> tuple[list[SharedText], list[Likeness]]:
    """The text that an article shares with others, and its clauses that are alike to theirs."""
    shared: list[SharedText] = []
    alike: list[Likeness] = []
    if not others:
        return shared, alike
    sheet, outline = unpacked(imprint), outline_in(imprint)
    outlines = [outline_in(other) for other in others]
    prospects = Prospecting(outline).among(outlines)
    for other, theirs, prospect in zip(others, outlines, prospects, strict=True):
        retold = may_be_copied(outline, theirs, prospect.overlaps)
        if retold or prospect.clauses:
            text, likenesses = _between(sheet, unpacked(other), prospect, retold=retold)
            shared.extend(text)
            alike.extend(likenesses)
    return shared, alike


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
        tells = 1 if key & OF_STORY else IN_A_ROW
        for holder in every.get(key, first.get(key, ())):
            met[holder] += tells
    return sorted(other for other, told in met.items() if told >= SHARED and other != imprint.article)


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
        return [], _likenesses(one, other, chosen, ())
    passages = sorted((one.lines[p.one].span, other.lines[p.other].span, round(p.closeness, 3)) for p in pairs)
    return [SharedText(one.article, other.article, tuple(passages))], _likenesses(one, other, chosen, pairs)


def _likenesses(one: Sheet, other: Sheet, chosen: list[tuple[int, int]], answering: Sequence[Pair]) -> list[Likeness]:
    """The clauses that are alike, of those chosen and those in sentences that answer each other in a copy."""
    around = Known(one.terms), Known(other.terms)
    far = apart(one, other, ONE_STORY)
    found = []
    answers_each_other = set(_answering(one, other, answering))
    for first, second in sorted({*chosen, *answers_each_other}):
        here, there = one.pieces[first], other.pieces[second]
        answers = (first, second) in answers_each_other
        found_traits = traits(here.features, there.features, *around)
        if far and found_traits.names < 1:
            continue
        rejected = bool(found_traits.negation) and _rejects(one, here, other, there)
        verdict = judged(found_traits, answers=answers, rejects=rejected)
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


def _rejects(one: Sheet, here: Piece, other: Sheet, there: Piece) -> bool:
    """Whether the clause that denies, of two, stands in a sentence that rejects a claim of others."""
    sheet, piece = (one, here) if here.features.negated else (other, there)
    return rejects(sheet.lines[piece.sentence].words)


def _answering(one: Sheet, other: Sheet, answering: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The clauses that answer each other in sentences that do: in the same words one by one, in others any of them."""
    if not answering:
        return
    mine, theirs = _by_sentence(one), _by_sentence(other)
    for pair in answering:
        here, there = mine.get(pair.one, []), theirs.get(pair.other, [])
        one_by_one = pair.verbatim and len(here) == len(there)
        yield from zip(here, there, strict=True) if one_by_one else product(here, there)


def _by_sentence(sheet: Sheet) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, piece in enumerate(sheet.pieces):
        found.setdefault(piece.sentence, []).append(number)
    return found
