"""An actor in the making: references gathered so far, and what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.model import ActorType, MentionForm
from firsthand.resolving.actors.gazetteer import Sex
from firsthand.resolving.actors.reference import Reference

_RANK = (ActorType.GOVERNMENT, ActorType.PERSON, ActorType.OUTLET, ActorType.ORGANISATION)


class Figure:
    """One person, body, group or document; references are added as they are found to mean it.

    `called` is a name that stands outside of the text, in the byline; `members` are those who are joined in it.
    """

    def __init__(self, kind: ActorType | None = None, called: str = "", members: Sequence[Figure] = ()) -> None:
        self.called = called
        self.members = tuple(members)
        self.references: list[Reference] = []
        self.guessed: set[Reference] = set()
        self.type: ActorType | None = kind
        self.sex: Sex | None = None
        self.plural: bool | None = None
        self.states: set[str] = set()
        self.nouns: set[str] = set()
        self.described_by: set[str] = set()
        self.possessor: Figure | None = None

    def add(self, reference: Reference, *, certain: bool = True) -> None:
        self.references.append(reference)
        if not certain:
            self.guessed.add(reference)
            return
        if reference.form is not MentionForm.PRONOUN:
            self.type = _stronger(self.type, reference.type)
        self.sex = self.sex or reference.sex
        self.plural = reference.plural if self.plural is None else self.plural
        if reference.state:
            self.states.add(reference.state)
        if reference.form is MentionForm.DESCRIPTION:
            self.nouns.add(reference.noun)
            self.described_by |= reference.modifiers

    @property
    def is_named(self) -> bool:
        return any(one.form in {MentionForm.NAME, MentionForm.METONYM} for one in self.references)

    @property
    def is_person(self) -> bool:
        return self.type is ActorType.PERSON

    @property
    def names(self) -> Iterable[tuple[str, ...]]:
        return (one.words for one in self.references if one.form is MentionForm.NAME)


def _stronger(one: ActorType | None, other: ActorType | None) -> ActorType | None:
    for kind in _RANK:
        if kind in {one, other}:
            return kind
    return one or other
