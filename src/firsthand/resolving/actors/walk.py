"""Descriptions and pronouns led to whom they mean, in one walk through the text that looks back a few sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.model import ActorType, MentionForm
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.interview import Interview, interview_in
from firsthand.resolving.actors.narrator import Narrator
from firsthand.resolving.actors.nouns import GOVERNMENTS, KIN, LEADERS, STATES
from firsthand.resolving.actors.pronouns import (
    FIRST_PLURAL,
    FIRST_SINGULAR,
    HE,
    REFLEXIVE,
    SECOND,
    SHE,
    WHICH,
    WHO,
    agrees,
)
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.word_lists import listed

LOOK_BACK = 4
"""Sentences before its own in which a pronoun may find whom it means; where nobody is there, twice as many."""
MOST_SEEN = 60
"""References looked back over at most, so that lists of names cost no more than prose."""

# How likely a pronoun means somebody, by how he was referred to; weights chosen on the open documents of GUM and on
# news passages with linked pronouns, where the figures hardly change near them.
_SALIENCE = {"nsubj": 3.0, "nsubjpass": 2.6, "dobj": 1.8, "dative": 1.6, "agent": 1.6, "appos": 1.0, "poss": 1.4}
_OTHERWISE = 1.3
NAMED = 0.6
PARALLEL = 0.7
SPOKE = 0.8
FADING = 0.55
"""What is left of it a sentence later."""
SPEAKER = 3.0
"""In retold words the speaker means himself."""
IN_OTHER_VOICE = 0.4
"""Whom only somebody's quoted words mention is seldom whom the writer means next."""
SAME_SEX = 1.0
KNOWN = 0.2
"""For each time that he was referred to before, up to eight."""
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_GENERAL_PERSONS = listed("man woman person individual politician official figure")
_GENERAL_BODIES = listed("company firm group organisation organization agency body institution corporation")


