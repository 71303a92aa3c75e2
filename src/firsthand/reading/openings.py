"""Large lists of beginnings, matched fast: only alternatives that can begin as the text does are tried.

Python tries the alternatives of a regular expression one after another; our lists have hundreds, and most lines of a
page begin like none of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

# A new line parts two alternatives, unless the next line is indented.
_JOINT = re.compile(r"\n(?!  )")
_GLUE = re.compile(r"\n  ")
_QUANTIFIER = re.compile(r"[*+?]\??|\{(\d+)(?:,\d*)?\}\??")
_ZERO_WIDTH = frozenset("bBAZ")
OWN_MARKS = 3
"""How many marks an alternative may itself begin with."""

MOST_MARKS = 6 + OWN_MARKS
"""Marks before the first letter, where `before` allows for six."""

DIGITS = frozenset("0123456789")
# Letters that `re.IGNORECASE` holds equal to others than their own lower case.
_EQUAL = str.maketrans({"ı": "i", "ſ": "s", "İ": "i", "ς": "σ"})


class Openings:
    """Matches texts whose beginning is `before`, one of the alternatives of `material`, then `after`.

    `before` must match marks that are no letters and no digits, at most `marks` of them.
    """

    def __init__(self, material: str, before: str = "", after: str = "", marks: int = 0) -> None:
        self._before, self._after, self._marks = before, after, marks + OWN_MARKS
        self._always: list[str] = []
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._compiled: dict[str, re.Pattern[str] | None] = {}
        for number, alternative in enumerate(alternatives(material)):
            firsts = first_characters(alternative)
            if firsts is None:
                self._always.append(alternative)
                for kept in self._by_first.values():
                    kept.append(alternative)
                continue
            for first in {folded(character) for character in firsts}:
                if first not in self._by_first and number:
                    self._by_first[first] = list(self._always)
                self._by_first[first].append(alternative)

    def match(self, text: str, first: str | None = None) -> re.Match[str] | None:
        """The match at the text's beginning, as one regular expression of all alternatives would give it.

        `first` is what `opening` says of the text, where it is known already.
        """
        key = opening(text, self._marks) if first is None else first
        if key not in self._by_first:
            key = ""
        if key not in self._compiled:
            self._compiled[key] = self._compile(self._by_first[key] if key else self._always)
        pattern = self._compiled[key]
        return pattern.match(text) if pattern else None

    def _compile(self, those: list[str]) -> re.Pattern[str] | None:
        inner = "|".join(those)
        return re.compile(f"{self._before}(?:{inner}){self._after}", re.IGNORECASE) if those else None


def opening(text: str, marks: int = MOST_MARKS) -> str:
    """The first letter or digit of a text, as it is compared; empty where more marks stand before it."""
    for at, character in enumerate(text[: marks + 1]):
        if character.isalnum():
            return folded(character)
        if at >= marks:
            break
    return ""


def alternatives(material: str) -> list[str]:
    """The alternatives of a list: parted by new lines that no indent follows, and by bars outside brackets."""
    joined = _GLUE.sub("", _JOINT.sub("\n", material.strip()))
    return [part for line in joined.split("\n") if line for part in _parted(line)]


def folded(text: str) -> str:
    """A text as `re.IGNORECASE` compares it, character by character."""
    return text.lower() if text.isascii() else text.translate(_EQUAL).lower()


def first_characters(pattern: str) -> frozenset[str] | None:
    """The letters or digits with which a match of the pattern can begin, marks aside; None where that is not known."""
    found: set[str] = set()
    for firsts, optional in _atoms(pattern):
        if firsts is None:
            return None
        found.update(filter(str.isalnum, firsts))
        if not optional and all(map(str.isalnum, firsts)):
            return frozenset(found)
    return None  # it may match nothing at all


def _parted(line: str) -> Iterator[str]:
    depth = start = 0
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])+\]|[()|]", line):
        mark = found[0]
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            yield line[start : found.start()]
            start = found.end()
    yield line[start:]


_ATOM = re.compile(r"\\(?P<escaped>.)|\[(?P<set>(?:\\.|[^\]\\])+)\]|(?P<group>\()|(?P<plain>.)", re.DOTALL)


def _atoms(pattern: str) -> Iterator[tuple[frozenset[str] | None, bool]]:
    """What each part of the pattern can begin with, and whether it may be missing."""
    at = 0
    while found := _ATOM.match(pattern, at):
        at = found.end()
        firsts: frozenset[str] | None
        if found["group"]:
            inside = pattern[at : (end := _closing(pattern, at))]
            at = end + 1
            if inside.startswith(("?=", "?!", "?<")):
                continue
            options = [first_characters(part) for part in _parted(inside.removeprefix("?:"))]
            empty = "" in _parted(inside.removeprefix("?:"))
            known = [option for option in options if option is not None]
            firsts = frozenset().union(*known) if len(known) + empty == len(options) else None
        else:
            empty = False
            if found["escaped"] and found["escaped"] in _ZERO_WIDTH:
                continue
            firsts = _of_one(found)
        quantifier = _QUANTIFIER.match(pattern, at)
        at = quantifier.end() if quantifier else at
        yield firsts, empty or bool(quantifier and (quantifier[0][0] in "*?" or quantifier[1] == "0"))


def _closing(pattern: str, start: int) -> int:
    depth = 1
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])+\]|[()]", pattern[start:]):
        depth += (found[0] == "(") - (found[0] == ")")
        if not depth:
            return start + found.start()
    raise ValueError(f"unbalanced: {pattern}")


def _of_one(found: re.Match[str]) -> frozenset[str] | None:
    """The characters that a literal, an escape or a set stands for; None for all others."""
    if found["escaped"]:
        if found["escaped"] == "d":
            return DIGITS
        return None if found["escaped"].isalpha() else frozenset(found["escaped"])
    if found["set"]:
        written = found["set"]
        simple = not written.startswith("^") and "\\" not in written and "-" not in written.strip("-")
        return frozenset(written) if simple else None
    return None if found["plain"] in ".^$" else frozenset(found["plain"])
