"""A saved page built anew for looking at: its words and their order, nothing that runs, loads or leads anywhere.

What is asked for is marked by the places of the article's blocks on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html import escape

from firsthand.model import Article, Block, Page, Span
from firsthand.reading.decode import decode
from firsthand.reading.elements import Element
from firsthand.reading.limits import DEFAULT, Deadline
from firsthand.reading.markup import KINDS, Kind, walk
from firsthand.web.signs import visible

KEPT_NAMES = """
    a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div
    dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s
    samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
KEPT_TAGS = frozenset(KEPT_NAMES.split())
"""Elements that come back as what they are; others become `div` or `span`."""
LEFT_OUT = frozenset(("html", "body"))
VOID_TAGS = frozenset(("br", "hr", "wbr", "col"))
KEPT_ATTRIBUTES = frozenset(("dir", "lang", "colspan", "rowspan", "datetime", "reversed", "start", "value"))
"""Attributes that load nothing, run nothing and style nothing."""
MARK = "words"
"""The name of the first mark, to which the address of a replica leads."""
MARKUP = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
LONG = 20_000
"""Letters of a block beyond which differences are not looked for: it is marked as a whole."""


@dataclass(frozen=True, slots=True)
class Replica:
    """A page to look at; `marks` says in how many pieces what was asked for was found."""

    body: str
    marks: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words of a block: all letters of the block, and which of them are to be marked."""

    block: Block
    letters: str
    first: int
    last: int


def replica(page: Page, article: Article, spans: Iterable[Span]) -> Replica:
    """The page with the words marked that stand at these places of the article's text.

    Raises InputError where the page cannot be read any more.
    """
    wanted = list(_wanted(article, spans))
    kind = page.media_type.partition(";")[0].strip().lower()
    if kind not in MARKUP:
        return _of_text(decode(page), wanted)
    builder = _Builder({one.block.at.xpath or "" for one in wanted})
    walk(decode(page).encode("utf-8", errors="replace"), builder, Deadline(page.name, DEFAULT.seconds))
    marks = [
        span
        for one in wanted
        if (start := builder.starts.get(one.block.at.xpath or "")) is not None
        for span in _marks(builder.shown(start + one.block.at.span.start, start + one.block.at.span.end), one)
    ]
    return Replica(*_written(builder.pieces, _joined(marks)))


def _wanted(article: Article, spans: Iterable[Span]) -> Iterator[_Wanted]:
    for span in spans:
        for block in article.blocks:
            if block.span and block.span.overlaps(span):
                start = max(span.start - block.span.start, 0)
                end = min(span.end - block.span.start, len(block.text))
                first = len(_bare(block.text[:start]))
                yield _Wanted(block, _bare(block.text), first, first + len(_bare(block.text[start:end])))


def _bare(text: str) -> str:
    """Its letters and signs without white space: the page's may be another than the block's."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the replica: markup to be written as it is, or the page's own text and where it stands."""

    markup: str = ""
    text: str = ""
    at: int = 0


@dataclass(slots=True)
class _Builder:
    """Collects what is shown of a page, and where the elements begin that places name."""

    anchors: set[str]
    starts: dict[str, int] = field(default_factory=dict)
    pieces: list[_Piece] = field(default_factory=list)
    _at: int = 0
    _open: list[Element] = field(default_factory=list)

    def enter(self, tag: str, kind: Kind, attributes: dict[str, str | None]) -> None:
        parent = self._open[-1] if self._open else None
        place, nth = parent.adopt(tag) if parent else (1, 1)
        element = Element(tag, attributes, parent, place, nth, self._at)
        self._open.append(element)
        if self.anchors and element.xpath in self.anchors:
            self.starts[element.xpath] = self._at
        if tag not in LEFT_OUT:
            self.pieces.append(_Piece(_opening(tag, kind, attributes)))

    def leave(self) -> None:
        tag = self._open.pop().tag
        if tag not in LEFT_OUT and tag not in VOID_TAGS:
            self.pieces.append(_Piece(f"</{_shown_as(tag, KINDS.get(tag, Kind.INLINE))}>"))

    def take(self, text: str) -> None:
        self.pieces.append(_Piece(text=text, at=self._at))
        self._at += len(text)

    def pass_over(self, tag: str, kind: Kind, size: int) -> None:
        if self._open:
            self._open[-1].adopt(tag)
        self._at += size

    def shown(self, start: int, end: int) -> list[tuple[int, str]]:
        """The text that is shown between two places, in pieces with their places."""
        found = []
        for piece in self.pieces:
            first, last = max(start - piece.at, 0), min(end - piece.at, len(piece.text))
            if first < last:
                found.append((piece.at + first, piece.text[first:last]))
        return found


