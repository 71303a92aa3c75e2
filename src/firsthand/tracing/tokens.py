"""The words of a text as tracing compares them: dictionary forms, names, numbers."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from firsthand.tracing.forms import FINITE, Form, readings

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?…:][\"'”’»)]*\s+|\n\s*|[\"“„«‘(]\s*)$")


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
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word, name = readings(match[0])
        form = word or name
        if word and name and not _BEGINS.search(text[max(0, start - 4) : start]):
            form = name
        assert form  # noqa: S101 - a form is one of the two at least
        found.append(Token(start, end, form))
    return found


class Words:
    """The words of a text, told once, and those of any stretch of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = tokens(text)
        self._starts = [token.start for token in self._tokens]

    def within(self, start: int, end: int) -> list[Token]:
        """The words that begin in a stretch of the text."""
        return self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def has_finite_verb(words: list[Token]) -> bool:
    """Whether one of the words may be a finite verb."""
    return any(word.form.marks & FINITE for word in words)
