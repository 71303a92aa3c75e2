"""Two claims side by side: the numbers, names, dates and negations that one has and the other has not."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.word_lists import listed

_WORD = re.compile(r"\d[\d.,:/-]*\d|\w+(?:['’]\w+)?", re.UNICODE)
_TELLING = listed(
    "no not never none nobody nothing neither nor without denied denies deny cannot one two three four five six seven "
    "eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half quarter first second third "
    "fourth fifth sixth seventh eighth ninth tenth once twice monday tuesday wednesday thursday friday saturday sunday "
    "today yesterday tomorrow morning noon afternoon evening night january february march april may june july august "
    "september october november december dead killed injured wounded missing hurt all several more less fewer"
)


class Piece(NamedTuple):
    """Words, and whether they are what the other claim has not."""

    text: str
    differs: bool


def differing(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces."""
    return _pieces(one, _words(other)), _pieces(other, _words(one))


def _words(text: str) -> frozenset[str]:
    return frozenset(found.group().casefold() for found in _WORD.finditer(text))


def _pieces(text: str, beside: frozenset[str]) -> list[Piece]:
    found, at = [], 0
    for match in _WORD.finditer(text):
        if match.group().casefold() not in beside and _tells(match.group(), begins=not match.start()):
            found += [Piece(text[at : match.start()], differs=False), Piece(match.group(), differs=True)]
            at = match.end()
    found.append(Piece(text[at:], differs=False))
    return [piece for piece in found if piece.text]


def _tells(word: str, *, begins: bool) -> bool:
    """Whether a word is a number, a date, a negation or a name; the first word of a text is capital anyway."""
    small = word.casefold()
    if word[0].isdigit() or small in _TELLING or small.endswith(("n't", "n’t")):
        return True
    return word[0].isupper() and not begins
