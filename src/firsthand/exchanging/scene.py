"""A text with all that is known of it: the ground on which transfers and events are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from firsthand.exchanging.clauses import Clauses, Oblique
from firsthand.exchanging.happenings import FIGHTERS, FORCES
from firsthand.exchanging.mending import mended
from firsthand.exchanging.things import Kind, is_packing, kind_of, may_be_handed_over
from firsthand.model import Act, Name, NameType, Party, Quantity, Span, Statement, Tagged
from firsthand.text.lemmas import is_known
from firsthand.text.quantities import Measured, quantities
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_BEARERS = frozenset({NameType.PERSON, NameType.ORGANISATION, NameType.LOCATION, NameType.NATIONALITY})
_CUT = frozenset({"relcl", "acl", "advcl", "appos", "parataxis"})
_ACTING = listed("""
    administration agency alliance allies ally army authority bank board body bloc business cabinet camp capital
    centre center charity church city coalition command commission committee community company conglomerate consortium
    council country court delegation department developer embassy establishment faction factory family federation firm
    force forces foundation front fund government group house hub insurer institute institution junta kingdom
    leadership manufacturer member military militia ministry mission movement nation navy neighbour neighbor network
    office operator organisation organization parliament partner partnership party police power presidency
    producer public provider province rebel recipient region regime republic resistance seller senate
    shop side society state store subsidiary supplier team town tribe union unit university village west world other
    others everyone anybody anyone someone somebody nobody
    """)
_PLACES = listed("area capital city country nation state republic kingdom place region side town world")
_MILITARY = listed(
    "military defence defense missile weapon weapons combat armoured armored anti-tank anti-aircraft lethal"
)
_MADE = listed("assemble build design develop make manufacture own produce supply")
_STANDING_FOR_PEOPLE = listed("two both many some poor other one")
_STANDING_IN = listed("it them those these")
_SHARES = listed("share stake percent percentage")
_NOT_ACTING = listed("it this that there which what")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a noun phrase hands over: its kind, and the noun that says so."""

    kind: Kind
    core: int
    is_captive: bool = False
    is_pronoun: bool = False


