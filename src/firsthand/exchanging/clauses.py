"""Who does what to whom in a clause: subjects handed down from clause to clause, passives turned round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from firsthand.exchanging.nearby import Nearby
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_RELATIVES = frozenset({"WDT", "WP", "WP$"})

# Verbs whose object does what the infinitive or gerund under them says ("accused Kim of supplying").
_OBJECT_DOES = listed("""
    accuse advise allow ask authorise authorize ban bar beg block blame catch charge commission condemn convince
    criticise criticize dissuade direct enable encourage expect forbid force get help implicate instruct invite keep
    let mobilise mobilize nudge oblige order permit persuade pressure prevent prohibit press push require restrain
    stop suspect task tell thank urge want warn
    """)

# What may stand between a verb and a preposition that belongs to it: noun phrases, no clauses.
_ASKED = frozenset({"me", "you", "him", "her", "it", "us", "them"})
_WITHIN_PHRASE = listed("dobj dative prep pobj attr oprd prt npadvmod conj appos nummod quantmod advmod nsubjpass")
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_IN_RETURN = frozenset({"exchange", "return", "payment", "compensation"})
IN_RETURN = "in return for"
"""How an oblique is called that names the other half of an exchange."""


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun joined by a preposition; `at` is the preposition."""

    by: str
    noun: int
    at: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its partners by their numbers, the passive turned round: `doer` gives where something `was given`."""

    verb: int
    is_passive: bool
    doer: int | None
    objects: tuple[int, ...]
    obliques: tuple[Oblique, ...]

    def by(self, *prepositions: str) -> Iterator[Oblique]:
        """The nouns joined by any of the prepositions, nearest first."""
        return (oblique for oblique in self.obliques if oblique.by in prepositions)


class Clauses:
    """Reads the clauses of a text."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.nearby = Nearby(syntax)
        self.clause = lru_cache(maxsize=None)(self._clause)

    def verb(self, number: int) -> str:
        """A verb in dictionary form, its particle after an underscore."""
        particle = next(iter(self.syntax.dependents(number, "prt")), None)
        word = self.syntax.lemma(number)
        return f"{word}_{self.syntax.lemma(particle)}" if particle is not None else word

    def is_verb(self, number: int) -> bool:
        return self.syntax.tag(number).startswith("VB")

    def _clause(self, verb: int) -> Clause:
        passive = self.is_passive(verb)
        subject = self.subject(verb)
        objects = self._objects(verb)
        if passive:
            doer = self._agent(verb)
            objects = objects if subject is None or subject in objects else [subject, *objects]
        else:
            doer = subject
            objects += [gap for gap in [self._gap(verb, subject, objects)] if gap is not None]
        held = tuple(dict.fromkeys(number for number in objects if number != doer))
        return Clause(verb, passive, doer, held, tuple(self._obliques(verb, held)))

    # -- voice and subject

    def is_passive(self, verb: int) -> bool:
        """Whether what stands as subject undergoes it."""
        tree = self.syntax
        if tree.dependents(verb, "nsubjpass", "auxpass"):
            return True
        if tree.tag(verb) != "VBN":
            return False
        if self.nearby.is_after_be(verb) or self._has_agent(verb):
            return True
        return not tree.dependents(verb, "nsubj", "aux") and self._is_reduced(verb)

    def _is_reduced(self, verb: int) -> bool:
        """A participle alone: "weapons supplied by", "was bought and shipped", "Armed with rifles, …"."""
        tree = self.syntax
        above = tree.head(verb)
        if above is not None and tree.relation(verb) == "conj" and self.is_verb(above):
            return tree.tag(above) == "VBN" and self.is_passive(above)
        is_left = tree.relation(verb) == "advcl" and not tree.dependents(verb, "dobj")
        return is_left or tree.relation(verb) in {"acl", "amod"}

    def _has_agent(self, verb: int) -> bool:
        tree = self.syntax
        perfect = {"have", "has", "had", "having", "'ve", "’ve"}
        is_perfect = any(tree.form(n).lower() in perfect for n in tree.dependents(verb, "aux"))
        return not is_perfect and bool(tree.dependents(verb, "agent"))

    def subject(self, verb: int, depth: int = 8) -> int | None:
        """The noun that stands as subject, of the clause itself or handed down from the one above."""
        own = self.syntax.dependents(verb, "nsubj", "nsubjpass")
        own = own or [number for number in self.syntax.dependents(verb, "pobj") if number < verb]
        # In "which they sell" both may be marked as subjects.
        named = [number for number in own if not self._is_relative(number)]
        if named:
            return named[-1] if own[0] != named[0] else named[0]
        if own:
            return self._antecedent(own[0])
        above = self.syntax.head(verb)
        down = self._handed_down(verb, above, depth) if above is not None and depth > 0 else None
        return self._left_of(verb, depth) if down is None and depth > 0 and self._is_finite(verb) else down

    def _is_finite(self, verb: int) -> bool:
        tree = self.syntax
        return tree.tag(verb) in {"VBD", "VBZ", "VBP"} or bool(tree.dependents(verb, "aux", "auxpass"))

    def _left_of(self, verb: int, depth: int) -> int | None:
        """The noun before a verb whose subject the tree has lost; over an apposition the first of the sentence."""
        tree = self.syntax
        before = self.nearby.verb_before(verb)
        if before is not None:
            return self.subject(before, depth - 1)
        found = self.nearby.noun_before(verb)
        if found is None or tree.tag(verb - 1) not in {",", ":"}:
            return found if found is not None and tree.relation(found) != "pobj" else None
        return self.nearby.noun_after(self.nearby.starts_at(verb) - 1)

    def _handed_down(self, verb: int, above: int, depth: int) -> int | None:
        relation = self.syntax.relation(verb)
        if relation == "relcl":
            return above if not self._is_about_place(verb, above) else None
        if relation == "acl":
            return self._of_modifier(verb, above, depth)
        if relation == "pcomp":
            return self._of_gerund(above, depth)
        if relation == "ccomp" and self._is_finite(verb):
            return None
        is_lost = relation in {"amod", "dobj", "csubj", "oprd", "acomp", "attr", "parataxis"}
        if is_lost and self.is_verb(above) and not self._is_finite(verb) and self.syntax.tag(verb) in {"VB", "VBG"}:
            return self.subject(above, depth - 1)
        is_below = relation in {"xcomp", "ccomp", "advcl", "conj", "dep", "prep", "advmod"}
        return self._from_above(verb, above, relation, depth) if is_below else None

    def _is_about_place(self, verb: int, noun: int) -> bool:
        """In "a deal whereby" or "under which tanks were sold" the deal is neither sold nor sells."""
        between = range(noun + 1, verb)
        words = {self.syntax.lemma(number) for number in between}
        joined = any(self.syntax.tag(n) in {"WDT", "WP"} and self.syntax.tag(n - 1) == "IN" for n in between)
        return joined or bool(words & {"where", "wherein", "whereby", "when", "why", "how"})

    def _from_above(self, verb: int, above: int, relation: str, depth: int) -> int | None:
        if not self.is_verb(above):
            # "it is ready to supply", "eager to buy": the adjective's own clause has the subject.
            is_noun = self.syntax.tag(above).startswith("NN")
            return self._holder(above, depth) if is_noun and relation != "conj" else self._subject_around(above, depth)
        if relation in {"xcomp", "ccomp"} and not self.is_passive(above):
            held = self._undergoing(above)
            if held is not None and self.syntax.lemma(above) in _OBJECT_DOES:
                return held
        return self.subject(above, depth - 1)

    def _subject_around(self, number: int, depth: int) -> int | None:
        for above in self.syntax.ancestors(number):
            if self.is_verb(above):
                return self.subject(above, depth - 1)
        return None

    def _undergoing(self, verb: int) -> int | None:
        return next(iter(self.syntax.dependents(verb, "dobj", "dative")), None)

    def _of_modifier(self, verb: int, noun: int, depth: int) -> int | None:
        """Of "firms selling arms" the noun; of "a deal to buy arms" who has or makes the deal."""
        tree = self.syntax
        if not any(tree.tag(number) == "TO" for number in tree.dependents(verb, "aux")):
            return noun
        if tree.dependents(verb, "auxpass"):
            return noun
        return self._holder(noun, depth)

    def _holder(self, noun: int, depth: int) -> int | None:
        tree = self.syntax
        for number in tree.dependents(noun, "poss"):
            return number
        for prep in tree.dependents(noun, "prep"):
            if tree.lemma(prep) in {"by", "of"}:
                return next(iter(tree.dependents(prep, "pobj")), None)
        return self._subject_around(noun, depth)

    def _of_gerund(self, prep: int, depth: int) -> int | None:
        if self.is_verb(prep):
            return self.subject(prep, depth - 1)
        host = self.syntax.head(prep)
        if host is None:
            return None
        if not self.is_verb(host):
            above = self.syntax.head(host)
            is_blamed = above is not None and self.syntax.lemma(above) in _OBJECT_DOES
            return host if is_blamed and self.syntax.relation(host) == "dobj" else self._holder(host, depth)
        held = self._undergoing(host)
        if held is not None and not self.is_passive(host) and self.syntax.lemma(host) in _OBJECT_DOES:
            return held
        return self.subject(host, depth - 1)

    def _agent(self, verb: int) -> int | None:
        tree = self.syntax
        for prep in tree.dependents(verb, "agent", "prep"):
            if tree.lemma(prep) == "by":
                return next(iter(tree.dependents(prep, "pobj")), None)
        above = tree.head(verb)
        if above is not None and tree.relation(verb) == "conj" and self.is_verb(above) and self.is_passive(above):
            return self._agent(above)
        return None

    # -- objects

    def _is_relative(self, number: int) -> bool:
        return self.syntax.tag(number) in _RELATIVES or (
            self.syntax.lemma(number) == "that" and self.syntax.tag(number) != "IN" and self._in_relative(number)
        )

    def _in_relative(self, number: int) -> bool:
        above = self.syntax.head(number)
        return above is not None and self.syntax.relation(above) == "relcl"

    def _antecedent(self, relative: int) -> int | None:
        """What "which" or "who" stands for: the noun its clause hangs on, else the one before it."""
        for number in self.syntax.ancestors(relative):
            if self.syntax.relation(number) == "relcl":
                held = self.syntax.head(number)
                # "Ask them who flew": a question, of nobody named.
                is_asked = held is not None and self.syntax.form(held).lower() in _ASKED
                return None if is_asked else held
        return self.nearby.noun_before(relative)

    def _objects(self, verb: int) -> list[int]:
        tree = self.syntax
        found = [n for n in tree.dependents(verb, "dobj", "dative", "oprd") if tree.tag(n) not in {"IN", "TO"}]
        found += [n for n in tree.dependents(verb, "pobj") if n > verb]
        found += [n for n in tree.dependents(verb, "nsubj", "nsubjpass")[:-1] if self._is_relative(n)]
        if not found and not self.is_passive(verb) and not self._relative_clause(verb):
            # "handed over wheelchairs": the noun may hang on the particle.
            particle = next(iter(tree.dependents(verb, "prt")), verb)
            found = [
                n
                for n in [self.nearby.noun_after(max(verb, particle))]
                if n is not None and self._may_be_object(n, verb)
            ]
        resolved = [self._antecedent(number) if self._is_relative(number) else number for number in found]
        return [number for number in resolved if number is not None]

    def _relative_clause(self, verb: int) -> int | None:
        return next((n for n in (verb, *self.syntax.ancestors(verb)) if self.syntax.relation(n) == "relcl"), None)

    def _may_be_object(self, number: int, verb: int) -> bool:
        """A noun that is lost, and no subject, date or object of somebody else's."""
        tree = self.syntax
        return (
            tree.relation(number) not in {"nsubj", "nsubjpass", "npadvmod", "tmod", "poss"}
            and tree.head(number) != verb
        )

    def _gap(self, verb: int, subject: int | None, objects: list[int]) -> int | None:
        """In "drones Iran supplied" the noun before is what was supplied."""
        relative = self._relative_clause(verb)
        if relative is None and not objects:
            found = self._lost_antecedent(verb, subject)
            return self._before_subject(verb, subject) if found is None else found
        if relative is None or (relative != verb and not self._leads_to(verb, relative)):
            return None
        antecedent = self.syntax.head(relative)
        is_taken = antecedent is None or antecedent == subject or antecedent in objects
        is_taken = is_taken or (antecedent is not None and self._is_about_place(verb, antecedent))
        if is_taken or self.subject(relative) == antecedent:
            return None
        return antecedent

    def _lost_antecedent(self, verb: int, subject: int | None) -> int | None:
        """A clause that hangs on a noun and has no object of its own is most likely a relative clause."""
        tree = self.syntax
        above = tree.head(verb)
        is_hung = above is not None and tree.relation(verb) in {"ccomp", "acl", "dep"} and tree.tag(verb) != "VBG"
        is_noun = above is not None and above < verb and tree.tag(above) in {"NN", "NNS", "NNP", "CD"}
        is_hung = is_hung and not (above is not None and self._is_about_place(verb, above))
        return above if is_hung and is_noun and above != subject and tree.dependents(verb, "nsubj") else None

    def _before_subject(self, verb: int, subject: int | None) -> int | None:
        """In "the 4 billion shekels (1.2 billion dollars) he paid" the thing stands right before the subject."""
        tree = self.syntax
        own = tree.dependents(verb, "nsubj")
        if subject is None or subject not in own or tree.tag(subject) != "PRP" or subject < 2:
            return None
        before = self.nearby.before_bracket(subject - 1)
        is_noun = tree.tag(before) in {"NN", "NNS", "CD"} and tree.relation(before) != "npadvmod"
        return before if is_noun else None

    def _leads_to(self, verb: int, above: int) -> bool:
        """Whether only complements lie between ("which it agreed to buy")."""
        for number in (verb, *self.syntax.ancestors(verb)):
            if number == above:
                return True
            if self.syntax.relation(number) not in {"xcomp", "ccomp"}:
                return False
        return False

    # -- prepositions

    def _obliques(self, verb: int, objects: tuple[int, ...]) -> Iterator[Oblique]:
        """Breadth first, since the nearest preposition is the likeliest to belong to the verb."""
        found = list(self.obliques_under((verb, *objects), without=frozenset()))
        yield from found
        seen = {oblique.at for oblique in found}
        for prep in self.nearby.prepositions_after(verb):
            if prep not in seen and self._first_verb_above(prep) in {verb, None}:
                yield from self._joined(prep)

    def _first_verb_above(self, number: int) -> int | None:
        return next((above for above in self.syntax.ancestors(number) if self.is_verb(above)), None)

    def obliques_under(self, tops: tuple[int, ...], without: frozenset[str]) -> Iterator[Oblique]:
        """The nouns joined by prepositions to some words or to phrases inside them."""
        tree = self.syntax
        waiting, seen = list(tops), set(tops)
        after = tops[0] + 1
        if len(tops) == 1 and after < len(tree) and tree.lemma(after) == "of" and tree.head(after) not in tops:
            # "the delivery of 1,000 tons" with "of" hung elsewhere.
            for oblique in self._joined(after):
                yield oblique
                waiting.append(oblique.noun)
                seen.add(oblique.noun)
        for number in waiting:
            for below in tree.dependents(number):
                if below in seen:
                    continue
                seen.add(below)
                if tree.relation(below) in _PREPOSITIONAL and tree.tag(below) in {"IN", "TO", "VBG", "RB", "RP"}:
                    yield from self._joined(below)
                is_inside = tree.relation(below) in (_WITHIN_PHRASE - without) | _PREPOSITIONAL
                if is_inside and not self.is_verb(below):
                    waiting.append(below)

    def _joined(self, prep: int) -> Iterator[Oblique]:
        tree = self.syntax
        by = tree.lemma(prep)
        if by == "for" and prep > 1 and tree.lemma(prep - 1) in _IN_RETURN and tree.lemma(prep - 2) == "in":
            by = IN_RETURN
        nouns = tree.dependents(prep, "pobj")
        if not nouns and not tree.dependents(prep, "pcomp"):
            nouns = [noun for noun in [self.nearby.noun_after(prep)] if noun is not None]
        for noun in nouns:
            if by == IN_RETURN:
                yield Oblique(by, noun, prep - 2)
                continue
            if by == "in" and tree.lemma(noun) in _IN_RETURN:
                for inner in tree.dependents(noun, "prep"):
                    for other in tree.dependents(inner, "pobj") if tree.lemma(inner) == "for" else ():
                        yield Oblique(IN_RETURN, other, prep)
            else:
                yield Oblique(by, noun, prep)
        # In "in exchange for", "in" may hang on "exchange" or the other way round; "from within" nests.
        for inner in tree.dependents(prep, "prep"):
            if by == "in" and tree.lemma(inner) == "for":
                yield from (Oblique(IN_RETURN, noun, prep) for noun in tree.dependents(inner, "pobj"))
