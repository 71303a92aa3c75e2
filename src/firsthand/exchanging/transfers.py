"""Transfers told by verbs: who gives, who takes, what changes hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.exchanging.clauses import IN_RETURN, Clause, Oblique
from firsthand.exchanging.scene import Scene, Thing
from firsthand.exchanging.standing import Standing
from firsthand.exchanging.things import Kind, is_nothing, kind_of
from firsthand.exchanging.usage import (
    ANYBODY,
    CARRIES,
    DEALS,
    FORCE,
    GOALS,
    HAND_OVER,
    HAS_PRICE,
    IMMOVABLE,
    LIVING,
    MOVES_LAND,
    MOVING,
    NAMED,
    NEEDS_GIVER,
    NEEDS_RECEIVER,
    OPENING,
    PAID,
    PERSON_TAGS,
    ROW,
    SHARES,
    STAFF,
    TELLS,
    TO,
    TRADES,
    VALUABLE,
    WANTS_VALUE,
)
from firsthand.exchanging.verbs import AID_NOUNS, ASKING, NOUNS, VERBS, Frame, Grip, Shape
from firsthand.model import NameType, Span, Status


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer by the numbers of its words, before anybody is named.

    `both` says that the parties give and take alike. `returns` is the noun given in return and the word that says so.
    """

    trigger: Span
    anchor: int
    giver: int | None
    receiver: int | None
    items: tuple[int, ...]
    status: Status
    sureness: float
    both: bool = False
    returns: tuple[Oblique, ...] = ()
    claimed: frozenset[int] = frozenset()


