"""Annotated articles as the network is taught: labels on wordpieces, and which span belongs to which."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from firsthand.errors import UsageError
from firsthand.model import NameType, Role, Span, Word
from firsthand.tagging.labels import LABELS, NAMES, RELATIONS, SAME, TAGS, begin, inside
from firsthand.tagging.pieces import Ints, Pieces, cut
from firsthand.tagging.release import VOCABULARY

IGNORED = -100
"""The label of pieces that are not the first of their word; the loss passes over them."""
ROOT = -1
"""What the root of a sentence depends on."""

CharSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution, in offsets of its text; a content may be in several pieces."""

    source: CharSpan | None
    cue: CharSpan
    content: tuple[CharSpan, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """An annotated name, date or sum."""

    span: CharSpan
    type: NameType


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the annotations it has; None where it has none of a kind, which teaches nothing of that kind."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    words: tuple[Word, ...] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text cut and labelled.

    `labels`, `names`, `tags`, `relations` have one number of LABELS, NAMES, TAGS, RELATIONS a piece, IGNORED where
    nothing is known; `arcs` the piece that a piece depends on, ROOT for roots. Spans are (first, end) piece numbers.
    `cue_of` gives for every content the number of its cue, `source_of` for every cue the number of its source or -1.
    """

    pieces: Pieces
    labels: Ints
    names: Ints
    tags: Ints
    relations: Ints
    arcs: Ints
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


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file, gzipped or not; raises UsageError for a line that is no JSON."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path}, line {number}: no JSON ({error})") from error


def documents(path: Path) -> Iterator[Document]:
    """Texts with any of the annotations the network learns from.

    Rows of a JSONL file: {"id", "text"} with "attributions" [{"source", "cue", "content"}] or "entities" [{"start",
    "end", "type"}]. Raises UsageError for a file that is not of this form.
    """
    for number, row in enumerate(rows(path), 1):
        try:
            yield _document(row)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise UsageError(f"{path}, line {number}: no annotated text ({error!r})") from error


def _document(row: dict[str, Any]) -> Document:
    attributions, entities = row.get("attributions"), row.get("entities")
    return Document(
        row["id"],
        row["text"],
        None if attributions is None else tuple(_attribution(given) for given in attributions),
        None if entities is None else tuple(_entities(entities)),
    )


_TYPES = {
    "person": NameType.PERSON, "per": NameType.PERSON, "politician": NameType.PERSON,
    "organization": NameType.ORGANISATION, "organisation": NameType.ORGANISATION, "org": NameType.ORGANISATION,
    "politicalparty": NameType.ORGANISATION, "location": NameType.LOCATION, "loc": NameType.LOCATION,
    "country": NameType.LOCATION, "facility": NameType.FACILITY, "norp": NameType.NATIONALITY,
    "product": NameType.PRODUCT, "date": NameType.DATE, "money": NameType.MONEY,
}  # fmt: skip
"""The corpora's names of types; all others are miscellaneous."""


def _entities(given: list[dict[str, Any]]) -> Iterator[Entity]:
    for row in given:
        yield Entity((row["start"], row["end"]), _TYPES.get(row["type"].lower(), NameType.MISCELLANEOUS))


def parsed(path: Path) -> dict[str, tuple[Word, ...]]:
    """The words of parsed texts, by the texts' ids; raises UsageError for a file that `parse` has not written."""
    try:
        return {
            row["id"]: tuple(Word(Span(start, end), tag, head, name) for start, end, tag, head, name in row["words"])
            for row in rows(path)
        }
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: not what parse writes ({error!r})") from error


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
    labels, names, tags, relations, arcs = (np.full(len(pieces), IGNORED) for _ in range(5))
    places = _Places(pieces)
    if document.entities is not None:
        names[pieces.heads] = 0
        for entity in document.entities:
            places.label(names, NAMES, entity.span, entity.type)
    if document.words is not None:
        _syntax(document.words, places, tags, relations, arcs)
    spans = _Linked({}, [], [], [], [])
    if document.attributions is not None:
        labels[pieces.heads] = 0
        for given in document.attributions:
            _attributed(given, places, labels, spans)
    return Example(
        pieces, labels, names, tags, relations, arcs, tuple(spans.sources), tuple(spans.cues), tuple(spans.contents),
        tuple(spans.cue_of), tuple(spans.source_of),
    )  # fmt: skip


class _Places:
    """Where character spans stand among the pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self.heads, self.starts, self.ends = pieces.words()

    def words(self, span: CharSpan) -> tuple[int, int]:
        """The words (first, end) that a span touches."""
        return int(np.searchsorted(self.ends, span[0], "right")), int(np.searchsorted(self.starts, span[1], "left"))

    def label(self, labels: Ints, known: Sequence[str], span: CharSpan, kind: str) -> CharSpan | None:
        """Mark the words of a span; gives its pieces (first, end), None if it touches no word."""
        first, last = self.words(span)
        if first >= last:
            return None
        labels[self.heads[first]] = known.index(begin(kind))
        labels[self.heads[first + 1 : last]] = known.index(inside(kind))
        return int(self.heads[first]), int(self.heads[last - 1]) + 1


def _syntax(words: tuple[Word, ...], places: _Places, tags: Ints, relations: Ints, arcs: Ints) -> None:
    """Tags, relations and heads of the encoder's words, from those of a grammarian's.

    Where one grammarian's word is several of the encoder's, the others hang on the first as SAME; where one of the
    encoder's is several, the first of them speaks for it.
    """
    first_of: dict[int, int] = {}
    owner = np.full(len(places.heads), -1)
    for number, word in enumerate(words):
        first, last = places.words((word.span.start, word.span.end))
        free = [n for n in range(first, last) if owner[n] < 0]
        first_of[number] = free[0] if free else first
        owner[free] = number
    for at, number in enumerate(owner.tolist()):
        if number < 0:
            continue
        piece, head = places.heads[at], first_of[words[number].head]
        tags[piece] = TAGS.index(words[number].tag) if words[number].tag in TAGS else IGNORED
        if first_of[number] != at:
            relations[piece], arcs[piece] = RELATIONS.index(SAME), places.heads[first_of[number]]
        elif words[number].head == number:
            relations[piece], arcs[piece] = RELATIONS.index("ROOT"), ROOT
        elif head != at and words[number].relation in RELATIONS:
            relations[piece], arcs[piece] = RELATIONS.index(words[number].relation), places.heads[head]


@dataclass(frozen=True, slots=True)
class _Linked:
    """The spans of an example as they are gathered."""

    sources: dict[CharSpan, int]
    cues: list[CharSpan]
    contents: list[CharSpan]
    cue_of: list[int]
    source_of: list[int]


def _attributed(given: Attribution, places: _Places, labels: Ints, spans: _Linked) -> None:
    marked = (places.label(labels, LABELS, piece, Role.CONTENT) for piece in given.content)
    held = [span for span in marked if span]
    source = places.label(labels, LABELS, given.source, Role.SOURCE) if given.source else None
    cue = places.label(labels, LABELS, given.cue, Role.CUE)
    if not cue:
        return
    spans.contents.extend(held)
    spans.cue_of.extend([len(spans.cues)] * len(held))
    spans.source_of.append(spans.sources.setdefault(source, len(spans.sources)) if source else -1)
    spans.cues.append(cue)


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
    return replace(document, text="".join(letters))
