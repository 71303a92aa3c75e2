"""Pronouns of the third person led to whom they mean, by agreement, salience and who speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from firsthand.model import ActorType, MentionForm, Span
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.memory import LOOK_BACK, MOST_SEEN, Memory
from firsthand.resolving.actors.pronouns import HE, IT, REFLEXIVE, SHE, THEY, WHICH, WHO, agrees
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.several import Several

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
NEW_PARAGRAPH = 0.7
"""What is left of it where a paragraph begins between them."""
OWN_CLAUSE = 1.5
"""What a possessive belongs to is most often the subject of its own clause."""
LED_UP_TO = 1.0
"""Whom a paragraph is about right before a quotation most often says it: "The mayor laughed. “No,” he said."."""
OWN_NAME = 3.0
"""Few speak of themselves by name."""
KNOWN = 0.2
"""For each time that he was referred to before, up to eight."""
_DATED = re.compile(r"[^\W\d_a-z][^\n()]{0,80}\([^()\n]{2,40}\)\s*[-–—]+\s")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})


class Antecedents:
    """The sieves for pronouns."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self._several = Several(memory)

    def meet(self, one: Reference) -> None:
        """Lead a pronoun to its figure, if it means anybody."""
        if one.noun in WHO | WHICH:
            figure, certain = self._described_by_clause(one), True
        else:
            figure, certain = self._meant(one)
            figure = figure or self._coming(one)
        if figure:
            figure.add(one, certain=certain)
            if certain and figure.sex is None and one.sex:
                figure.sex = one.sex
            self.memory.use(one, figure)

    def _described_by_clause(self, one: Reference) -> Figure | None:
        """Whom a relative clause describes; "who" is no place: "traders from Belgium, who …"."""
        syntax = self.memory.scene.syntax
        at = one.word
        for above in syntax.ancestors(one.word):
            if syntax.relation(at) == "relcl":
                figure = self._of(above)
                is_where = figure is not None and figure.type is ActorType.GOVERNMENT and one.noun in WHO
                return self._from_there(above) if is_where else figure
            at = above
        return None

    def _from_there(self, place: int) -> Figure | None:
        """Those whom a place is told of by a preposition."""
        syntax = self.memory.scene.syntax
        at = place
        for above in syntax.ancestors(place):
            if syntax.relation(at) not in {"pobj", "prep", "compound", "nmod"}:
                return None
            figure = self._of(above)
            if figure and figure.type is not ActorType.GOVERNMENT:
                return figure
            at = above
        return None

    def _of(self, word: int) -> Figure | None:
        """The figure of the reference that a word belongs to, if it was met."""
        noun = self.memory.at.get(word)
        return self.memory.figures.get(noun) if noun else None

    def _meant(self, one: Reference) -> tuple[Figure | None, bool]:
        if one.noun not in THEY:
            return self._likeliest(one)
        together, others = self._several.before(one)
        if together:
            return together, True
        figure, certain = self._likeliest(one)
        return (None, False) if figure and others and figure.plural is not True else (figure, certain)

    def _likeliest(self, one: Reference) -> tuple[Figure | None, bool]:
        scores: dict[Figure, float] = defaultdict(float)
        for back in (LOOK_BACK, 2 * LOOK_BACK):
            best: dict[tuple[Figure, int], float] = {}
            for other in self.memory.recent(one.sentence, back):
                figure = self.memory.figures[other]
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
        if not certain and self._is_theirs_alone(one, ranked[0][1]):
            return None, False
        return ranked[0][1], certain

    def _coming(self, one: Reference) -> Figure | None:
        """For "he said" at the head of a text, who is named next and does or says something; a guess."""
        if one.noun not in HE | SHE or one.word not in self.memory.scene.sources:
            return None
        for other in self.memory.coming(MOST_SEEN):
            if other.sentence > one.sentence + 2:
                return None
            figure = self.memory.named.get(other)
            is_subject = self.memory.scene.syntax.relation(other.word) in {"nsubj", "nsubjpass"}
            if figure and is_subject and other.type is ActorType.PERSON and agrees(one, figure):
                return figure
        return None

    def _may_mean(self, one: Reference, other: Reference, figure: Figure) -> bool:
        if not agrees(one, figure) or self._is_in_dateline(other):
            return False
        if figure.type is ActorType.GOVERNMENT and not other.acts and self._speaks_for_many(one):
            return False  # a place where something is, is not who speaks
        # "his brother": the brother is not himself.
        return one.word != other.possessor

    def _is_in_dateline(self, other: Reference) -> bool:
        """Whether a name only tells where and by whom a text was written: "HALLBY, March 4 (Sudline) — "."""
        text = self.memory.scene.text
        dated = _DATED.match(text, text.rfind("\n", 0, other.span.start) + 1)
        return dated is not None and other.span.end <= dated.end()

    def _speaks_for_many(self, one: Reference) -> bool:
        return one.noun in THEY or (one.noun in IT and one.word in self.memory.scene.sources)

    def _salience(self, one: Reference, other: Reference) -> float:
        syntax = self.memory.scene.syntax
        relation = syntax.relation(other.word)
        weight = _SALIENCE.get(relation, _OTHERWISE)
        if other.form is MentionForm.NAME:
            weight += NAMED
        if relation == syntax.relation(one.word):
            weight += PARALLEL
        if other.word in self.memory.scene.sources:
            weight += SPOKE
        if self.memory.scene.is_quoted(other.span.start) and not self.memory.scene.is_quoted(one.span.start):
            weight *= IN_OTHER_VOICE
        if self.memory.scene.text.find("\n", other.span.end, one.span.start) >= 0:
            weight *= NEW_PARAGRAPH
        distance = one.sentence - other.sentence
        return float(weight * FADING**distance)

    def _favour(self, one: Reference, figure: Figure) -> float:
        """For a pronoun in retold words, that their speaker means himself; for "he said", who spoke before."""
        favour = 0.0
        said = self.memory.scene.said_in.get(one.word)
        if said is not None and not self.memory.scene.is_quoted(one.span.start) and self.memory.source(said) is figure:
            favour += SPEAKER
        if one.sex and figure.sex is one.sex:
            favour += SAME_SEX
        if self._subject_over(one) is figure:
            favour += OWN_CLAUSE
        if self._led_up_to(one) is figure:
            favour += LED_UP_TO
        if one.noun in HE | SHE and figure in self._named_in_own_words(one):
            favour -= OWN_NAME
        favour += KNOWN * min(len(figure.references), 8)
        return favour

    def _is_theirs_alone(self, one: Reference, figure: Figure) -> bool:
        """Whether "they" in quoted words may mean whom the speaker has in mind: the page around tells it by chance."""
        scene = self.memory.scene
        if one.noun != "they" or not scene.is_quoted(one.span.start):
            return False
        said = scene.said_in.get(one.word)
        latest = figure.references[-1]
        if said is not None and scene.said_in.get(latest.word) == said:
            return False
        return one.sentence - latest.sentence > 1 or "\n" in scene.text[latest.span.end : one.span.start]

    def _subject_over(self, one: Reference) -> Figure | None:
        """The subject of the clause that a possessive stands in: "*Acme* raised its price"."""
        syntax = self.memory.scene.syntax
        if syntax.tag(one.word) != "PRP$":
            return None
        for above in syntax.ancestors(one.word):
            subjects = syntax.dependents(above, "nsubj", "nsubjpass")
            if subjects:
                return self._of(subjects[0]) if subjects[0] < one.word else None
        return None

    def _led_up_to(self, one: Reference) -> Figure | None:
        """For "he said" around quoted words, the subject of the sentence before them in their paragraph."""
        scene = self.memory.scene
        number = scene.sources.get(one.word)
        start = scene.statements[number].content[0].start if number is not None else 0
        if number is None or start > one.span.start or not scene.is_quoted(start):
            return None
        first = scene.syntax.within(Span(start, one.span.end))[0]
        between = scene.text[scene.syntax.words[first - 1].span.end : start] if first else "\n"
        if "\n" in between or scene.is_quoted(scene.syntax.words[first - 1].span.start):
            return None
        root = scene.syntax.root(first - 1)
        subjects = scene.syntax.dependents(root, "nsubj", "nsubjpass")
        return self._of(subjects[0]) if subjects else None

    def _barred(self, one: Reference) -> set[Figure]:
        """Whom the sentence itself rules out: who speaks the quoted words, who does it to "him"."""
        barred: set[Figure] = set()
        said = self.memory.scene.said_in.get(one.word)
        if said is not None and self.memory.scene.is_quoted(one.span.start) and one.noun in HE | SHE:
            speaker = self.memory.source(said)
            if speaker:
                barred.add(speaker)
        syntax = self.memory.scene.syntax
        if syntax.tag(one.word) == "PRP" and one.noun not in REFLEXIVE:
            verb = self._verb(one.word)
            for argument in syntax.dependents(verb, *_ARGUMENTS) if verb is not None else ():
                other = self.memory.at.get(argument)
                # One that comes only behind the pronoun is known by its name alone.
                figure = (self.memory.figures.get(other) or self.memory.named.get(other)) if other else None
                if figure and argument != one.word:
                    barred.add(figure)
        elif syntax.tag(one.word) == "PRP$":
            owned = self.memory.at.get(syntax.words[one.word].head)
            same = self.memory.equals.get(owned, owned) if owned else None
            named = (self.memory.named.get(same) or self.memory.figures.get(same)) if same else None
            if named:
                barred.add(named)
        return barred

    def _named_in_own_words(self, one: Reference) -> Iterator[Figure]:
        """Whom the words that a pronoun says call by name, other than as the owner of something."""
        scene = self.memory.scene
        number = scene.sources.get(one.word)
        source = scene.statements[number].source if number is not None else None
        if number is None or source is None or scene.syntax.head_of(source) != one.word:
            return
        for content in scene.statements[number].content:
            for word in scene.syntax.within(content):
                other = self.memory.at.get(word)
                owns = scene.syntax.relation(other.word) == "poss" if other else True
                if other and not owns and other.form is MentionForm.NAME and (figure := self.memory.named.get(other)):
                    yield figure

    def _verb(self, word: int) -> int | None:
        """The verb that a pronoun is an argument of, through a preposition if need be."""
        syntax = self.memory.scene.syntax
        above = syntax.head(word)
        if above is not None and syntax.relation(word) == "pobj":
            above = syntax.head(above)
        return above
