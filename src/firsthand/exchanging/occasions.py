"""Events told by nouns: a visit, talks, a deal, sanctions, a raid, a test."""

from __future__ import annotations

from firsthand.exchanging.clauses import Oblique
from firsthand.exchanging.happenings import (
    ARMED,
    CASTS,
    EVENT_STATUS,
    EXPLOSIVE,
    FLYING,
    HOLDING,
    LIFTING,
    MAKING_DEALS,
    NO_ATTACK,
    NO_STRIKE,
    NOUNS,
    SANCTIONS,
    Happening,
)
from firsthand.exchanging.partakers import Partakers, Told
from firsthand.model import Status
from firsthand.text.word_lists import listed

_POINTING = listed("the this that these those such his her its their our")
_ON = listed("on during in after at for from before")
_TRAVELLING = frozenset({"on", "for"})
_NO_MEETING = listed("press news town hall small annual") - {"annual"}
_DISTANT = listed("phone telephone video conference")
_NEEDS_SOMEBODY = frozenset(
    {Happening.CALL, Happening.PROTEST, Happening.DEPLOYMENT, Happening.SANCTION, Happening.EXPULSION}
)


class Occasions(Partakers):
    """Reads the events that nouns tell."""

    def of(self, noun: int) -> Told | None:
        """The event of a noun, if it tells one."""
        tree = self.tree
        if not tree.tag(noun).startswith("NN") or tree.relation(noun) in {"compound", "nmod"}:
            return None
        word = tree.lemma(noun)
        if tree.tag(noun).startswith("NNP") and word not in {"summit", "accord", "treaty", "agreement"}:
            return None
        if word in LIFTING:
            return self._lifting(noun)
        kind = NOUNS.get(word)
        if kind is None or not self._is_meant(kind, noun, word) or self._is_undone(noun):
            return None
        return self._visit(noun) if kind is Happening.VISIT else self._held(kind, noun)

    # -- which sense

    def _is_meant(self, kind: Happening, noun: int, word: str) -> bool:
        tree = self.tree
        about = {tree.lemma(n) for n in tree.dependents(noun, "amod", "compound", "nmod")}
        if kind is Happening.ATTACK:
            return self._is_armed(noun, word, about)
        if kind is Happening.LAUNCH_TEST:
            of = {tree.lemma(one.noun) for one in self.under(noun) if one.by == "of"}
            return bool(about & EXPLOSIVE or of & FLYING)
        if kind is Happening.CALL:
            return bool(about & _DISTANT) or word in {"teleconference", "phone-call"}
        if kind is Happening.MEETING:
            is_with = word != "audience" or any(one.by == "with" for one in self.under(noun))
            return is_with and not about & _NO_MEETING and (word != "talk" or tree.tag(noun) == "NNS")
        if kind is Happening.ELECTION:
            above = tree.head(noun)
            return above is not None and tree.lemma(above) in {
                "hold",
                "win",
                "lose",
                "postpone",
                "schedule",
                "rig",
                "call",
            }
        return not (word == "deal" and about & {"great", "good", "big", "real"})

    def _is_armed(self, noun: int, word: str, about: set[str]) -> bool:
        if word == "strike":
            is_armed = bool(about & ARMED) or any(one.by in {"on", "against"} for one in self.under(noun))
            return is_armed and not about & NO_STRIKE
        if word in {"explosion", "blast"}:
            return bool(about & {"bomb", "grenade", "car", "suicide", "mine"})
        if word == "exchange":
            return any(one.by == "of" and self.tree.lemma(one.noun) in {"fire", "gunfire"} for one in self.under(noun))
        return not about & NO_ATTACK

    def _is_undone(self, noun: int) -> bool:
        """Sanctions that are lifted are told by the lifting."""
        above = self.tree.head(noun)
        if above is not None and self.tree.relation(noun) == "pobj":
            above = self.tree.head(above)
        return above is not None and self.tree.lemma(noun) in SANCTIONS and self.tree.lemma(above) in LIFTING

    # -- who and where

    def _held(self, kind: Happening, noun: int) -> Told | None:
        under = [*self.under(noun), *self._around(noun)]
        doers, others = self._sides(kind, noun, under)
        place = self.place(under)
        if kind is Happening.ATTACK and place is None:
            place = next((n for n in others if self.scene.is_place(n)), None)
        points_back = self._points_back(noun)
        if not doers and not others and not self._stands_alone(kind, noun, place, points_back):
            return None
        others = tuple(n for n in others if n not in doers)
        if kind is not Happening.ATTACK and place in others:
            place = None
        return Told(kind, noun, doers, others, place, self._status(noun), points_back)

    def _around(self, noun: int) -> list[Oblique]:
        """The prepositions of the verb that holds it: "held a meeting on Monday with"."""
        above = self.tree.head(noun)
        if (
            above is None
            or self.tree.relation(noun) not in {"dobj", "nsubjpass"}
            or not self.scene.clauses.is_verb(above)
        ):
            return []
        is_held = self.scene.clauses.verb(above) in HOLDING
        return list(self.scene.clauses.clause(above).obliques) if is_held else []

    def _sides(self, kind: Happening, noun: int, under: list[Oblique]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        cast = CASTS[kind]
        owner = self._owner(noun)
        if kind is Happening.AGREEMENT and owner is not None and self.tree.relation(owner) == "compound":
            # A name before it is the treaty's own: "the NATO treaty".
            owner = None
        doers = self.parties([*self.named(one for one in under if one.by == "by"), owner])
        joined = self.named(one for one in under if one.by in cast.by)
        if kind is Happening.ATTACK:
            return self._attacked(noun, under, doers)
        if kind in {Happening.LAUNCH_TEST, Happening.DEPLOYMENT, Happening.EXPULSION}:
            others = tuple(joined)
        else:
            others = self.parties(joined)
        holder = self.parties((self._holder(noun, kind),))
        if not doers or kind in {Happening.MEETING, Happening.CALL, Happening.AGREEMENT}:
            doers = (*doers, *(n for n in holder if n not in doers))
        if kind is Happening.MEETING and not doers and not others:
            others = self.parties(self.named(one for one in under if one.by == "of"))
        return doers, others

    def _stands_alone(self, kind: Happening, noun: int, place: int | None, points_back: bool) -> bool:
        """Whether it is news without anybody in it."""
        if kind in _NEEDS_SOMEBODY:
            return False
        if kind is Happening.ATTACK:
            return place is not None or not points_back
        if kind in {Happening.AGREEMENT, Happening.MEETING}:
            above = self.tree.head(noun)
            is_made = above is not None and self.scene.clauses.verb(above) in MAKING_DEALS | {"hold", "convene", "host"}
            return is_made or points_back or place is not None
        return True

    def _attacked(
        self, noun: int, under: list[Oblique], doers: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who attacks and what: a place before the noun is the target ("the Kuwait invasion")."""
        tree = self.tree
        by = CASTS[Happening.ATTACK].by
        targets = [n for one in under if one.by in by for n in tree.conjuncts(one.noun)]
        targets = [n for n in targets if tree.lemma(n) not in {"fire", "gunfire"}]
        targets = [n for n in targets if self.scene.is_party(n) or self.scene.is_place(n) or self.scene.thing(n)]
        if not targets:
            before = tree.dependents(noun, "compound", "poss")
            targets = [n for n in before if self.scene.is_place(n) and self.scene.name_type(n)] if not doers else []
            targets = targets or [n for n in doers if tree.relation(n) == "compound" and self.scene.is_place(n)]
        attackers = tuple(n for n in doers if n not in targets) or self.parties((self._holder(noun, Happening.ATTACK),))
        killing = self._killing(noun)
        if killing is not None and not attackers and not targets:
            clause = self.scene.clauses.clause(killing)
            attackers, targets = self.parties((clause.doer,)), list(self.parties(clause.objects[:1]))
        return tuple(n for n in attackers if n not in targets), tuple(dict.fromkeys(targets))

    def _owner(self, noun: int) -> int | None:
        """Whose it is: in "cancelled his visit" that of the clause's subject."""
        owner = self.scene.nationality(noun)
        above = self.tree.head(noun)
        if owner is None or self.tree.tag(owner) != "PRP$" or above is None or not self.scene.clauses.is_verb(above):
            return owner
        doer = self.scene.clauses.clause(above).doer if self.tree.relation(noun) == "dobj" else None
        return doer if doer is not None and self.scene.is_party(doer) else owner

    def _killing(self, noun: int) -> int | None:
        """The verb of "killed five soldiers in an ambush"."""
        prep = self.tree.head(noun)
        above = self.tree.head(prep) if prep is not None and self.tree.relation(noun) == "pobj" else None
        is_killing = above is not None and self.tree.lemma(above) in {"kill", "wound", "injure", "murder"}
        return above if is_killing else None

    def _holder(self, noun: int, kind: Happening) -> int | None:
        """The subject of the verb that holds, pays, signs or attends what the noun names; who is "on a visit"."""
        tree, clauses = self.tree, self.scene.clauses
        above, relation = tree.head(noun), tree.relation(noun)
        if above is None:
            return None
        if relation == "pobj":
            return self._on_it(above)
        if not clauses.is_verb(above) or relation not in {"dobj", "nsubjpass"}:
            return None
        verb = clauses.verb(above)
        is_held = verb in HOLDING or (kind is Happening.CALL and verb in {"receive", "get", "place", "speak"})
        return clauses.clause(above).doer if is_held else None

    def _on_it(self, prep: int) -> int | None:
        tree, clauses = self.tree, self.scene.clauses
        host = tree.head(prep)
        if host is None or tree.lemma(prep) not in _ON:
            return None
        if clauses.is_verb(host):
            takes_part = clauses.verb(host) in {"participate", "embark", "engage", "meet", "take_part", "involve"}
            return clauses.clause(host).doer if takes_part or tree.lemma(prep) in _TRAVELLING else None
        return host if tree.lemma(prep) == "on" and tree.tag(host).startswith("NN") else None

    def _visit(self, noun: int) -> Told | None:
        under, tree = self.under(noun), self.tree
        owner = self._owner(noun)
        by = self.parties([*self.named(one for one in under if one.by == "by"), owner])
        of = self.parties(self.named(one for one in under if one.by == "of"))
        who = by or of or self.parties((self._holder(noun, Happening.VISIT),))
        who = tuple(n for n in who if self.is_official(n) or tree.relation(n) == "poss" or n == owner)
        place = next((o.noun for o in under if o.by in {"to", "in", "at", "of"} and self.scene.is_place(o.noun)), None)
        points_back = self._points_back(noun)
        is_told = bool(who) or (place is not None and (points_back or bool(tree.dependents(noun, "amod"))))
        if not is_told:
            return None
        return Told(Happening.VISIT, noun, who, (), place, self._status(noun), points_back)

    def _lifting(self, noun: int) -> Told | None:
        for one in self.under(noun):
            if one.by == "of" and self.tree.lemma(one.noun) in SANCTIONS:
                inner = [*self.under(one.noun), *self.under(noun)]
                targets = self.named(o for o in inner if o.by in CASTS[Happening.SANCTION_LIFT].by)
                doers = self.parties((self.scene.nationality(one.noun),))
                return Told(Happening.SANCTION_LIFT, noun, doers, self.parties(targets), None, self._status(noun))
        return None

    def _points_back(self, noun: int) -> bool:
        return any(self.tree.lemma(n) in _POINTING for n in self.tree.dependents(noun, "det", "poss", "predet", "amod"))

    def _status(self, noun: int) -> Status:
        tree = self.tree
        for number in tree.dependents(noun, "amod"):
            status = EVENT_STATUS.get(tree.lemma(number)) or EVENT_STATUS.get(tree.form(number).lower())
            if status:
                return status
        above = tree.head(noun)
        if above is not None and self.scene.clauses.is_verb(above) and tree.relation(noun) in {"dobj", "nsubjpass"}:
            status = EVENT_STATUS.get(self.scene.clauses.verb(above))
            if status:
                return status
        host = tree.head(above) if above is not None and tree.lemma(above) == "on" else None
        if host is not None and tree.lemma(host) == "be" and self.scene.clauses.is_verb(host):
            return self.standing.own(host)
        return self.standing.of_event(noun)
