"""Events told by verbs: who visits, meets, attacks, launches, expels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from firsthand.exchanging.clauses import Clause
from firsthand.exchanging.happenings import (
    CASTS,
    EVENT_STATUS,
    EXPLOSIVE,
    FLYING,
    FORCES,
    LIFTING,
    SANCTIONS,
    SENT_AWAY,
    VERBS,
    Happening,
)
from firsthand.exchanging.partakers import Partakers, Told
from firsthand.exchanging.things import Kind, kind_of
from firsthand.model import NameType, Status
from firsthand.text.word_lists import listed

Held: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], int | None]
"""Who does it, whom it is done to or with, where."""

_VAGUELY_FLYING = frozenset({"vehicle", "system", "arm", "device"})
_BLOWS = listed("attack blow_up bring_down detonate hit pound raid shoot shoot_down storm strike")
_GOALS = {"arrive": ("in", "at", "to"), "travel": ("to",), "fly": ("to", "into"), "come": ("to",), "go": ("to",)}


class Acts(Partakers):
    """Reads the events that verbs tell."""

    def of(self, verb: int) -> Told | None:
        """The event of a verb, if it tells one."""
        word = self.scene.clauses.verb(verb)
        if word == "be":
            return self._stay(verb)
        if word in LIFTING:
            return self._lifted(verb)
        if word not in VERBS or self.standing.of_verb(verb) is None:
            return None
        clause = self.scene.clauses.clause(verb)
        for kind in self._kinds(word):
            held = _READERS[kind](self, clause, word)
            if held:
                doers, others, place = held
                return Told(kind, verb, doers, others, place, self._status(verb))
        return None

    @staticmethod
    def _kinds(word: str) -> tuple[Happening, ...]:
        """One fires at people and fires rockets."""
        return (Happening.ATTACK, Happening.LAUNCH_TEST) if word in {"fire", "detonate"} else (VERBS[word],)

    def _status(self, verb: int) -> Status:
        above = self.tree.head(verb)
        if above is not None and self.scene.clauses.is_verb(above) and self.tree.relation(verb) in {"xcomp", "ccomp"}:
            status = EVENT_STATUS.get(self.scene.clauses.verb(above))
            if status:
                return status
        return self.standing.of_verb(verb) or Status.PLANNED

    def _stay(self, verb: int) -> Told | None:
        """ "The foreign minister is in Damascus"."""
        tree = self.tree
        doer = self.scene.clauses.subject(verb)
        is_more = tree.dependents(verb, "attr", "acomp", "aux", "neg", "expl", "xcomp", "ccomp")
        if doer is None or is_more or tree.relation(verb) == "aux" or tree.tag(doer) in {"PRP", "DT", "WP"}:
            return None
        preps = [n for n in tree.dependents(verb, "prep") if tree.lemma(n) == "in"]
        places = [n for prep in preps for n in tree.dependents(prep, "pobj") if self.scene.is_place(n)]
        named = [n for n in places if self.scene.name_type(n) is NameType.LOCATION or tree.lemma(n) == "capital"]
        if not named or not self.is_official(doer):
            return None
        return Told(Happening.VISIT, verb, self.parties((doer,)), (), named[0], self.standing.own(verb))

    def visit(self, clause: Clause, word: str) -> Held | None:
        doer = clause.doer if not clause.is_passive else None
        if doer is None or not self.is_official(doer):
            return None
        if word in {"visit", "tour"}:
            place = clause.objects[0] if clause.objects else self.place(clause.obliques)
            is_named = place is not None and self.scene.name_type(place) is not None
            is_somewhere = place is None or is_named or self.scene.is_place(place) or not self._is_somebody(place)
            return (self.parties((doer,)), (), place) if is_somewhere else None
        place = next((one.noun for one in clause.by(*_GOALS[word]) if self.scene.is_place(one.noun)), None)
        return (self.parties((doer,)), (), place) if place is not None else None

    def _is_somebody(self, number: int) -> bool:
        return kind_of(self.tree.lemma(number)) is Kind.PEOPLE or self.tree.tag(number) == "PRP"

    def meeting(self, clause: Clause, word: str) -> Held | None:
        if word in {"receive", "host", "welcome"}:
            return self._reception(clause)
        objects = [number for number in clause.objects if self.scene.is_party(number)]
        with_whom = self.named(clause.by("with"))
        if clause.objects and not objects:
            return None
        if not objects and not with_whom and not self.is_several(clause.doer):
            return None
        doers = self.parties((clause.doer,))
        others = tuple(n for n in self.parties([*objects[:1], *with_whom]) if n not in doers)
        if any(self.tree.lemma(n) in _FAMILY for n in others):
            return None
        return (doers, others, self.place(clause.obliques)) if doers or others else None

    def _reception(self, clause: Clause) -> Held | None:
        """Officials receive guests; they receive letters and money, too."""
        guests = [n for n in clause.objects if self.is_official(n) and self.tree.tag(n) != "PRP"]
        if not guests or clause.doer is None or not self.is_official(clause.doer):
            return None
        return self.parties((clause.doer,)), self.parties(guests), self.place(clause.obliques)

    def call(self, clause: Clause, word: str) -> Held | None:
        partners = list(clause.objects)
        if word in {"speak", "talk"}:
            if not any(one.by in {"by", "on", "over", "via"} and self._is_line(one.noun) for one in clause.obliques):
                return None
            partners = self.named(clause.by("with", "to"))
        parties = self.parties((clause.doer, *partners))
        return (parties, (), None) if len(parties) > 1 else None

    def _is_line(self, number: int) -> bool:
        return self.tree.lemma(number) in {"phone", "telephone", "videolink", "hotline"}

    def sanction(self, clause: Clause, word: str) -> Held | None:
        targets = self.parties(clause.objects[:1])
        return (self.parties((clause.doer,)), targets, None) if targets else None

    def attack(self, clause: Clause, word: str) -> Held | None:
        doer, targets = clause.doer, list(clause.objects[:1])
        if word in {"explode", "go_off"}:
            return self._explosion(clause)
        if word == "fire":
            is_shot = any(self._is_flown(n) or self.tree.lemma(n) in _SHOTS for n in targets)
            if targets and not is_shot:
                return None
            targets = [o.noun for o in clause.by("at", "on") if self._can_be_hit(o.noun) or self.scene.thing(o.noun)]
            if not targets:
                return None
        elif word in _BLOWS and not self._is_armed(clause, word):
            return None
        kept = [n for one in targets for n in self.tree.conjuncts(one) if self.tree.form(n) not in _SELF]
        kept += self.harmed(clause) if not kept else ()
        if not kept and doer is None:
            return None
        place = self.place(clause.obliques)
        if place is None:
            place = next((n for n in kept if self.scene.is_place(n)), None)
        return tuple(self.tree.conjuncts(doer)) if doer is not None else (), tuple(kept), place

    def _explosion(self, clause: Clause) -> Held | None:
        bomb = clause.doer
        if bomb is None or self.tree.lemma(bomb) not in {"bomb", "device", "ied", "mine", "grenade", "explosive"}:
            return None
        return (), self.harmed(clause), self.place(clause.obliques)

    def _can_be_hit(self, number: int) -> bool:
        return self.scene.is_party(number) or self.scene.is_place(number)

    def _is_armed(self, clause: Clause, word: str) -> bool:
        """ "Critics attacked the plan", "the storm hit the coast": only what arms do counts."""
        tree, scene = self.tree, self.scene
        target = clause.objects[0] if clause.objects else None
        if word in {"shoot", "shoot_down"}:
            return target is not None and (scene.is_party(target) or scene.thing(target) is not None)
        thing = scene.thing(target) if target is not None else None
        if word == "bring_down":
            return thing is not None and thing.kind is Kind.ARMS
        if word in {"blow_up", "detonate"}:
            return target is None or tree.tag(target) == "PRP" or thing is not None
        armed = clause.doer is not None and self.bears_arms(clause.doer)
        if word == "raid" and clause.doer is not None and tree.lemma(clause.doer) in _SEARCHERS:
            return False
        if word == "attack":
            is_concrete = target is not None and (scene.is_place(target) or self.bears_arms(target))
            armed = armed or (
                self._is_state(clause.doer) and target is not None and self.scene.name_type(target) is not None
            )
            return armed or is_concrete or (target is not None and clause.is_passive and scene.is_party(target))
        return armed and target is not None and self._can_be_hit(target)

    def _is_state(self, number: int | None) -> bool:
        return number is not None and self.scene.name_type(number) is NameType.LOCATION

    def launch(self, clause: Clause, word: str) -> Held | None:
        flown = [n for n in clause.objects[:1] for n in self.tree.conjuncts(n) if self._is_flown(n)]
        return (self.parties((clause.doer,)), tuple(flown), self.place(clause.obliques)) if flown else None

    def _is_flown(self, number: int) -> bool:
        tree = self.tree
        word = tree.lemma(number)
        about = {tree.lemma(n) for n in tree.dependents(number, "amod", "compound")}
        of = {tree.lemma(one.noun) for one in self.under(number) if one.by == "of"}
        if word in _VAGUELY_FLYING:
            return bool(about & EXPLOSIVE)
        return word in FLYING or bool(of & FLYING)

    def expulsion(self, clause: Clause, word: str) -> Held | None:
        sent = [n for n in clause.objects if self.tree.lemma(n) in SENT_AWAY]
        if word == "declare" and not self._is_unwelcome(clause.verb):
            return None
        place = next((one.noun for one in clause.by("from", "in", "at") if self.scene.name_type(one.noun)), None)
        return (self.parties((clause.doer,)), tuple(sent), place) if sent else None

    def _is_unwelcome(self, verb: int) -> bool:
        """ "Declared persona non grata"."""
        return any(self.tree.lemma(n) in {"persona", "personae"} for n in range(verb, min(len(self.tree), verb + 9)))

    def deployment(self, clause: Clause, word: str) -> Held | None:
        sent = [n for n in clause.objects[:1] if self.tree.lemma(n) in FORCES]
        goals = clause.by("to", "in", "at", "near", "along", "on")
        place = next((one.noun for one in goals if self.scene.is_place(one.noun)), None)
        return (self.parties((clause.doer,)), tuple(sent), place) if sent else None

    def protest(self, clause: Clause, word: str) -> Held | None:
        crowd = clause.doer
        if crowd is None or self.tree.tag(crowd) not in {"NNS", "NNPS", "CD"} or clause.objects:
            return None
        return (crowd,), (), self.place(clause.obliques)

    def _lifted(self, verb: int) -> Told | None:
        clause = self.scene.clauses.clause(verb)
        sanction = next((n for n in clause.objects[:1] if self.tree.lemma(n) in SANCTIONS), None)
        if sanction is None:
            return None
        by = CASTS[Happening.SANCTION_LIFT].by
        targets = self.parties(self.named([*(o for o in self.under(sanction) if o.by in by), *clause.by(*by)][:1]))
        doers = self.parties((clause.doer,)) or self.parties((self.scene.nationality(sanction),))
        return Told(Happening.SANCTION_LIFT, verb, doers, targets, None, self._status(verb))


_SEARCHERS = listed("agent authorities authority detective investigator officer police prosecutor team")
_FAMILY = listed("wife husband mother father parent daughter son child friend girlfriend boyfriend sister brother")
_SHOTS = listed("artillery bullet gun mortar rifle round salvo shot volley")
_SELF = listed("himself herself itself themselves")
_READERS: dict[Happening, Callable[[Acts, Clause, str], Held | None]] = {
    Happening.VISIT: Acts.visit,
    Happening.MEETING: Acts.meeting,
    Happening.CALL: Acts.call,
    Happening.SANCTION: Acts.sanction,
    Happening.ATTACK: Acts.attack,
    Happening.LAUNCH_TEST: Acts.launch,
    Happening.EXPULSION: Acts.expulsion,
    Happening.DEPLOYMENT: Acts.deployment,
    Happening.PROTEST: Acts.protest,
}
