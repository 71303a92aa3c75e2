"""An article as tracing compares it, and its packed form for the ledger."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.model import Article, Findings, Imprint, Span
from firsthand.text.quotation import Quotation, quotations
from firsthand.text.repaired import Repaired
from firsthand.text.sentences import sentences
from firsthand.text.winnowing import fingerprints, numbers_of, signed, word_number
from firsthand.tracing.clauses import body, clauses
from firsthand.tracing.features import Features, features
from firsthand.tracing.outline import Outline, Sentence, length, outlined, read, written
from firsthand.tracing.tokens import Token, Words

VERSION = 9
"""Of the keys and the packed form; imprints of another version are made anew."""

STORY_KEYS = 32
"""Under so many of its most telling words an article can be found."""

OF_STORY = 1
"""The bit that tells a key of a telling word from one of words in a row."""

LARGE = 20
"""Numbers above this tell stories apart."""

NUMBER_WEIGHT = 0.8
"""What one mention of a large number weighs beside names, which weigh 1."""


_INSIDE = re.compile(r"""["'“”„‟«»＂‘’`]*+\s*+(.*[^\s,"'“”„‟«»＂‘’`])""", re.DOTALL)


class Line(msgspec.Struct, frozen=True, array_like=True):
    """A sentence: its words in lower case, in order; whether most of it stands in quotation marks."""

    span: Span
    words: tuple[str, ...]
    quoted: bool
    features: Features


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A clause with what of it is compared; `statement` is the number of the statement it belongs to."""

    span: Span
    sentence: int
    statement: int | None
    quoted: bool
    features: Features


class Place(msgspec.Struct, frozen=True):
    """Where a clause stands, and whether it denies."""

    span: Span
    negated: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sentences, clauses and quotations of an article, and all its telling words; `published` as its page says.

    `places` are those of the pieces, for who wants no more of them.
    """

    article: str
    published: str | None
    lines: Sequence[Line]
    pieces: Sequence[Piece]
    places: Sequence[Place]
    quoted: Sequence[Line]
    terms: Sequence[str]


class _Told:
    """An article's sentences, their words, and what stretches of it tell; many a sentence is one clause, and is told
    once. `bodies` are the sentences without their datelines."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = Words(article.text)
        self.sentences = list(sentences(article.text))
        self.bodies = [body(article.text, span) for span in self.sentences]
        self._features: dict[tuple[int, int, int], Features] = {}

    def numbers(self) -> NDArray[np.uint64]:
        """The numbers of all words in sentences."""
        return numbers_of(
            [token.form.digest for span in self.bodies for token in self.words.within(span.start, span.end)]
        )

    def features(self, inside: list[Token]) -> Features:
        """The features of some words that follow one another, but for what may be left out between them."""
        key = (inside[0].start, inside[-1].end, len(inside)) if inside else (0, 0, 0)
        if key not in self._features:
            self._features[key] = features(inside, self.words.text)
        return self._features[key]

    def line(self, span: Span, *, quoted: bool) -> Line:
        inside = self.words.within(span.start, span.end)
        return Line(span, tuple([token.form.lower for token in inside]), quoted, self.features(inside))


def _sheet(told: _Told, findings: Findings) -> Sheet:
    """The article as it is compared."""
    article = told.article
    marks = quotations(article.text)
    pieces = [
        Piece(clause.span, clause.sentence, clause.statement, clause.quoted, told.features(clause.compared(told.words)))
        for clause in clauses(findings, told.sentences, told.bodies, told.words)
    ]
    lines = tuple([told.line(span, quoted=_mostly_quoted(span, marks)) for span in told.bodies])
    claiming = tuple([piece for piece in pieces if piece.features.claims])
    return Sheet(
        article.id,
        article.published.value if article.published else None,
        lines,
        claiming,
        tuple([Place(piece.span, piece.features.negated) for piece in claiming]),
        tuple([told.line(span, quoted=True) for span in _quoted(article, marks)]),
        sorted(set().union(*[line.features.terms for line in lines])),
    )


def _mostly_quoted(span: Span, marks: Sequence[Quotation]) -> bool:
    inside = [
        min(span.end, mark.span.end) - max(span.start, mark.span.start)
        for mark in marks
        if mark.span.start < span.end and span.start < mark.span.end
    ]
    return sum(inside) > 0.5 * len(span)


def _quoted(article: Article, marks: Sequence[Quotation]) -> list[Span]:
    """The words between quotation marks, the marks repaired where they are damaged."""
    view = Repaired(article.text, article.repairs)
    found = []
    for mark in quotations(view.text) if article.repairs else marks:
        words = _INSIDE.match(view.text, mark.span.start, mark.span.end)
        if words:
            found.append(view.to_original(Span(*words.span(1))))
    return found


def imprint_of(findings: Findings) -> Imprint:
    """What the ledger keeps of an article, and under which keys it is found."""
    told = _Told(findings.article)
    sheet = _sheet(told, findings)
    keys = {key & ~OF_STORY for key in fingerprints(told.numbers())} | story_keys(sheet)
    return Imprint(sheet.article, precedence(sheet.article), tuple(sorted(keys)), packed(sheet), VERSION)


def renamed(imprint: Imprint, article: str) -> Imprint:
    """The imprint of the same article under another id."""
    return replace(imprint, article=article, precedence=precedence(article))


def precedence(article: str) -> int:
    """A fixed random-looking number of an article's id."""
    return signed(word_number("article " + article))


def story_keys(sheet: Sheet) -> frozenset[int]:
    """Keys of the names, rare words and large numbers that an article says most of."""
    weights: dict[str, float] = defaultdict(float)
    for line in sheet.lines:
        for term, weight in line.features.terms.items():
            weights[term] += weight * weight
        for count in line.features.counts:
            if count.value > LARGE:
                weights[f"#{count.value:g}"] += NUMBER_WEIGHT
    chosen = sorted([(-weight, term) for term, weight in weights.items()])[:STORY_KEYS]
    return frozenset([_story_key(term) for _, term in chosen])


@lru_cache(maxsize=200_000)
def _story_key(term: str) -> int:
    return signed(word_number("story " + term)) | OF_STORY


T = TypeVar("T")


class _Packed:
    """Parts of a sheet that are compressed together, by their kinds; of most sheets few are ever read."""

    def __init__(self, compressed: bytes) -> None:
        self._compressed = compressed

    @cached_property
    def parts(self) -> list[list[msgspec.Raw]]:
        return _parts_in(zlib.decompress(self._compressed))


class _Unread(Sequence[T]):
    """Parts of one kind, unpacked when the first is asked for and read one by one."""

    def __init__(self, packed: _Packed, kind: int, decode: Callable[[msgspec.Raw], T]) -> None:
        self._packed = packed
        self._kind = kind
        self._decode = decode

    @cached_property
    def _parts(self) -> list[msgspec.Raw]:
        return self._packed.parts[self._kind]

    @cached_property
    def _read(self) -> list[T | None]:
        return [None] * len(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        part = self._read[place]
        if part is None:
            part = self._read[place] = self._decode(self._parts[place])
        return part


class _Record(NamedTuple):
    """A sheet as it is packed, but for the id of its article; its pieces are compressed, and its lines with what is
    quoted: of an article that is no copy hardly more than its pieces are read."""

    published: str | None
    pieces: bytes
    lines: bytes
    terms: list[str]


_encode = msgspec.msgpack.Encoder().encode
_record = msgspec.msgpack.Decoder(_Record).decode
_parts_in = msgspec.msgpack.Decoder(list[list[msgspec.Raw]]).decode
_line_in = msgspec.msgpack.Decoder(Line).decode
_piece_in = msgspec.msgpack.Decoder(Piece).decode


class _Denying(msgspec.Struct, array_like=True):
    """The beginning of features, up to whether they deny."""

    terms: msgspec.Raw
    names: msgspec.Raw
    counts: msgspec.Raw
    years: msgspec.Raw
    days: msgspec.Raw
    months: msgspec.Raw
    negated: bool


class _Standing(msgspec.Struct, array_like=True):
    """A piece of whose features nothing is read but whether they deny."""

    span: Span
    sentence: int
    statement: int | None
    quoted: bool
    features: _Denying


_standing_in = msgspec.msgpack.Decoder(_Standing).decode


def _place_of(part: msgspec.Raw) -> Place:
    standing = _standing_in(part)
    return Place(standing.span, standing.features.negated)


def packed(sheet: Sheet) -> bytes:
    """A sheet and its outline as bytes; `unpacked` reads the one, `outline_in` the other."""
    outline = outlined(
        [Sentence(line.features, len(line.words), line.quoted) for line in sheet.lines],
        [piece.features for piece in sheet.pieces],
    )
    pieces, lines = (zlib.compress(_encode(parts), 1) for parts in ((sheet.pieces,), (sheet.lines, sheet.quoted)))
    record = _Record(sheet.published, pieces, lines, list(sheet.terms))
    return written(outline) + _encode(record)


def outline_in(imprint: Imprint) -> Outline:
    """The outline of an article that was compared."""
    return read(imprint.packed)[0]


def unpacked(imprint: Imprint) -> Sheet:
    """The sheet of an article that was compared."""
    record = _record(memoryview(imprint.packed)[length(imprint.packed) :])
    pieces, lines = _Packed(record.pieces), _Packed(record.lines)
    return Sheet(
        imprint.article,
        record.published,
        _Unread(lines, 0, _line_in),
        _Unread(pieces, 0, _piece_in),
        _Unread(pieces, 0, _place_of),
        _Unread(lines, 1, _line_in),
        record.terms,
    )
