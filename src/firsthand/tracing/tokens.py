"""The words of a text as tracing compares them: dictionary forms, names, numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

import msgspec

from firsthand.tracing.forms import FINITE, Form, readings

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_BEGINS = re.compile(r"(?:^|[.!?…:][\"'”’»)]*\s+|\n\s*|[\"“„«‘(]\s*)$")


LONG = 40
"""Of so many letters, few stretches between blanks come again."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or number: where it stands, and what its form tells there."""

    start: int
    end: int
    form: Form

    @property
    def lower(self) -> str:
        return self.form.lower

    @property
    def lemma(self) -> str:
        return self.form.lemma

    @property
    def name(self) -> bool:
        return self.form.name


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order.

    A word is a name where it is capitalised with no sentence beginning there, or is no ordinary word of English.
    """
    found = []
    at = 0
    for stretch in text.split():
        at = text.index(stretch, at)
        for start, end, word, name in (_known if len(stretch) < LONG else _in_stretch)(stretch):
            form = name if name and not (word and _begins(text[max(0, at + start - 4) : at + start])) else word
            assert form  # noqa: S101 - a form is one of the two at least
            found.append(Token(at + start, at + end, form))
        at += len(stretch)
    return found


def _in_stretch(stretch: str) -> list[tuple[int, int, Form | None, Form | None]]:
    """The words of a stretch between blanks, one most often: where they stand in it, and what they may be."""
    return [(*match.span(), *readings(match[0])) for match in _TOKEN.finditer(stretch)]


_known = lru_cache(maxsize=100_000)(_in_stretch)
"""Most stretches come again and again: to look one up costs less than to find where its words begin and end."""


@lru_cache(maxsize=100_000)
def _begins(before: str) -> bool:
    """Whether a sentence begins behind a few characters."""
    return bool(_BEGINS.search(before))


class Words:
    """The words of a text, told once, and those of any stretch of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = tokens(text)
        self._starts = [token.start for token in self._tokens]
        self._verbs = [token.start for token in self._tokens if token.form.marks & FINITE]

    def within(self, start: int, end: int) -> list[Token]:
        """The words that begin in a stretch of the text."""
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def count(self, start: int, end: int) -> int:
        """How many words begin in a stretch of the text."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether one of the words of a stretch may be a finite verb."""
        return bisect_left(self._verbs, start) < bisect_left(self._verbs, end)


def has_finite_verb(words: list[Token]) -> bool:
    """Whether one of the words may be a finite verb."""
    return any(word.form.marks & FINITE for word in words)
