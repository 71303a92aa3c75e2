"""From transfers to exchanges: parties named, quantities read, returns linked, statements and moments added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from firsthand.exchanging.afterwards import Afterwards
from firsthand.exchanging.clauses import Oblique
from firsthand.exchanging.deeds import Deeds
from firsthand.exchanging.scene import Scene
from firsthand.exchanging.standing import Standing
from firsthand.exchanging.transfers import Transfer, Transfers
from firsthand.model import Exchange, Item, Moment, Party, Span, Status
from firsthand.text.word_lists import listed

_GUESSING = listed("allegedly apparently likely maybe perhaps possibly presumably probably reportedly supposedly")

MomentOf: TypeAlias = Callable[[Span], Moment | None]
"""When what a word says happened, as far as the text tells."""


def exchanges(scene: Scene, standing: Standing, moment_of: MomentOf) -> tuple[Exchange, ...]:
    """The exchanges of a text, in order of their triggers."""
    told = list(Transfers(scene, standing).found())
    taken = frozenset(number for one in told for number in _held(scene, one))
    found = Afterwards(scene).of(_once([*told, *Deeds(scene, standing, taken).found()]))
    return _Register(scene, moment_of).of(found)


def _held(scene: Scene, transfer: Transfer) -> Iterable[int]:
    """Words that a transfer holds as its items, so that "provide aid" is one transfer and not two."""
    for item in transfer.items:
        yield item
        thing = scene.thing(item)
        if thing:
            yield thing.core
        yield from scene.syntax.within(scene.item_phrase(item))
        yield from scene.syntax.dependents(item, "compound", "nmod")
    for oblique in transfer.returns:
        yield oblique.noun


def _once(found: list[Transfer]) -> list[Transfer]:
    """One transfer a trigger."""
    kept: dict[Span, Transfer] = {}
    for one in found:
        before = kept.get(one.trigger)
        if before is None or one.sureness > before.sureness:
            kept[one.trigger] = one
    return list(kept.values())


@dataclass
class _Register:
    """Writes transfers as exchanges."""

    scene: Scene
    moment_of: MomentOf

    def of(self, transfers: list[Transfer]) -> tuple[Exchange, ...]:
        found: list[Exchange] = []
        for transfer in transfers:
            given = self._entry(transfer, f"x{len(found) + 1}")
            found.append(given)
            for oblique in transfer.returns[:1]:
                back = self._return(given, oblique, f"x{len(found) + 1}")
                if back:
                    found[-1] = replace(given, in_return_for=back.id)
                    found.append(back)
        return tuple(found)

    def _entry(self, transfer: Transfer, name: str) -> Exchange:
        giver = self._party(transfer.giver)
        receiver = giver if transfer.both else self._party(transfer.receiver)
        return Exchange(
            id=name,
            giver=giver,
            receiver=receiver,
            items=tuple(self._item(number) for number in transfer.items),
            trigger=transfer.trigger,
            status=transfer.status,
            when=self.moment_of(transfer.trigger),
            in_return_for=None,
            according_to=self.scene.resting_on(transfer.trigger, denied=transfer.status is Status.DENIED),
            confidence=transfer.sureness,
        )

    def _return(self, given: Exchange, oblique: Oblique, name: str) -> Exchange | None:
        """The counter-transfer: the same two parties the other way round."""
        tree = self.scene.syntax
        items = tuple(number for number in tree.conjuncts(oblique.noun) if self.scene.thing(number))
        if not items:
            return None
        return replace(
            given,
            id=name,
            giver=given.receiver,
            receiver=given.giver,
            items=tuple(self._item(number) for number in items),
            trigger=tree.words[oblique.at].span,
            status=Status.SUSPECTED if self._is_guessed(oblique.at) else given.status,
            in_return_for=given.id,
            confidence=given.confidence * 0.9,
        )

    def _is_guessed(self, preposition: int) -> bool:
        """ "…, likely in exchange for technology": what comes back is a guess."""
        before = preposition - 1
        return before >= 0 and self.scene.syntax.lemma(before) in _GUESSING

    def _party(self, number: int | None) -> Party | None:
        return None if number is None else self.scene.party(number)

    def _item(self, number: int) -> Item:
        scene, tree = self.scene, self.scene.syntax
        thing = scene.thing(number)
        core = thing.core if thing else number
        span = self._words(number)
        compounds = [n for n in tree.dependents(core, "compound") if n < core and tree.tag(n) != "CD"]
        before = [tree.form(n) for n in compounds if not scene.measures(n)]
        return Item(span, " ".join([*before, tree.lemma(core)]), scene.quantity(span, core))

    def _words(self, number: int) -> Span:
        """The item without those coordinated with it, which are items of their own; "in aid" belongs to a sum."""
        return self.scene.item_phrase(number)
