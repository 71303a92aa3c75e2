"""How expressions of time are found: patterns over the kinds of words, and what builds a meaning from each.

A pattern is a regular expression over the letters of `Kind`; its named groups are the words that its builder asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from firsthand.model import Precision
from firsthand.resolving.moments.expressions import Plain
from firsthand.resolving.moments.lexicon import COUNTS, FROM_TEXT, MONTHS, ORDINALS, PLURALS, UNITS, WEEKDAYS, WHICH
from firsthand.resolving.moments.tokens import Tokens, spoken_year

_FIGURES = re.compile(r"\d+")
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern found in a text: its named words, read as what they are."""

    tokens: Tokens
    match: re.Match[str]

    def at(self, name: str) -> int | None:
        """The number of a named word, if the pattern has it and found it."""
        number = self.match.start(name) if name in self.match.re.groupindex else -1
        return number if number >= 0 else None

    def word(self, name: str) -> str:
        """A named word in lower case; empty where it is not there."""
        number = self.at(name)
        return "" if number is None else self.tokens.word(number)

    def number(self, name: str) -> int | None:
        """A count, an ordinal or a year; an article counts one."""
        word = self.word(name)
        if figures := _FIGURES.match(word):
            return int(figures[0])
        if spoken := spoken_year(word):
            return spoken
        if "-" in word:
            return sum(COUNTS[part] for part in word.split("-"))
        return COUNTS.get(word) or ORDINALS.get(word) or (1 if word in {"a", "an"} else None)

    def month(self) -> int:
        return MONTHS[self.word("month")]

    def weekday(self) -> int | None:
        return WEEKDAYS.get(self.word("weekday"))

    def which(self, name: str = "which") -> int | None:
        return WHICH.get(self.word(name))

    def from_text(self) -> bool:
        return self.word("which") in FROM_TEXT

    def unit(self) -> Precision:
        word = self.word("unit")
        return UNITS.get(word) or PLURALS[word]


Read: TypeAlias = tuple[int, int, Plain]
"""What an expression says, and its words: the first, and the one behind the last."""

Built: TypeAlias = Plain | list[Read] | None
"""What a builder makes of the words found: one expression over them all, several over parts of them, or nothing."""

Builder: TypeAlias = Callable[[Found], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what reads it."""

    pattern: re.Pattern[str]
    builder: Builder


class Grammar:
    """Rules by which expressions are read."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def rule(self, *patterns: str) -> Callable[[Builder], Builder]:
        """Adds a builder, for all that its patterns find."""

        def add(builder: Builder) -> Builder:
            self._rules.extend(Rule(re.compile(pattern), builder) for pattern in patterns)
            return builder

        return add

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All patterns at once: it tells in one step that nothing begins at a word, as nothing does at most."""
        return re.compile("|".join(f"(?:{_NAMED_GROUP.sub('(?:', rule.pattern.pattern)})" for rule in self._rules))

    def readings(self, tokens: Tokens, start: int) -> Iterator[list[Read]]:
        """What can be read from a word on, the longest first: one expression, or several side by side."""
        if not self._any.match(tokens.kinds, start):
            return
        found = [(match, rule.builder) for rule in self._rules if (match := rule.pattern.match(tokens.kinds, start))]
        for match, builder in sorted(found, key=lambda one: -one[0].end()):
            built = builder(Found(tokens, match))
            if built:
                yield built if isinstance(built, list) else [(match.start(), match.end(), built)]
