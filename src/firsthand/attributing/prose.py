"""An article's words with what is known of them, as the rules of this room ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from firsthand.model import Name, NameType, Span, Tagged
from firsthand.text.syntax import Syntax

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP"})
"""Tags of words that can name somebody; pronouns, numbers ("two of them") and "those" among them."""
BEARERS = frozenset({NameType.PERSON, NameType.ORGANISATION, NameType.LOCATION, NameType.FACILITY, NameType.PRODUCT})
"""Types of names whose bearers can vouch for something."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Prose:
    """A text, its syntax, its names."""

    def __init__(self, text: str, tagged: Tagged) -> None:
        self.text = text
        self.syntax = Syntax(text, tagged.words)
        self._names = tuple(name for name in tagged.names if name.type in BEARERS)

    @cached_property
    def _name_at(self) -> dict[int, Name]:
        return {number: name for name in self._names for number in self.syntax.within(name.span)}

    def name_at(self, number: int) -> Name | None:
        """The name that a word is part of."""
        return self._name_at.get(number)

    def names_within(self, span: Span) -> Iterator[Name]:
        """The names that lie in a span, in order."""
        seen = None
        for number in self.syntax.within(span):
            name = self._name_at.get(number)
            if name is not seen and name and span.contains(name.span):
                yield name
            seen = name

    def words(self, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join(span.of(self.text).split())

    def is_verb(self, number: int) -> bool:
        return self.syntax.tag(number).startswith("VB")

    def is_noun(self, number: int) -> bool:
        return self.syntax.tag(number) in NOUNS

    def subject(self, verb: int) -> int | None:
        """Who does it: the verb's own subject, or, for a participle, an infinitive or a second verb, its governor's."""
        syntax = self.syntax
        for _ in range(6):
            own = syntax.dependents(verb, *SUBJECTS)
            if own:
                return own[0]
            above = syntax.head(verb)
            if above is None:
                return None
            if syntax.relation(verb) in {"acl", "relcl"} and self.is_noun(above):
                return above
            if syntax.relation(verb) not in {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "aux"}:
                return None
            verb = above
        return None

    def has_subject(self, verb: int) -> bool:
        """Whether a verb has a subject of its own."""
        return bool(self.syntax.dependents(verb, *SUBJECTS))

    def objects(self, verb: int) -> list[int]:
        """Its direct and indirect objects."""
        return self.syntax.dependents(verb, "dobj", "dative", "oprd")

    def agent(self, verb: int) -> int | None:
        """Who does what is told in the passive: the noun behind "by"."""
        for by in self.syntax.dependents(verb, "agent", "prep"):
            if self.syntax.form(by).lower() == "by":
                return self.pobj(by)
        return None

    def pobj(self, preposition: int) -> int | None:
        """The noun behind a preposition, or behind a second one ("according to", "because of")."""
        for below in self.syntax.dependents(preposition, "pobj"):
            return below
        for below in self.syntax.dependents(preposition, "prep", "pcomp"):
            found = self.pobj(below)
            if found is not None:
                return found
        return None

    def prepositions(self, number: int, *forms: str) -> list[int]:
        """The nouns that prepositions of these forms tie to a word."""
        found = []
        for preposition in self.syntax.dependents(number, "prep", "agent", "dative"):
            if self.syntax.form(preposition).lower() in forms:
                noun = self.pobj(preposition)
                if noun is not None:
                    found.append(noun)
        return found

    def negated(self, verb: int) -> bool:
        """Whether "not", "n't" or "never" stands to a verb, or to an auxiliary of it."""
        below = self.syntax.dependents(verb)
        return any(
            self.syntax.relation(n) == "neg"
            or self.syntax.form(n).lower() in {"not", "n't", "n’t", "never", "no longer"}
            for n in below
        )
