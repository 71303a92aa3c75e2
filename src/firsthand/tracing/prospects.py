"""Which sentences and clauses of two articles are worth a look, told for many articles at once.

Most articles that share some telling words share nothing else. They are told apart here by sums over the numbers of
their words, as bounds that are never below what a closer look (likeness.py) would find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from firsthand.text.winnowing import word_number
from firsthand.tracing.features import PEOPLE
from firsthand.tracing.judging import Bounds, may_count
from firsthand.tracing.likeness import LOOSELY, SAME_ROOT, akin, telling, units_agree
from firsthand.tracing.outline import COUNTED, NEGATED, PLANNED, TIMED, Outline
from firsthand.tracing.verbs import across
from firsthand.tracing.vocabulary import with_neighbours

Numbers = NDArray[np.int64]
Table = NDArray[np.float64]

CELLS = 4_000_000
"""So many pairs of clauses are looked at together."""


class Prospect(NamedTuple):
    """How far the sentences of two articles overlap, one row for each of the first; the clauses worth a look."""

    overlaps: Table
    clauses: list[tuple[int, int]]


class Prospecting:
    """One article, ready to be held against others."""

    def __init__(self, outline: Outline) -> None:
        self._own = outline
        self._kin = _kin(outline.terms)
        places = np.flatnonzero(outline.roots)
        self._roots = _Index.of(outline.roots[places], places, np.full(len(places), SAME_ROOT))
        self._lines, self._clauses = _lines([outline]), _clauses([outline])
        self._across = np.array([across(int(sides)) for sides in outline.sides], np.uint32)

    def among(self, others: Sequence[Outline]) -> Iterator[Prospect]:
        """What is worth a look in each of the others, in their order."""
        for together in _batches(self._own.clauses, others):
            yield from self._prospects(together)

    def _prospects(self, others: Sequence[Outline]) -> Iterator[Prospect]:
        terms = np.concatenate([other.terms for other in others])
        near = self._kin.meeting(terms)
        like = self._roots.meeting(np.concatenate([other.roots for other in others]))
        like = like.where(self._own.terms[like.ours] != terms[like.theirs])
        lines, clauses = _lines(others), _clauses(others)
        given, taken = _shared(self._lines, lines, near.where(near.nearness == 1.0))
        weights = self._lines.weights[:, None] + lines.weights
        overlaps = (given + taken).reshape(weights.shape) / np.maximum(0.5, weights)
        ours, theirs = self._worth_a_look(others, clauses, near.joined(like))
        bounds = np.searchsorted(theirs, clauses.bounds)
        for number in range(len(others)):
            first, last = bounds[number], bounds[number + 1]
            pairs = zip(ours[first:last].tolist(), (theirs[first:last] - clauses.bounds[number]).tolist(), strict=True)
            yield Prospect(
                overlaps[:, lines.bounds[number] : lines.bounds[number + 1]],
                sorted(pairs),
            )

    def _worth_a_look(self, others: Sequence[Outline], clauses: _Bags, meeting: _Meeting) -> tuple[Numbers, Numbers]:
        """The pairs of clauses that may come to be more than different, by the number of the other's clause."""
        size = len(clauses.weights)
        matched = np.add(*_shared(self._clauses, clauses, meeting))
        agreed = self._agreed(others, clauses)
        met = np.flatnonzero((matched > 0) | (agreed > 0))
        ours, theirs = np.divmod(met, size) if size else (met, met)
        weights = self._clauses.weights[ours] + clauses.weights[theirs]
        befell, against = self._befell_and_against(others, ours, theirs)
        chosen = may_count(Bounds(matched[met], weights, np.minimum(2.0, agreed[met]), befell, against))
        ours, theirs = ours[chosen], theirs[chosen]
        order = np.argsort(theirs, kind="stable")
        return ours[order], theirs[order]

    def _befell_and_against(
        self, others: Sequence[Outline], ours: Numbers, theirs: Numbers
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of some pairs of clauses: whether the same befell people, and whether anything may speak against them."""
        own = self._own
        befell, befell_there = own.outcomes[ours], np.concatenate([other.outcomes for other in others])[theirs]
        marks, marks_there = own.marks[ours], np.concatenate([other.marks for other in others])[theirs]
        sides_there = np.concatenate([other.sides for other in others])[theirs]
        same = (befell & befell_there) != 0
        differ = (marks ^ marks_there) & (NEGATED | PLANNED) | (marks & marks_there) & (COUNTED | TIMED)
        else_befell = (befell != 0) & (befell_there != 0) & ~same
        return same, (differ != 0) | else_befell | ((self._across[ours] & sides_there) != 0)

    def _agreed(self, others: Sequence[Outline], clauses: _Bags) -> Table:
        """At most how tellingly the numbers of clauses agree."""
        own = self._own
        values = np.concatenate([other.values for other in others])
        loose = np.concatenate([other.loose for other in others])
        counting = np.concatenate(
            [other.counting + first for other, first in zip(others, clauses.bounds[:-1], strict=True)]
        )
        apart = np.abs(own.values[:, None] - values)
        most = LOOSELY * np.maximum(own.values[:, None], values)
        ours, theirs = np.nonzero((apart == 0) | ((apart <= most) & ((own.loose[:, None] | loose) != 0)))
        units = [words for other in others for words in other.units]
        agree = [units_agree(own.units[one], units[other]) for one, other in zip(ours, theirs, strict=True)]
        ours, theirs = ours[agree], theirs[agree]
        told = [max(telling(own.values[one]), telling(values[other])) for one, other in zip(ours, theirs, strict=True)]
        cells = own.counting[ours].astype(np.int64) * len(clauses.weights) + counting[theirs]
        return _sums(cells, told, own.clauses * len(clauses.weights))


class _Meeting(NamedTuple):
    """Terms of the article and of the others that may stand for each other, by their places, and how near they are."""

    ours: Numbers
    theirs: Numbers
    nearness: Table

    def where(self, mask: NDArray[np.bool_]) -> Self:
        return type(self)(self.ours[mask], self.theirs[mask], self.nearness[mask])

    def joined(self, other: Self) -> Self:
        return type(self)(*(np.concatenate(parts) for parts in zip(self, other, strict=True)))


class _Index(NamedTuple):
    """Words by their numbers, ascending; the terms that the nth may stand for, and how near, begin at `starts[n]`."""

    numbers: NDArray[np.uint64]
    starts: Numbers
    counts: Numbers
    terms: Numbers
    nearness: Table

    @classmethod
    def of(cls, numbers: NDArray[np.uint64], terms: Numbers, nearness: Table) -> Self:
        order = np.argsort(numbers, kind="stable")
        ascending = numbers[order]
        starts = np.flatnonzero(np.diff(ascending, prepend=~ascending[:1]))
        counts = np.diff(starts, append=len(ascending))
        return cls(ascending[starts], starts, counts, terms[order], nearness[order])

    def meeting(self, numbers: NDArray[np.uint64]) -> _Meeting:
        """The words among some, by their numbers, that may stand for terms of the index."""
        if not len(self.numbers):
            return _Meeting(self.terms, self.terms, self.nearness)
        at = np.searchsorted(self.numbers, numbers)
        at[at == len(self.numbers)] = 0
        theirs = np.flatnonzero(self.numbers[at] == numbers)
        at = at[theirs]
        of_each = self.counts[at]
        places = _runs(self.starts[at], of_each)
        return _Meeting(self.terms[places], np.repeat(theirs, of_each), self.nearness[places])


class _Bags(NamedTuple):
    """The bags of some articles: those that hold each term are `holders[start : start + count]`, by their numbers.

    Terms and bags are numbered through all the articles; the bags of the nth begin at `bounds[n]`.
    """

    starts: Numbers
    counts: Numbers
    holders: Numbers
    term_weights: Table
    weights: Table
    bounds: NDArray[np.int64]


def _lines(outlines: Sequence[Outline]) -> _Bags:
    return _bags(outlines, [(one.in_lines, one.of_lines, one.lines) for one in outlines])


def _clauses(outlines: Sequence[Outline]) -> _Bags:
    return _bags(outlines, [(one.in_clauses, one.of_clauses, one.clauses) for one in outlines])


def _bags(outlines: Sequence[Outline], parts: Sequence[tuple[NDArray[np.uint32], NDArray[np.uint32], int]]) -> _Bags:
    bounds = np.cumsum([0, *(size for _, _, size in parts)])
    counts = np.concatenate([held_by for held_by, _, _ in parts]).astype(np.int64)
    within = np.concatenate([held for _, held, _ in parts]).astype(np.int64)
    holders = within + np.repeat(bounds[:-1], [len(held) for _, held, _ in parts])
    term_weights = np.concatenate([one.weights for one in outlines]).astype(np.float64)
    weights = _sums(holders, np.repeat(term_weights, counts), int(bounds[-1]))
    return _Bags(np.cumsum(counts) - counts, counts, holders, term_weights, weights, bounds)


def _shared(own: _Bags, others: _Bags, meeting: _Meeting) -> tuple[Table, Table]:
    """What the bags weigh in terms that the other bag has or has akin, of the first and of the second; by cells."""
    size = len(others.weights)
    across = others.counts[meeting.theirs]
    counts = own.counts[meeting.ours] * across
    which = np.repeat(np.arange(len(counts)), counts)
    down, along = np.divmod(_runs(np.zeros_like(counts), counts), across[which])
    ours, theirs = meeting.ours[which], meeting.theirs[which]
    cells = own.holders[own.starts[ours] + down] * size + others.holders[others.starts[theirs] + along]
    cell_count = len(own.weights) * size
    nearness = meeting.nearness[which]
    return (
        _sums(cells, own.term_weights[ours] * nearness, cell_count),
        _sums(cells, others.term_weights[theirs] * nearness, cell_count),
    )


def _sums(cells: Numbers, values: ArrayLike, count: int) -> Table:
    """What the values of each cell come to."""
    return np.bincount(cells, np.asarray(values, np.float64), count).astype(np.float64, copy=False)


def _runs(starts: Numbers, counts: Numbers) -> Numbers:
    """The numbers start, start + 1 … of each run, one run after the other."""
    before = np.cumsum(counts) - counts
    runs: Numbers = np.arange(counts.sum()).astype(np.int64) + np.repeat(starts - before, counts)
    return runs


def _kin(terms: NDArray[np.uint64]) -> _Index:
    """All words that may stand for one of the terms, but those of one root."""
    words, numbers = _akin_in_english()
    near = words.meeting(terms)
    return _Index.of(
        np.concatenate([terms, numbers[near.ours]]),
        np.concatenate([np.arange(len(terms)), near.theirs]),
        np.concatenate([np.ones(len(terms)), near.nearness]),
    )


@lru_cache(maxsize=1)
def _akin_in_english() -> tuple[_Index, NDArray[np.uint64]]:
    """The words of English that others may stand for, and the numbers of all those words."""
    words = sorted({*with_neighbours(), *PEOPLE})
    places = {word: place for place, word in enumerate(words)}
    numbers = np.array([word_number(word) for word in words], np.uint64)
    near = [akin(word) for word in words]
    mine = np.repeat(numbers, [len(others) for others in near])
    theirs = np.array([places[other] for others in near for other in others])
    nearness = np.array([value for others in near for value in others.values()])
    apart = mine != numbers[theirs]
    return _Index.of(mine[apart], theirs[apart], nearness[apart]), numbers


def _batches(clauses: int, others: Sequence[Outline]) -> Iterator[list[Outline]]:
    """The others in order, so many together as make no more than CELLS pairs of clauses; one at least."""
    batch: list[Outline] = []
    cells = 0
    for other in others:
        if batch and cells + clauses * other.clauses > CELLS:
            yield batch
            batch, cells = [], 0
        batch.append(other)
        cells += clauses * other.clauses
    if batch:
        yield batch
