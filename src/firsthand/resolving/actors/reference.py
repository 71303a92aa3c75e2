"""A place in the text that may mean an actor, with what its words tell of him."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import ActorType, MentionForm, Span
from firsthand.resolving.actors.gazetteer import Sex


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A name, description or pronoun.

    `word` is the number of its head word, `words` a name's plain words without titles, `noun` a description's head or
    the pronoun, in lower case; `state` the code of the state that it stands for or belongs to; `possessor` the number
    of the word that owns it ("*his* brother"); `modifiers` the words that describe it, in lower case; `phrase` all of
    its words; `title` what stands before a person's name. `acts` where it does or says something, which makes an actor
    of a place; a reference that is not `shown` tells a role, but is too much of a name itself to be a mention;
    `is_great` one is written with a capital inside its sentence ("the Prime Minister").
    """

    span: Span
    word: int
    sentence: int
    form: MentionForm
    type: ActorType | None
    words: tuple[str, ...] = ()
    noun: str = ""
    sex: Sex | None = None
    plural: bool | None = None
    state: str | None = None
    possessor: int | None = None
    definite: bool = True
    modifiers: frozenset[str] = frozenset()
    phrase: Span | None = None
    title: str = ""
    acts: bool = True
    shown: bool = True
    is_great: bool = False
