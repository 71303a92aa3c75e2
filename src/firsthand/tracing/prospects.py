"""Which sentences and clauses of two articles are worth a look, told for many articles at once.

Most articles that share some telling words share nothing else. They are told apart here by sums over the numbers of
their words, as bounds that are never below what a closer look (likeness.py) would find.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

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
Mask = NDArray[np.bool_]

CELLS = 4_000_000
"""So many pairs of clauses are looked at together."""


class Prospect(NamedTuple):
    """How far the sentences of two articles overlap, one row for each of the first; the clauses worth a look.

    Of these it is told whether there may be words in them that are akin, and not the same.
    """

    overlaps: Table
    clauses: dict[tuple[int, int], bool]


class Prospecting:
    """One article, ready to be held against others."""

    def __init__(self, outline: Outline) -> None:
        self._own = outline
        self._kin = _kin(outline.terms)
        places = np.flatnonzero(outline.roots)
        self._roots = _Index.of(outline.roots[places], places, np.full(len(places), SAME_ROOT))
        self._lines, self._clauses = _lines(outline), _clauses(outline)
        self._across = np.array([across(sides) for sides in outline.sides.tolist()], np.uint32)

    def among(self, others: Sequence[Outline]) -> Iterator[Prospect]:
        """What is worth a look in each of the others, in their order."""
        for together in _batches(self._own.clauses, others):
            yield from self._prospects(together)

    def _prospects(self, others: Sequence[Outline]) -> Iterator[Prospect]:
        joined = _joined(others)
        near = self._kin.meeting(joined.terms)
        like = self._roots.meeting(joined.roots)
        like = like.where(self._own.terms[like.ours] != joined.terms[like.theirs])
        lines = _lines(joined)
        shared, _ = _shared(self._lines, lines, near.where(near.nearness == 1.0))
        weights = self._lines.weights[:, None] + lines.weights
        overlaps = shared.reshape(weights.shape) / np.maximum(0.5, weights)
        ours, theirs, akin = self._worth_a_look(joined, near.joined(like))
        starts = np.cumsum([0, *(other.clauses for other in others)])
        bounds = np.searchsorted(theirs, starts)
        line = 0
        for number, other in enumerate(others):
            within = slice(bounds[number], bounds[number + 1])
            pairs = zip(ours[within].tolist(), (theirs[within] - starts[number]).tolist(), strict=True)
            worth = dict(zip(pairs, akin[within].tolist(), strict=True))
            yield Prospect(overlaps[:, line : line + other.lines], worth)
            line += other.lines

    def _worth_a_look(self, others: Outline, meeting: _Meeting) -> _Chosen:
        """The pairs of clauses that may come to be more than different, by the number of the other's clause."""
        clauses = _clauses(others)
        matched, akin = _shared(self._clauses, clauses, meeting)
        numbers = _same_numbers(self._own, others)
        agreed = numbers.agreed(len(matched))
        cells = np.flatnonzero((matched > 0) | (agreed > 0))
        ours, theirs = np.divmod(cells, max(1, others.clauses))
        weights = self._clauses.weights[ours] + clauses.weights[theirs]
        bounds = Bounds(matched[cells], weights, agreed[cells], *self._marked(others, ours, theirs))
        chosen = np.flatnonzero(may_count(bounds))
        if bounds.agreed[chosen].any():
            # What the numbers count is asked only where they may make a difference.
            numbers = numbers.of_one_unit(self._own, others, cells[chosen])
            bounds = bounds.of(chosen)._replace(agreed=numbers.agreed(len(matched))[cells[chosen]])
            chosen = chosen[may_count(bounds)]
        chosen = chosen[np.argsort(theirs[chosen], kind="stable")]
        return _Chosen(ours[chosen], theirs[chosen], akin[cells[chosen]])

    def _marked(self, others: Outline, ours: Numbers, theirs: Numbers) -> tuple[Mask, Mask, Mask]:
        """Of some pairs of clauses: whether the same befell people, one alone is planned, anything may be against."""
        befell, befell_there = self._own.outcomes[ours], others.outcomes[theirs]
        marks, marks_there = self._own.marks[ours], others.marks[theirs]
        same, apart = (befell & befell_there) != 0, marks ^ marks_there
        differ = apart & (NEGATED | PLANNED) | (marks & marks_there) & (COUNTED | TIMED)
        against = (differ != 0) | ((befell != 0) & (befell_there != 0) & ~same)
        return same, (apart & PLANNED) != 0, against | ((self._across[ours] & others.sides[theirs]) != 0)


class _Chosen(NamedTuple):
    """Pairs of clauses that are worth a look, and whether there may be words in them that are akin."""

    ours: Numbers
    theirs: Numbers
    akin: Mask


class _SameNumbers(NamedTuple):
    """Numbers of an article and of others that are of one size, the clauses that count so, and how much that says."""

    ours: Numbers
    theirs: Numbers
    cells: Numbers
    told: Table

    def agreed(self, cells: int) -> Table:
        """At most how tellingly the numbers of clauses agree."""
        return np.minimum(2.0, _sums(self.cells, self.told, cells))

    def of_one_unit(self, own: Outline, others: Outline, cells: Numbers) -> Self:
        """Those of some clauses that may count the same."""
        places = np.flatnonzero(np.isin(self.cells, cells, kind="table"))
        pairs = zip(self.ours[places].tolist(), self.theirs[places].tolist(), strict=True)
        places = places[np.array([units_agree(own.units[one], others.units[other]) for one, other in pairs], np.bool_)]
        return type(self)(self.ours[places], self.theirs[places], self.cells[places], self.told[places])


