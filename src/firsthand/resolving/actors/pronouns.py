"""Pronouns as references, and how they agree with whom they may mean."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model import ActorType, MentionForm
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.gazetteer import Sex
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.word_lists import listed

FIRST_SINGULAR = listed("i me my mine myself")
FIRST_PLURAL = listed("we us our ours ourselves")
SECOND = listed("you your yours yourself yourselves")
HE = listed("he him his himself")
SHE = listed("she her hers herself")
THEY = listed("they them their theirs themselves themself")
IT = listed("it its itself")
WHO = listed("who whom whose")
WHICH = listed("which that")
"""Where a relative clause speaks: "a report which says"."""
REFLEXIVE = listed("himself herself itself themselves themself")
_ALL = FIRST_SINGULAR | FIRST_PLURAL | SECOND | HE | SHE | THEY | IT | WHO | WHICH
_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
_WEATHER = listed("be seem appear turn happen rain snow take remain become go follow emerge transpire")
"""What "it" does without meaning anything."""


def pronouns(scene: Scene) -> Iterator[Reference]:
    """The pronouns of persons and bodies, in order of the text."""
    syntax = scene.syntax
    for word in range(len(syntax)):
        if syntax.tag(word) not in _TAGS:
            continue
        form = syntax.form(word).lower()
        if form in WHICH and not (syntax.tag(word) == "WDT" and word in scene.sources):
            continue
        if form not in _ALL or word in scene.name_at or (form in IT and not _means_something(scene, word, form)):
            continue
        yield Reference(
            syntax.words[word].span,
            word,
            scene.sentence_of[word],
            MentionForm.PRONOUN,
            None,
            noun=form,
            sex=Sex.MALE if form in HE else Sex.FEMALE if form in SHE else None,
            plural=form in THEY or form in FIRST_PLURAL,
        )


def _means_something(scene: Scene, word: int, form: str) -> bool:
    """Whether "it" stands for somebody who acts; "it is clear that" and "it rains" mean nobody."""
    syntax = scene.syntax
    verb = syntax.head(word)
    if form != "it":
        return True
    if verb is None or syntax.relation(word) not in {"nsubj", "dobj", "pobj", "dative"}:
        return False
    return syntax.relation(word) != "nsubj" or syntax.lemma(verb) not in _WEATHER


def agrees(pronoun: Reference, figure: Figure) -> bool:
    """Whether a pronoun of the third person may mean the figure."""
    form = pronoun.noun
    if form in HE or form in SHE:
        return (
            figure.type in {ActorType.PERSON, None}
            and figure.plural is not True
            and (figure.sex is None or figure.sex is pronoun.sex)
            and figure.type is not None
        )
    if form in THEY:
        return figure.plural is True or figure.type in {
            ActorType.ORGANISATION,
            ActorType.GOVERNMENT,
            ActorType.GROUP,
            ActorType.OUTLET,
        }
    return figure.type not in {ActorType.PERSON, None} and figure.plural is not True