class Transfers:
    """Finds the transfers told by the verbs of a scene."""

    def __init__(self, scene: Scene, standing: Standing) -> None:
        self.scene = scene
        self.tree = scene.syntax
        self.standing = standing

    def found(self) -> Iterator[Transfer]:
        """In order of the text."""
        for number in range(len(self.tree)):
            if self.scene.clauses.is_verb(number):
                found = self._told(number)
                if found:
                    yield found

    def _told(self, verb: int) -> Transfer | None:
        word = self.scene.clauses.verb(verb)
        frames = VERBS.get(word) or VERBS.get(word.split("_")[0] if word.endswith(("_up", "_in", "_off")) else "")
        if self._by_force(verb):
            return None
        if not frames and word not in ASKING and not self._asks_for(verb, word):
            return None
        clause = self.scene.clauses.clause(verb)
        status = self.standing.of_verb(verb)
        if status is None:
            return None
        for frame in self._likeliest(frames or (), clause):
            roles = self._roles(frame, clause, word)
            if roles:
                return self._transfer(clause, roles, status, frame)
        return None if frames else self._asked(clause, word, status)

    @staticmethod
    def _likeliest(frames: tuple[Frame, ...], clause: Clause) -> list[Frame]:
        """With a "with", one is furnished; without, a thing is given."""
        is_with = any(True for _ in clause.by("with"))
        return sorted(frames, key=lambda frame: (frame.shape is Shape.FURNISH) != is_with)

    def _by_force(self, verb: int) -> bool:
        """What is got in a raid nobody gave."""
        obliques = self.scene.clauses.clause(verb).obliques
        return any(one.by in {"in", "during", "by"} and self.tree.lemma(one.noun) in FORCE for one in obliques)

    # -- roles

    def _roles(self, frame: Frame, clause: Clause, word: str) -> _Roles | None:
        read = {
            Shape.GIVE: self._given,
            Shape.FURNISH: self._furnished,
            Shape.TAKE: self._taken,
            Shape.SWAP: self._swapped,
            Shape.BESTOW: self._bestowed,
        }[frame.shape]
        for roles in read(clause, word):
            if self._holds(frame, word, roles, clause):
                return roles
        return None

    def _given(self, clause: Clause, word: str) -> Iterator[_Roles]:
        scene = self.scene
        giver = clause.doer
        objects = clause.objects
        if giver is None and (clause.is_passive or word in CARRIES):
            giver = self.scene.party_among(clause.by("from"))
        if giver is None and objects and word in {"export", "re-export", "ship"}:
            giver = self._origin(objects[0])
        if len(objects) >= 2:
            # "gave Iran planes", "planes it had promised Iran": whoever can act receives, the other is the item.
            first, second = objects[0], objects[1]
            pairs = ((first, second), (second, first))
            for to, item in pairs:
                if scene.is_party(to) and scene.thing(item):
                    yield _Roles(giver, to, item)
                    return
            if scene.is_money(second) and not scene.is_money(first) and self.tree.dependents(first, "det", "poss"):
                # "gave the trust £9m": what is paid something takes it, whatever it is.
                yield _Roles(giver, first, second, is_paid=True)
                return
        if not objects:
            return
        item = self._antecedent(objects[0])
        is_returned = any(True for _ in clause.by(IN_RETURN))
        before = self._promised(clause, item)
        if before is not None:
            yield _Roles(giver, item, before)
        yield _Roles(giver, self._receiver(clause, word), item, is_returned=is_returned)

    def _promised(self, clause: Clause, party: int) -> int | None:
        """In "the billions they had promised poor nations" the thing stands before the subject."""
        scene = self.scene
        thing = scene.thing(party)
        is_thing = thing is not None and thing.kind not in LIVING
        if clause.is_passive or clause.doer is None or not scene.is_party(party) or is_thing:
            return None
        before = scene.clauses.nearby.noun_before(self.tree.subtree(clause.doer)[0])
        return before if before is not None and scene.thing(before) else None

    def _receiver(self, clause: Clause, word: str) -> int | None:
        scene = self.scene
        found = self._right_after(clause)
        if found is None:
            found = self.scene.party_among(clause.by(*TO), places=True)
        if found is None:
            found = self._partner(clause)
        if found is None and word in {"share", "swap"}:
            found = self.scene.party_among(clause.by("with"))
        if found is None:
            found = self._beneficiary(clause)
            if word in {"invest", "inject"}:
                found = self.scene.party_among(clause.by("in", "into"))
            if found is not None and word in HAS_PRICE and scene.thing(found):
                return None
        return found

    def _beneficiary(self, clause: Clause) -> int | None:
        """Whom a thing is for: a name, or people and bodies at large; "a reward for a fugitive" is for others."""
        for oblique in clause.by("for", "among", "between"):
            number = oblique.noun
            is_named = self.scene.name_type(number) in NAMED or self.tree.tag(number) in {"NNS", "NNPS", "PRP"}
            if is_named and self.scene.is_party(number):
                return number
        return None

    def _right_after(self, clause: Clause) -> int | None:
        """In "gave the Ivory Coast 5 million dollars" the name between verb and thing, if the tree has lost it."""
        tree, item = self.tree, clause.objects[0]
        if clause.is_passive or item <= clause.verb + 1:
            return None
        first = min(tree.within(self.scene.item_phrase(item)), default=item)
        named = [n for n in range(clause.verb + 1, item) if self.scene.name_type(n) in NAMED or tree.tag(n) == "PRP"]
        is_next = named and all(tree.tag(n) in {"DT", "NNP", "NNPS"} for n in range(clause.verb + 1, named[-1]))
        is_before = named and named[-1] < max(first, named[-1] + 1) and tree.tag(named[-1] + 1) in OPENING
        return named[-1] if is_next and is_before else None

    def _furnished(self, clause: Clause, word: str) -> Iterator[_Roles]:
        receiver = next((number for number in clause.objects if self.scene.is_party(number)), None)
        if receiver is None:
            return
        for oblique in clause.by("with"):
            yield _Roles(clause.doer, receiver, oblique.noun)

    def _antecedent(self, item: int) -> int:
        """Of "weapons, many of them supplied by …" the weapons."""
        tree = self.tree
        if tree.tag(item) in {"PRP", "WDT"} and item > 2 and tree.lemma(item - 1) == "of":
            item -= 2
        if tree.lemma(item) not in {"all", "both", "few", "half", "many", "most", "much", "several", "some"}:
            return item
        above = tree.head(item)
        if above is not None and tree.relation(item) in {"appos", "conj", "npadvmod"}:
            return above
        before = self.scene.clauses.nearby.noun_before(item)
        return before if before is not None and item > 0 and tree.tag(item - 1) == "," else item

    def _taken(self, clause: Clause, word: str) -> Iterator[_Roles]:
        if not clause.objects:
            return
        item = clause.objects[-1] if len(clause.objects) == 1 else clause.objects[0]
        giver = self.scene.party_among(clause.by("from"), places=True)
        if giver is None:
            giver = self._origin(item)
        if giver is None:
            giver = self._partner(clause)
        yield _Roles(giver, clause.doer, item)

    def _partner(self, clause: Clause) -> int | None:
        """Of "signed a deal with a firm to buy oil" the firm."""
        deal = self._deal(clause.verb)
        if deal is None:
            return None
        above = self.tree.head(deal)
        tops = (deal,) if above is None else (deal, above)
        under = self.scene.clauses.obliques_under(tops, frozenset({"acl"}))
        return self.scene.party_among(one for one in under if one.by == "with")

    def _deal(self, verb: int) -> int | None:
        """The deal that a verb hangs on, straight or as what is signed."""
        above, relation = self.tree.head(verb), self.tree.relation(verb)
        if above is None or relation not in {"acl", "xcomp", "advcl", "relcl"}:
            return None
        held = [above, *self.tree.dependents(above, "dobj")]
        return next((number for number in held if self.tree.lemma(number) in DEALS), None)

    def _origin(self, item: int) -> int | None:
        """Whose the thing is that is taken: "Turkish drones", "US-made UAVs"."""
        thing = self.scene.thing(item)
        if thing is None or thing.kind is Kind.MONEY:
            return None
        owner = self.scene.nationality(item)
        return owner if owner is not None else self.scene.nationality(thing.core)

    def _bestowed(self, clause: Clause, word: str) -> Iterator[_Roles]:
        """Who trains, arms or bribes somebody gives training, arms or bribes."""
        receiver = clause.objects[0] if clause.objects else None
        is_helped = receiver is not None and self.scene.is_party(receiver) and clause.doer is not None
        if receiver is None or not is_helped or any(True for _ in clause.by("with")):
            return
        if word != "train" or self.scene.bears_arms(receiver):
            yield _Roles(clause.doer, receiver, clause.verb)

    def _swapped(self, clause: Clause, word: str) -> Iterator[_Roles]:
        if not clause.objects:
            return
        other = self.scene.party_among(clause.by("with"))
        yield _Roles(clause.doer, other, clause.objects[0], both=other is None and self._is_several(clause.doer))

    # -- whether it is one

    def _holds(self, frame: Frame, word: str, roles: _Roles, clause: Clause) -> bool:
        thing = self.scene.thing(roles.item) if frame.shape is not Shape.BESTOW else Thing(Kind.AID, roles.item)
        if thing is None and frame.grip is Grip.PERSONS and self.tree.tag(roles.item) in PERSON_TAGS:
            thing = Thing(Kind.PEOPLE, roles.item)
        if thing is None and not (frame.grip is Grip.FIRM and self._may_be_sold(roles.item, word)):
            return False
        if roles.giver is not None and self.tree.lemma(roles.giver) in GOALS:
            roles.giver = self._whose(roles.giver)
        parties = [number for number in (roles.giver, roles.receiver) if number is not None]
        if not parties or not self._can_act(roles, word):
            return False
        if roles.giver is not None and roles.giver == roles.receiver and not roles.both:
            return False
        if thing is None:
            return True
        return self._fits(frame, word, thing) and self._is_full(frame, word, roles, thing)

    def _whose(self, goal: int) -> int | None:
        """ "The policy of the ministry is to sell": the ministry sells."""
        owner = self.scene.nationality(goal)
        if owner is not None:
            return owner
        return next((one.noun for one in self.scene.clauses.obliques_under((goal,), frozenset())
                     if one.by == "of" and self.scene.is_party(one.noun)), None)  # fmt: skip

    def _may_be_sold(self, item: int, word: str) -> bool:
        """Names of companies and models, and, of what is traded, any noun that no list knows."""
        if self.tree.tag(item) in {"NN", "NNS"}:
            return word in TRADES and not is_nothing(self.tree.lemma(item)) and kind_of(self.tree.lemma(item)) is None
        if word not in TRADES | {"acquire"}:
            return False
        return self.tree.tag(item).startswith("NNP") and self.scene.name_type(item) in {
            None, NameType.PRODUCT, NameType.MISCELLANEOUS, NameType.ORGANISATION, NameType.FACILITY
        }  # fmt: skip

    def _can_act(self, roles: _Roles, word: str) -> bool:
        known = [number for number in (roles.giver, roles.receiver) if number is not None]
        if all(self.tree.lemma(number) in ANYBODY for number in known):
            return False
        return all(
            number is None
            or self.scene.is_party(number)
            or self.scene.is_place(number)
            or (roles.is_paid and number == roles.receiver)
            for number in (roles.giver, roles.receiver)
        )

    def _fits(self, frame: Frame, word: str, thing: Thing) -> bool:
        """Whether the verb can be said of such a thing."""
        if frame.grip is Grip.PERSONS:
            return thing.kind is Kind.PEOPLE
        if thing.kind in LIVING:
            is_staff = word in STAFF and self.tree.lemma(thing.core) in {
                "troop",
                "troops",
                "soldier",
                "worker",
                "staff",
            }
            return (thing.is_captive and word in HAND_OVER) or is_staff
        if frame.grip is Grip.PAPER:
            return thing.kind in PAID or (
                word in {"pledge", "promise", "commit", "owe", "grant", "award"} and thing.kind in VALUABLE
            )
        if thing.kind in IMMOVABLE:
            return word in MOVES_LAND
        if word in TELLS - {"share"}:
            return not thing.is_pronoun
        return True

    def _is_full(self, frame: Frame, word: str, roles: _Roles, thing: Thing) -> bool:
        """Whether enough is said: loose verbs need both ends, or a thing that is always somebody's."""
        if thing.is_pronoun:
            return roles.giver is not None and roles.receiver is not None and frame.grip is Grip.FIRM
        if word in NEEDS_RECEIVER and roles.receiver is None and not roles.is_returned:
            return word in MOVING and thing.kind in VALUABLE and roles.giver is not None
        if frame.shape is Shape.TAKE:
            if word in NEEDS_GIVER and roles.giver is None:
                return False
            if roles.giver is None and word in WANTS_VALUE:
                return thing.kind in VALUABLE or self.tree.lemma(thing.core) in SHARES
        if frame.shape is Shape.SWAP:
            is_mutual = roles.receiver is not None or self._is_several(roles.giver) or thing.kind is Kind.KNOWLEDGE
            return is_mutual and (word != "share" or thing.kind is Kind.KNOWLEDGE)
        return True

    def _is_several(self, number: int | None) -> bool:
        if number is None:
            return False
        return self.tree.tag(number) in {"NNS", "NNPS", "PRP"} or len(self.tree.conjuncts(number)) > 1

    # -- asking

    def _asks_for(self, verb: int, word: str) -> bool:
        return word in {"ask", "call", "appeal", "beg", "apply", "plead"} and any(
            self.tree.lemma(prep) == "for" for prep in self.tree.dependents(verb, "prep")
        )

    def _asked(self, clause: Clause, word: str, status: Status) -> Transfer | None:
        """Somebody asks for a thing, and no other verb says that it changes hands."""
        scene = self.scene
        asks_for = not clause.objects or word not in ASKING
        found = [oblique.noun for oblique in clause.by("for")] if asks_for else list(clause.objects[:1])
        things = [(number, scene.thing(number)) for number in found]
        item, thing = next(((number, thing) for number, thing in things if thing), (None, None))
        if item is None or thing is None or thing.is_pronoun or clause.doer is None or not scene.is_party(clause.doer):
            return None
        if thing.kind not in VALUABLE and not thing.is_captive:
            return None
        if self.tree.lemma(item) in NOUNS and self.tree.lemma(item) not in AID_NOUNS:
            return None
        giver = self.scene.party_among(clause.by("from", "of"), places=True)
        if giver is None and asks_for and clause.objects and scene.is_party(clause.objects[0]):
            giver = clause.objects[0]
        giver = self._origin(item) if giver is None else giver
        receiver = clause.doer
        if not asks_for:
            beneficiary = self.scene.party_among(clause.by("for"), places=True)
            receiver = beneficiary if beneficiary is not None else receiver
        status = Status.REQUESTED if asks_for and status in {Status.COMPLETED, Status.ONGOING} else status
        return self._transfer(clause, _Roles(giver, receiver, item), status, Frame(Shape.TAKE, Grip.LOOSE))

    # -- putting together

    def _items(self, item: int) -> tuple[int, ...]:
        """What is coordinated with it, but for the end of a range ("between $10 and $25 million")."""
        tree = self.tree
        found = [n for n in tree.conjuncts(item) if n == item or self.scene.thing(n)]
        found += [n for one in found for n in self._instances(one)]
        return tuple(n for n in found if n == item or not self.scene.in_one_sum(item, n))

    def _instances(self, item: int) -> list[int]:
        """ "… weapons, including rifles and mines", "aircraft …, as well as money": those too."""
        tree = self.tree
        for number in range(item + 1, min(len(tree) - 1, item + ROW)):
            if tree.tag(number) in {".", "VBD", "VBZ", "VBP", "WDT", "WP"}:
                break
            words = (tree.form(number).lower(), tree.form(number - 1).lower())
            if words[0] == "including" or words == ("as", "such") or (words[0] == "as" and self._is_well(number)):
                noun = self.scene.clauses.nearby.noun_after(number)
                return [n for n in tree.conjuncts(noun) if self.scene.thing(n)] if noun is not None else []
        return []

    def _is_well(self, number: int) -> bool:
        """Whether this is the second "as" of "as well as"."""
        before = [self.tree.form(n).lower() for n in range(max(0, number - 2), number)]
        return before == ["as", "well"]

    def _transfer(self, clause: Clause, roles: _Roles, status: Status, frame: Frame) -> Transfer:
        tree = self.tree
        verb = tree.words[clause.verb].span
        particle = next(iter(tree.dependents(clause.verb, "prt")), None)
        is_next = particle is not None and particle == clause.verb + 1
        trigger = Span(verb.start, tree.words[particle].span.end) if is_next and particle is not None else verb
        items = self._items(roles.item)
        known = (roles.giver is not None) + (roles.receiver is not None)
        sureness = {Grip.FIRM: 0.7, Grip.LOOSE: 0.6, Grip.PAPER: 0.6, Grip.PERSONS: 0.8}[frame.grip] + 0.1 * known
        word = self.scene.clauses.verb(clause.verb)
        returns = tuple(clause.by(IN_RETURN)) or self._price(clause, word, roles)
        return Transfer(trigger, clause.verb, roles.giver, roles.receiver, items, status, sureness, roles.both, returns)

    def _price(self, clause: Clause, word: str, roles: _Roles) -> tuple[Oblique, ...]:
        """ "for $12.9 billion" of what is sold; "for the port" of what is paid."""
        if word not in HAS_PRICE:
            return ()
        item = self.scene.thing(roles.item)
        for oblique in clause.by("for"):
            thing = self.scene.thing(oblique.noun)
            is_party = self.scene.name_type(oblique.noun) is not None and not self.scene.is_money(oblique.noun)
            is_price = (thing and thing.kind is Kind.MONEY) != (item is not None and item.kind is Kind.MONEY)
            if thing and not is_party and (is_price or word in TELLS):
                return (oblique,)
        return ()


@dataclass(slots=True)
class _Roles:
    giver: int | None
    receiver: int | None
    item: int
    both: bool = False
    is_returned: bool = False
    is_paid: bool = False
