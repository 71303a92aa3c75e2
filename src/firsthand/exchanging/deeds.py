"""Transfers told by nouns: "arms sales to", "the delivery of", "U.S. aid for"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.exchanging.clauses import IN_RETURN, Oblique
from firsthand.exchanging.scene import Scene, Thing
from firsthand.exchanging.standing import Standing
from firsthand.exchanging.things import Kind
from firsthand.exchanging.transfers import Transfer
from firsthand.exchanging.verbs import AID_NOUNS, ASKED, NOUNS, Frame, Grip, Shape
from firsthand.model import NameType, Status
from firsthand.text.word_lists import listed

_TO = ("to", "for", "into", "towards")
_LIVING = frozenset({Kind.PEOPLE, Kind.BODY})
_ARRIVING = listed("arrive come depart go land leave reach dock")
_MARKETED = frozenset({Kind.ENERGY, Kind.FOOD, Kind.GOODS})
"""What there is a demand for on the market, nobody asking anybody."""
_DEMANDING = listed("demand request solicit require extort")
_NO_COMPOUND = listed("return exchange release issue share")
"""A tax return and a stock exchange hand nothing over."""
_MAKING = listed("""
    agree announce approve authorise authorize begin boost cancel complete conduct consider continue cut double end
    expand extend freeze give halt increase launch make negotiate offer plan pledge promise propose provide ramp_up
    reduce resume seek send start step_up suspend unveil withdraw withhold
    """)
"""Verbs whose subject gives (or, of purchases, takes) what the noun under them names."""


class Deeds:
    """Finds the transfers told by the nouns of a scene; `taken` are words that verbs of transfer hold already."""

    def __init__(self, scene: Scene, standing: Standing, taken: frozenset[int]) -> None:
        self.scene = scene
        self.tree = scene.syntax
        self.standing = standing
        self.taken = taken

    def found(self) -> Iterator[Transfer]:
        """In order of the text."""
        for number in range(len(self.tree)):
            if self.tree.tag(number) not in {"NN", "NNS"} or number in self.taken:
                continue
            word = self.tree.lemma(number)
            if word in ASKED:
                yield from self._asking(number)
            elif self.tree.relation(number) not in {"compound", "nmod", "amod"} or self._is_package(number):
                for frame in NOUNS.get(word) or NOUNS.get(word.removesuffix("s"), ()):
                    yield from self._named(number, word, frame)

    def _is_package(self, number: int) -> bool:
        above = self.tree.head(number)
        return (
            above is not None
            and above not in self.taken
            and self.tree.lemma(above) in {"package", "programme", "program"}
        )

    def _named(self, noun: int, word: str, frame: Frame) -> Iterator[Transfer]:
        held = self._item(noun, word)
        if held is None:
            return
        item, thing = held
        if not self._fits(frame, thing, word):
            return
        giver, receiver, both = self._parties(noun, word, frame, item)
        if word == "release" and receiver is None:
            return
        if giver is None and receiver is None and not (frame.grip is Grip.PERSONS or thing.is_captive):
            return
        items = tuple(n for n in self.tree.conjuncts(item) if n == item or self.scene.thing(n))
        demand = self._demand(noun)
        if demand is not None and frame.shape is Shape.GIVE:
            receiver = receiver if receiver is not None else self._asker(demand)
            refusal = self._refusal(demand)
            if refusal is not None:
                refuser = self.scene.clauses.clause(refusal).doer
                giver = refuser if refuser is not None and self.scene.is_party(refuser) else giver
                refused = self.tree.words[refusal].span
                yield Transfer(refused, refusal, giver, receiver, items, Status.REFUSED, 0.6)
        span = self.tree.words[noun].span
        returns = tuple(self._obliques(noun, IN_RETURN)) or self._price(noun, word)
        known = (giver is not None) + (receiver is not None)
        sureness = 0.45 + 0.15 * known
        yield Transfer(span, noun, giver, receiver, items, self.standing.of_noun(noun), sureness, both, returns)

    def _price(self, noun: int, word: str) -> tuple[Oblique, ...]:
        """ "The sale of the tanks for $40 million"."""
        if word not in {"sale", "purchase", "acquisition", "resale", "buying", "lease"}:
            return ()
        around = [*self._obliques(noun, "for"), *self._around(noun, "for")]
        return tuple(one for one in around if self.scene.is_money(one.noun))[:1]

    def _fits(self, frame: Frame, thing: Thing, word: str) -> bool:
        if frame.grip is Grip.PERSONS:
            return thing.kind is Kind.PEOPLE
        if thing.kind in _LIVING:
            return thing.is_captive and word in {
                "handover",
                "return",
                "transfer",
                "exchange",
                "swap",
                "surrender",
                "release",
            }
        if frame.shape is Shape.SWAP:
            return thing.kind not in {Kind.LAND, Kind.BUILDING} or word == "swap"
        return thing.kind is not Kind.LAND or word in {
            "sale",
            "cession",
            "return",
            "transfer",
            "handover",
            "lease",
            "purchase",
        }

    def _item(self, noun: int, word: str) -> tuple[int, Thing] | None:
        """What the noun says is transferred: after "of", before it, or, of aid, itself."""
        scene = self.scene
        for oblique in self._obliques(noun, "of"):
            thing = scene.thing(oblique.noun)
            if thing and not (thing.kind in _LIVING and not thing.is_captive) and not thing.is_pronoun:
                return oblique.noun, thing
        before = self.tree.dependents(noun, "compound", "nmod", "amod", "poss") if word not in _NO_COMPOUND else []
        for below in reversed([*before, *(self.tree.dependents(noun, "poss") if word in _NO_COMPOUND else [])]):
            thing = scene.thing(below)
            if thing and not (thing.kind in _LIVING and not thing.is_captive) and not self._is_owner(below):
                return below, thing
        if word in AID_NOUNS or word in {"bribe", "ransom", "donation", "payment", "gift", "bailout", "contribution"}:
            thing = scene.thing(noun)
            return (noun, thing or Thing(Kind.AID, noun))
        return None

    def _is_owner(self, number: int) -> bool:
        return self.scene.name_type(number) in {NameType.ORGANISATION, NameType.LOCATION, NameType.NATIONALITY}

    def _parties(self, noun: int, word: str, frame: Frame, item: int) -> tuple[int | None, int | None, bool]:
        owner = self._owner(noun, item)
        source = self.scene.party_among(self._around(noun, "from"), places=True)
        agent = self.scene.party_among(self._obliques(noun, "by"))
        target = self.scene.party_among(self._around(noun, *_TO), places=True)
        doer = owner if owner is not None else agent
        if frame.shape is Shape.SWAP:
            return self._swapped(noun, owner)
        share = self._share(noun)
        if frame.shape is Shape.TAKE:
            giver = source if source is not None else share
            if giver is None and not self._stands_before(item, noun):
                giver = self.scene.nationality(item)
            receiver = doer if doer is not None else self._maker(noun)
            return giver, receiver if receiver != giver else None, False
        giver = doer if doer is not None else source
        if giver is None and word not in AID_NOUNS:
            giver = self.scene.nationality(item)
        target = share if target is None else target
        if target is None and word not in {"sale", "resale", "export"}:
            target = self._beneficiary(noun)
        if target is None:
            target = self._demander(noun)
        if giver is None:
            giver = self._maker(noun)
        return giver, target if target != giver else None, False

    def _share(self, noun: int) -> int | None:
        """Whose share it is: "Vestia's share of Norland's exports" went to Vestia."""
        prep = self.tree.head(noun)
        above = self.tree.head(prep) if prep is not None and self.tree.relation(noun) == "pobj" else None
        return self.scene.nationality(above) if above is not None and self.tree.lemma(above) == "share" else None

    def _demander(self, noun: int) -> int | None:
        """Who "demanded a ransom" is to get it."""
        above = self.tree.head(noun)
        if above is None or self.tree.relation(noun) != "dobj" or self.tree.lemma(above) not in _DEMANDING:
            return None
        doer = self.scene.clauses.clause(above).doer
        return doer if doer is not None and self.scene.is_party(doer) else None

    def _owner(self, noun: int, item: int) -> int | None:
        """Whose it is: "its aid" is that of the clause's subject."""
        owner = self.scene.nationality(noun)
        if owner is None and self._stands_before(item, noun):
            # "Indian weapons procurement": whose procurement it is may hang on the weapons.
            owner = self.scene.nationality(item)
        if owner is None or owner == item:
            return None
        if self.tree.tag(owner) == "PRP$":
            doer = self._maker(noun)
            return doer if doer is not None else owner
        return owner

    def _stands_before(self, item: int, noun: int) -> bool:
        return item < noun and self.tree.head(item) == noun

    def _around(self, noun: int, *by: str) -> Iterator[Oblique]:
        """Prepositions of the noun, then those of the verb it is the object of ("suspended its aid to")."""
        yield from self._obliques(noun, *by)
        above = self.tree.head(noun)
        if (
            above is not None
            and self.tree.relation(noun) in {"dobj", "nsubjpass"}
            and self.scene.clauses.is_verb(above)
        ):
            clause = self.scene.clauses.clause(above)
            yield from (one for one in clause.by(*by) if one.by != "for" or self.scene.is_money(one.noun))
        elif above is not None and noun < above and self.tree.lemma(above) in _ARRIVING:
            clause = self.scene.clauses.clause(above)
            yield from clause.by(*by, *(("in", "at") if "to" in by else ()))
            if "to" in by:
                yield from (Oblique("to", number, number) for number in clause.objects)

    def _swapped(self, noun: int, owner: int | None) -> tuple[int | None, int | None, bool]:
        between = self.scene.party_among(self._obliques(noun, "between", "among"))
        if between is not None:
            return between, between, True
        other = self.scene.party_among(self._obliques(noun, "with"))
        maker = owner if owner is not None else self._maker(noun)
        if other is None or maker is None:
            return None, None, False
        return maker, other, False

    def _maker(self, noun: int) -> int | None:
        """The subject of a verb that does little more than do what the noun says."""
        above = self.tree.head(noun)
        if above is not None and self.tree.relation(noun) == "pobj":
            return self._gainer(noun, above)
        if (
            above is None
            or not self.scene.clauses.is_verb(above)
            or self.tree.relation(noun) not in {"dobj", "nsubjpass"}
        ):
            return None
        if self.scene.clauses.verb(above) not in _MAKING:
            return None
        doer = self.scene.clauses.clause(above).doer
        return doer if doer is not None and self.scene.is_party(doer) else None

    def _gainer(self, noun: int, prep: int) -> int | None:
        """Whose means it is: "improve its defences with the procurement of", "rely on imports"."""
        above = self.tree.head(prep)
        if above is None or not self.scene.clauses.is_verb(above):
            return None
        by = self.tree.lemma(prep)
        is_means = by in {"through", "via", "with", "by"} or (
            by in {"on", "upon"} and self.tree.lemma(above) in {"rely", "depend"}
        )
        doer = self.scene.clauses.clause(above).doer if is_means else None
        return doer if doer is not None and self.scene.is_party(doer) else None

    def _beneficiary(self, noun: int) -> int | None:
        """Who gains by it: "has benefited from donations of vaccines"."""
        prep = self.tree.head(noun)
        above = self.tree.head(prep) if prep is not None and self.tree.relation(noun) == "pobj" else None
        if above is None or self.tree.lemma(above) not in {"benefit", "profit", "live", "depend", "rely", "survive"}:
            return None
        doer = self.scene.clauses.clause(above).doer
        return doer if doer is not None and self.scene.is_party(doer) else None

    # -- asking

    def _demand(self, noun: int) -> int | None:
        """The noun of asking that a deed hangs on: "the demand for his extradition"."""
        prep = self.tree.head(noun)
        above = self.tree.head(prep) if prep is not None and self.tree.relation(noun) == "pobj" else None
        return above if above is not None and self.tree.lemma(above) in ASKED else None

    def _asker(self, demand: int) -> int | None:
        asker = self.scene.nationality(demand)
        if asker is None:
            asker = self.scene.party_among(self._obliques(demand, "by", "from"))
        return asker if asker is not None else self._maker(demand)

    def _asking(self, noun: int) -> Iterator[Transfer]:
        """ "requests for weapons", "the demand for his extradition"."""
        scene, tree = self.scene, self.tree
        for oblique in self._obliques(noun, "for"):
            thing = scene.thing(oblique.noun)
            if thing is None or thing.kind in _LIVING | {Kind.LAND, Kind.BUILDING} or thing.is_pronoun:
                continue
            if self.tree.lemma(noun) == "demand" and thing.kind in _MARKETED:
                continue
            asker = self._asker(noun)
            refusal = self._refusal(noun)
            giver = scene.clauses.clause(refusal).doer if refusal is not None else None
            giver = (
                giver if giver is not None and scene.is_party(giver) else scene.party_among(self._obliques(noun, "to"))
            )
            if asker is None and giver is None:
                continue
            items = tuple(n for n in tree.conjuncts(oblique.noun) if n == oblique.noun or scene.thing(n))
            asked = Transfer(tree.words[noun].span, noun, giver, asker, items, Status.REQUESTED, 0.6)
            yield asked
            if refusal is not None:
                span = tree.words[refusal].span
                yield Transfer(span, refusal, giver, asker, items, Status.REFUSED, 0.6)
            return

    def _refusal(self, noun: int) -> int | None:
        above = self.tree.head(noun)
        if above is None or not self.scene.clauses.is_verb(above):
            return None
        is_subject = self.tree.relation(noun) == "nsubj" and self.scene.clauses.is_passive(above)
        if self.tree.relation(noun) not in {"dobj", "nsubjpass"} and not is_subject:
            return None
        word = self.scene.clauses.verb(above)
        is_refused = word in {
            "refuse",
            "reject",
            "turn_down",
            "decline",
            "rebuff",
            "deny",
            "ignore",
            "dismiss",
            "spurn",
        }
        return above if is_refused else None

    # -- prepositions

    def _obliques(self, noun: int, *by: str) -> Iterator[Oblique]:
        found = self.scene.clauses.obliques_under((noun,), without=frozenset({"conj", "appos"}))
        return (oblique for oblique in found if oblique.by in by)
