"""Descriptions led to whom they mean: the same noun, a name that says it, a state, a leader, whoever spoke."""

from __future__ import annotations

from collections import defaultdict

from firsthand.model import ActorType, MentionForm
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.gazetteer import plain_words
from firsthand.resolving.actors.memory import MOST_SEEN, Memory
from firsthand.resolving.actors.nouns import GOVERNMENTS, KIN, LEADERS, STATES
from firsthand.resolving.actors.reference import Reference
from firsthand.text.word_lists import listed

_GENERAL_PERSONS = listed("man woman person individual politician official figure")
_GENERAL_BODIES = listed("company firm group organisation organization agency body institution corporation")
_PASSING = frozenset({"former", "late", "own", "current", "new", "old", "of", "same"})
"""What may be said of somebody in one place and left out in another."""


class Nominals:
    """The sieves for descriptions, surest first; each tells the figure, and whether it is certain."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._by_noun: dict[str, list[Figure]] = defaultdict(list)
        self._titled: dict[str, list[tuple[Reference, Figure]]] = defaultdict(list)
        for title, name in memory.equals.items():
            if name in memory.named and title.type is ActorType.PERSON:
                self._titled[title.noun].append((title, memory.named[name]))
        for name, figure in memory.named.items():
            for noun in plain_words(name.title):
                self._titled[noun].append((name, figure))

    def meet(self, one: Reference) -> None:
        """Lead a description to its figure, a new one if it means nobody known."""
        figure, certain = self._meant(one)
        figure.add(one, certain=certain)
        if one.noun in KIN and figure.possessor is None:
            figure.possessor = self.memory.owner(one)
        if figure not in self._by_noun[one.noun]:
            self._by_noun[one.noun].append(figure)
        self.memory.use(one, figure)

    def _meant(self, one: Reference) -> tuple[Figure, bool]:
        equal = self.memory.equals.get(one)
        if equal is not None:
            figure = self.memory.figures.get(equal) or self.memory.named.get(equal)
            if figure:
                return figure, True
        if not one.definite:
            return Figure(), True
        return (
            self._same_noun(one)
            or self._in_name(one)
            or self._state(one)
            or self._leader(one)
            or self._told_of(one)
            or self._general(one)
            or self._titled_later(one)
            or (Figure(), True)
        )

    def _same_noun(self, one: Reference) -> tuple[Figure, bool] | None:
        """Somebody described by the same noun before, by nothing that this description contradicts."""
        owner = self.memory.owner(one)
        fitting = [
            figure
            for figure in self._by_noun[one.noun][-MOST_SEEN:]
            if self._may_be(one, figure) and (one.noun not in KIN or owner is None or figure.possessor is owner)
        ]
        if not fitting:
            return None
        plain = one.modifiers - _PASSING - {one.noun}
        exact = [figure for figure in fitting if plain <= figure.described_by]
        if exact:
            return self.memory.latest(exact), len(exact) == 1 or bool(plain)
        return None

    @staticmethod
    def _may_be(one: Reference, figure: Figure) -> bool:
        if one.plural is not None and figure.plural is not None and one.plural is not figure.plural:
            return False
        if one.sex and figure.sex and one.sex is not figure.sex:
            return False
        return not (one.state and figure.states and one.state not in figure.states)

    def _in_name(self, one: Reference) -> tuple[Figure, bool] | None:
        """A body whose name says what it is: "the ministry" for the Ministry of Defence."""
        if one.plural or one.type is ActorType.PERSON:
            return None
        for other in reversed(self.memory.seen[-4 * MOST_SEEN :]):
            if other.form is MentionForm.NAME and one.noun in other.words and other.type is not ActorType.PERSON:
                figure = self.memory.figures[other]
                if self._may_be(one, figure) and one.modifiers <= figure.described_by | set(other.words):
                    return figure, True
        return None

    def _state(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "The Russian government", "the country": the state named before."""
        if one.noun not in GOVERNMENTS | STATES or one.plural:
            return None
        for other in reversed(self.memory.seen[-2 * MOST_SEEN :]):
            figure = self.memory.figures[other]
            if figure.type is ActorType.GOVERNMENT and figure.states and other.form is not MentionForm.PRONOUN:
                if one.state in figure.states:
                    return figure, True
                if one.state is None and one.noun in STATES and not one.modifiers:
                    return figure, False
        return None

    def _leader(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "The Russian leader" for its president, and the other way round."""
        if one.noun not in LEADERS or one.plural:
            return None
        fitting = [
            figure
            for noun in LEADERS
            if noun != one.noun and "leader" in {noun, one.noun}
            for figure in self._by_noun.get(noun, ())
            if figure.is_person and self._may_be(one, figure)
        ]
        same_state = [figure for figure in fitting if one.state and one.state in figure.states]
        if same_state:
            return self.memory.latest(same_state), len(set(same_state)) == 1
        return (self.memory.latest(fitting), False) if fitting and not one.modifiers else None

    def _told_of(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "Northsteel has bought the plant, the company said": the body that the retold words are about; a guess."""
        scene = self.memory.scene
        number = scene.sources.get(one.word)
        if number is None or one.modifiers or one.plural or one.noun not in _GENERAL_BODIES:
            return None
        content = scene.statements[number].content[0]
        verb = scene.syntax.head_of(content)
        if verb is None or content.end > one.span.start or scene.is_quoted(content.start):
            return None
        for subject in scene.syntax.dependents(verb, "nsubj", "nsubjpass"):
            other = self.memory.at.get(subject)
            figure = self.memory.figures.get(other) if other else None
            if figure and figure.is_named and figure.type in {ActorType.ORGANISATION, ActorType.OUTLET}:
                return figure, False
        return None

    def _general(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "The man", "the company": whoever of that kind was named last, as a guess."""
        if one.plural or one.possessor is not None:
            return None
        if one.type is ActorType.PERSON and one.word in self.memory.scene.sources and not one.modifiers:
            spoke = self._spoke_before(one)
            if spoke:
                return spoke, False
        general = _GENERAL_PERSONS if one.type is ActorType.PERSON else _GENERAL_BODIES
        if one.noun not in general and not (one.type is ActorType.PERSON and "year-old" in " ".join(one.modifiers)):
            return None
        for other in self.memory.recent(one.sentence, 2):
            figure = self.memory.figures[other]
            same = (
                figure.is_person
                if one.type is ActorType.PERSON
                else figure.type in {ActorType.ORGANISATION, ActorType.OUTLET}
            )
            if same and figure.is_named and figure.plural is not True and self._may_be(one, figure):
                return figure, False
        return None

    def _spoke_before(self, one: Reference) -> Figure | None:
        """For "the legislator said", the one person who spoke just before and of whom no role is known."""
        spoke = {
            self.memory.figures[other]
            for other in self.memory.recent(one.sentence, 2)
            if other.word in self.memory.scene.sources
            and other.sentence < one.sentence
            and self.memory.scene.syntax.relation(other.word) == "nsubj"
            and self.memory.figures[other].is_person
        }
        figure = next(iter(spoke)) if len(spoke) == 1 else None
        fits = figure and figure.is_named and not figure.nouns and self._may_be(one, figure)
        return figure if fits else None

    def _titled_later(self, one: Reference) -> tuple[Figure, bool] | None:
        """A role that somebody is given by name only further on: "The president …", then "President Lund"."""
        bearers = {
            figure
            for title, figure in self._titled[one.noun]
            if self._may_be(one, figure) and (one.state is None or title.state in {None, one.state})
        }
        return (next(iter(bearers)), one.state is not None) if len(bearers) == 1 else None
