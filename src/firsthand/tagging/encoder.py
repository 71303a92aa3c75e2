"""One pass of the encoder over an article, window by window."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Tagged
from firsthand.tagging.decoding import best_path, held_by_quotations, labelled, log_probabilities
from firsthand.tagging.linking import Linkable, Seen, candidates
from firsthand.tagging.pieces import Pieces, cut, mark, windows
from firsthand.tagging.release import Release
from firsthand.text.quotation import quotations

Floats = NDArray[np.float32]


def tag_text(text: str, release: Release) -> Tagged:
    """The labelled spans of a text and their possible links."""
    pieces = cut(text, release.tokenizer)
    heads, starts, ends = pieces.words()
    if not len(heads):
        return Tagged()
    labels, seen = encode(pieces, release)
    scores = log_probabilities(labels[heads])
    held = held_by_quotations(quotations(text), starts, ends)
    spans = labelled(best_path(scores, held), scores, starts, ends)
    linkable = [
        Linkable(tagged, (int(heads[first]), int(heads[end - 1]) + 1), heads[first:end])
        for (first, end), tagged in spans
    ]
    return Tagged(tuple(tagged for _, tagged in spans), candidates(linkable, pieces, seen, release.linker))


def encode(pieces: Pieces, release: Release) -> tuple[Floats, list[Seen]]:
    """Label scores (pieces, labels), each piece's from the window that believes it, and what every window gave."""
    classifier, separator = (mark(release.tokenizer, name) for name in ("[CLS]", "[SEP]"))
    believed: list[Floats] = []
    seen: list[Seen] = []
    for window in windows(pieces.paragraph):
        shown = slice(window.start, window.end)
        ids = np.concatenate(([classifier], pieces.ids[shown], [separator]))
        quoted = np.concatenate(([0], pieces.quoted[shown], [0]))
        labels, vectors = release.session.run(None, {"ids": ids[None], "quoted": quoted[None]})
        core = slice(window.core_start - window.start + 1, window.core_end - window.start + 1)
        believed.append(labels[0, core])
        seen.append(Seen(window, vectors[0, 1:-1]))
    return np.concatenate(believed), seen
