"""A page's markup, parsed as browsers do and cut into the blocks of text a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.reading.elements import Element, SeenBlock
from firsthand.reading.limits import Deadline

BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option p pre
    search section summary table tbody td tfoot th thead tr ul
"""
# Elements whose text is never shown, or is no prose: code, fallbacks, drawings, what can be typed or played.
UNSEEN_NAMES = """
    audio canvas datalist embed frame frameset head iframe img input map math noembed noframes noscript object picture
    progress script select style svg template textarea title video
"""
HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Words for screen readers only, by the class names that the common style sheets give them.
HIDING_NAMES = """
    sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only
    u-visually-hidden a11y-hidden show-for-sr element-invisible
"""
HIDING_CLASSES = frozenset(HIDING_NAMES.split())
PICTURE_TAGS = frozenset(("img", "picture", "video", "amp-img", "iframe"))
BOLD_TAGS = frozenset(("b", "strong"))
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
SPACES = re.compile(r"  +")
LONG = 100_000
CHECKED_EVERY = 5000


class Kind(Enum):
    """What a node means where text is cut into blocks; a name that is in none of the lists is INLINE."""

    TEXT = auto()
    NOTHING = auto()
    INLINE = auto()
    BLOCK = auto()
    UNSEEN = auto()
    BREAK = auto()
    MARKED = auto()


TEXT, NOTHING, INLINE, BLOCK, UNSEEN, BREAK, MARKED = Kind
# By the names that the parser gives. One look-up a node, and again when it is left, is a tenth of the walk's time
# less than a row of questions.
KINDS: dict[str, Kind] = {
    "-text": TEXT,
    **dict.fromkeys(("", "-comment", "-doctype", "-document"), NOTHING),
    **dict.fromkeys(("a", *BOLD_TAGS, "amp-img"), MARKED),
    **dict.fromkeys(BLOCK_NAMES.split(), BLOCK),
    **dict.fromkeys(UNSEEN_NAMES.split(), UNSEEN),
    "br": BREAK,
}


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: the parser's tree for look-ups by selector, and the visible blocks in order."""

    tree: LexborHTMLParser
    blocks: tuple[SeenBlock, ...]


class _Piece(NamedTuple):
    """Text as it stands in the page, without tags in it; `element` holds it directly."""

    text: str
    at: int
    element: Element
    linked: bool
    bold: bool


class Visitor(Protocol):
    """Who is told of a page's nodes in the order of the document."""

    def enter(self, tag: str, kind: Kind, attributes: dict[str, str | None]) -> None:
        """An element begins that is shown."""
        ...

    def leave(self) -> None:
        """The element entered last, and not left, ends."""
        ...

    def take(self, text: str) -> None:
        """Text in the element entered last."""
        ...

    def pass_over(self, tag: str, kind: Kind, size: int) -> None:
        """An element that is not shown, with `size` code points of text content."""
        ...


def parse(utf8: bytes, deadline: Deadline) -> Markup:
    """Parse a page and cut it into visible blocks. Raises TooLarge when the deadline passes."""
    cutter = _Cutter()
    tree = walk(utf8, cutter, deadline)
    return Markup(tree, tuple(cutter.blocks))


def walk(utf8: bytes, visitor: Visitor, deadline: Deadline) -> LexborHTMLParser:
    """Parse a page and show it to a visitor. Raises TooLarge when the deadline passes."""
    tree = LexborHTMLParser(utf8)
    _walk(tree.root, visitor, deadline)
    return tree


def _walk(root: LexborNode | None, cutter: Visitor, deadline: Deadline) -> None:
    """Visit all nodes in the order of the document, without recursion: pages nest deeper than Python likes."""
    node = root
    above: list[LexborNode] = []  # asking a node for its parent would wrap the parent anew
    visited = 0
    while True:
        while node is None:
            if not above:
                return
            cutter.leave()
            node = above.pop().next
        visited += 1
        if not visited % CHECKED_EVERY:
            deadline.check()
        tag = node.tag or ""
        kind = KINDS.get(tag, INLINE)
        if kind is TEXT:
            cutter.take(node.text_content or "")
        elif kind is not NOTHING:
            attributes = node.attributes
            shown = kind is not UNSEEN and not ((attributes or tag == "dialog") and _hides(tag, attributes))
            if shown:
                cutter.enter(tag, kind, attributes)
                above.append(node)
                node = node.first_child
                continue
            cutter.pass_over(tag, kind, len(node.text()))
        node = node.next


