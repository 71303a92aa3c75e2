"""Numbers in running text: how many, of what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from firsthand.text.quantities import SCALES, TENS, UNITS
from firsthand.text.word_lists import listed

_UNITS = {"zero": 0, **UNITS}
_NAMED = {"dozen": 12, "pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4, "half": 0.5, "both": 2}
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_APPROXIMATE = listed(
    "about around some roughly nearly almost approximately circa estimated up over under below above least most "
    "more than fewer less close"
)


class Number(NamedTuple):
    """A number over the tokens `first` to `last` (both included); `loose` where the words say it is not exact."""

    value: float
    first: int
    last: int
    loose: bool


@lru_cache(maxsize=100_000)
def figure(word: str) -> float | None:
    """The value of a number in figures, such as 4,000 or 2.5; None where it is none."""
    return float(word.replace(",", "")) if _FIGURES.fullmatch(word) else None


def begins_number(word: str) -> bool:
    """Whether a number can begin with a lower-case word."""
    return word in _NAMED or word in _UNITS or word in TENS or figure(word) is not None


def numbers(words: list[str], beginning: Iterable[int]) -> list[Number]:
    """The numbers among lower-case words, hyphens already cut: "twenty six", "700 thousand", "a trio".

    They are looked for at the places of words with which one can begin, in order.
    """
    found: list[Number] = []
    end = 0
    for first in beginning:
        if first >= end:
            named = _NAMED.get(words[first])
            value, end = (float(named), first + 1) if named else _scaled(words, first)
            loose = not _APPROXIMATE.isdisjoint(words[max(0, first - 2) : first])
            found.append(Number(value, first, end - 1, loose))
    return found


def _scaled(words: list[str], at: int) -> tuple[float, int]:
    total = 0.0
    current = 0.0
    began = at
    while at < len(words):
        word = words[at]
        value = figure(word)
        if at > began and (value is not None or not _continues(words, at)):
            break
        if value is not None:
            current = value
        elif word in TENS:
            current += TENS[word]
        elif word in _UNITS:
            current += _UNITS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
        at += 1
    return total + current, at


def _continues(words: list[str], at: int) -> bool:
    """Whether a word goes on with the number before it: "twenty" six, "two" hundred, "hundred and" ten."""
    word, before = words[at], words[at - 1]
    if word in SCALES:
        return word not in {"b", "k", "m"} or figure(before) is not None
    if word in _UNITS:
        return (before in TENS and 0 < _UNITS[word] < 10) or before in SCALES or before == "and"
    if word in TENS:
        return before in SCALES or before == "and"
    follows = words[at + 1] if at + 1 < len(words) else ""
    return word == "and" and before in {"hundred", "thousand"} and (follows in _UNITS or follows in TENS)