class Walk:
    """The sieves for descriptions and pronouns; `figures` ends with every reference that means somebody."""

    def __init__(self, scene: Scene, named: Mapping[Reference, Figure], equals: Mapping[Reference, Reference]) -> None:
        self.scene = scene
        self.figures: dict[Reference, Figure] = {}
        self._named = named
        self._references: Sequence[Reference] = ()
        self._here = 0
        self._equals = equals
        self._seen: list[Reference] = []
        self._at: dict[int, Reference] = {}
        self._by_noun: dict[str, list[Figure]] = defaultdict(list)
        self._last_use: dict[Figure, int] = {}
        self._later: list[Reference] = []
        self._titled: dict[str, list[tuple[Reference, Figure]]] = defaultdict(list)
        for title, name in equals.items():
            if name in named and title.type is ActorType.PERSON:
                self._titled[title.noun].append((title, named[name]))

    def over(self, references: Sequence[Reference], authors: Sequence[str] = ()) -> dict[Reference, Figure]:
        """The figure of every reference, in order of the text; what means nobody known is left out."""
        for one in references:
            self._at.update(dict.fromkeys(self.scene.syntax.within(one.span), one))
        self._references = references
        for number, one in enumerate(references):
            self._here = number
            self._meet(one)
        interview = interview_in(self.scene, self.figures) if self._later else None
        narrator = Narrator(authors, dict.fromkeys(self.figures.values()))
        for one in self._later:
            figure = self._speaker(one, interview, narrator)
            if figure:
                figure.add(one, certain=one.noun in FIRST_SINGULAR)
                self.figures[one] = figure
        return self.figures

    def _meet(self, one: Reference) -> None:
        if one.form is MentionForm.DESCRIPTION:
            self._describe(one)
        elif one.form is MentionForm.PRONOUN:
            self._pronoun(one)
        else:
            self._use(one, self._named[one])

    def _use(self, one: Reference, figure: Figure) -> None:
        self.figures[one] = figure
        self._last_use[figure] = len(self._seen)
        self._seen.append(one)

    # Descriptions

    def _describe(self, one: Reference) -> None:
        figure, certain = self._described(one)
        figure.add(one, certain=certain)
        if one.noun in KIN and figure.possessor is None:
            figure.possessor = self._owner(one)
        if figure not in self._by_noun[one.noun]:
            self._by_noun[one.noun].append(figure)
        self._use(one, figure)

    def _described(self, one: Reference) -> tuple[Figure, bool]:
        equal = self._equals.get(one)
        if equal is not None:
            figure = self.figures.get(equal) or self._named.get(equal)
            if figure:
                return figure, True
        if not one.definite:
            return Figure(), True
        return (
            self._same_noun(one)
            or self._in_name(one)
            or self._state(one)
            or self._leader(one)
            or self._general(one)
            or self._titled_later(one)
            or (Figure(), True)
        )

    def _owner(self, one: Reference) -> Figure | None:
        owner = self._at.get(one.possessor) if one.possessor is not None else None
        return self.figures.get(owner) if owner else None

    def _latest(self, figures: Sequence[Figure]) -> Figure:
        return max(figures, key=lambda figure: self._last_use.get(figure, -1))

    def _same_noun(self, one: Reference) -> tuple[Figure, bool] | None:
        """Somebody described by the same noun before, by nothing that this description contradicts."""
        owner = self._owner(one)
        fitting = [
            figure
            for figure in self._by_noun.get(one.noun, ())
            if self._may_be(one, figure) and (one.noun not in KIN or owner is None or figure.possessor is owner)
        ]
        if not fitting:
            return None
        plain = one.modifiers - self._passing(one)
        exact = [figure for figure in fitting if plain <= figure.described_by]
        if exact:
            return self._latest(exact), len(exact) == 1 or bool(plain)
        return None

    @staticmethod
    def _passing(one: Reference) -> frozenset[str]:
        return frozenset({"former", "late", "own", "current", "new", "old", "of", "same", one.noun})

    @staticmethod
    def _may_be(one: Reference, figure: Figure) -> bool:
        if one.plural is not None and figure.plural is not None and one.plural is not figure.plural:
            return False
        if one.sex and figure.sex and one.sex is not figure.sex:
            return False
        return not (one.state and figure.states and one.state not in figure.states)

    def _recent(self, sentence: int, back: int = LOOK_BACK) -> Iterator[Reference]:
        for one in reversed(self._seen[-MOST_SEEN:]):
            if one.sentence < sentence - back:
                return
            yield one

    def _in_name(self, one: Reference) -> tuple[Figure, bool] | None:
        """A body whose name says what it is: "the ministry" for the Ministry of Defence."""
        if one.plural or one.type is ActorType.PERSON:
            return None
        for other in reversed(self._seen[-4 * MOST_SEEN :]):
            if other.form is MentionForm.NAME and one.noun in other.words and other.type is not ActorType.PERSON:
                figure = self.figures[other]
                if self._may_be(one, figure) and one.modifiers <= figure.described_by | set(other.words):
                    return figure, True
        return None

    def _state(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "The Russian government", "the country": the state named before."""
        if one.noun not in GOVERNMENTS | STATES or one.plural:
            return None
        for other in reversed(self._seen[-2 * MOST_SEEN :]):
            figure = self.figures[other]
            if figure.type is ActorType.GOVERNMENT and other.form is not MentionForm.PRONOUN:
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
            return self._latest(same_state), len(set(same_state)) == 1
        return (self._latest(fitting), False) if fitting and not one.modifiers else None

    def _general(self, one: Reference) -> tuple[Figure, bool] | None:
        """ "The man", "the company": whoever of that kind was named last, as a guess."""
        if one.plural or one.possessor is not None:
            return None
        if one.type is ActorType.PERSON and one.word in self.scene.sources and not one.modifiers:
            spoke = self._spoke_before(one)
            if spoke:
                return spoke, False
        general = _GENERAL_PERSONS if one.type is ActorType.PERSON else _GENERAL_BODIES
        if one.noun not in general and not (one.type is ActorType.PERSON and "year-old" in " ".join(one.modifiers)):
            return None
        for other in self._recent(one.sentence, 2):
            figure = self.figures[other]
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
            self.figures[other]
            for other in self._recent(one.sentence, 2)
            if other.word in self.scene.sources and self.figures[other].is_person
        }
        figure = next(iter(spoke)) if len(spoke) == 1 else None
        fits = figure and figure.is_named and not figure.nouns and self._may_be(one, figure)
        return figure if fits else None

    def _titled_later(self, one: Reference) -> tuple[Figure, bool] | None:
        """A role that somebody is given by name only further on: "The president …", then "President Lund"."""
        bearers = {
            figure
            for title, figure in self._titled[one.noun]
            if self._may_be(one, figure) and (one.state is None or one.state == title.state)
        }
        return (next(iter(bearers)), one.state is not None) if len(bearers) == 1 else None

    # Pronouns

    def _pronoun(self, one: Reference) -> None:
        if one.noun in FIRST_SINGULAR | FIRST_PLURAL | SECOND:
            self._later.append(one)
            return
        if one.noun in WHO | WHICH:
            figure, certain = self._antecedent(one), True
        else:
            figure, certain = self._meant(one)
            figure = figure or self._coming(one)
        if figure:
            figure.add(one, certain=certain)
            if certain and figure.sex is None and one.sex:
                figure.sex = one.sex
            self._use(one, figure)

    def _antecedent(self, one: Reference) -> Figure | None:
        """Whom a relative clause describes."""
        syntax = self.scene.syntax
        at = one.word
        for above in syntax.ancestors(one.word):
            if syntax.relation(at) == "relcl":
                noun = self._at.get(above)
                return self.figures.get(noun) if noun else None
            at = above
        return None

    def _meant(self, one: Reference) -> tuple[Figure | None, bool]:
        scores: dict[Figure, float] = defaultdict(float)
        for back in (LOOK_BACK, 2 * LOOK_BACK):
            best: dict[tuple[Figure, int], float] = {}
            for other in self._recent(one.sentence, back):
                figure = self.figures[other]
                if self._may_mean(one, other, figure):
                    key = (figure, other.sentence)
                    best[key] = max(best.get(key, 0.0), self._salience(one, other))
            for (figure, _), value in best.items():
                scores[figure] += value
            if scores:
                break
        if not scores:
            return None, False
        barred = self._barred(one)
        ranked = sorted(
            ((score + self._favour(one, figure), figure) for figure, score in scores.items() if figure not in barred),
            key=lambda pair: -pair[0],
        )
        if not ranked:
            return None, False
        certain = len(ranked) == 1 or ranked[0][0] > 1.5 * ranked[1][0]
        return ranked[0][1], certain

    def _coming(self, one: Reference) -> Figure | None:
        """For "he said" at the head of a text, who is named next and does or says something; a guess."""
        if one.noun not in HE | SHE or one.word not in self.scene.sources:
            return None
        for other in self._references[self._here + 1 : self._here + 1 + MOST_SEEN]:
            if other.sentence > one.sentence + 2:
                return None
            figure = self._named.get(other)
            is_subject = self.scene.syntax.relation(other.word) in {"nsubj", "nsubjpass"}
            if figure and is_subject and other.type is ActorType.PERSON and agrees(one, figure):
                return figure
        return None

    def _may_mean(self, one: Reference, other: Reference, figure: Figure) -> bool:
        if not agrees(one, figure):
            return False
        # "his brother": the brother is not himself.
        return one.word != other.possessor

    def _salience(self, one: Reference, other: Reference) -> float:
        syntax = self.scene.syntax
        relation = syntax.relation(other.word)
        weight = _SALIENCE.get(relation, _OTHERWISE)
        if other.form is MentionForm.NAME:
            weight += NAMED
        if relation == syntax.relation(one.word):
            weight += PARALLEL
        if other.word in self.scene.sources:
            weight += SPOKE
        if self.scene.is_quoted(other.span.start) and not self.scene.is_quoted(one.span.start):
            weight *= IN_OTHER_VOICE
        distance = one.sentence - other.sentence
        return float(weight * FADING**distance)

    def _favour(self, one: Reference, figure: Figure) -> float:
        """For a pronoun in retold words, that their speaker means himself; for "he said", who spoke before."""
        favour = 0.0
        said = self.scene.said_in.get(one.word)
        if said is not None and not self.scene.is_quoted(one.span.start) and self._source(said) is figure:
            favour += SPEAKER
        if one.sex and figure.sex is one.sex:
            favour += SAME_SEX
        favour += KNOWN * min(len(figure.references), 8)
        return favour

    def _source(self, statement: int) -> Figure | None:
        source = self.scene.statements[statement].source
        head = self.scene.syntax.head_of(source) if source else None
        reference = self._at.get(head) if head is not None else None
        return (self.figures.get(reference) or self._named.get(reference)) if reference else None

    def _barred(self, one: Reference) -> set[Figure]:
        """Whom the sentence itself rules out: who speaks the quoted words, who does it to "him"."""
        barred: set[Figure] = set()
        said = self.scene.said_in.get(one.word)
        if said is not None and self.scene.is_quoted(one.span.start) and one.noun in HE | SHE:
            speaker = self._source(said)
            if speaker:
                barred.add(speaker)
        syntax = self.scene.syntax
        if syntax.tag(one.word) == "PRP" and one.noun not in REFLEXIVE:
            verb = self._verb(one.word)
            for argument in syntax.dependents(verb, *_ARGUMENTS) if verb is not None else ():
                other = self._at.get(argument)
                if other and argument != one.word and other in self.figures:
                    barred.add(self.figures[other])
        elif syntax.tag(one.word) == "PRP$":
            owned = self._at.get(syntax.words[one.word].head)
            same = self._equals.get(owned, owned) if owned else None
            named = (self._named.get(same) or self.figures.get(same)) if same else None
            if named:
                barred.add(named)
        return barred

    def _verb(self, word: int) -> int | None:
        """The verb that a pronoun is an argument of, through a preposition if need be."""
        syntax = self.scene.syntax
        above = syntax.head(word)
        if above is not None and syntax.relation(word) == "pobj":
            above = syntax.head(above)
        return above

    def _speaker(self, one: Reference, interview: Interview | None, narrator: Narrator) -> Figure | None:
        """Who says "I" and "we": the source of the words they stand in; in an interview, who is asked; the writer."""
        said = self.scene.said_in.get(one.word)
        source = self.scene.statements[said].source if said is not None else None
        if source and one.noun not in SECOND and not source.overlaps(one.span):
            return self._source(said) if said is not None else None
        if self.scene.is_quoted(one.span.start):
            return None
        if interview is None:
            return narrator.of(one)
        is_asking = interview.is_asking(one.span.start)
        return interview.asked if is_asking is (one.noun in SECOND) else narrator.of(one)
