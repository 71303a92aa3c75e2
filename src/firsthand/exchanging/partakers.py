"""Who takes part in an event and where it is: what verbs and nouns of events have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.exchanging.clauses import Clause, Oblique
from firsthand.exchanging.happenings import OFFICIALS, Happening
from firsthand.exchanging.scene import Scene
from firsthand.exchanging.standing import Standing
from firsthand.model import NameType, Status

_WHERE = ("in", "at", "near", "outside", "inside", "on")


@dataclass(frozen=True, slots=True)
class Told:
    """An event by the numbers of its words; one that `points_back` may be the same as one before ("the visit")."""

    kind: Happening
    trigger: int
    doers: tuple[int, ...]
    others: tuple[int, ...]
    place: int | None
    status: Status
    points_back: bool = False


class Partakers:
    """Finds parties and places around the words of a scene."""

    def __init__(self, scene: Scene, standing: Standing) -> None:
        self.scene = scene
        self.tree = scene.syntax
        self.standing = standing

    def parties(self, numbers: Iterable[int | None]) -> tuple[int, ...]:
        """The parties among some words and those coordinated with them."""
        found: dict[int, None] = {}
        for number in numbers:
            for one in self.tree.conjuncts(number) if number is not None else ():
                is_new = not any(self.scene.in_one_name(one, before) for before in found)
                if is_new and self.scene.is_party(one) and not self._goes_on_a_name(one):
                    found[one] = None
        return tuple(found)

    def _goes_on_a_name(self, number: int) -> bool:
        """In "Minister of Interior and Municipalities Omar Said" the tree may take the man for a second one."""
        above = self.tree.head(number)
        if above is None or self.tree.relation(number) != "conj":
            return False
        return self.scene.in_one_name(above, number)

    def named(self, obliques: Iterable[Oblique]) -> list[int]:
        """The nouns of some prepositions, without dates and sums."""
        return [o.noun for o in obliques if self.scene.name_type(o.noun) not in {NameType.DATE, NameType.MONEY}]

    def place(self, obliques: Iterable[Oblique]) -> int | None:
        """Where: a place with a name before any other."""
        found = list(obliques)
        for one in found:
            is_named = self.scene.name_type(one.noun) in {NameType.LOCATION, NameType.FACILITY}
            if one.by in _WHERE and (is_named or (one.by == "at" and self._is_organisation(one.noun))):
                return one.noun
        return next((one.noun for one in found if one.by in _WHERE[:-1] and self.scene.is_place(one.noun)), None)

    def _is_organisation(self, number: int) -> bool:
        return self.scene.name_type(number) is NameType.ORGANISATION

    def under(self, noun: int) -> list[Oblique]:
        """The prepositions of a noun phrase."""
        return list(self.scene.clauses.obliques_under((noun,), without=frozenset({"conj", "appos"})))

    def is_official(self, number: int) -> bool:
        """Somebody whose coming and going is news; a name or a pronoun will do."""
        tree = self.tree
        if self.scene.name_type(number) is NameType.PERSON or tree.tag(number) in {"PRP", "PRP$"}:
            return tree.lemma(number) not in {"it", "its", "you", "your"}
        words = {tree.lemma(n) for n in (number, *tree.dependents(number, "compound", "appos"))}
        return bool(words & OFFICIALS) or (tree.tag(number).startswith("NNP") and self.scene.name_type(number) is None)

    def is_several(self, number: int | None) -> bool:
        if number is None or not self.scene.is_party(number):
            return False
        return self.tree.tag(number) in {"NNS", "NNPS", "PRP"} or len(self.tree.conjuncts(number)) > 1

    def bears_arms(self, number: int) -> bool:
        """Whether a noun phrase speaks of arms or of those who bear them."""
        return self.scene.bears_arms(number)

    def harmed(self, clause: Clause) -> tuple[int, ...]:
        """ "…, killing six soldiers" says whom an attack hit."""
        for below in self.tree.dependents(clause.verb, "advcl", "conj", "xcomp"):
            if self.tree.lemma(below) in {"kill", "wound", "injure", "hurt"}:
                return self.parties(self.scene.clauses.clause(below).objects[:1])
        return ()
