"""An article as the encoder sees it: wordpieces, where they stand, and the windows they are read in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from firsthand.errors import ModelError
from firsthand.text.paragraphs import paragraphs
from firsthand.text.quotation import quotations

WINDOW = 510
"""Wordpieces of text in one window; with the marks before and behind it these are the encoder's 512 positions."""
CORE = 430
"""Wordpieces that one window answers for at most; the rest is there to be seen."""
LEFT, RIGHT = 45, 35
"""Wordpieces seen before and behind the core."""

CASES = 4
"""A word without capitals, with the first one only, in capitals throughout, with some inside."""
MARKS = 2 * CASES

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of a text, with one separator between paragraphs. All arrays are of one length.

    `ids` are vocabulary numbers, `quoted` is 1 between double quotation marks, `case` tells what the lower-case
    vocabulary does not (see CASES), `starts` and `ends` are code-point offsets, `heads` tells the first piece of each
    word, `paragraph` counts paragraphs from 0.
    """

    ids: Ints
    quoted: Ints
    case: Ints
    starts: Ints
    ends: Ints
    heads: NDArray[np.bool_]
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def marks(self) -> Ints:
        """What the encoder is told of each piece beside its number: MARKS kinds of quoted and case together."""
        return self.quoted + 2 * self.case

    def words(self) -> tuple[Ints, Ints, Ints]:
        """Of every word: the number of its first piece, its start and its end in the text."""
        heads = np.flatnonzero(self.heads)
        ends = np.maximum.reduceat(self.ends, heads) if len(heads) else heads
        return heads, self.starts[heads], ends


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start`..`end` are read together, and `core_start`..`core_end` of them are believed."""

    start: int
    end: int
    core_start: int
    core_end: int


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """The wordpieces of a text."""
    separator = mark(tokenizer, "[SEP]")
    lines = list(paragraphs(text))
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    heads: list[bool] = []
    counts: list[int] = []
    # Half a surrogate pair is no character that a tokenizer takes; a question mark holds its place.
    sound = text.encode("utf-8", "replace").decode("utf-8")
    encodings = tokenizer.encode_batch([line.of(sound) for line in lines], add_special_tokens=False)
    for number, (line, encoding) in enumerate(zip(lines, encodings, strict=True)):
        if number:
            ids.append(separator)
            starts.append(lines[number - 1].end)
            ends.append(lines[number - 1].end)
            heads.append(False)
            counts.append(number)
        ids += encoding.ids
        before = None
        for word, (start, end) in zip(encoding.word_ids, encoding.offsets, strict=True):
            starts.append(line.start + start)
            ends.append(line.start + end)
            heads.append(word != before)
            counts.append(number)
            before = word
    begins, stops = np.asarray(starts, np.int64), np.asarray(ends, np.int64)
    firsts = np.asarray(heads, np.bool_)
    return Pieces(
        ids=np.asarray(ids, np.int64),
        quoted=_quoted(text, begins),
        case=_cases(text, begins, stops, firsts),
        starts=begins,
        ends=stops,
        heads=firsts,
        paragraph=np.asarray(counts, np.int64),
    )


def mark(tokenizer: Tokenizer, name: str) -> int:
    """The number of a mark such as [SEP]; raises ModelError for a tokenizer without it."""
    number: int | None = tokenizer.token_to_id(name)
    if number is None:
        raise ModelError(f"the tokenizer knows no {name}; install firsthand anew")
    return number


def _cases(text: str, starts: Ints, ends: Ints, heads: NDArray[np.bool_]) -> Ints:
    """The case of the word that each piece belongs to; separators have none."""
    found = np.zeros(len(starts), np.int64)
    firsts = np.flatnonzero(heads)
    for first, after in pairwise((*firsts, len(starts))):
        found[first:after] = _case(text[starts[first] : ends[after - 1]])
    found[starts == ends] = 0
    return found


def _case(letters: str) -> int:
    if letters == letters.lower():
        return 0
    if letters.isupper():
        return 2 if len(letters) > 1 else 1
    return 1 if letters[0].isupper() and letters[1:] == letters[1:].lower() else 3


def _quoted(text: str, starts: Ints) -> Ints:
    inside = np.zeros(len(starts), np.int64)
    for quotation in quotations(text):
        first, last = np.searchsorted(starts, [quotation.span.start, quotation.span.end])
        inside[first:last] = 1
    return inside


def windows(paragraph: Ints) -> Iterator[Window]:
    """Windows over pieces, given the paragraph of each; their cores, laid side by side, are all of them.

    A core ends where a paragraph does, unless one paragraph alone is longer than a core may be. What fits in one
    window is read in one.
    """
    length = len(paragraph)
    if length <= WINDOW:
        if length:
            yield Window(0, length, 0, length)
        return
    ends = np.append(np.flatnonzero(np.diff(paragraph)) + 1, length)
    at = 0
    while at < length:
        fitting = ends[(ends > at) & (ends <= at + CORE)]
        stop = int(fitting[-1]) if len(fitting) else min(length, at + CORE)
        yield Window(max(0, at - LEFT), min(length, stop + RIGHT), at, stop)
        at = stop
