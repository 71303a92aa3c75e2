"""Words that people look for, as expressions of the word index, and where found words stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import cast

import apsw

from firsthand.errors import UsageError
from firsthand.model import Span
from firsthand.text.pronouns import names_nobody

_ASKED = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')
LONGEST_ASKED = 1000
"""Letters of a search at most: each word costs time."""
_SURROGATES = re.compile("[\ud800-\udfff\x00]")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """A text as SQLite can hold it: half surrogate pairs and NUL give way to marks of the same length."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def maybe_plain(text: str | None) -> str | None:
    """As `plain`; nothing stays nothing."""
    return None if text is None else plain(text)


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A name as it is compared: small letters, single spaces; empty for what names nobody, as a pronoun."""
    return "" if names_nobody(name) else _SPACE.sub(" ", plain(name)).strip().casefold()


def expression(words: str, columns: str) -> str | None:
    """What people type as an FTS5 expression over the columns; None where they type nothing.

    Words must all occur; "in quotation marks" side by side; -word must not; begin* begins so. Raises UsageError where
    no word is asked for, or more than anybody types.
    """
    if not words.strip():
        return None
    if len(words) > LONGEST_ASKED:
        raise UsageError(f"{words[:40]!r}… is too much to look for at once; give at most {LONGEST_ASKED} letters")
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _ASKED.findall(words.translate(_QUOTES)):
        prefix = "*" if word.endswith("*") else ""
        term = plain(phrase or word).replace('"', " ").strip("* ")
        if any(letter.isalnum() for letter in term):
            (unwanted if minus else wanted).append(f'"{term}"{prefix}')
    if not wanted:
        raise UsageError(f"{words!r} asks for no word; give one at least that must occur")
    parts = [f"{{{columns}}} : {term}" for term in wanted]
    without = "".join(f" NOT ({{{columns}}} : {term})" for term in unwanted)
    return f"({' AND '.join(parts)}){without}"


def any_of(facets: Iterable[str]) -> str:
    """An expression for things with at least one of the facets."""
    return "(" + " OR ".join(f'facets : "{facet}"' for facet in facets) + ")"


def facet(letter: str, value: object) -> str:
    """The made-up word that stands for a value: o17, adeny."""
    return letter + str(value).replace("-", "")


class Marker:
    """Finds in texts the words that a query asked for, as the word index sees words."""

    def __init__(self, connection: apsw.Connection, words: str) -> None:
        self._tokenizer = connection.fts5_tokenizer("porter", ["unicode61", "remove_diacritics", "2"])
        self._whole: set[str] = set()
        self._begun: list[str] = []
        for minus, phrase, word in _ASKED.findall(words.translate(_QUOTES)):
            stems = [] if minus else [token for _, _, token in self._tokens(phrase or word)]
            if stems and word.endswith("*"):
                self._begun.append(stems.pop())
            self._whole.update(stems)

    def marks(self, text: str, within: Sequence[Span]) -> tuple[Span, ...]:
        """Where the words stand in the spans of a text."""
        if not self._whole and not self._begun:
            return ()
        return tuple(mark for span in within for mark in self._marks(span.of(text), span.start))

    def _marks(self, text: str, at: int) -> Iterable[Span]:
        for start, end, token in self._tokens(text):
            if token in self._whole or any(token.startswith(begun) for begun in self._begun):
                yield Span(at + start, at + end)

    def _tokens(self, text: str) -> list[tuple[int, int, str]]:
        """The tokens of a text with their offsets in code points."""
        encoded = plain(text).encode()
        found = self._tokenizer(encoded, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False)
        tokens = cast("list[tuple[int, int, str]]", found)
        if len(encoded) == len(text):
            return tokens
        offsets = _code_points(encoded)
        return [(offsets[start], offsets[end], token) for start, end, token in tokens]


def _code_points(encoded: bytes) -> list[int]:
    """For each offset in UTF-8, the number of code points before it."""
    offsets, count = [], 0
    for byte in encoded:
        count += byte & 0xC0 != 0x80
        offsets.append(count - 1)
    return [*offsets, count]
