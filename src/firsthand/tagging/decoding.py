"""From label scores to labelled spans: the best path through the labels that a text may have."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Role, Span, TaggedSpan
from firsthand.tagging.labels import LABELS, begin, inside
from firsthand.tagging.pieces import Ints
from firsthand.text.quotation import Quotation

Floats = NDArray[np.float32]


def _forbidden() -> NDArray[np.bool_]:
    """Whether label j may not follow label i: a span goes on only where it has begun."""
    moves = np.zeros((len(LABELS), len(LABELS)), np.bool_)
    for role in Role:
        onward = LABELS.index(inside(role))
        moves[:, onward] = True
        moves[[LABELS.index(begin(role)), onward], onward] = False
    return moves


def _torn() -> NDArray[np.bool_]:
    """Whether going from label i to label j begins or ends a content."""
    first, onward = LABELS.index(begin(Role.CONTENT)), LABELS.index(inside(Role.CONTENT))
    content = np.isin(np.arange(len(LABELS)), (first, onward))
    moves: NDArray[np.bool_] = content[:, None] != content[None, :]
    moves[:, first] = True
    return moves


_COSTS = np.where(_forbidden(), np.float32(-1e4), np.float32(0))
_HELD = np.where(_torn(), np.float32(-1e4), _COSTS)
_NOT_FIRST = _COSTS[0]


def log_probabilities(scores: Floats) -> Floats:
    """The scores (words, labels), normalised to log-probabilities a word."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normal


def best_path(scores: Floats, held: NDArray[np.bool_]) -> Ints:
    """The likeliest lawful label of every word (Viterbi), from log-probabilities (words, labels).

    A `held` word goes with the word before it: both are of one content, or neither is of any.
    """
    if not len(scores):
        return np.zeros(0, np.int64)
    came = np.zeros(scores.shape, np.int64)
    total = scores[0] + _NOT_FIRST
    for at in range(1, len(scores)):
        ways = total[:, None] + (_HELD if held[at] else _COSTS)
        came[at] = ways.argmax(axis=0)
        total = ways[came[at], np.arange(len(LABELS))] + scores[at]
    path = np.zeros(len(scores), np.int64)
    path[-1] = total.argmax()
    for at in range(len(scores) - 1, 0, -1):
        path[at - 1] = came[at, path[at]]
    return path


def held_by_quotations(quotations: Iterable[Quotation], starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Of the words that start and end at these offsets, those inside a quotation but not first in it.

    Of quotations of more than one word, annotators make hardly any a content in part: it is said, or it is not.
    """
    held = np.zeros(len(starts), np.bool_)
    for quotation in quotations:
        first = int(np.searchsorted(ends, quotation.span.start, "right"))
        held[first + 1 : int(np.searchsorted(starts, quotation.span.end, "left"))] = True
    return held


WordSpan = tuple[int, int]


def labelled(path: Ints, scores: Floats, starts: Ints, ends: Ints) -> list[tuple[WordSpan, TaggedSpan]]:
    """The spans of a path: their words (first, end) and what they are, in order.

    `starts` and `ends` are the words' offsets. A span's confidence is the mean probability of its role a word.
    """
    probabilities = np.exp(scores)
    found = []
    for role in Role:
        first, onward = LABELS.index(begin(role)), LABELS.index(inside(role))
        sure = probabilities[:, first] + probabilities[:, onward]
        for at in np.flatnonzero(path == first).tolist():
            end = at + 1
            while end < len(path) and path[end] == onward:
                end += 1
            span = Span(int(starts[at]), int(ends[end - 1]))
            found.append(((at, end), TaggedSpan(span, role, min(1.0, float(sure[at:end].mean())))))
    return sorted(found, key=lambda pair: pair[0])
