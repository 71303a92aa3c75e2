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
    """What one page may cost: bytes, tags, attributes of one tag, depth of nesting, characters of text, seconds."""

    bytes: int = 20_000_000
    tags: int = 80_000
    attributes: int = 2_000
    depth: int = 1_000
    text: int = 2_000_000
    seconds: float = 8.0


DEFAULT = Limits()
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


# A comment's beginning, or a tag with all its attributes; quotes count only after "=", as in the HTML standard.
TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|))*+))"
)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
BETWEEN = re.compile(r"[^\s/]+")
# Elements that never hold others, and those whose end tag authors may leave out: neither piles up when unclosed.
FLAT_NAMES = """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd option optgroup tr td th tbody thead tfoot colgroup rp rt html head body script style
"""
FLAT = frozenset(FLAT_NAMES.split())


def check_bytes(name: str, size: int, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where a page has more bytes than allowed."""
    if size > limits.bytes:
        raise TooLarge(name, f"the page has {size:,} bytes, more than the {limits.bytes:,} allowed", WAY_OUT)


def check_text(name: str, text: str, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where an article is longer than allowed."""
    if len(text) > limits.text:
        raise TooLarge(
            name, f"the article has {len(text):,} characters, more than the {limits.text:,} allowed", WAY_OUT
        )


def check_markup(name: str, markup: str, limits: Limits = DEFAULT) -> None:
    """Raises TooLarge where a page's markup goes beyond the limits; takes one pass over the characters."""
    tags = depth = 0
    for tag in _tags(markup):
        element = tag["name"].lower()
        if tag["closing"]:
            depth = max(0, depth - (element not in FLAT))
            continue
        tags += 1
        depth += element not in FLAT
        # An attribute takes two characters at least.
        attributes = _count(tag["attributes"]) if len(tag["attributes"]) > 2 * limits.attributes else 0
        for what, found, allowed in (
            ("tags", tags, limits.tags),
            ("attributes on one tag", attributes, limits.attributes),
            ("levels of nesting", depth, limits.depth),
        ):
            if found > allowed:
                raise TooLarge(name, f"the page has more than the {allowed:,} {what} allowed", WAY_OUT)


def _tags(markup: str) -> Iterator[re.Match[str]]:
    """The tags outside comments, scripts and styles."""
    at = 0
    while found := TAG.search(markup, at):
        at = found.end()
        if found["comment"]:
            at = _after(markup, "-->", at)
            continue
        yield found
        if not found["closing"] and found["name"].lower() in {"script", "style"}:
            at = _after(markup, f"</{found['name']}", at)


def _after(markup: str, end: str, start: int) -> int:
    found = markup.find(end, start)
    return found if found >= 0 else len(markup)


def _count(attributes: str) -> int:
    """How many attributes stand between a tag's name and its end, at most."""
    return sum(1 for _ in BETWEEN.finditer(QUOTED.sub("", attributes)))
