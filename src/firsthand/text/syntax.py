"""A text as sentences of words that depend on each other: who does what, found by walking from word to word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from firsthand.model import Span, Word
from firsthand.text.lemmas import lemma

DEPTH = 60
"""Steps up a tree at most; no sentence of people is deeper, and a tree guessed word by word may hold a circle."""


class Syntax:
    """The words of a text by their numbers; numbers out of range raise IndexError."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = tuple(words)
        self._starts = [word.span.start for word in self.words]
        self._ends = [word.span.end for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _dependents(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if word.head != number:
                below[word.head].append(number)
        return below

    def form(self, number: int) -> str:
        """The word as written."""
        return self.words[number].span.of(self.text)

    def lemma(self, number: int) -> str:
        """The word's dictionary form, in lower case."""
        return lemma(self.form(number), self.words[number].tag)

    def tag(self, number: int) -> str:
        return self.words[number].tag

    def relation(self, number: int) -> str:
        return self.words[number].relation

    def at(self, offset: int) -> int | None:
        """The word that covers an offset, if any."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self._ends[number] else None

    def within(self, span: Span) -> range:
        """The numbers of the words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def head(self, number: int) -> int | None:
        """The word that a word depends on; None for a root."""
        above = self.words[number].head
        return None if above == number else above

    def ancestors(self, number: int) -> Iterator[int]:
        """The words above, from the nearest to the root."""
        for _ in range(DEPTH):
            above = self.head(number)
            if above is None:
                return
            yield above
            number = above

    def root(self, number: int) -> int:
        """The root of the word's sentence."""
        return self._roots[number]

    @cached_property
    def _roots(self) -> list[int]:
        """The root above each word; each step up is walked once."""
        roots: list[int | None] = [None] * len(self.words)
        for number in range(len(self.words)):
            passed: list[int] = []
            at = number
            while roots[at] is None and len(passed) < DEPTH:
                passed.append(at)
                above = self.words[at].head
                if above == at:
                    break
                at = above
            root = roots[at]
            for one in passed:
                roots[one] = at if root is None else root
        return [number if root is None else root for number, root in enumerate(roots)]

    def dependents(self, number: int, *relations: str) -> list[int]:
        """The words that depend on one, in order; of some relations only, where they are given."""
        below = self._dependents[number]
        return [n for n in below if self.words[n].relation in relations] if relations else list(below)

    def subtree(self, number: int, without: frozenset[str] = frozenset()) -> list[int]:
        """A word and all that hangs on it, in order of the text; branches of the relations in `without` are cut off."""
        found, waiting = {number}, [number]
        while waiting:
            for below in self._dependents[waiting.pop()]:
                if below not in found and self.words[below].relation not in without:
                    found.add(below)
                    waiting.append(below)
        return sorted(found)

    def phrase(self, number: int, without: frozenset[str] = frozenset()) -> Span:
        """The unbroken run of a word's subtree around it."""
        held = set(self.subtree(number, without))
        first = last = number
        while first - 1 in held:
            first -= 1
        while last + 1 in held:
            last += 1
        return Span(self._starts[first], self._ends[last])

    def head_of(self, span: Span) -> int | None:
        """The word of a span that the others in it hang on: the first whose head lies outside."""
        inside = self.within(span)
        tops = (n for n in inside if self.head(n) is None or self.words[n].head not in inside)
        return next(tops, inside[0] if inside else None)

    def conjuncts(self, number: int) -> list[int]:
        """A word and those coordinated with it, from the first ("shells, mines and guns")."""
        found = [number]
        for one in found:
            found += [n for n in self.dependents(one, "conj") if n not in found]
        return found

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order: a new one begins where the root changes."""
        found: list[tuple[int, int]] = []
        before: int | None = None
        for number, word in enumerate(self.words):
            root = self.root(number)
            if root == before:
                found[-1] = (found[-1][0], word.span.end)
            else:
                found.append((word.span.start, word.span.end))
            before = root
        return tuple(Span(start, end) for start, end in found)

    def sentence(self, number: int) -> Span:
        """The sentence that holds a word."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[bisect_right(starts, self._starts[number]) - 1]
