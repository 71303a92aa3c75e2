"""The elements of a page, and the blocks of text in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from firsthand.model import Place, Span

PLAIN_TAG = re.compile(r"[a-z][a-z0-9-]*")
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
NOT_LETTERS = re.compile(r"[\W\d_]+")
MARKING_ATTRIBUTES = ("class", "id", "role", "itemprop", "rel", "data-testid", "data-component", "data-type", "data-qa")
ANY = "*"


@lru_cache(maxsize=2_000)
def _is_plain(tag: str) -> bool:
    """Whether a name can stand in an XPath as it is."""
    return PLAIN_TAG.fullmatch(tag) is not None


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
    """An element of the page; `start` counts code points of the text content of the whole document.

    `pictures` and `texts` count the pictures or films and the visible blocks in it; `marks` and `way` are kept once
    they were asked for.
    """

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None
    place: int
    nth: int
    start: int
    pictures: int = 0
    texts: int = 0
    counts: dict[str, int] | None = None
    marks: frozenset[str] | None = None
    way: str | None = None

    @property
    def kind(self) -> tuple[str, str]:
        """Its tag and class, by which elements are known to be alike."""
        return self.tag, self.attributes.get("class") or ""

    @property
    def xpath(self) -> str:
        """The way to the element from the document's root, as `document.evaluate` takes it."""
        unknown: list[Element] = []
        element: Element | None = self
        while element is not None and element.way is None:
            unknown.append(element)
            element = element.parent
        way = element.way if element and element.way else ""
        for below in reversed(unknown):
            step = f"{below.tag}[{below.nth}]" if _is_plain(below.tag) else f"*[{below.place}]"
            way = below.way = f"{way}/{step}"
        return way

    def lineage(self) -> Iterator[Element]:
        """The element, its parent, and so on up to `html`.

        Never kept for each block: a page of many blocks, each deep down, would fill the memory.
        """
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def tokens(self) -> frozenset[str]:
        """The lower-case words in its class, id, role and the like."""
        if self.marks is None:
            attributes = self.attributes
            values = [attributes[name] or "" for name in MARKING_ATTRIBUTES if name in attributes] if attributes else []
            self.marks = _tokens(" ".join(values)) if values else frozenset()
        return self.marks

    def count(self, tag: str) -> int:
        """How many of the element's children have that tag."""
        return self.counts.get(tag, 0) if self.counts else 0

    def adopt(self, tag: str) -> tuple[int, int]:
        """Number a new child: its place among all children and among those of its tag."""
        counts = self.counts
        if counts is None:
            self.counts = {ANY: 1, tag: 1}
            return 1, 1
        counts[ANY] = place = counts[ANY] + 1
        counts[tag] = nth = counts.get(tag, 0) + 1
        return place, nth


@dataclass(slots=True, eq=False)
class SeenBlock:
    """A run of visible text within one block-level element, `text` with white space normalised.

    `anchor` is the nearest element around all of it, maybe a link or a span in `element`. `start` and `end` count
    code points of the whole document's text content; `linked`, `bold` are shares of the text within links and strong
    type.
    """

    text: str
    element: Element
    anchor: Element
    start: int
    end: int
    linked: float
    bold: float
    number: int

    @property
    def at(self) -> Place:
        """Where the block stands, counted within its anchor: the less else is in it, the less can shift."""
        return Place(Span(self.start - self.anchor.start, self.end - self.anchor.start), self.anchor.xpath)

    def nearest(self, most: int) -> Iterator[Element]:
        """Its element and those around it, from the nearest outward, that many at most."""
        return islice(self.element.lineage(), most)


def within(blocks: Iterable[SeenBlock], elements: Collection[Element]) -> list[int]:
    """The numbers of the blocks that stand in any of the elements, in order."""
    known = dict.fromkeys(elements, True)
    found = []
    for block in blocks:
        unknown = []
        element: Element | None = block.element
        while element is not None and element not in known:
            unknown.append(element)
            element = element.parent
        inside = element is not None and known[element]
        known.update(dict.fromkeys(unknown, inside))
        if inside:
            found.append(block.number)
    return found
