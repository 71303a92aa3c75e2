"""What only shows when all transfers of a text are known: denials of them, parties they share, one told twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from firsthand.exchanging.scene import Scene
from firsthand.exchanging.transfers import Transfer
from firsthand.model import Status
from firsthand.text.word_lists import listed

_DENYING = listed("deny refute dispute disavow")
_THE_CLAIM = listed("accusation allegation assertion charge claim it report so suggestion that this")
_CLAIMED = frozenset({Status.COMPLETED, Status.ONGOING, Status.SUSPECTED})
_MORE = listed("additional another extra further more other")
_LOOKING_BACK = 20
_GIFTS = listed("contribute donate give grant lend pay pledge promise send")


class Afterwards:
    """Reads the transfers of a scene against each other."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree = scene.syntax
        ends = (self.tree.tag(number) == "." for number in range(len(self.tree)))
        self._stops = list(accumulate(ends, initial=0))

    def of(self, transfers: list[Transfer]) -> list[Transfer]:
        """All of them, with shared parties filled in and one told twice told once; denials added; in order."""
        known: list[Transfer] = []
        for one in sorted(transfers, key=lambda transfer: transfer.trigger):
            filled = self._filled(one, known[-1]) if known else one
            near = range(max(0, len(known) - _LOOKING_BACK), len(known))
            again = next((number for number in near if self._is_same(filled, known[number])), None)
            if again is None:
                known.append(filled)
            else:
                known[again] = self._fuller(known[again], filled)
        return sorted([*known, *self._denials(known)], key=lambda transfer: transfer.trigger)

    # -- parties told only once

    def _filled(self, one: Transfer, before: Transfer) -> Transfer:
        """ "… gave $10 million to the fund. A million more was donated by others": to the fund, too."""
        is_missing = one.receiver is None and before.receiver is not None and not one.both
        if not is_missing or not self._are_gifts(one, before) or not self._is_near(one, before):
            return one
        words = {self.tree.lemma(n) for item in one.items for n in (item, *self._beside(item))}
        return replace(one, receiver=before.receiver) if words & _MORE else one

    def _beside(self, item: int) -> list[int]:
        after = [item + 1] if item + 1 < len(self.tree) else []
        return [*self.tree.dependents(item), *after]

    def _are_gifts(self, one: Transfer, other: Transfer) -> bool:
        return all(self.scene.clauses.verb(transfer.anchor).split("_")[0] in _GIFTS for transfer in (one, other))

    def _is_near(self, one: Transfer, other: Transfer) -> bool:
        """In one sentence or in two that follow each other."""
        return abs(self._stops[one.anchor] - self._stops[other.anchor]) <= 2

    # -- told twice

    def _is_same(self, one: Transfer, other: Transfer) -> bool:
        """A noun that only takes up what is told beside it: the same thing, and no party that differs."""
        clauses = self.scene.clauses
        if clauses.is_verb(one.anchor) and clauses.is_verb(other.anchor):
            return False
        is_alike = one.status is other.status and not one.returns and not other.returns and self._is_near(one, other)
        if not is_alike or not self._cores(one) & self._cores(other) or self._quantities_differ(one, other):
            return False
        return self._fit(one.giver, other.giver) and self._fit(one.receiver, other.receiver)

    def _cores(self, transfer: Transfer) -> set[str]:
        things = [(item, self.scene.thing(item)) for item in transfer.items]
        return {self.tree.lemma(thing.core if thing else item) for item, thing in things}

    def _quantities_differ(self, one: Transfer, other: Transfer) -> bool:
        first, second = ({self._quantity(item) for item in each.items} - {None} for each in (one, other))
        return bool(first and second) and first != second

    def _quantity(self, item: int) -> float | None:
        thing = self.scene.thing(item)
        found = self.scene.quantity(self.scene.item_phrase(item), thing.core if thing else item)
        return found.least or found.greatest if found else None

    def _fit(self, one: int | None, other: int | None) -> bool:
        if one is None or other is None or self.tree.lemma(one) == self.tree.lemma(other):
            return True
        if {self.tree.tag(one), self.tree.tag(other)} & {"PRP", "PRP$"}:
            return True
        first, second = self.scene.party(one), self.scene.party(other)
        return first.actor is not None and first.actor == second.actor

    @staticmethod
    def _fuller(one: Transfer, other: Transfer) -> Transfer:
        """The one with more parties, and from the other what it lacks."""
        kept, spare = sorted((one, other), key=lambda t: (t.giver is None) + (t.receiver is None))
        return replace(kept, giver=_first(kept.giver, spare.giver), receiver=_first(kept.receiver, spare.receiver))

    # -- denials

    def _denials(self, transfers: list[Transfer]) -> Iterator[Transfer]:
        """ "… but Vestia denies this", "despite denials from both": the same transfer, denied."""
        for number in filter(self._denies, range(len(self.tree)) if transfers else ()):
            span = self.tree.words[number].span
            before = [one for one in transfers if one.trigger.end <= span.start and one.status in _CLAIMED]
            if before and self._is_near(before[-1], replace(before[-1], anchor=number)):
                yield replace(before[-1], trigger=span, anchor=number, status=Status.DENIED, returns=())

    def _denies(self, number: int) -> bool:
        tree = self.tree
        word = tree.lemma(number)
        if tree.tag(number).startswith("VB"):
            objects = {tree.lemma(n) for n in tree.dependents(number, "dobj")}
            is_open = not tree.dependents(number, "ccomp", "xcomp", "prep")
            return word in _DENYING and (bool(objects & _THE_CLAIM) or (not objects and is_open))
        above = tree.head(number)
        return word == "denial" and above is not None and tree.lemma(above) in {"despite", "amid"}


def _first(one: int | None, other: int | None) -> int | None:
    return one if one is not None else other
