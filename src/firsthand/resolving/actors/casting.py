"""Figures as actors: who is worth naming, under which name, in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Actor, ActorType, Mention, MentionForm, Span
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.gazetteer import plain_words, standing_of
from firsthand.resolving.actors.nouns import TITLES
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.word_lists import listed

_ARTICLE = re.compile(r"(?:the|a|an|this|that|these|those)\s+", re.IGNORECASE)
_OWN = re.compile(r"^\s+own\b")
_CIVIL = listed("mr mrs ms miss mister madam madame mme m dr sir herr frau monsieur señor señora don doña shri smt")
_NAMES = frozenset({MentionForm.NAME, MentionForm.METONYM})


def actors_of(scene: Scene, figures: Mapping[Reference, Figure]) -> tuple[Actor, ...]:
    """The actors in order of their first mention, named "a1", "a2" …"""
    spoken = {reference for reference in figures if reference.word in scene.sources}
    found = [
        figure
        for figure in dict.fromkeys(figures.values())
        if _is_actor(figure) or not spoken.isdisjoint(figure.references)
    ]
    found.sort(key=lambda figure: min(one.span for one in figure.references))
    meant = {
        one.word: figure
        for one, figure in figures.items()
        if one.form is MentionForm.PRONOUN and (figure.is_named or one not in figure.guessed)
    }
    return tuple(_actor(scene, f"a{number}", figure, meant) for number, figure in enumerate(found, 1))


def _is_actor(figure: Figure) -> bool:
    """Places that do nothing, documents that say nothing, pronouns of nobody and kinds ("farmers") are no actors."""
    telling = [one for one in figure.references if one.form is not MentionForm.PRONOUN and one.shown]
    if not telling:
        # "I" and "we" throughout: whoever writes.
        return len(figure.references) > 1 and figure.references[0].form is MentionForm.PRONOUN
    if figure.type is ActorType.DOCUMENT or not any(one.acts for one in telling):
        return False
    return len(figure.references) > 1 or not (_is_kind(telling[0]) or telling[0].is_great)


def _is_kind(one: Reference) -> bool:
    """Whether a description is a bare plural, named once: nobody in particular."""
    return one.form is MentionForm.DESCRIPTION and bool(one.plural) and not one.definite and not one.modifiers


def _actor(scene: Scene, name: str, figure: Figure, meant: Mapping[int, Figure]) -> Actor:
    full = full_name(scene, figure, meant)
    references = sorted(figure.references, key=lambda one: one.span)
    written = dict.fromkeys(_shown(one.span.of(scene.text)) for one in references if one.form in _NAMES)
    return Actor(
        id=name,
        name=full,
        type=figure.type,
        role=_role(scene, figure, references, meant),
        aliases=tuple(alias for alias in written if alias != full),
        mentions=tuple(
            Mention(one.span, one.form, one not in figure.guessed)
            for one, after in zip(references, [*references[1:], None], strict=True)
            if one.shown and not (one.is_great and after and _leads_to(one, after, scene))
        ),
    )


def _leads_to(one: Reference, name: Reference, scene: Scene) -> bool:
    """Whether a great-written role stands right before the name it belongs to: "the Prime Minister, Ole Sand"."""
    words = plain_words(scene.text[(one.phrase or one.span).end : name.span.start]) if name.span > one.span else None
    return name.form is MentionForm.NAME and words is not None and set(words) <= TITLES


def _shown(words: str) -> str:
    plain = " ".join(words.split())
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) and len(plain.split()) > 1 else plain


def _spelt_out(scene: Scene, phrase: Span, meant: Mapping[int, Figure]) -> str:
    """The words of a description, with the names of those that its pronouns mean: "a spokesman for the ministry"."""
    words = scene.text[phrase.start : phrase.end]
    for word in reversed(scene.syntax.within(phrase)):
        figure = meant.get(word)
        if (
            figure
            and scene.syntax.tag(word) in {"PRP", "PRP$"}
            and figure.references[0].form is not MentionForm.PRONOUN
        ):
            span = scene.syntax.words[word].span
            name = full_name(scene, figure, {})
            before, behind = words[: span.start - phrase.start], words[span.end - phrase.start :]
            if scene.syntax.tag(word) == "PRP$":
                words = _belonging(name, before, behind, is_named=figure.is_named)
            else:
                words = f"{before}{name if figure.is_named else f'the {name}'}{behind}"
    return words


def _belonging(owner: str, before: str, behind: str, *, is_named: bool) -> str:
    """ "Ilic’s lawyer", "the lawyer of the duty officer"; a long description bears no genitive."""
    if is_named:
        return f"{before}{owner}{'’' if owner.endswith('s') else '’s'}{behind}"
    return f"{before}{_OWN.sub('', behind).strip()} of the {owner}"


def full_name(scene: Scene, figure: Figure, meant: Mapping[int, Figure]) -> str:
    """The fullest name of a figure; a state's own name; else the words that describe it first."""
    if figure.called:
        return figure.called
    if figure.members:
        *others, last = (full_name(scene, member, meant) for member in figure.members)
        return f"{', '.join(others)} and {last}"
    for one in figure.references:
        standing = standing_of(one.words) if one.state and figure.type is not ActorType.GROUP else None
        if standing and standing.state.code == one.state:
            return standing.state.name
    names = [one for one in figure.references if one.form in _NAMES and one not in figure.guessed]
    if names:
        longest = max(names, key=lambda one: (len(one.words), -one.span.start))
        name = _shown(longest.span.of(scene.text))
        return f"{longest.title} {name}" if longest.title and len(longest.words) == 1 else name
    described = [one for one in figure.references if one.form is MentionForm.DESCRIPTION] or figure.references
    first = min(described, key=lambda one: one.span)
    return _shown(_spelt_out(scene, first.phrase or first.span, meant))


def _role(scene: Scene, figure: Figure, references: Sequence[Reference], meant: Mapping[int, Figure]) -> str | None:
    """What the article says a person is, in the words that say most first."""
    if not figure.is_person:
        return None
    roles = [
        _spelt_out(scene, _phrase(one), meant) for one in references if _tells_role(one) and one not in figure.guessed
    ]
    return _shown(max(roles, key=lambda role: len(role.split()))) if roles else _title(references)


def _phrase(one: Reference) -> Span:
    return one.phrase or one.span


def _tells_role(one: Reference) -> bool:
    return one.form is MentionForm.DESCRIPTION and one.noun not in {"man", "woman", "person"}


def _title(references: Iterable[Reference]) -> str | None:
    """The title that a person bears in place of a role: "President", "Gen."; not "Mr"."""
    titles = [one.title for one in references if one.title and not set(plain_words(one.title)) <= _CIVIL]
    return max(titles, key=len) if titles else None
