"""From scores to sentences: each word's part of speech, the word it depends on, and how."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Span, Word
from firsthand.tagging.labels import RELATIONS, SAME, TAGS
from firsthand.tagging.pieces import Ints

ARC = 128
"""Numbers in the vector with which a word asks for its head, or answers as one."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parse:
    """What the heads say of words, in order.

    `tags` and `relations` are numbers of TAGS and RELATIONS; `above` the numbers of the words they depend on, -1 for
    a root.
    """

    tags: Ints
    relations: Ints
    above: Ints


def attached(arcs: Floats, root: Floats, core: slice, paragraph: Ints) -> Ints:
    """For the words of a window's core, which of the window's words each depends on; -1 for none.

    `arcs` (words, 2 · ARC) are the vectors of all words of the window, `paragraph` their paragraphs, `root` (ARC + 1)
    answers for "on none". A head stands in the paragraph of its dependent.
    """
    asking, answering = arcs[core, :ARC], arcs[:, ARC:]
    scores = asking @ answering.T / np.float32(ARC**0.5)
    scores[paragraph[core][:, None] != paragraph[None, :]] = -1e9
    own = np.arange(len(asking))
    scores[own, own + core.start] = -1e9
    best = scores.argmax(axis=1)
    on_none = asking @ root[:ARC] / np.float32(ARC**0.5) + root[ARC]
    found: Ints = np.where(on_none > scores[own, best], -1, best)
    return found


def words(parse: Parse, starts: Ints, ends: Ints) -> tuple[Word, ...]:
    """The words of a text as a grammarian cuts them: what the encoder cuts finer is joined again.

    A piece of a word (SAME) joins what stands before it; a word that hangs on itself through others becomes a root.
    """
    owner = np.arange(len(starts))
    same = RELATIONS.index(SAME)
    for at in range(1, len(starts)):
        if parse.relations[at] == same and ends[at - 1] == starts[at]:
            owner[at] = owner[at - 1]
    firsts = np.flatnonzero(owner == np.arange(len(starts)))
    number = np.zeros(len(starts), np.int64)
    number[firsts] = np.arange(len(firsts))
    above = np.where(parse.above < 0, np.arange(len(starts)), parse.above)
    heads = _uncircled(number[owner[above[firsts]]])
    stops = np.append(firsts[1:], len(starts)) - 1
    return tuple(
        Word(
            Span(int(starts[first]), int(ends[stop])),
            TAGS[parse.tags[first]],
            int(head),
            "ROOT" if head == n else _relation(int(parse.relations[first])),
        )
        for n, (first, stop, head) in enumerate(zip(firsts, stops, heads, strict=True))
    )


def _relation(number: int) -> str:
    name = RELATIONS[number]
    return "dep" if name in {SAME, "ROOT"} else name


def _uncircled(heads: Ints) -> Ints:
    """The heads, with every circle opened at its first word, which becomes a root."""
    state = np.zeros(len(heads), np.int8)
    for start in range(len(heads)):
        at, path = start, []
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1 and heads[at] != at:
            heads[min(path[path.index(at) :])] = min(path[path.index(at) :])
        state[path] = 2
    return heads