def _shown_as(tag: str, kind: Kind) -> str:
    return tag if tag in KEPT_TAGS else "div" if kind is Kind.BLOCK else "span"


def _opening(tag: str, kind: Kind, attributes: dict[str, str | None]) -> str:
    kept = {name: value or "" for name, value in attributes.items() if name in KEPT_ATTRIBUTES}
    if tag == "a" and attributes.get("href"):
        # A link leads nowhere from here; where it led can be read.
        kept |= {"class": "link", "title": attributes["href"] or ""}
    if tag == "details":
        kept["open"] = ""
    written = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
    return f"<{_shown_as(tag, kind)}{written}>"


def _of_text(text: str, wanted: Sequence[_Wanted]) -> Replica:
    marks = [span for one in wanted for span in _marks([(one.block.at.span.start, one.block.at.span.of(text))], one)]
    pieces = [_Piece("<pre>"), _Piece(text=text), _Piece("</pre>")]
    return Replica(*_written(pieces, _joined(marks)))


def _marks(shown: Sequence[tuple[int, str]], wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Where on the page the letters stand that are wanted."""
    places = [at + n for at, text in shown for n, sign in enumerate(text) if not sign.isspace()]
    letters = _bare("".join(text for _, text in shown))
    for first, last in _matching(wanted, letters):
        start = places[first]
        for before, after in zip(places[first:last], [*places[first + 1 : last], None], strict=True):
            # White space between two letters is marked along; what is not shown parts the mark.
            if after is None or not _adjoin(shown, before, after):
                yield start, before + 1
                start = after if after is not None else start


def _adjoin(shown: Sequence[tuple[int, str]], before: int, after: int) -> bool:
    """Whether nothing but white space of one piece stands between two places."""
    return before + 1 == after or any(at <= before and after < at + len(text) for at, text in shown)


def _matching(wanted: _Wanted, letters: str) -> list[tuple[int, int]]:
    """Which of the page's letters are those wanted of the block: the same ones, but for Markdown's signs."""
    if letters == wanted.letters:
        return [(wanted.first, wanted.last)]
    if max(len(letters), len(wanted.letters)) > LONG:
        return [(0, len(letters))] if letters else []
    found = []
    for one in SequenceMatcher(None, wanted.letters, letters, autojunk=False).get_matching_blocks():
        first, last = max(one.a, wanted.first), min(one.a + one.size, wanted.last)
        if first < last:
            found.append((first - one.a + one.b, last - one.a + one.b))
    return found


def _joined(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The marks in their order, overlapping ones as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _written(pieces: Sequence[_Piece], marks: Sequence[tuple[int, int]]) -> tuple[str, int]:
    """The markup with its marks, and their number."""
    found: list[str] = []
    number = next_mark = 0
    for piece in pieces:
        if not piece.text:
            found.append(piece.markup)
            continue
        at, end = piece.at, piece.at + len(piece.text)
        while next_mark < len(marks) and marks[next_mark][0] < end:
            first, last = max(marks[next_mark][0], at), min(marks[next_mark][1], end)
            found.append(visible(piece.text[at - piece.at : first - piece.at]))
            name = "" if number else f' id="{MARK}"'
            found.append(f"<mark{name}>{visible(piece.text[first - piece.at : last - piece.at])}</mark>")
            number, at = number + 1, last
            if marks[next_mark][1] > end:
                break
            next_mark += 1
        found.append(visible(piece.text[at - piece.at :]))
    return "".join(found), number
