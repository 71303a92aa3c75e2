"""Annotated articles as the network is taught: labels on wordpieces, and which span belongs to which."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from firsthand.errors import UsageError
from firsthand.tagging.labels import LABELS, begin, inside
from firsthand.tagging.pieces import Ints, Pieces, cut
from firsthand.tagging.release import VOCABULARY

IGNORED = -100
"""The label of pieces that are not the first of their word; the loss passes over them."""

CharSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution, in offsets of its text; a content may be in several pieces."""

    source: CharSpan | None
    cue: CharSpan
    content: tuple[CharSpan, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text cut and labelled.

    `labels` has one number of LABELS a piece. Spans are (first, end) piece numbers. `cue_of` gives for every content
    the number of its cue, `source_of` for every cue the number of its source or -1.
    """

    pieces: Pieces
    labels: Ints
    sources: tuple[CharSpan, ...]
    cues: tuple[CharSpan, ...]
    contents: tuple[CharSpan, ...]
    cue_of: tuple[int, ...]
    source_of: tuple[int, ...]


def plain_tokenizer(base: Path) -> Tokenizer:
    """The tokenizer of a pre-trained encoder, without the cutting and filling it was shipped with."""
    tokenizer = Tokenizer.from_file(str(base / VOCABULARY))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def documents(path: Path) -> Iterator[Document]:
    """The rows of a JSONL file, gzipped or not: {"id", "text", "attributions": [{"source", "cue", "content"}]}.

    Raises UsageError for a file that is not of this form.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                yield Document(row["id"], row["text"], tuple(_attribution(given) for given in row["attributions"]))
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise UsageError(f"{path}, line {number}: no annotated text ({error!r})") from error


def _attribution(row: dict[str, list[list[int]]]) -> Attribution:
    source = [(start, end) for start, end in row["source"]]
    cue = [(start, end) for start, end in row["cue"]]
    content = tuple(sorted((start, end) for start, end in row["content"]))
    return Attribution(_hull(source) if source else None, _hull(cue), content)


def _hull(spans: Sequence[CharSpan]) -> CharSpan:
    return min(start for start, _ in spans), max(end for _, end in spans)


def example(document: Document, tokenizer: Tokenizer) -> Example:
    """A document cut into pieces, with its labels and links; attributions without a whole word are left out."""
    pieces = cut(document.text, tokenizer)
    labels = np.where(pieces.heads, 0, IGNORED)
    heads, starts, ends = pieces.words()
    sources: dict[CharSpan, int] = {}
    cues: list[CharSpan] = []
    contents: list[CharSpan] = []
    cue_of: list[int] = []
    source_of: list[int] = []

    def place(span: CharSpan, role: str) -> CharSpan | None:
        first, last = int(np.searchsorted(ends, span[0], "right")), int(np.searchsorted(starts, span[1], "left"))
        if first >= last:
            return None
        labels[heads[first]] = LABELS.index(begin(role))
        labels[heads[first + 1 : last]] = LABELS.index(inside(role))
        return int(heads[first]), int(heads[last - 1]) + 1

    for given in document.attributions:
        held = [span for span in (place(piece, "content") for piece in given.content) if span]
        source = place(given.source, "source") if given.source else None
        cue = place(given.cue, "cue")
        if not cue:
            continue
        contents += held
        cue_of += [len(cues)] * len(held)
        source_of.append(sources.setdefault(source, len(sources)) if source else -1)
        cues.append(cue)
    return Example(pieces, labels, tuple(sources), tuple(cues), tuple(contents), tuple(cue_of), tuple(source_of))


_STYLES = ('""', "“”", "«»", "„“", "””")
_MARKS = str.maketrans(dict.fromkeys('"“”«»„', "\x00"))


def damaged(document: Document, chance: random.Random) -> Document:
    """The document as a careless site would show it: marks of another style, mixed, or some of them lost.

    Lengths stay, so annotations hold: a lost mark leaves a blank.
    """
    style = chance.choice(_STYLES)
    loss = chance.choice((0.0, 0.0, 0.1, 0.3))
    mixed = chance.random() < 0.3
    letters = list(document.text)
    opened = False
    for at, letter in enumerate(document.text.translate(_MARKS)):
        if letter == "\n":
            opened = False
        if letter != "\0":
            continue
        opened = document.text[at] in "“«„" or (document.text[at] == '"' and not opened)
        if chance.random() < loss:
            letters[at] = " "
        else:
            letters[at] = (chance.choice(_STYLES) if mixed else style)[0 if opened else 1]
    return Document(document.id, "".join(letters), document.attributions)
