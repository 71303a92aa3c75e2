"""Who is meant: names, roles, seats and pronouns as actors, and the parties of statements by their full names."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Statement, Tagged
from firsthand.resolving.actors.apposition import set_equal
from firsthand.resolving.actors.casting import actors_of
from firsthand.resolving.actors.descriptions import described
from firsthand.resolving.actors.gazetteer import home_of, plain_words
from firsthand.resolving.actors.names import named
from firsthand.resolving.actors.parties import with_actors
from firsthand.resolving.actors.pronouns import pronouns
from firsthand.resolving.actors.same_name import gathered
from firsthand.resolving.actors.scene import Scene
from firsthand.resolving.actors.walk import Walk
from firsthand.text.cast import Cast

__all__ = ["cast_of", "with_actors"]


def cast_of(text: str, tagged: Tagged, statements: Sequence[Statement], authors: Sequence[str] = ()) -> Cast:
    """The actors of a text: those it names, and those it describes or quotes without a name, and who writes it."""
    scene = Scene(text, tagged, statements)
    names = list(named(scene))
    references = sorted((*names, *described(scene), *pronouns(scene)), key=lambda one: one.span)
    figures = Walk(scene, gathered(names), set_equal(scene, references)).over(references, authors)
    return Cast(scene.syntax, actors_of(scene, figures), _home)


def _home(people: str) -> str | None:
    state = home_of(plain_words(people))
    return state.name if state else None
