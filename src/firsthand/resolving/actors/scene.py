"""An article as the sieves see it: its syntax, which word stands in which sentence and name, who says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from firsthand.model import Name, Span, Statement, Tagged
from firsthand.resolving.actors.boundaries import whole
from firsthand.resolving.actors.consistency import consistent
from firsthand.text.quotation import quotations
from firsthand.text.syntax import Syntax

_ENDING = frozenset({".", ":"})
_CLOSING = frozenset({"''", "-RRB-", "``"})


class Scene:
    """The words of a text by their numbers, with names and statements laid over them."""

    def __init__(self, text: str, tagged: Tagged, statements: Sequence[Statement]) -> None:
        self.text = text
        self.syntax = Syntax(text, tagged.words)
        self.names = tuple(consistent(whole(tagged.names, self.syntax), self.syntax))
        self.statements = tuple(statements)

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of each word's sentence: one ends where the root changes behind a mark that ends sentences.

        The root alone may change amid a sentence, where the tree has come apart.
        """
        numbers: list[int] = []
        number = 0
        root = before = None
        for word in range(len(self.syntax)):
            above = self.syntax.root(word)
            if before is not None and above != root and self._parts(before, word):
                number += 1
            numbers.append(number)
            root, before = above, word
        return numbers

    def _parts(self, before: int, word: int) -> bool:
        """Whether a sentence may end between two neighbouring words."""
        first, second = self.syntax.words[before], self.syntax.words[word]
        between = self.text[first.span.end : second.span.start]
        return "\n" in between or first.tag in _ENDING or (first.tag in _CLOSING and bool(between))

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """The name that each word is part of, for those that are."""
        return {word: name for name in self.names for word in self.syntax.within(name.span)}

    @cached_property
    def said_in(self) -> dict[int, int]:
        """The number of the innermost statement whose content holds a word, for those that are said."""
        held = [(len(span), number, span) for number, one in enumerate(self.statements) for span in one.content]
        return {
            word: number
            for _, number, span in sorted(held, reverse=True, key=lambda content: content[:2])
            for word in self.syntax.within(span)
        }

    @cached_property
    def sources(self) -> dict[int, int]:
        """The head words of all sources and other parties to statements, with the number of their statement."""
        found: dict[int, int] = {}
        for number, statement in enumerate(self.statements):
            for span in parties_of(statement):
                head = self.syntax.head_of(span)
                if head is not None:
                    found.setdefault(head, number)
        return found

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        spans = [quotation.span for quotation in quotations(self.text)]
        return [span.start for span in spans], [span.end for span in spans]

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset stands between double quotation marks."""
        starts, ends = self._quoted
        number = bisect_right(starts, offset) - 1
        return number >= 0 and offset < ends[number]


def parties_of(statement: Statement) -> list[Span]:
    """The words that name those who say, pass on or deny a statement."""
    linked = [link.party.span for link in statement.chain] + [party.span for party in statement.denied_by]
    spans = [statement.source, *linked]
    return list(dict.fromkeys(span for span in spans if span))
