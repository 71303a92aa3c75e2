"""Which cue a content hangs on, and which source a cue names: scores between spans.

Each span is the mean of its words' link vectors. A span that asks and a span that answers score by their dot product,
and by how far apart they stand and whether in one paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Candidate, Role, TaggedSpan
from firsthand.tagging.pieces import Pieces

KINDS = 2
"""Two kinds of link: a content asks for its cue, a cue for its source."""
WIDTH = 64
"""Numbers in one asking or answering vector."""
REACH = 100
"""Wordpieces between two spans beyond which they are not linked: farther links are mostly wrong."""
BUCKETS = 18
"""Distances are told apart by their sign and their order of magnitude."""
_EDGES = np.array([0, 1, 2, 4, 8, 16, 32, 64])

Floats = NDArray[np.float32]
PieceSpan = tuple[int, int]

ASKING = {0: (Role.CONTENT, Role.CUE), 1: (Role.CUE, Role.SOURCE)}


@dataclass(frozen=True, slots=True)
class Linker:
    """What the network learnt beside its vectors.

    `nearness` (KINDS, 2, BUCKETS) is added for being in another or the same paragraph at some distance; `nothing`
    (KINDS, WIDTH + 1) answers for "to nothing", its last number a constant.
    """

    nearness: Floats
    nothing: Floats


def bucket(asking: PieceSpan, answering: PieceSpan) -> int:
    """The distance class of two spans: 0..8 where the answer comes before, 9..17 where it comes after."""
    after = answering[0] >= asking[0]
    gap = answering[0] - asking[1] if after else asking[0] - answering[1]
    return int(np.searchsorted(_EDGES, gap, "left")) + (BUCKETS // 2 if after else 0)


def distance(one: PieceSpan, other: PieceSpan) -> int:
    """Pieces between two spans; 0 where they touch or overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


@dataclass(frozen=True, slots=True)
class Linkable:
    """A tagged span, its pieces, and the mean link vector of its words (2 · KINDS · WIDTH)."""

    tagged: TaggedSpan
    pieces: PieceSpan
    vector: Floats


def candidates(spans: list[Linkable], pieces: Pieces, linker: Linker) -> tuple[Candidate, ...]:
    """For every content its possible cues, for every cue its possible sources, with probabilities; and nothing."""
    found: list[Candidate] = []
    for kind, (asking, answering) in ASKING.items():
        answers = [n for n, span in enumerate(spans) if span.tagged.role is answering]
        for n, one in enumerate(spans):
            if one.tagged.role is not asking:
                continue
            near = [m for m in answers if distance(one.pieces, spans[m].pieces) <= REACH]
            scores = [_score(one, spans[m], kind, pieces, linker) for m in near]
            targets: list[int | None] = [*near, None]
            scores.append(_to_nothing(one, kind, linker))
            found += [Candidate(n, to, float(share)) for to, share in zip(targets, _softmax(scores), strict=True)]
    return tuple(found)


def _score(one: Linkable, other: Linkable, kind: int, pieces: Pieces, linker: Linker) -> float:
    likeness = np.dot(_part(one, 2 * kind), _part(other, 2 * kind + 1)) / WIDTH**0.5
    same = int(pieces.paragraph[one.pieces[0]] == pieces.paragraph[other.pieces[0]])
    return float(likeness + linker.nearness[kind, same, bucket(one.pieces, other.pieces)])


def _to_nothing(one: Linkable, kind: int, linker: Linker) -> float:
    likeness = np.dot(_part(one, 2 * kind), linker.nothing[kind, :WIDTH]) / WIDTH**0.5
    return float(likeness + linker.nothing[kind, WIDTH])


def _part(span: Linkable, part: int) -> Floats:
    """The vector with which a span asks (even parts) or answers (odd parts)."""
    return span.vector[part * WIDTH : (part + 1) * WIDTH]


def _softmax(scores: list[float]) -> Floats:
    powers = np.exp(np.asarray(scores, np.float32) - max(scores))
    shares: Floats = powers / powers.sum()
    return shares
