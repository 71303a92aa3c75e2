"""An article in numbers: enough to tell which of its sentences and clauses are worth a look beside another's."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.text.winnowing import word_number
from firsthand.tracing.features import ROOT, Features
from firsthand.tracing.verbs import OUTCOMES

_OUTCOMES = {outcome: 1 << bit for bit, outcome in enumerate(sorted(set(OUTCOMES.values())))}
_NO_ROOT = 0
NEGATED, PLANNED, COUNTED, TIMED = 1, 2, 4, 8


class Outline(NamedTuple):
    """A term stands once for each weight it has; `of_lines` and `of_clauses` number the bags that hold it, in order of
    the terms, and the ends say where the bags of each term end.

    A term is known by its number (`word_number`), and by that of its root where it is long enough to have one. Lengths
    are in words, 0 in `own_lengths` where a sentence is quoted. Of each clause is told what befell people, a bit for
    each outcome; whether it is NEGATED, PLANNED, COUNTED or TIMED; and on which sides of OPPOSITES its words stand, two
    bits for each.
    """

    terms: NDArray[np.uint64]
    roots: NDArray[np.uint64]
    weights: NDArray[np.float32]
    line_ends: NDArray[np.uint32]
    of_lines: NDArray[np.uint32]
    clause_ends: NDArray[np.uint32]
    of_clauses: NDArray[np.uint32]
    line_lengths: NDArray[np.uint32]
    own_lengths: NDArray[np.uint32]
    outcomes: NDArray[np.uint32]
    marks: NDArray[np.uint32]
    sides: NDArray[np.uint32]
    values: NDArray[np.float64]
    loose: NDArray[np.uint32]
    counting: NDArray[np.uint32]

    @property
    def lines(self) -> int:
        return len(self.line_lengths)

    @property
    def clauses(self) -> int:
        return len(self.outcomes)


_TYPES: tuple[np.dtype[Any], ...] = (
    np.dtype("<u8"),
    np.dtype("<u8"),
    np.dtype("<f4"),
    *(np.dtype("<u4") for _ in range(9)),
    np.dtype("<f8"),
    *(np.dtype("<u4") for _ in range(2)),
)
_HEAD = struct.Struct(f"<{len(_TYPES)}I")


class Sentence(NamedTuple):
    """A sentence: what of it is compared, how many words it has."""

    features: Features
    length: int
    quoted: bool


def outlined(sentences: Sequence[Sentence], clauses: Sequence[Features]) -> tuple[Outline, list[str]]:
    """The outline of sentences and clauses, and the terms behind its numbers."""
    places: dict[tuple[str, float], int] = {}
    line_holders = _holders((sentence.features for sentence in sentences), places)
    clause_holders = _holders(clauses, places)
    terms = [term for term, _ in places]
    line_ends, of_lines = _in_rows(line_holders, len(terms))
    clause_ends, of_clauses = _in_rows(clause_holders, len(terms))
    counts = [(count, number) for number, found in enumerate(clauses) for count in found.counts]
    return Outline(
        np.array([word_number(term) for term in terms], np.uint64),
        np.array([root_number(term) for term in terms], np.uint64),
        np.array([weight for _, weight in places], np.float32),
        line_ends,
        of_lines,
        clause_ends,
        of_clauses,
        np.array([sentence.length for sentence in sentences], np.uint32),
        np.array([0 if sentence.quoted else sentence.length for sentence in sentences], np.uint32),
        np.array([sum([_OUTCOMES[outcome] for outcome in found.outcomes]) for found in clauses], np.uint32),
        np.array([_marks(found) for found in clauses], np.uint32),
        np.array([found.sides for found in clauses], np.uint32),
        np.array([count.value for count, _ in counts], np.float64),
        np.array([count.loose for count, _ in counts], np.uint32),
        np.array([number for _, number in counts], np.uint32),
    ), terms


def root_number(term: str) -> int:
    """The number of a term's first letters, 0 where it is too short to share no more than them."""
    return word_number(term[:ROOT]) if len(term) >= ROOT else _NO_ROOT


def _marks(found: Features) -> int:
    timed = bool(found.years or found.months or found.days)
    return NEGATED * found.negated | PLANNED * found.planned | COUNTED * bool(found.counts) | TIMED * timed


def _holders(bags: Iterable[Features], places: dict[tuple[str, float], int]) -> list[list[int]]:
    """The bags that hold each term, by its place; new terms get one."""
    holders: list[list[int]] = [[] for _ in places]
    for number, bag in enumerate(bags):
        for term in bag.terms.items():
            place = places.setdefault(term, len(places))
            if place == len(holders):
                holders.append([])
            holders[place].append(number)
    return holders


def _in_rows(holders: list[list[int]], terms: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    ends = np.zeros(terms, np.uint32)
    ends[: len(holders)] = [len(held) for held in holders]
    return np.cumsum(ends, dtype=np.uint32), np.array([number for held in holders for number in held], np.uint32)


def written(outline: Outline) -> bytes:
    """An outline as bytes; `read` reads them."""
    parts = [np.asarray(part, kind).tobytes() for part, kind in zip(outline, _TYPES, strict=True)]
    return _HEAD.pack(*(len(part) for part in outline)) + b"".join(parts)


def read(data: bytes, start: int = 0) -> tuple[Outline, int]:
    """The outline that was written at a place, and where it ends."""
    sizes = _HEAD.unpack_from(data, start)
    at = start + _HEAD.size
    parts = []
    for kind, size in zip(_TYPES, sizes, strict=True):
        parts.append(np.frombuffer(data, kind, size, at))
        at += size * kind.itemsize
    return Outline(*parts), at
