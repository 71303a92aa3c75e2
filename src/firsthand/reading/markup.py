"""A page's markup, parsed as browsers do and cut into the blocks of text a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.model import Place, Span
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
PLAIN_TAG = re.compile(r"[a-z][a-z0-9-]*")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
NOT_LETTERS = re.compile(r"[\W\d_]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
MARKING_ATTRIBUTES = ("class", "id", "role", "itemprop", "rel", "data-testid", "data-component", "data-type", "data-qa")


@lru_cache(maxsize=20_000)
def _tokens(value: str) -> frozenset[str]:
    """`article__leadText` is the words article, lead, text; neighbours also stand joined, as in `readmore`."""
    found: set[str] = set()
    for name in value.split():
        words = NOT_LETTERS.sub(" ", CAMEL.sub(" ", name)).lower().split()
        found.update(words)
        found.update(first + second for first, second in pairwise(words))
    return frozenset(found)


@dataclass(slots=True, eq=False)
class Element:
    """An element of the page; `start` and `end` count code points of the text content of the whole document.

    `pictures` and `texts` count the pictures or films and the visible blocks in it.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    place: int
    nth: int
    start: int
    end: int = 0
    hidden: bool = False
    depth: int = 0
    pictures: int = 0
    texts: int = 0
    _children: dict[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> tuple[str, str]:
        """Its tag and class, by which elements are known to be alike."""
        return self.tag, self.attributes.get("class", "")

    @property
    def step(self) -> str:
        """The last step of the element's xpath."""
        return f"{self.tag}[{self.nth}]" if PLAIN_TAG.fullmatch(self.tag) else f"*[{self.place}]"

    @property
    def xpath(self) -> str:
        """The way to the element from the document's root, as `document.evaluate` takes it."""
        steps = [element.step for element in self.lineage()]
        return "/" + "/".join(reversed(steps))

    def lineage(self) -> Iterator[Element]:
        """The element, its parent, and so on up to `html`."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def tokens(self) -> frozenset[str]:
        """The lower-case words in its class, id, role and the like."""
        values = [self.attributes[name] for name in MARKING_ATTRIBUTES if name in self.attributes]
        return _tokens(" ".join(values)) if values else frozenset()

    def count(self, tag: str) -> int:
        """How many of the element's children have that tag."""
        return self._children.get(tag, 0)

    def adopt(self, tag: str) -> tuple[int, int]:
        """Number a new child: its place among all children and among those of its tag."""
        self._children["*"] = place = self._children.get("*", 0) + 1
        self._children[tag] = nth = self._children.get(tag, 0) + 1
        return place, nth


@dataclass(slots=True, eq=False)
class SeenBlock:
    """A run of visible text within one block-level element, `text` with white space normalised.

    `start` and `end` count code points of the whole document's text content; `linked`, `bold` are shares of the text
    within links and strong type.
    """

    text: str
    element: Element
    start: int
    end: int
    linked: float
    bold: float
    number: int = 0
    _lineage: list[Element] = field(default_factory=list)

    @property
    def at(self) -> Place:
        """Where the block stands, counted within its own element."""
        return Place(Span(self.start - self.element.start, self.end - self.element.start), self.element.xpath)

    @property
    def lineage(self) -> list[Element]:
        """Its element and those around it, from the nearest outward."""
        if not self._lineage:
            self._lineage = list(self.element.lineage())
        return self._lineage


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: the parser's tree for look-ups by selector, and the visible blocks in order."""

    tree: LexborHTMLParser
    blocks: tuple[SeenBlock, ...]


@dataclass(slots=True)
class _Piece:
    text: str
    at: int
    linked: bool
    bold: bool


def parse(characters: str, deadline: Deadline) -> Markup:
    """Parse a page and cut it into visible blocks. Raises TooLarge when the deadline passes."""
    tree = LexborHTMLParser(characters.encode("utf-8", errors="replace").decode("utf-8"))
    cutter = _Cutter()
    root = tree.root
    if root is not None:
        _walk(root, cutter, deadline)
    for number, block in enumerate(cutter.blocks):
        block.number = number
    return Markup(tree, tuple(cutter.blocks))


def _walk(root: LexborNode, cutter: _Cutter, deadline: Deadline) -> None:
    """Visit all nodes in the order of the document, without recursion: pages nest deeper than Python likes."""
    node: LexborNode | None = root
    visited = 0
    while node is not None:
        visited += 1
        if visited % 5000 == 0:
            deadline.check()
        below = _visit(node, cutter)
        while below is None and node is not None:
            if node.is_element_node:
                cutter.leave()
            if not cutter.inside:  # the root is left; comparing nodes would serialise them
                return
            below = node.next
            node = node.parent if below is None else node
        node = below


def _visit(node: LexborNode, cutter: _Cutter) -> LexborNode | None:
    """Hand one node over and return its first child."""
    if node.is_element_node:
        cutter.enter(node.tag or "", {name: value or "" for name, value in node.attributes.items()})
        return node.first_child
    if node.is_text_node:
        cutter.take(node.text_content or "")
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

    @property
    def inside(self) -> bool:
        """Whether an element is open."""
        return bool(self._open)

    def enter(self, tag: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else None
        place, nth = parent.adopt(tag) if parent else (1, 1)
        element = Element(tag, attributes, parent, place, nth, self._at, depth=len(self._open))
        element.hidden = bool(parent and parent.hidden) or _hides(element)
        if tag in BLOCK_TAGS:
            self._flush()
            self._holders.append(element)
        elif tag == "br":
            self._breaks += 1
            if self._breaks == 2:
                self._flush()
            elif self._pieces:
                self._pieces.append(_Piece(" ", -1, self._pieces[-1].linked, self._pieces[-1].bold))
        if tag in PICTURE_TAGS and parent and not (parent.tag == "picture" or parent.hidden):
            element.pictures = 1
        self._links += _leads_away(element)
        self._bolds += tag in BOLD_TAGS
        self._open.append(element)

    def leave(self) -> None:
        element = self._open.pop()
        element.end = self._at
        if element.tag in BLOCK_TAGS:
            self._flush()
            self._holders.pop()
        self._links -= _leads_away(element)
        self._bolds -= element.tag in BOLD_TAGS
        if element.parent:
            element.parent.pictures += element.pictures
            element.parent.texts += element.texts

    def take(self, text: str) -> None:
        if not self._open[-1].hidden:
            if text and not text.isspace():
                self._breaks = 0
            self._pieces.append(_Piece(text, self._at, self._links > 0, self._bolds > 0))
        self._at += len(text)

    def _flush(self) -> None:
        pieces, self._pieces, self._breaks = self._pieces, [], 0
        text = " ".join("".join(piece.text for piece in pieces).split())
        if not INVISIBLE.sub("", text) or not self._holders:
            return
        seen = [piece for piece in pieces if piece.text.strip()]
        first, last = seen[0], seen[-1]
        start = first.at + len(first.text) - len(first.text.lstrip())
        end = last.at + len(last.text.rstrip())
        size = sum(len(piece.text.strip()) for piece in seen)
        linked = sum(len(piece.text.strip()) for piece in seen if piece.linked) / size
        bold = sum(len(piece.text.strip()) for piece in seen if piece.bold) / size
        self._holders[-1].texts += 1
        self.blocks.append(SeenBlock(text, self._holders[-1], start, end, linked, bold))


def _leads_away(element: Element) -> bool:
    """Whether the element is a link to elsewhere, not to another place on the same page."""
    return element.tag == "a" and not element.attributes.get("href", "#").startswith("#")


def _hides(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in UNSEEN_TAGS or "hidden" in attributes:
        return True
    if element.tag == "dialog" and "open" not in attributes:
        return True
    if "style" in attributes and HIDING_STYLE.search(attributes["style"]):
        return True
    return "class" in attributes and not HIDING_CLASSES.isdisjoint(attributes["class"].split())
