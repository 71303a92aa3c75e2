"""A page's markup, parsed as browsers do and cut into the blocks of text a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.reading.elements import Element, SeenBlock
from firsthand.reading.limits import Deadline

BLOCK_NAMES = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option p pre
    search section summary table tbody td tfoot th thead tr ul
"""
BLOCK_TAGS = frozenset(BLOCK_NAMES.split())
# Elements whose text is never shown, or is no prose: code, fallbacks, drawings, what can be typed or played.
UNSEEN_NAMES = """
    audio canvas datalist embed frame frameset head iframe img input map math noembed noframes noscript object picture
    progress script select style svg template textarea title video
"""
UNSEEN_TAGS = frozenset(UNSEEN_NAMES.split())
HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Words for screen readers only, by the class names that the common style sheets give them.
HIDING_NAMES = """
    sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only
    u-visually-hidden a11y-hidden show-for-sr element-invisible
"""
HIDING_CLASSES = frozenset(HIDING_NAMES.split())
PICTURE_TAGS = frozenset(("img", "picture", "video", "amp-img", "iframe"))
BOLD_TAGS = frozenset(("b", "strong"))
MARKED_TAGS = frozenset(("a", *BOLD_TAGS, *PICTURE_TAGS))
# What the parser calls text; what its names for comments, doctypes and the like begin with.
TEXT = "-text"
NO_ELEMENT = frozenset(("-", "!", "#", ""))
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WHITE = re.compile(r"\s+")
LONG = 100_000
CHECKED_EVERY = 5000


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: the parser's tree for look-ups by selector, and the visible blocks in order."""

    tree: LexborHTMLParser
    blocks: tuple[SeenBlock, ...]


@dataclass(slots=True)
class _Piece:
    text: str
    at: int
    element: Element
    linked: bool
    bold: bool


def parse(characters: str, deadline: Deadline) -> Markup:
    """Parse a page and cut it into visible blocks. Raises TooLarge when the deadline passes."""
    tree = LexborHTMLParser(characters.encode("utf-8", errors="replace"))
    cutter = _Cutter()
    root = tree.root
    if root is not None:
        _walk(root, cutter, deadline)
    return Markup(tree, tuple(cutter.blocks))


def _walk(root: LexborNode, cutter: _Cutter, deadline: Deadline) -> None:
    """Visit all nodes in the order of the document, without recursion: pages nest deeper than Python likes."""
    node = root
    above: list[LexborNode] = []  # asking a node for its parent would wrap the parent anew
    visited = 0
    while True:
        visited += 1
        if not visited % CHECKED_EVERY:
            deadline.check()
        below = _visit(node, cutter)
        if below is not None:
            above.append(node)
            node = below
            continue
        if not above:  # the root itself is not shown, or empty
            return
        while (following := node.next) is None:
            node = above.pop()
            cutter.leave()
            if not above:  # the root is left
                return
        node = following


def _visit(node: LexborNode, cutter: _Cutter) -> LexborNode | None:
    """Hand one node over and return its first child, if it is to be visited."""
    tag = node.tag or ""
    if tag == TEXT:
        cutter.take(node.text_content or "")
    elif tag[:1] not in NO_ELEMENT:
        attributes = node.attributes
        if tag in UNSEEN_TAGS or ((attributes or tag == "dialog") and _hides(tag, attributes)):
            cutter.pass_over(tag, len(node.text()))
            return None
        cutter.enter(tag, attributes)
        below = node.first_child
        if below is not None:
            return below
        cutter.leave()
    return None


class _Cutter:
    """Collects text as elements are entered and left, and closes a block at each block-level edge."""

    def __init__(self) -> None:
        self.blocks: list[SeenBlock] = []
        self._at = 0
        self._open: list[Element] = []
        self._holders: list[Element] = []
        self._pieces: list[_Piece] = []
        self._links = 0
        self._bolds = 0
        self._breaks = 0

    def pass_over(self, tag: str, size: int) -> None:
        """An element that is not shown, with `size` code points of text content."""
        if self._open:
            parent = self._open[-1]
            parent.adopt(tag)
            if tag in PICTURE_TAGS and parent.tag != "picture":
                parent.pictures += 1
        if tag in BLOCK_TAGS:
            self._flush()
        self._at += size

    def enter(self, tag: str, attributes: dict[str, str | None]) -> None:
        parent = self._open[-1] if self._open else None
        place, nth = parent.adopt(tag) if parent else (1, 1)
        element = Element(tag, attributes, parent, place, nth, self._at)
        self._open.append(element)
        if tag in BLOCK_TAGS:
            self._flush()
            self._holders.append(element)
        elif tag == "br":
            self._break()
        elif tag in MARKED_TAGS:
            self._links += _leads_away(tag, attributes)
            self._bolds += tag in BOLD_TAGS
            element.pictures = int(tag in PICTURE_TAGS)

    def leave(self) -> None:
        element = self._open.pop()
        element.end = self._at
        tag = element.tag
        if tag in BLOCK_TAGS:
            self._flush()
            self._holders.pop()
        elif tag in MARKED_TAGS:
            self._links -= _leads_away(tag, element.attributes)
            self._bolds -= tag in BOLD_TAGS
        parent = element.parent
        if parent is not None:
            parent.pictures += element.pictures
            parent.texts += element.texts

    def take(self, text: str) -> None:
        blank = text.isspace()
        if not blank:
            self._breaks = 0
        if self._pieces or not blank:
            self._pieces.append(_Piece(text, self._at, self._open[-1], self._links > 0, self._bolds > 0))
        self._at += len(text)

    def _break(self) -> None:
        """One line break parts nothing, two part blocks."""
        self._breaks += 1
        if self._breaks == 2:
            self._flush()
        elif self._pieces:
            before = self._pieces[-1]
            self._pieces.append(_Piece(" ", -1, before.element, before.linked, before.bold))

    def _flush(self) -> None:
        """Close the block of the pieces collected, where there are any."""
        self._breaks = 0
        if not self._pieces:  # as at most edges: blocks nest
            return
        pieces, self._pieces = self._pieces, []
        text = _squeezed("".join([piece.text for piece in pieces]))
        if not INVISIBLE.sub("", text) or not self._holders:
            return
        seen = [piece for piece in pieces if not piece.text.isspace()]
        first, last = seen[0], seen[-1]
        start = first.at + len(first.text) - len(first.text.lstrip())
        end = last.at + len(last.text.rstrip())
        size = linked = bold = 0
        for piece in seen:
            length = len(piece.text.strip())
            size += length
            linked += length if piece.linked else 0
            bold += length if piece.bold else 0
        holder = self._holders[-1]
        holder.texts += 1
        anchor = first.element if first.element is last.element else _around(first.element, last.element, holder)
        self.blocks.append(SeenBlock(text, holder, anchor, start, end, linked / size, bold / size, len(self.blocks)))


def _squeezed(text: str) -> str:
    """White space as single spaces; a list of all words would cost many times the text where that is long."""
    return " ".join(text.split()) if len(text) < LONG else WHITE.sub(" ", text).strip()


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
    if "style" in attributes and HIDING_STYLE.search(attributes["style"] or ""):
        return True
    return "class" in attributes and not HIDING_CLASSES.isdisjoint((attributes["class"] or "").split())