class _Cutter:
    """Collects text as elements are entered and left, and closes a block at each block-level edge."""

    def __init__(self) -> None:
        self.blocks: list[SeenBlock] = []
        self._at = 0
        self._open: list[Element] = []
        self._holders: list[Element] = []
        # All text since the last edge, and the pieces of it that are more than white space; none before the first such.
        self._texts: list[str] = []
        self._pieces: list[_Piece] = []
        self._links = 0
        self._bolds = 0
        self._breaks = 0

    def pass_over(self, tag: str, kind: Kind, size: int) -> None:
        """An element that is not shown, with `size` code points of text content."""
        if self._open:
            parent = self._open[-1]
            parent.adopt(tag)
            if tag in PICTURE_TAGS and parent.tag != "picture":
                parent.pictures += 1
        if kind is BLOCK:
            self._flush()
        self._at += size

    def enter(self, tag: str, kind: Kind, attributes: dict[str, str | None]) -> None:
        parent = self._open[-1] if self._open else None
        place, nth = parent.adopt(tag) if parent else (1, 1)
        element = Element(tag, attributes, parent, place, nth, self._at)
        self._open.append(element)
        if kind is BLOCK:
            self._flush()
            self._holders.append(element)
        elif kind is MARKED:
            self._links += _leads_away(tag, attributes)
            self._bolds += tag in BOLD_TAGS
            element.pictures = int(tag in PICTURE_TAGS)
        elif kind is BREAK:
            self._break()

    def leave(self) -> None:
        element = self._open.pop()
        kind = KINDS.get(element.tag)
        if kind is BLOCK:
            self._flush()
            self._holders.pop()
        elif kind is MARKED:
            self._links -= _leads_away(element.tag, element.attributes)
            self._bolds -= element.tag in BOLD_TAGS
        parent = element.parent
        if parent and element.pictures:
            parent.pictures += element.pictures
        if parent and element.texts:
            parent.texts += element.texts

    def take(self, text: str) -> None:
        if not text.isspace():
            self._breaks = 0
            self._texts.append(text)
            self._pieces.append(_Piece(text, self._at, self._open[-1], self._links > 0, self._bolds > 0))
        elif self._pieces:
            self._texts.append(text)
        self._at += len(text)

    def _break(self) -> None:
        """One line break parts nothing, two part blocks."""
        self._breaks += 1
        if self._breaks == 2:
            self._flush()
        elif self._pieces:
            self._texts.append(" ")

    def _flush(self) -> None:
        """Close the block of the pieces collected, where there are any."""
        self._breaks = 0
        if self._pieces:  # at most edges there are none: blocks nest
            text = squeezed("".join(self._texts))
            if text and (text.isascii() or INVISIBLE.sub("", text)):
                self.blocks.append(_block(text, self._pieces, self._holders[-1], len(self.blocks)))
            self._texts, self._pieces = [], []


def _block(text: str, pieces: list[_Piece], holder: Element, number: int) -> SeenBlock:
    """The block of some pieces of text in one block-level element."""
    first, last = pieces[0], pieces[-1]
    start = first.at + len(first.text) - len(first.text.lstrip())
    end = last.at + len(last.text.rstrip())
    holder.texts += 1
    if first is last:
        return SeenBlock(text, holder, first.element, start, end, float(first.linked), float(first.bold), number)
    sizes = [len(piece.text.strip()) for piece in pieces]
    linked = sum(size for size, piece in zip(sizes, pieces, strict=True) if piece.linked)
    bold = sum(size for size, piece in zip(sizes, pieces, strict=True) if piece.bold)
    anchor = first.element if first.element is last.element else _around(first.element, last.element, holder)
    return SeenBlock(text, holder, anchor, start, end, linked / sum(sizes), bold / sum(sizes), number)


def squeezed(text: str, most: int = LONG) -> str:
    """White space as single spaces, so many characters at a time: a list of all words costs many times the text."""
    if len(text) <= most:
        return " ".join(text.split())
    begun = "".join(
        " " * part[:1].isspace() + " ".join(part.split()) + " " * part[-1:].isspace()
        for part in (text[at : at + most] for at in range(0, len(text), most))
    )
    return SPACES.sub(" ", begun).strip() if "  " in begun else begun.strip()


def _around(first: Element, last: Element, holder: Element) -> Element:
    """The nearest element around two, in one that holds both."""
    above = {first}
    while first is not holder and first.parent:
        first = first.parent
        above.add(first)
    while last not in above and last.parent:
        last = last.parent
    return last


def _leads_away(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether the element is a link to elsewhere, not to another place on the same page."""
    return tag == "a" and not (attributes.get("href", "#") or "").startswith("#")


def _hides(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether the attributes say that the element is not shown."""
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    style, names = attributes.get("style"), attributes.get("class")
    return bool((style and HIDING_STYLE.search(style)) or (names and _is_hiding(names)))


@lru_cache(maxsize=20_000)
def _is_hiding(names: str) -> bool:
    """Whether one of the classes hides an element; classes come back, on a page and on the pages of one outlet."""
    return not HIDING_CLASSES.isdisjoint(names.split())
