"""Who is meant: names, roles, seats and pronouns as actors, and the parties of statements by their full names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.model import Statement, Tagged
from firsthand.resolving.actors.apposition import set_equal
from firsthand.resolving.actors.casting import actors_of
from firsthand.resolving.actors.descriptions import described
from firsthand.resolving.actors.gazetteer import home_of, plain_words
from firsthand.resolving.actors.memory import Memory
from firsthand.resolving.actors.names import named
from firsthand.resolving.actors.parties import with_actors
from firsthand.resolving.actors.pronouns import pronouns
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.same_name import gathered
from firsthand.resolving.actors.scene import Scene
from firsthand.resolving.actors.walk import walked
from firsthand.text.cast import Cast

__all__ = ["cast_of", "with_actors"]


def cast_of(
    text: str, tagged: Tagged, statements: Sequence[Statement], authors: Sequence[str] = (), outlet: str = ""
) -> Cast:
    """The actors of a text: those it names, and those it describes or quotes without a name, and who writes it."""
    scene = Scene(text, tagged, statements)
    names = list(named(scene))
    references = _apart((*names, *described(scene), *pronouns(scene)))
    figures = walked(Memory(scene, references, gathered(names), set_equal(scene, references)), authors, outlet)
    return Cast(scene.syntax, actors_of(scene, figures), _home)


def _home(people: str) -> str | None:
    state = home_of(plain_words(people))
    return state.name if state else None


def _apart(references: Iterable[Reference]) -> list[Reference]:
    """The references in order of the text; of two that overlap only the longer."""
    kept: list[Reference] = []
    for one in sorted(references, key=lambda one: one.span):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
        elif len(one.span) > len(kept[-1].span):
            kept[-1] = one
    return kept
