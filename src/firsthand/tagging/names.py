"""From scores to names: the best path through the labels that a text may have."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Name, NameType, Span
from firsthand.tagging.labels import NAMES, begin, inside
from firsthand.tagging.pieces import Ints

Floats = NDArray[np.float32]


def names(scores: Floats, starts: Ints, ends: Ints) -> tuple[Name, ...]:
    """The names of a text, from log-probabilities (words, NAMES) and the words' offsets.

    A word that goes on with a name of another type than the one before it begins a new one: what the path between
    labels would forbid is rare here, and reading it so costs nothing.
    """
    best = scores.argmax(axis=1)
    found = []
    at = 0
    while at < len(best):
        if best[at] == 0:
            at += 1
            continue
        kind = NameType(NAMES[best[at]][2:])
        onward = NAMES.index(inside(kind))
        end = at + 1
        while end < len(best) and best[end] == onward:
            end += 1
        sure = np.exp(scores[at:end, [NAMES.index(begin(kind)), onward]]).sum(axis=1).mean()
        found.append(Name(Span(int(starts[at]), int(ends[end - 1])), kind, min(1.0, float(sure))))
        at = end
    return tuple(found)
