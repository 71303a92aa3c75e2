"""How large a page may be, and a linear look at its raw markup before any parser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

from firsthand.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: bytes, tags, attributes of one tag, depth of nesting, characters of text, seconds.

    `places` are the characters of all blocks' XPaths: tens of thousands of blocks, each deep down, make a small page
    large. The text is ten times as long as the longest reports are: the stages after reading must stay bounded, too.
    """

    bytes: int = 20_000_000
    tags: int = 80_000
    attributes: int = 2_000
    depth: int = 1_000
    text: int = 250_000
    places: int = 20_000_000
    seconds: float = 6.0


DEFAULT = Limits()
AROUND_ARTICLE = 8
"""How many times as long as an article the text of the page around it may be."""

WAY_OUT = "save only the article's part of the page and read that"
T = TypeVar("T")


class Deadline:
    """Seconds that are left for one page; the clock starts when it is made."""

    def __init__(self, name: str, seconds: float) -> None:
        self._name = name
        self._seconds = seconds
        self._end = monotonic() + seconds

    def check(self) -> None:
        """Raises TooLarge when the time is up."""
        if monotonic() > self._end:
            raise TooLarge(self._name, f"the page took more than {self._seconds:g} seconds to read", WAY_OUT)

    def watch(self, things: Iterable[T]) -> Iterator[T]:
        """Pass things on one by one as long as there is time. Raises TooLarge when it is up."""
        for number, thing in enumerate(things):
            if number % 200 == 0:
                self.check()
            yield thing


# A tag with all its attributes; quotes count only after "=", as in the HTML standard. What stands in comments, scripts
# and styles is taken along, so that no tag is seen in it. Every part is possessive: the scan is linear. It is one of
# bytes, since all that matters is ASCII, and wide characters take longer.
ATTRIBUTES = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+'|)[^>=]*+)*+"
SCRIPT, STYLE = "[sS][cC][rR][iI][pP][tT]", "[sS][tT][yY][lL][eE]"
TAG = re.compile(
    rf"<(?:!--(?:[^-]++|-(?!->))*+"
    rf"|(?P<name>(?P<script>{SCRIPT}(?=[\s/>]))|(?P<style>{STYLE}(?=[\s/>]))|/?[a-zA-Z][^\s/>]*+)"
    rf"(?P<attributes>{ATTRIBUTES})"
    rf"(?(script)>?(?:[^<]++|<(?!/{SCRIPT}))*+|(?(style)>?(?:[^<]++|<(?!/{STYLE}))*+)))".encode()
)
# Pages with more of these are scanned tag by tag, so that what was found need not be kept.
ANGLES_AT_ONCE = 200_000
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
BETWEEN = re.compile(rb"[^\s/]+")
# Elements that never hold others, and those whose end tag authors may leave out: neither piles up when unclosed.
FLAT_NAMES = """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd option optgroup tr td th tbody thead tfoot colgroup rp rt html head body script style
"""
FLAT = frozenset(FLAT_NAMES.encode().split())


def check_bytes(name: str, size: int, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where a page has more bytes than allowed."""
    if size > limits.bytes:
        raise TooLarge(name, f"the page has {size:,} bytes, more than the {limits.bytes:,} allowed", WAY_OUT)


def check_visible(name: str, size: int, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where the visible text of a page is so long that no article could be told in it."""
    most = AROUND_ARTICLE * limits.text
    if size > most:
        raise TooLarge(name, f"the page shows {size:,} characters, more than the {most:,} allowed", WAY_OUT)


def check_places(name: str, xpaths: Iterable[str], limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where the places of a page's blocks are longer than allowed, before all are made."""
    size = 0
    for xpath in xpaths:
        size += len(xpath)
        if size > limits.places:
            problem = f"so many blocks stand so deep that their places take more than {limits.places:,} characters"
            raise TooLarge(name, problem, WAY_OUT)


def check_text(name: str, text: str, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where an article is longer than allowed."""
    if len(text) > limits.text:
        raise TooLarge(
            name, f"the article has {len(text):,} characters, more than the {limits.text:,} allowed", WAY_OUT
        )


def check_markup(name: str, markup: bytes, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where a page's markup, in UTF-8, goes beyond the limits; takes one pass over it."""
    tags = depth = 0
    # An attribute takes two characters at least.
    longest = 2 * limits.attributes
    known: dict[bytes, tuple[int, int]] = {b"": (0, 0)}
    for element, _, _, attributes in _tags(markup):
        opened, step = known.get(element) or known.setdefault(element, _step(element))
        tags += opened
        if tags > limits.tags:
            raise _beyond(name, "tags", limits.tags)
        if len(attributes) > longest and _count(attributes) > limits.attributes:
            raise _beyond(name, "attributes on one tag", limits.attributes)
        if step > 0:
            depth += 1
            if depth > limits.depth:
                raise _beyond(name, "levels of nesting", limits.depth)
        elif step and depth:
            depth -= 1


def _step(element: bytes) -> tuple[int, int]:
    """How many tags a name or `/name` opens, and how many levels it leads down."""
    closes = element.startswith(b"/")
    deeper = element.removeprefix(b"/").lower() not in FLAT
    return (0, -deeper) if closes else (1, +deeper)


def _tags(markup: bytes) -> Iterable[tuple[bytes, ...]]:
    """The groups of TAG for each tag and comment."""
    if markup.count(b"<") <= ANGLES_AT_ONCE:
        found: list[tuple[bytes, ...]] = TAG.findall(markup)
        return found
    return (tag.groups(default=b"") for tag in TAG.finditer(markup))


def _beyond(name: str, what: str, allowed: int) -> TooLarge:
    return TooLarge(name, f"the page has more than the {allowed:,} {what} allowed", WAY_OUT)


def _count(attributes: bytes) -> int:
    """How many attributes stand between a tag's name and its end, at most."""
    return sum(1 for _ in BETWEEN.finditer(QUOTED.sub(b"", attributes)))
