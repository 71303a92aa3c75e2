"""What people type into forms, without the characters that could hide words or turn those around them."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Persian words and many emoji need them."""
_UNSEEN = frozenset({"Cc", "Cf"})
"""Control and format characters, which marks that turn the direction of writing are among (Unicode, 4.5)."""
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 8
"""Marks on one letter: no orthography stacks more, and towers of them cover the lines above."""
_SPACE = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n\s*\n\s*")


def one_line(typed: str) -> str:
    """A name or an address: its words, a space between them."""
    return " ".join(_seen(re.sub(r"\s", " ", typed)).split())


def paragraphs_of(typed: str) -> str:
    """Prose: its lines and, between paragraphs, one empty line."""
    lines = _seen(re.sub(r"\r\n?|[\v\f\x85\u2028\u2029]", "\n", typed).replace("\t", " "))
    return _EMPTY_LINES.sub("\n\n", _SPACE.sub(" ", lines)).strip()


def _seen(typed: str) -> str:
    kept, marks = [], 0
    for letter in typed:
        category = unicodedata.category(letter)
        marks = marks + 1 if category in _MARKS else 0
        if category == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif letter in _JOINERS or letter == "\n" or (category not in _UNSEEN and marks <= _MOST_MARKS):
            kept.append(letter)
    return "".join(kept)
