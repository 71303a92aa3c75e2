"""What the walk through an article remembers: who was referred to, where, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene

LOOK_BACK = 4
"""Sentences before its own in which a pronoun may find whom it means; where nobody is there, twice as many."""
MOST_SEEN = 60
"""References looked back over at most, so that lists of names cost no more than prose."""


class Memory:
    """The references of an article, and the figures of those that the walk has passed."""

    def __init__(
        self,
        scene: Scene,
        references: Sequence[Reference],
        named: Mapping[Reference, Figure],
        equals: Mapping[Reference, Reference],
    ) -> None:
        self.scene = scene
        self.references = references
        self.named = named
        self.equals = equals
        self.figures: dict[Reference, Figure] = {}
        self.seen: list[Reference] = []
        self.at = {word: one for one in references for word in scene.syntax.within(one.span)}
        self._last_use: dict[Figure, int] = {}
        self._here = 0

    def use(self, one: Reference, figure: Figure) -> None:
        """Remember that a reference means a figure."""
        self.figures[one] = figure
        self._last_use[figure] = len(self.seen)
        self.seen.append(one)

    def __iter__(self) -> Iterator[Reference]:
        """The references in order; `coming` are those behind the one at hand."""
        for number, one in enumerate(self.references):
            self._here = number
            yield one

    def coming(self, most: int) -> Sequence[Reference]:
        """The next references."""
        return self.references[self._here + 1 : self._here + 1 + most]

    def recent(self, sentence: int, back: int = LOOK_BACK) -> Iterator[Reference]:
        """The references before, from the latest, as far back as some sentences before the one given."""
        for one in reversed(self.seen[-MOST_SEEN:]):
            if one.sentence < sentence - back:
                return
            yield one

    def latest(self, figures: Sequence[Figure]) -> Figure:
        """Who of them was referred to last."""
        return max(figures, key=lambda figure: self._last_use.get(figure, -1))

    def owner(self, one: Reference) -> Figure | None:
        """To whom a description belongs: "*his* brother"."""
        owner = self.at.get(one.possessor) if one.possessor is not None else None
        return self.figures.get(owner) if owner else None

    def source(self, statement: int) -> Figure | None:
        """Who says a statement, given by its number, as far as it is known yet."""
        source = self.scene.statements[statement].source
        head = self.scene.syntax.head_of(source) if source else None
        reference = self.at.get(head) if head is not None else None
        return (self.figures.get(reference) or self.named.get(reference)) if reference else None
