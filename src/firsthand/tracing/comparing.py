"""A new article against those that are stored: which share its text, which claim what it claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from itertools import chain, product

from firsthand.model import Compared, Imprint, Likeness, Passage, SharedText, Stored, Verdict
from firsthand.tracing.alignment import Pair, aligned
from firsthand.tracing.copying import apart, copied, extent, may_be_copied
from firsthand.tracing.judging import judged
from firsthand.tracing.likeness import Known, traits
from firsthand.tracing.outline import Outline
from firsthand.tracing.prospects import Prospect, Prospecting
from firsthand.tracing.rejecting import rejects
from firsthand.tracing.sheet import OF_STORY, Piece, Sheet, outline_in, unpacked

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
    new = [_Article(other) for other in stored.imprints([other for other in others if other not in met])]
    shared, alike = _between_all(_Article(imprint), new)
    return Compared(imprint, tuple(shared), tuple(alike), frozenset(others))


class _Article:
    """An article that is compared, read as far as it is asked for."""

    def __init__(self, imprint: Imprint) -> None:
        self.id = imprint.article
        self._imprint = imprint

    @cached_property
    def outline(self) -> Outline:
        return outline_in(self._imprint)

    @cached_property
    def sheet(self) -> Sheet:
        return unpacked(self._imprint)

    @cached_property
    def known(self) -> Known:
        return Known(self.sheet.terms)

    @cached_property
    def by_sentence(self) -> Mapping[int, Sequence[int]]:
        """The numbers of its clauses, by that of the sentence."""
        found: dict[int, list[int]] = {}
        for number, piece in enumerate(self.sheet.pieces):
            found.setdefault(piece.sentence, []).append(number)
        return found


def _between_all(article: _Article, others: Sequence[_Article]) -> tuple[list[SharedText], list[Likeness]]:
    """The text that an article shares with others, and its clauses that are alike to theirs."""
    shared: list[SharedText] = []
    alike: list[Likeness] = []
    if not others:
        return shared, alike
    prospects = Prospecting(article.outline).among([other.outline for other in others])
    for other, prospect in zip(others, prospects, strict=True):
        retold = may_be_copied(article.outline, other.outline, prospect.overlaps)
        if retold or prospect.clauses:
            text, likenesses = _between(article, other, prospect, retold=retold)
            shared.extend(text)
            alike.extend(likenesses)
    return shared, alike


def candidates(imprint: Imprint, stored: Stored) -> list[str]:
    """The stored articles to compare with, by id.

    Two articles meet where they share enough keys of which one of them is an anchor. Anchors only ever make room for
    new ones, so whatever meets in the end has met when the later of the two came, in whatever order they came.
    """
    first = stored.holders(imprint.keys, ANCHORS)
    # An article that becomes an anchor meets all holders; among n holders that happens once in n / ANCHORS times.
    anchor = [key for key, holders in first.items() if len(holders) >= ANCHORS and imprint.precedence < holders[-1][0]]
    held = {**first, **stored.holders(anchor, 1 << 30)} if anchor else first
    met = Counter(
        chain.from_iterable([*holders] * (1 if key & OF_STORY else IN_A_ROW) for key, holders in held.items())
    )
    others = stored.named(holder for holder, told in met.items() if told >= SHARED)
    return sorted(other for other in others if other != imprint.article)


def _between(
    one: _Article, other: _Article, prospect: Prospect, *, retold: bool
) -> tuple[list[SharedText], list[Likeness]]:
    """The text that two articles share, if one copies the other, and their clauses that are alike."""
    overlaps, chosen = prospect
    if other.id < one.id:
        one, other, overlaps = other, one, overlaps.T
        chosen = {(second, first): akin for (first, second), akin in chosen.items()}
    pairs = aligned(one.sheet, other.sheet, overlaps) if retold else []
    if not pairs or not copied(one.sheet, other.sheet, extent(one.outline, other.outline, pairs)):
        return [], _likenesses(one, other, chosen, ())
    lines, lines_there = one.sheet.lines, other.sheet.lines
    passages = sorted((lines[p.one].span, lines_there[p.other].span, round(p.closeness, 3)) for p in pairs)
    return [SharedText(one.id, other.id, tuple(passages))], _likenesses(one, other, chosen, pairs)


def _likenesses(
    one: _Article, other: _Article, chosen: Mapping[tuple[int, int], bool], answering: Sequence[Pair]
) -> list[Likeness]:
    """The clauses that are alike, of those chosen and those in sentences that answer each other in a copy."""
    sheet, sheet_there = one.sheet, other.sheet
    far = apart(sheet, sheet_there, ONE_STORY)
    found = []
    answers_each_other = set(_answering(one, other, answering))
    for first, second in sorted({*chosen, *answers_each_other}):
        here, there = sheet.pieces[first], sheet_there.pieces[second]
        answers = (first, second) in answers_each_other
        akin = chosen.get((first, second), True)
        found_traits = traits(here.features, there.features, one.known, other.known, akin=akin)
        if far and found_traits.names < 1:
            continue
        rejected = bool(found_traits.negation) and _rejects(sheet, here, sheet_there, there)
        verdict = judged(found_traits, answers=answers, rejects=rejected)
        if verdict.verdict is not Verdict.DIFFERENT:
            ends = Passage(one.id, here.span), Passage(other.id, there.span)
            found.append(Likeness(*ends, verdict.verdict, verdict.score, verdict.reasons))
    return found


def _rejects(one: Sheet, here: Piece, other: Sheet, there: Piece) -> bool:
    """Whether the clause that denies, of two, stands in a sentence that rejects a claim of others."""
    sheet, piece = (one, here) if here.features.negated else (other, there)
    return rejects(sheet.lines[piece.sentence].words)


def _answering(one: _Article, other: _Article, answering: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The clauses that answer each other in sentences that do: in the same words one by one, in others any of them."""
    for pair in answering:
        here, there = one.by_sentence.get(pair.one, ()), other.by_sentence.get(pair.other, ())
        one_by_one = pair.verbatim and len(here) == len(there)
        yield from zip(here, there, strict=True) if one_by_one else product(here, there)
