"""An article in numbers: enough to tell which of its sentences and clauses are worth a look beside another's."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, count
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.text.winnowing import digest, numbers_of
from firsthand.tracing.features import ROOT, Features
from firsthand.tracing.verbs import OUTCOMES

_OUTCOMES = {outcome: 1 << bit for bit, outcome in enumerate(sorted(set(OUTCOMES.values())))}
_NO_ROOT = bytes(8)
NEGATED, PLANNED, COUNTED, TIMED = 1, 2, 4, 8


class Outline(NamedTuple):
    """A term stands once for each weight it has; `of_lines` and `of_clauses` number the bags that hold it, in order of
    the terms, and the counts say how many hold each.

    A term is known by its number (`word_number`), and by that of its root where it is long enough to have one. Lengths
    are in words, 0 in `own_lengths` where a sentence is quoted. Of each clause is told what befell people, a bit for
    each outcome; whether it is NEGATED, PLANNED, COUNTED or TIMED; and on which sides of OPPOSITES its words stand, two
    bits for each. Of each number it is told which clause counts so, whether loosely, and the `units`.
    """

    terms: NDArray[np.uint64]
    roots: NDArray[np.uint64]
    weights: NDArray[np.float32]
    in_lines: NDArray[np.uint32]
    of_lines: NDArray[np.uint32]
    in_clauses: NDArray[np.uint32]
    of_clauses: NDArray[np.uint32]
    line_lengths: NDArray[np.uint32]
    own_lengths: NDArray[np.uint32]
    outcomes: NDArray[np.uint32]
    marks: NDArray[np.uint32]
    sides: NDArray[np.uint32]
    values: NDArray[np.float64]
    loose: NDArray[np.uint32]
    counting: NDArray[np.uint32]
    units: tuple[tuple[str, ...], ...]

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
_BYTES = tuple(kind.itemsize for kind in _TYPES)
_HEAD = struct.Struct(f"<{len(_TYPES) + 1}I")
_write_units = msgspec.msgpack.Encoder().encode
_read_units = msgspec.msgpack.Decoder(tuple[tuple[str, ...], ...]).decode


class Sentence(NamedTuple):
    """A sentence: what of it is compared, how many words it has."""

    features: Features
    length: int
    quoted: bool


def outlined(sentences: Sequence[Sentence], clauses: Sequence[Features]) -> Outline:
    """The outline of sentences and clauses."""
    places: defaultdict[tuple[str, float], int] = defaultdict(count().__next__)
    lines = [sentence.features for sentence in sentences]
    in_each_line, in_each_clause = _places(lines, places), _places(clauses, places)
    terms, roots = numbers_of([_digests(term) for term, _ in places]).reshape(-1, 2).T
    in_lines, of_lines = _held(lines, in_each_line, len(terms))
    in_clauses, of_clauses = _held(clauses, in_each_clause, len(terms))
    counts = [(counted, number) for number, found in enumerate(clauses) for counted in found.counts]
    return Outline(
        terms,
        roots,
        np.array([weight for _, weight in places], np.float32),
        in_lines,
        of_lines,
        in_clauses,
        of_clauses,
        np.array([sentence.length for sentence in sentences], np.uint32),
        np.array([0 if sentence.quoted else sentence.length for sentence in sentences], np.uint32),
        np.array([sum([_OUTCOMES[outcome] for outcome in found.outcomes]) for found in clauses], np.uint32),
        np.array([_marks(found) for found in clauses], np.uint32),
        np.array([found.sides for found in clauses], np.uint32),
        np.array([counted.value for counted, _ in counts], np.float64),
        np.array([counted.loose for counted, _ in counts], np.uint32),
        np.array([number for _, number in counts], np.uint32),
        tuple([counted.units for counted, _ in counts]),
    )


@lru_cache(maxsize=200_000)
def _digests(term: str) -> bytes:
    """Those of a term and of its first letters; zeros for these where it is too short to share no more than them."""
    return digest(term) + (digest(term[:ROOT]) if len(term) >= ROOT else _NO_ROOT)


def _marks(found: Features) -> int:
    timed = bool(found.years or found.months or found.days)
    return NEGATED * found.negated | PLANNED * found.planned | COUNTED * bool(found.counts) | TIMED * timed


def _places(bags: Sequence[Features], places: Mapping[tuple[str, float], int]) -> NDArray[np.int64]:
    """The places of all terms of some bags, one bag after the other; new terms get one."""
    return np.fromiter(map(places.__getitem__, chain.from_iterable([bag.terms.items() for bag in bags])), np.int64)


def _held(
    bags: Sequence[Features], of_terms: NDArray[np.int64], terms: int
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """How many bags hold each term, and which, in order of the terms."""
    holders = np.repeat(np.arange(len(bags), dtype=np.uint32), [len(bag.terms) for bag in bags])
    return np.bincount(of_terms, minlength=terms).astype(np.uint32), holders[of_terms.argsort(kind="stable")]


def written(outline: Outline) -> bytes:
    """An outline as bytes; `read` reads them."""
    numbers, units = outline[:-1], outline.units
    parts = [np.asarray(part, kind).tobytes() for part, kind in zip(numbers, _TYPES, strict=True)]
    words = _write_units(units)
    return _HEAD.pack(*(len(part) for part in numbers), len(words)) + b"".join((*parts, words))


def length(data: bytes) -> int:
    """How many bytes an outline takes that was written at the beginning of others."""
    *sizes, words = _HEAD.unpack_from(data)
    numbers: int = sum([size * width for size, width in zip(sizes, _BYTES, strict=True)])
    return _HEAD.size + numbers + int(words)


def read(data: bytes, start: int = 0) -> tuple[Outline, int]:
    """The outline that was written at a place, and where it ends."""
    *sizes, words = _HEAD.unpack_from(data, start)
    at = start + _HEAD.size
    parts: list[Any] = []
    for kind, width, size in zip(_TYPES, _BYTES, sizes, strict=True):
        parts.append(np.frombuffer(data, kind, size, at))
        at += size * width
    parts.append(_read_units(memoryview(data)[at : at + words]))
    return Outline(*parts), at + words