def _same_numbers(own: Outline, others: Outline) -> _SameNumbers:
    apart = np.abs(own.values[:, None] - others.values)
    most = LOOSELY * np.maximum(own.values[:, None], others.values)
    ours, theirs = np.nonzero((apart == 0) | ((apart <= most) & ((own.loose[:, None] | others.loose) != 0)))
    cells = own.counting[ours] * np.int64(others.clauses) + others.counting[theirs]
    told, told_there = (np.array([telling(value) for value in one.values.tolist()]) for one in (own, others))
    return _SameNumbers(ours, theirs, cells, np.maximum(told[ours], told_there[theirs]))


class _Meeting(NamedTuple):
    """Terms of the article and of the others that may stand for each other, by their places, and how near they are."""

    ours: Numbers
    theirs: Numbers
    nearness: Table

    def where(self, mask: Mask) -> Self:
        return type(self)(self.ours[mask], self.theirs[mask], self.nearness[mask])

    def joined(self, other: Self) -> Self:
        return type(self)(*(np.concatenate(parts) for parts in zip(self, other, strict=True)))


def _ending(numbers: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """The last 16 bits of numbers: most words are told apart by them, without a search."""
    return numbers.astype(np.uint16)


class _Index(NamedTuple):
    """Words by their numbers, ascending; the terms that the nth may stand for, and how near, begin at `starts[n]`.

    `endings` tells of each ending whether some of the numbers have it.
    """

    endings: Mask
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
        endings = np.zeros(1 << 16, np.bool_)
        endings[_ending(ascending)] = True
        return cls(endings, ascending[starts], starts, counts, terms[order], nearness[order])

    def meeting(self, numbers: NDArray[np.uint64]) -> _Meeting:
        """The words among some, by their numbers, that may stand for terms of the index."""
        if not len(self.numbers):
            return _Meeting(self.terms, self.terms, self.nearness)
        likely = np.flatnonzero(self.endings[_ending(numbers)])
        sought = numbers[likely]
        at = np.searchsorted(self.numbers, sought)
        at[at == len(self.numbers)] = 0
        found = np.flatnonzero(self.numbers[at] == sought)
        at, theirs = at[found], likely[found]
        of_each = self.counts[at]
        places = _runs(self.starts[at], of_each)
        return _Meeting(self.terms[places], np.repeat(theirs, of_each), self.nearness[places])


class _Bags(NamedTuple):
    """Bags of terms, by numbers: those that hold each term are `holders[start : start + count]`."""

    starts: Numbers
    counts: Numbers
    holders: Numbers
    term_weights: Table
    weights: Table


def _lines(outline: Outline) -> _Bags:
    return _bags(outline.weights, outline.in_lines, outline.of_lines, outline.lines)


def _clauses(outline: Outline) -> _Bags:
    return _bags(outline.weights, outline.in_clauses, outline.of_clauses, outline.clauses)


def _bags(weights: NDArray[np.float32], held: NDArray[np.uint32], holders: NDArray[np.uint32], bags: int) -> _Bags:
    counts, term_weights = held.astype(np.int64), weights.astype(np.float64)
    numbers = holders.astype(np.int64)
    own_weights = _sums(numbers, np.repeat(term_weights, counts), bags)
    return _Bags(np.cumsum(counts) - counts, counts, numbers, term_weights, own_weights)


def _joined(outlines: Sequence[Outline]) -> Outline:
    """Outlines as one, terms, sentences and clauses numbered through all of them."""
    parts: list[Any] = [np.concatenate(parts) for parts in zip(*(outline[:-1] for outline in outlines), strict=True)]
    parts.append(tuple([words for outline in outlines for words in outline.units]))
    joined = Outline(*parts)
    lines, clauses = ([0, *sizes] for sizes in zip(*((one.lines, one.clauses) for one in outlines), strict=True))
    return joined._replace(
        of_lines=joined.of_lines + _before(lines, [len(outline.of_lines) for outline in outlines]),
        of_clauses=joined.of_clauses + _before(clauses, [len(outline.of_clauses) for outline in outlines]),
        counting=joined.counting + _before(clauses, [len(outline.counting) for outline in outlines]),
    )


def _before(sizes: Sequence[int], places: Sequence[int]) -> NDArray[np.uint32]:
    """For each place of some outlines: the size of all outlines before its own."""
    return np.repeat(np.cumsum(sizes, dtype=np.uint32)[:-1], places)


def _shared(own: _Bags, others: _Bags, meeting: _Meeting) -> tuple[Table, Mask]:
    """What two bags weigh in terms that the other has or has akin; whether they have any akin. By cells."""
    size = len(others.weights)
    across = others.counts[meeting.theirs]
    counts = own.counts[meeting.ours] * across
    which = np.repeat(np.arange(len(counts)), counts)
    down, along = np.divmod(_runs(np.zeros_like(counts), counts), across[which])
    ours, theirs = meeting.ours[which], meeting.theirs[which]
    cells = own.holders[own.starts[ours] + down] * size + others.holders[others.starts[theirs] + along]
    cell_count = len(own.weights) * size
    nearness = meeting.nearness[which]
    akin = np.zeros(cell_count, np.bool_)
    akin[cells[nearness < 1.0]] = True
    return _sums(cells, (own.term_weights[ours] + others.term_weights[theirs]) * nearness, cell_count), akin


def _sums(cells: Numbers, values: ArrayLike, count: int) -> Table:
    """What the values of each cell come to."""
    return np.bincount(cells, np.asarray(values, np.float64), count).astype(np.float64, copy=False)


def _runs(starts: Numbers, counts: Numbers) -> Numbers:
    """The numbers start, start + 1 … of each run, one run after the other."""
    before = np.cumsum(counts) - counts
    runs: Numbers = np.arange(counts.sum(), dtype=np.int64) + np.repeat(starts - before, counts)
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
