"""Which cue a content hangs on, and which source a cue names: scores between spans.

Each span is the mean of its words' link vectors. A span that asks and a span that answers score by their dot product,
and by how far apart they stand and whether in one paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Candidate, Role, TaggedSpan
from firsthand.tagging.pieces import Ints, Pieces, Window

KINDS = 2
"""Two kinds of link: a content asks for its cue, a cue for its source."""
WIDTH = 64
"""Numbers in one asking or answering vector."""
ROOT = WIDTH**0.5
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
    """A tagged span, where it stands, and the numbers of its words' first pieces."""

    tagged: TaggedSpan
    pieces: PieceSpan
    heads: Ints


@dataclass(frozen=True, slots=True)
class Seen:
    """A window and the link vectors (pieces of the window, 2 · KINDS · WIDTH) that reading it gave."""

    window: Window
    vectors: Floats

    def vector(self, span: Linkable, part: int) -> Floats | None:
        """With which a span asks (even parts) or answers (odd parts): the mean over its words that the window shows."""
        shown = span.heads[(span.heads >= self.window.start) & (span.heads < self.window.end)]
        if not len(shown):
            return None
        mean: Floats = self.vectors[shown - self.window.start, part * WIDTH : (part + 1) * WIDTH].mean(axis=0)
        return mean


def candidates(spans: list[Linkable], pieces: Pieces, seen: list[Seen], linker: Linker) -> tuple[Candidate, ...]:
    """For every content its possible cues, for every cue its possible sources, with probabilities; and nothing.

    Vectors tell where in its window a piece stands, so the two ends of a link are compared in one window: the one that
    believes the span that asks.
    """
    found: list[Candidate] = []
    for kind, (asking, answering) in ASKING.items():
        answers = [n for n, span in enumerate(spans) if span.tagged.role is answering]
        for n, one in enumerate(spans):
            if one.tagged.role is not asking:
                continue
            view = next(view for view in seen if one.pieces[0] < view.window.core_end)
            near = {
                m: vector
                for m in answers
                if distance(one.pieces, spans[m].pieces) <= REACH
                and (vector := view.vector(spans[m], 2 * kind + 1)) is not None
            }
            ask = view.vector(one, 2 * kind)
            assert ask is not None  # noqa: S101 - its first word lies in this window's core
            scores = [
                float(np.dot(ask, vector)) / ROOT + _nearness(one, spans[m], kind, pieces, linker)
                for m, vector in near.items()
            ]
            scores.append(float(np.dot(ask, linker.nothing[kind, :WIDTH])) / ROOT + float(linker.nothing[kind, WIDTH]))
            targets: list[int | None] = [*near, None]
            found += [Candidate(n, to, float(share)) for to, share in zip(targets, _softmax(scores), strict=True)]
    return tuple(found)


def _nearness(one: Linkable, other: Linkable, kind: int, pieces: Pieces, linker: Linker) -> float:
    same = int(pieces.paragraph[one.pieces[0]] == pieces.paragraph[other.pieces[0]])
    return float(linker.nearness[kind, same, bucket(one.pieces, other.pieces)])


def _softmax(scores: list[float]) -> Floats:
    powers = np.exp(np.asarray(scores, np.float32) - max(scores))
    shares: Floats = powers / powers.sum()
    return shares
