"""References that the sentence itself sets equal: titles before names, appositions, "he is the spokesman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import ActorType, MentionForm, Span
from firsthand.resolving.actors.nouns import OUTLETS
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.word_lists import listed

_BODIES = frozenset({ActorType.ORGANISATION, ActorType.OUTLET, ActorType.GOVERNMENT, ActorType.GROUP})
_NAMED_KINDS = OUTLETS | listed(
    """
    alliance bank club coalition company corporation firm foundation front group militia movement network
    organisation organization party union university
    """
)
_COPULAS = listed("be become remain")
_APART = re.compile(r",\s+(?:(?:the|a|an)\s+)?", re.IGNORECASE)
_CLOSED = re.compile(r"[,.;)](?!\s*(?:and|or|&)\b)|\s*\Z", re.IGNORECASE)


def set_equal(scene: Scene, references: Sequence[Reference]) -> dict[Reference, Reference]:
    """For each description that the sentence equates with another reference, that reference."""
    at = {word: one for one in references for word in scene.syntax.within(one.span)}
    equals: dict[Reference, Reference] = {}
    for one in references:
        if one.form is MentionForm.DESCRIPTION:
            other = (
                _titled(one, at)
                or _kind(scene, one, at)
                or _apposed(scene, one, at)
                or _between_commas(scene, one, at)
                or _copula(scene, one, at)
            )
            if other and equals.get(other) is not one:
                equals[one] = other
    return equals


def _titled(one: Reference, at: dict[int, Reference]) -> Reference | None:
    """The person whose name begins right behind the description."""
    other = at.get(one.word + 1)
    fits = other and other.form is MentionForm.NAME and other.type is ActorType.PERSON
    return other if fits and one.type is ActorType.PERSON else None


def _kind(scene: Scene, one: Reference, at: dict[int, Reference]) -> Reference | None:
    """The body whose name the description ends: "Newsweek magazine", "the Hamas movement"."""
    other = at.get(one.word - 1)
    if one.noun not in _NAMED_KINDS or other is None or other.form is not MentionForm.NAME or other.type not in _BODIES:
        return None
    return other if scene.syntax.relation(other.word) == "compound" and other.type is not ActorType.GOVERNMENT else None


def _apposed(scene: Scene, one: Reference, at: dict[int, Reference]) -> Reference | None:
    syntax = scene.syntax
    above = syntax.head(one.word)
    if syntax.relation(one.word) == "appos" and above is not None and (other := at.get(above)):
        return other if _may_equal(one, other) else None
    for below in syntax.dependents(one.word, "appos"):
        other = at.get(below)
        if other and other.form is not MentionForm.DESCRIPTION and _may_equal(one, other):
            return other
    return None


def _between_commas(scene: Scene, one: Reference, at: dict[int, Reference]) -> Reference | None:
    """The person whose name commas set off behind the description, or behind whose name they set it off.

    "Its spokeswoman, Pia Lund, said"; "Pia Lund, its spokeswoman, said". The marks tell it where the tree does not.
    """
    if one.type is not ActorType.PERSON or one.plural:
        return None
    phrase = one.phrase or one.span
    words = scene.syntax.within(phrase)
    if not words:
        return None
    behind = at.get(words[-1] + 2)
    if behind and _is_person(behind) and _may_equal(one, behind) and _set_off(scene, phrase, behind.span):
        return behind
    before = [other for back in (2, 3, 4) if (other := at.get(words[0] - back))][:1]
    for other in before:
        fits = _is_person(other) and _may_equal(one, other) and at.get(scene.syntax.within(other.span)[0] - 2) is None
        if fits and _set_off(scene, other.span, phrase):
            return other
    return None


def _is_person(other: Reference) -> bool:
    return other.form is MentionForm.NAME and other.type is ActorType.PERSON


def _set_off(scene: Scene, first: Span, second: Span) -> bool:
    """Whether a comma and at most an article part two phrases, and a mark that joins nothing ends the second."""
    between = scene.text[first.end : second.start]
    behind = scene.text[second.end : second.end + 8]
    return bool(_APART.fullmatch(between)) and bool(_CLOSED.match(behind))


def _copula(scene: Scene, one: Reference, at: dict[int, Reference]) -> Reference | None:
    syntax = scene.syntax
    verb = syntax.head(one.word)
    if syntax.relation(one.word) != "attr" or verb is None or syntax.lemma(verb) not in _COPULAS:
        return None
    if syntax.dependents(verb, "neg"):
        return None
    for subject in syntax.dependents(verb, "nsubj"):
        other = at.get(subject)
        if other and _may_equal(one, other):
            return other
    return None


def _may_equal(one: Reference, other: Reference) -> bool:
    if other.form is MentionForm.PRONOUN:
        return other.noun in {"he", "she", "i", "you"} and one.type is ActorType.PERSON
    if one.plural and other.plural is False:
        return False
    same = one.type is other.type or {one.type, other.type} <= _BODIES
    return same and not (one.sex and other.sex and one.sex is not other.sex)
