"""The events of a text, each once, with those who take part in them."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.exchanging.acts import Acts
from firsthand.exchanging.happenings import CASTS, Happening, plover
from firsthand.exchanging.occasions import Occasions
from firsthand.exchanging.partakers import Told
from firsthand.exchanging.scene import Scene
from firsthand.exchanging.standing import Standing
from firsthand.model import Event, Moment, Participant, Span


class Occurrences:
    """Finds the events of a scene."""

    def __init__(self, scene: Scene, standing: Standing, moment_of: Callable[[Span], Moment | None]) -> None:
        self.scene = scene
        self.tree = scene.syntax
        self.moment_of = moment_of
        self._acts = Acts(scene, standing)
        self._occasions = Occasions(scene, standing)

    def found(self) -> tuple[Event, ...]:
        """One event each, in order of the text."""
        told: list[Told] = []
        for number in range(len(self.tree)):
            is_verb = self.scene.clauses.is_verb(number)
            one = self._acts.of(number) if is_verb else self._occasions.of(number)
            if one and not self._is_known(one, told):
                told.append(one)
        return tuple(self._event(f"e{n}", one) for n, one in enumerate(told, 1))

    def _is_known(self, one: Told, told: list[Told]) -> bool:
        """Whether it is told already: an event is one record, however often it is named."""
        for before in told:
            if before.kind is not one.kind:
                continue
            is_one_phrase = (
                self.tree.head(one.trigger) == before.trigger or self.tree.head(before.trigger) == one.trigger
            )
            if is_one_phrase and not self._are_both_verbs(one, before):
                return True
            if (one.points_back or self._hangs_on(one, before)) and not self._differs(one, before):
                return True
        return False

    def _hangs_on(self, one: Told, before: Told) -> bool:
        """ "Arrived in Paris for a state visit" is one visit."""
        if self._are_both_verbs(one, before):
            return False
        return one.place is None and before.trigger in list(self.tree.ancestors(one.trigger))[:3]

    def _are_both_verbs(self, one: Told, before: Told) -> bool:
        return self.scene.clauses.is_verb(one.trigger) and self.scene.clauses.is_verb(before.trigger)

    def _differs(self, one: Told, before: Told) -> bool:
        """Two different places or two different doers make two events."""
        if one.place is not None and before.place is not None and not self._same(one.place, before.place):
            return True
        named = [n for n in one.doers if self.tree.tag(n) not in {"PRP", "PRP$"}]
        known = [n for n in (*before.doers, *before.others) if self.tree.tag(n) not in {"PRP", "PRP$"}]
        return bool(named and known) and not any(self._same(a, b) for a in named for b in known)

    def _same(self, one: int, other: int) -> bool:
        if self.tree.lemma(one) == self.tree.lemma(other):
            return True
        first, second = self.scene.party(one), self.scene.party(other)
        return first.actor is not None and first.actor == second.actor

    def _event(self, name: str, told: Told) -> Event:
        cast = CASTS[told.kind]
        is_host = told.kind is Happening.MEETING and self.tree.lemma(told.trigger) in {"receive", "host", "welcome"}
        doer = "host" if is_host else cast.doer
        participants = [Participant(self.scene.party(n, alone=True), doer) for n in told.doers]
        participants += [Participant(self.scene.party(n, alone=True), cast.other) for n in told.others]
        span = self.tree.words[told.trigger].span
        known = bool(told.doers) + bool(told.others or told.place is not None)
        return Event(
            id=name,
            type=told.kind.value,
            plover=plover(told.kind, told.status),
            trigger=span,
            participants=tuple(participants),
            place=self.scene.party(told.place, alone=True) if told.place is not None else None,
            when=self.moment_of(span),
            status=told.status,
            confidence=0.5 + 0.2 * known,
        )
