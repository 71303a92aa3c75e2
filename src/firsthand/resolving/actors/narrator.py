"""Who writes: the "I" and "we" of the article itself, outside of all that others say in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.model import ActorType
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.gazetteer import plain_words
from firsthand.resolving.actors.pronouns import FIRST_PLURAL, FIRST_SINGULAR
from firsthand.resolving.actors.reference import Reference
from firsthand.text.pronouns import WRITER, WRITERS


class Narrator:
    """The writer, under his name where the article has one author, and those he writes for as "we".

    "We" is the body that publishes, where it speaks of itself by its name too ("The Civic Monitor is concerned").
    """

    def __init__(self, authors: Sequence[str], outlet: str, figures: Sequence[Figure]) -> None:
        self._one = _author(authors, figures) or Figure(ActorType.PERSON, called=WRITER)
        self._many = _publisher(outlet, figures) or Figure(ActorType.GROUP, called=WRITERS)

    def of(self, pronoun: Reference) -> Figure | None:
        """Whom the pronoun means if the writer says it."""
        if pronoun.noun in FIRST_SINGULAR:
            return self._one
        return self._many if pronoun.noun in FIRST_PLURAL else None


def _publisher(outlet: str, figures: Iterable[Figure]) -> Figure | None:
    """The body under the outlet's name, or under its end ("the Civic Monitor" of the Lusaka Civic Monitor)."""
    words = plain_words(outlet)
    for figure in figures:
        if not figure.is_person and any(len(name) > 1 and words[-len(name) :] == name for name in figure.names):
            return figure
    return None


def _author(authors: Sequence[str], figures: Iterable[Figure]) -> Figure | None:
    if len(authors) != 1:
        return None
    words = plain_words(authors[0])
    for figure in figures:
        if figure.is_person and words in figure.names:
            return figure
    return Figure(ActorType.PERSON, called=authors[0])
