"""One pass of the encoder over an article, window by window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Tagged
from firsthand.tagging.decoding import best_path, held_by_quotations, labelled, log_probabilities
from firsthand.tagging.linking import Linkable, Seen, candidates
from firsthand.tagging.names import names
from firsthand.tagging.parsing import Parse, attached, words
from firsthand.tagging.pieces import Ints, Pieces, Window, cut, mark, windows
from firsthand.tagging.release import Release
from firsthand.text.quotation import quotations

Floats = NDArray[np.float32]


def tag_text(text: str, release: Release) -> Tagged:
    """The labelled spans of a text and their possible links, its names and its sentences."""
    pieces = cut(text, release.tokenizer)
    heads, starts, ends = pieces.words()
    if not len(heads):
        return Tagged()
    encoded = encode(pieces, release)
    scores = log_probabilities(encoded.labels)
    held = held_by_quotations(quotations(text), starts, ends)
    spans = labelled(best_path(scores, held), scores, starts, ends)
    linkable = [
        Linkable(tagged, (int(heads[first]), int(heads[end - 1]) + 1), heads[first:end])
        for (first, end), tagged in spans
    ]
    return Tagged(
        tuple(tagged for _, tagged in spans),
        candidates(linkable, pieces, encoded.seen, release.linker),
        names(log_probabilities(encoded.names), starts, ends),
        words(encoded.parse, starts, ends),
    )


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of the words of a text, each as the window that believes it does, and what windows gave."""

    labels: Floats
    names: Floats
    parse: Parse
    seen: list[Seen]


def encode(pieces: Pieces, release: Release) -> Encoded:
    """One pass over a text: scores (words, LABELS) and (words, NAMES), the parse, the link vectors."""
    views = [_Seen(pieces, window, release) for window in windows(pieces.paragraph)]
    labels, names_, tags, relations, above = (
        np.concatenate(parts) for parts in zip(*(view.believed() for view in views), strict=True)
    )
    return Encoded(labels, names_, Parse(tags, relations, above), [view.links for view in views])


class _Seen:
    """One window, read."""

    def __init__(self, pieces: Pieces, window: Window, release: Release) -> None:
        shown = slice(window.start, window.end)
        classifier, separator = (mark(release.tokenizer, name) for name in ("[CLS]", "[SEP]"))
        ids = np.concatenate(([classifier], pieces.ids[shown], [separator]))
        marks = np.concatenate(([0], pieces.marks[shown], [0]))
        outputs = release.session.run(None, {"ids": ids[None], "marks": marks[None]})
        labels, vectors, names_, tags, relations, arcs = (output[0, 1:-1] for output in outputs)
        self.links = Seen(window, vectors)
        self._scores = labels, names_, tags, relations
        self._arcs = arcs
        self._pieces, self._window, self._root = pieces, window, release.root

    def believed(self) -> tuple[Floats, Floats, Ints, Ints, Ints]:
        """For the words of the core: scores of labels and names; numbers of tags, relations and heads."""
        window = self._window
        heads = np.flatnonzero(self._pieces.heads[window.start : window.end])
        first, last = np.searchsorted(heads, [window.core_start - window.start, window.core_end - window.start])
        core = heads[first:last]
        labels, names_, tags, relations = (scores[core] for scores in self._scores)
        paragraph = self._pieces.paragraph[window.start : window.end][heads]
        above = attached(self._arcs[heads], self._root, slice(first, last), paragraph)
        before = int(self._pieces.heads[: window.start].sum())
        return labels, names_, tags.argmax(axis=1), relations.argmax(axis=1), np.where(above < 0, -1, above + before)