class Scene:
    """Lookups over one text; all numbers are those of its words."""

    def __init__(
        self,
        text: str,
        tagged: Tagged,
        statements: Sequence[Statement] = (),
        party: Callable[[Span], Party] | None = None,
    ) -> None:
        self.text = text
        self.syntax = Syntax(text, mended(tagged.words))
        self.clauses = Clauses(self.syntax)
        self.statements = tuple(statements)
        self._party = party or self._as_written
        self._names: dict[int, Name] = {}
        for name in tagged.names:
            self._names.update(dict.fromkeys(self.syntax.within(name.span), name))
        self._things: dict[int, Thing | None] = {}

    def name_type(self, number: int) -> NameType | None:
        name = self._names.get(number)
        return name.type if name else None

    # -- parties

    def is_party(self, number: int) -> bool:
        """Whether a word can stand for somebody who gives, takes or acts."""
        tag, word = self.syntax.tag(number), self.syntax.lemma(number)
        if tag in {"PRP", "PRP$", "WP"}:
            return word not in _NOT_ACTING or word == "it"
        if self.name_type(number) in _BEARERS:
            return True
        if tag.startswith("NNP"):
            return self.name_type(number) in {None, NameType.FACILITY, NameType.MISCELLANEOUS, NameType.PRODUCT}
        if tag in {"DT", "CD", "JJ"} and word in _STANDING_FOR_PEOPLE:
            return self.syntax.relation(number) in {"nsubj", "nsubjpass", "pobj", "dobj", "dative"} and tag != "CD"
        return tag in {"NN", "NNS", "CD", "JJ"} and self._is_body_or_people(number, tag, word)

    def party_among(self, obliques: Iterable[Oblique], *, places: bool = False) -> int | None:
        """The first of some obliques that names a party, or with `places` where one sits: "from Russian stocks"."""
        for oblique in obliques:
            number = oblique.noun
            if self.name_type(number) in {NameType.DATE, NameType.MONEY}:
                continue
            if self.is_party(number) or (places and self.is_place(number)):
                return number
            owner = self.nationality(number) if oblique.by == "from" else None
            if owner is not None:
                return owner
        return None

    def _is_body_or_people(self, number: int, tag: str, word: str) -> bool:
        if is_packing(word) and word not in _ACTING and tag != "JJ":
            # "thousands of families"
            return any(self.is_party(noun) for noun in self._contents(number) if noun > number)
        if tag != "CD" and (word in _ACTING or kind_of(word) in {Kind.PEOPLE, Kind.BODY}):
            return True
        # What no dictionary knows is a name, whatever its letters look like.
        return tag in {"NN", "NNS"} and word.isalpha() and not is_known(word)

    def is_place(self, number: int) -> bool:
        """Whether a word names somewhere that things can be brought to."""
        kind = kind_of(self.syntax.lemma(number)) if self.syntax.tag(number).startswith("NN") else None
        is_named = self.name_type(number) in {NameType.LOCATION, NameType.FACILITY}
        return is_named or kind in {Kind.LAND, Kind.BUILDING} or self.syntax.lemma(number) in _PLACES

    def bears_arms(self, number: int) -> bool:
        """Whether a noun phrase speaks of arms or of those who bear them."""
        tree = self.syntax
        words = {tree.lemma(n) for n in (number, *tree.dependents(number, "compound", "amod"))}
        return bool(words & (FORCES | FIGHTERS | _MILITARY)) or any(kind_of(word) is Kind.ARMS for word in words)

    def in_one_name(self, one: int, other: int) -> bool:
        """Whether two words belong to one name."""
        name = self._names.get(one)
        return name is not None and name == self._names.get(other)

    def party(self, number: int, *, alone: bool = False) -> Party:
        """The party a word stands for, with the noun phrase around it; `alone`: without those coordinated with it."""
        return self._party(self.phrase(number, alone=alone))

    def _as_written(self, span: Span) -> Party:
        return Party(" ".join(span.of(self.text).split()), span)

    def phrase(self, number: int, *, alone: bool = False) -> Span:
        """The noun phrase around a word without clauses, appositions and what follows a preposition but "of".

        `alone`: also without those coordinated with it.
        """
        tree = self.syntax
        if tree.tag(number) in {"PRP", "PRP$", "WP"} or tree.relation(number) in {"amod", "compound"}:
            return self._name_around(number)
        held, waiting = {number}, [number]
        while waiting:
            above = waiting.pop()
            for below in tree.dependents(above):
                relation = tree.relation(below)
                is_kept = relation not in _CUT and (relation != "prep" or self._is_of(below))
                is_other = alone and above == number and relation in {"conj", "cc"}
                if is_kept and not is_other and not (relation == "case" and tree.tag(below) == "POS"):
                    held.add(below)
                    waiting.append(below)
        first = last = number
        while first - 1 in held:
            first -= 1
        while last + 1 in held:
            last += 1
        while first > 1 and tree.tag(first - 1) == "POS" and tree.tag(first - 2).startswith("NN"):
            # "Vestia's army", with "Vestia" hung elsewhere.
            first -= 2
            while first > 0 and tree.tag(first) == tree.tag(first - 1) == "NNP":
                first -= 1
        return self._with_name(self._trimmed(first, last), number)

    def _is_of(self, prep: int) -> bool:
        """ "of" with a noun; "accused them of lying" is none."""
        return self.syntax.lemma(prep) == "of" and not self.syntax.dependents(prep, "pcomp")

    def _with_name(self, span: Span, number: int) -> Span:
        """A phrase holds its name in full, wherever the tree has hung the parts."""
        name = self._names.get(number)
        if name is None or name.type not in _BEARERS or self.syntax.words[number].relation == "conj":
            return span
        return Span(min(span.start, name.span.start), max(span.end, name.span.end))

    def item_phrase(self, number: int) -> Span:
        """The noun phrase of a thing alone: with "of dates" and "in aid", without others coordinated with it."""
        tree = self.syntax
        if self.clauses.is_verb(number):
            return tree.words[number].span
        held, waiting = {number}, [number]
        for noun in self._contents(number) if self.is_money(number) or is_packing(tree.lemma(number)) else ():
            thing = self.thing(noun)
            if thing and thing.kind is not Kind.LAND:
                held.update(range(number, noun + 1))
        while waiting:
            above = waiting.pop()
            for below in tree.dependents(above):
                relation = tree.relation(below)
                is_of = relation == "prep" and tree.lemma(below) in ({"of", "in"} if above == number else {"of"})
                is_whose = relation == "poss" and tree.tag(below) != "PRP$" and not tree.dependents(below, "case")
                is_own = (
                    relation not in _CUT | {"prep", "punct"}
                    and not is_whose
                    and not (above == number and relation in {"conj", "cc"})
                )
                if is_of or is_own:
                    held.add(below)
                    waiting.append(below)
        first = last = number
        sum_at = next(iter(self._measured_at(number)), None) if self.is_money(number) else None
        if sum_at:
            held.update(n for n in tree.within(sum_at.span) if tree.tag(n) != "RP")
            held -= {n for n in held if n < tree.within(sum_at.span)[0] and self.name_type(n) in _BEARERS}
        while first - 1 in held or (first - 2 in held and tree.tag(first - 1) in {"HYPH", ","}):
            first -= 1
        while last + 1 in held or (last + 2 in held and tree.tag(last + 1) == "HYPH"):
            last += 1
        return self._trimmed(self._with_measure(first), last)

    def _with_measure(self, first: int) -> int:
        """Where a phrase begins that does not begin in the middle of a measure: "40 per | cent stake"."""
        if self.syntax.tag(first) == "CD":
            return first
        return min([first, *(self.syntax.within(one.span)[0] for one in self._measured_at(first))])

    def measures(self, number: int) -> bool:
        """Whether a word belongs to a number: the "cent" of "40 per cent"."""
        return bool(self._measured_at(number))

    def _trimmed(self, first: int, last: int) -> Span:
        tree = self.syntax
        while last > first and (tree.tag(last) in {"POS", "CC", "IN"} or tree.relation(last) in {"punct", "cc"}):
            last -= 1
        while last > first and tree.lemma(first) in {"of", "to", "by"}:
            first += 1
        while last > first and tree.relation(first) in {"punct", "cc", "preconj"}:
            first += 1
        return Span(tree.words[first].span.start, tree.words[last].span.end)

    def _name_around(self, number: int) -> Span:
        name = self._names.get(number)
        return name.span if name and name.type in _BEARERS else self.syntax.words[number].span

    def nationality(self, noun: int) -> int | None:
        """A name that stands before a noun as whose it is ("Russian weapons", "U.S. aid", "Iran's oil")."""
        tree = self.syntax
        for below in tree.dependents(noun, "poss"):
            return below if self.is_party(below) or tree.tag(below) == "PRP$" else None
        for below in tree.dependents(noun, "amod", "compound", "nmod"):
            maker = self._maker(below)
            if maker is not None:
                return maker
            if self.name_type(below) in _BEARERS - {NameType.PERSON}:
                return below
        return self._owner_before(noun)

    def _owner_before(self, noun: int) -> int | None:
        """The owner in the row of words before a noun, where the tree has hung it elsewhere ("Anna's first visit")."""
        tree = self.syntax
        for number in range(noun - 1, max(-1, noun - 6), -1):
            tag = tree.tag(number)
            if tag == "POS":
                return number - 1 if number and self.is_party(number - 1) else None
            if tag == "PRP$" or self.name_type(number) in _BEARERS - {NameType.PERSON}:
                return number
            if tag not in {"JJ", "NN", "CD", "VBN", "HYPH"}:
                return None
        return None

    def _maker(self, participle: int) -> int | None:
        """Of "US-made" the US."""
        tree = self.syntax
        if tree.tag(participle) != "VBN" or tree.lemma(participle) not in _MADE:
            return None
        below = tree.dependents(participle, "npadvmod", "nmod", "compound", "amod", "dep")
        before = participle - 2 if participle > 1 and tree.tag(participle - 1) == "HYPH" else None
        named = [n for n in (*below, before) if n is not None and self.name_type(n) in _BEARERS]
        return named[0] if named else None

    # -- things

    def thing(self, number: int) -> Thing | None:
        """What a noun phrase hands over, seen through measures and wrappings ("25 tons of dates")."""
        if number not in self._things:
            # Two words may each seem to hold the other; the second that is asked holds nothing.
            self._things[number] = None
            self._things[number] = self._thing(number)
        return self._things[number]

    def _thing(self, number: int) -> Thing | None:
        tree = self.syntax
        tag, word = tree.tag(number), tree.lemma(number)
        if tag == "PRP" or (tag in {"DT", "WDT"} and word in _STANDING_IN | {"which"}):
            return Thing(Kind.GOODS, number, is_pronoun=True) if word in _STANDING_IN else None
        if tag in {"JJR", "JJS", "RBR"} or word in {"less", "more"}:
            return self._compared(number)
        if self.is_money(number):
            # "$2 billion in goods" are goods.
            worth = self._wrapped(number)
            return worth if worth and not worth.is_pronoun else Thing(Kind.MONEY, number)
        wrapped = self._wrapped(number) if tag == "CD" or is_packing(word) else None
        if wrapped or not tag.startswith("NN"):
            # A noun before a noun may pass for an adjective: "soybean exports".
            is_before = tag == "JJ" and tree.relation(number) == "compound"
            return self._common_thing(number, word) if is_before else wrapped
        return self._named_thing(number, word) if tag.startswith("NNP") else self._common_thing(number, word)

    def _common_thing(self, number: int, word: str) -> Thing | None:
        kind = kind_of(word)
        if kind in {Kind.GOODS, Kind.KNOWLEDGE, Kind.AID} and self._is_military(number):
            return Thing(Kind.ARMS, number)
        if word in _SHARES:
            return Thing(Kind.GOODS, number)
        return Thing(kind, number, is_captive=may_be_handed_over(word)) if kind else self._by_modifier(number)

    def _is_military(self, number: int) -> bool:
        """ "Air defence systems", "military equipment"."""
        below = self.syntax.dependents(number, "amod", "compound", "nmod")
        return any(self.syntax.lemma(n) in _MILITARY for n in below)

    def _wrapped(self, number: int) -> Thing | None:
        for noun in self._contents(number):
            held = self.thing(noun)
            if held and held.kind not in {Kind.LAND, Kind.BODY}:
                return held
        return self._by_modifier(number)

    def _contents(self, number: int) -> list[int]:
        """What "of" or "in" joins to a measure or sum; right after it if the tree has hung it elsewhere."""
        tree = self.syntax
        preps = [prep for prep in tree.dependents(number, "prep") if tree.lemma(prep) in {"of", "in"}]
        found = [noun for prep in preps for noun in tree.dependents(prep, "pobj")]
        after = self.clauses.nearby.after_bracket(number + 1)
        if after + 2 < len(tree) and tree.lemma(after) in {"per", "a"} and tree.lemma(after + 2) == "of":
            after += 2  # "barrels per day of oil"
        if not found and after < len(tree) and tree.lemma(after) in {"of", "in"}:
            found = [noun for noun in [self.clauses.nearby.noun_after(after)] if noun is not None]
        return found

    def _compared(self, number: int) -> Thing | None:
        """ "Less than the $100 billion", "$1 million more"."""
        tree = self.syntax
        below = [noun for prep in tree.dependents(number, "prep") for noun in tree.dependents(prep, "pobj")]
        below += tree.dependents(number, "nummod", "nmod", "npadvmod", "quantmod", "amod")
        return next((thing for one in below if one != number for thing in [self.thing(one)] if thing), None)

    def _by_modifier(self, number: int) -> Thing | None:
        """An "arms package" and "fuel supplies" are known by the noun before."""
        if not is_packing(self.syntax.lemma(number)):
            return None
        for below in reversed(self.syntax.dependents(number, "compound", "nmod", "amod")):
            kind = kind_of(self.syntax.lemma(below))
            if kind and kind not in {Kind.PEOPLE, Kind.BODY, Kind.LAND} and not self.name_type(below):
                return Thing(kind, below)
        return None

    def _named_thing(self, number: int, word: str) -> Thing | None:
        kind = self.name_type(number)
        if word.endswith("s") and kind_of(word) is None and kind_of(word[:-1]):
            word = word[:-1]
        if kind is NameType.PERSON:
            return Thing(Kind.PEOPLE, number, is_captive=True)
        if kind in {NameType.ORGANISATION, NameType.LOCATION, NameType.NATIONALITY, NameType.DATE}:
            return None
        if kind is NameType.PRODUCT:
            return Thing(Kind.GOODS, number)
        listed = kind_of(word)
        is_initials = self.syntax.form(number).isupper() and listed not in {Kind.ARMS, Kind.ENERGY, Kind.MEDICINE}
        if listed and not is_initials and listed not in {Kind.PEOPLE, Kind.BODY}:
            return Thing(listed, number)
        return Thing(Kind.BUILDING, number) if kind is NameType.FACILITY else None

    def is_money(self, number: int) -> bool:
        """Whether a word is the head of a sum."""
        tag = self.syntax.tag(number)
        if self.name_type(number) is NameType.MONEY and tag in {"CD", "$", "NNS", "NN", "NNP"}:
            return True
        return (tag == "$" or tag in {"CD", "NN", "NNP", "NNS", "NNPS"}) and any(
            one.is_money for one in self._measured_at(number)
        )

    def in_one_sum(self, one: int, other: int) -> bool:
        """Whether two numbers are the ends of one range."""
        span = self.syntax.words[other].span
        return any(found.span.overlaps(span) for found in self._measured_at(one))

    def _measured_at(self, number: int) -> list[Measured]:
        span = self.syntax.words[number].span
        around = Span(max(0, span.start - 30), min(len(self.text), span.end + 30))
        return [one for one in quantities(self.text, around) if one.span.overlaps(span)]

    def quantity(self, item: Span, core: int) -> Quantity | None:
        """How much of it: the first number in the words of an item."""
        found = self._first_quantity(item)
        if found is None:
            return None
        quantity = found.quantity
        thing = self.thing(core)
        if found.is_money and thing and thing.kind not in {Kind.MONEY, Kind.AID}:
            # What the goods are worth, not how many they are.
            return None
        if quantity.unit is None:
            unit = self._unit(found.span.end, core)
            return Quantity(quantity.text, quantity.least, quantity.greatest, unit, quantity.approx)
        return quantity

    def _first_quantity(self, item: Span) -> Measured | None:
        """The first number in the words, with "between" before and a second end after them."""
        number = self.syntax.at(item.start)
        start = item.start
        # "nearly", "between" and the like may hang elsewhere; the "over" of "hand over" is none of them.
        for before in range((number or 0) - 1, max(-1, (number or 0) - 4), -1):
            if (
                self.syntax.relation(before) == "prt"
                or self.syntax.tag(before) == "RP"
                or self._ends_a_verb(before)
                or self.syntax.tag(before).startswith("VB")
            ):
                break
            start = self.syntax.words[before].span.start
        around = Span(start, min(len(self.text), item.end + 24))
        return next((one for one in quantities(self.text, around) if one.span.overlaps(item)), None)

    def _ends_a_verb(self, number: int) -> bool:
        """The "over" of "hand over", whatever the tree takes it for."""
        tree = self.syntax
        is_over = tree.lemma(number) == "over" and number > 0
        return is_over and tree.lemma(number - 1) in {"give", "hand", "pass", "sign", "take", "turn"}

    def _unit(self, after: int, core: int) -> str | None:
        """ "tons" of "25 tons of dates", else the noun that is counted."""
        tree = self.syntax
        number = tree.at(after + 1)
        if number is not None and tree.tag(number).startswith("NN") and is_packing(tree.lemma(number)):
            return tree.form(number)
        return tree.form(core)

    # -- what is claimed by whom

    def is_accusation(self, number: int) -> bool:
        """Whether a word stands in what somebody is only said to allege."""
        span = self.syntax.words[number].span
        held = [one for one in self.statements if any(part.contains(span) for part in one.content)]
        return any(one.act is Act.ACCUSE or self._is_alleged(one) for one in held)

    def _is_alleged(self, statement: Statement) -> bool:
        cue = self.syntax.within(statement.cue) if statement.cue else ()
        return any(self.syntax.lemma(n) in {"allege", "accuse", "suspect", "allegation", "accusation"} for n in cue)

    def resting_on(self, span: Span, *, denied: bool = False) -> tuple[str, ...]:
        """The statements whose content holds the words; what is `denied` rests on denials alone."""
        held = [one for one in self.statements if any(part.contains(span) for part in one.content)]
        return tuple(one.id for one in held if not denied or one.act is Act.DENY)
