"""What of a clause is compared: what it talks of, whom it names, how many, whether it denies, doubts or plans."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

import msgspec

from firsthand.text.word_lists import listed
from firsthand.tracing.forms import (
    BEFALLS,
    DAY,
    DENIES,
    DOUBTS,
    EMPTY,
    LIFE,
    LOSES,
    MONTH,
    MONTHS,
    NAME,
    NEGATES,
    NUMBER,
    PLANS,
    PRONOUN,
    SIDED,
    Form,
)
from firsthand.tracing.quantities import Number, numbers
from firsthand.tracing.tokens import Token, has_finite_verb
from firsthand.tracing.verbs import AUXILIARIES, SIDES
from firsthand.tracing.vocabulary import HEAVIEST

ROOT = 4
"""Words with one root begin with so many same letters at least."""

PEOPLE = listed(
    "people person man woman worker passenger resident victim colleague patient civilian inhabitant employee child "
    "citizen villager tourist demonstrator protester marcher supporter student pupil teacher soldier officer guard "
    "watchman fighter migrant refugee survivor miner fisherman sailor crew dead injured wounded others docker "
    "participant visitor customer saver voter member us them life casualty fatality body"
)
SUBORDINATING = listed("that which who whom whose where as because if though although")
"""What stands behind one of these hangs on what stands before it."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_ABSENT = re.compile(r"\b(?:no (?:trace|sign|word) of|not (?:come|came|returned|been (?:seen|found|heard)))\b")


class Count(NamedTuple):
    """A number and the dictionary forms near it that may be its unit; `loose` where it is not meant exactly."""

    value: float
    units: tuple[str, ...]
    loose: bool


class Features(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """A clause as it is compared; `terms` are dictionary forms with their weights, names among them.

    `weight` is what all of them weigh, `sides` on which sides of OPPOSITES they stand, two bits each, `people` whether
    one is a word for people. `days` and `months` are as written; `leaning` where a pronoun stands for what was named.
    """

    terms: dict[str, float]
    names: frozenset[str]
    counts: tuple[Count, ...]
    years: frozenset[int]
    days: frozenset[str]
    months: frozenset[str]
    negated: bool
    hedged: bool
    planned: bool
    leaning: bool
    outcomes: frozenset[str]
    weight: float
    sides: int
    people: bool

    @property
    def claims(self) -> bool:
        """Whether anything is said at all: there are other words than names, or numbers."""
        return bool(self.counts) or len(self.names) < len(self.terms)

    @cached_property
    def roots(self) -> dict[str, list[str]]:
        """Its terms that are long enough to share a root with others, by their first letters."""
        found: dict[str, list[str]] = {}
        for term in self.terms:
            if len(term) >= ROOT:
                found.setdefault(term[:ROOT], []).append(term)
        return found


_NOTHING: frozenset[str] = frozenset()


def features(words: list[Token], text: str) -> Features:
    """The features of a clause by its words; `text` is the one they stand in."""
    forms = [word.form for word in words]
    marks = 0
    for form in forms:
        marks |= form.marks
    found = _numbers(forms) if marks & NUMBER else []
    taken = {position for number in found for position in range(number.first, number.last + 1)}
    if taken:
        telling = [form for position, form in enumerate(forms) if form.weight and position not in taken]
    else:
        telling = [form for form in forms if form.weight]
    terms = {form.lemma: form.weight for form in telling}
    names = frozenset([form.lemma for form in telling if form.name]) if marks & NAME else _NOTHING
    if names:
        # A name may be an ordinary word as well, which weighs less.
        terms.update(dict.fromkeys(names, HEAVIEST))
    years, counts = _numbered(forms, found, taken) if found else (frozenset[int](), ())
    # Who has "not come home" is missing, and nothing is denied.
    absent = bool(marks & NEGATES) and _absent(forms)
    return Features(
        terms,
        names,
        counts,
        years,
        frozenset([form.lower for form in forms if form.marks & DAY]) if marks & DAY else _NOTHING,
        frozenset([form.lower for form in forms if form.marks & MONTH]) if marks & MONTH else _NOTHING,
        negated=not absent and bool(marks & (NEGATES | DENIES)) and _negated(text, words),
        hedged=bool(marks & DOUBTS) and _doubted(forms),
        planned=bool(marks & PLANS),
        leaning=bool(marks & PRONOUN) and any(form.marks & PRONOUN for form in forms[:4]),
        outcomes=_outcomes(forms, marks, absent=absent) if absent or marks & (BEFALLS | LOSES) else _NOTHING,
        weight=sum(terms.values()),
        sides=_sides(terms) if marks & SIDED else 0,
        people=not PEOPLE.isdisjoint(terms),
    )


def _sides(terms: dict[str, float]) -> int:
    sides = 0
    for term in SIDES.keys() & terms.keys():
        sides |= SIDES[term]
    return sides


def _numbers(forms: list[Form]) -> list[Number]:
    beginning = [position for position, form in enumerate(forms) if form.marks & NUMBER]
    return numbers([form.lower for form in forms], beginning)


def _numbered(forms: list[Form], found: list[Number], taken: set[int]) -> tuple[frozenset[int], tuple[Count, ...]]:
    """The years among some numbers, and what is counted; days of a month and hours are neither."""
    years = []
    counts = []
    for number in found:
        if _is_year(forms, number):
            years.append(int(number.value))
        elif not _is_date(forms, number) and not _CLOCK.fullmatch(forms[number.first].lower):
            counts.append(Count(number.value, _units(forms, number.last, taken), number.loose))
    return frozenset(years), tuple(counts)


def _outcomes(forms: list[Form], marks: int, *, absent: bool) -> frozenset[str]:
    found = {outcome for form in forms for outcome in form.outcomes}
    if marks & LOSES and marks & LIFE:
        found.add("dead")
    elif absent:
        found.add("missing")
    return frozenset(found)


def _absent(forms: list[Form]) -> bool:
    """Whether somebody is missing in other words: "no trace of", "had not come home"."""
    return bool(_ABSENT.search(" ".join([form.lower for form in forms])))


def _negated(text: str, words: list[Token]) -> bool:
    """Whether a clause denies; "no more than eight" and "not only" do not, nor who has "nothing about" it to say.

    What hangs on behind a comma ("…, none of them badly") does not turn round what stands before it.
    """
    for place, word in enumerate(words):
        if place and "," in text[words[place - 1].end : word.start] and has_finite_verb(words[:place]):
            break
        after = words[place + 1].form.lower if place + 1 < len(words) else ""
        if word.form.lower == "nothing" and after in {"about", "on", "of"}:
            continue
        if word.form.marks & NEGATES and after not in {"more", "less", "fewer", "only", "least", "longer", "doubt"}:
            return True
    return any(word.form.marks & DENIES for word in words)


def _doubted(forms: list[Form]) -> bool:
    """Whether what a clause says is doubted, and not only what hangs on it; who "could not see" has no doubts."""
    for place, form in enumerate(forms):
        if place and form.lower in SUBORDINATING:
            return False
        after = forms[place + 1].lower if place + 1 < len(forms) else ""
        if form.marks & DOUBTS and not (form.lower == "could" and after == "not"):
            return True
    return False


def _is_year(forms: list[Form], number: Number) -> bool:
    word = forms[number.first].lower
    return number.first == number.last and len(word) == 4 and word.isdigit() and 1500 <= number.value <= 2100


def _is_date(forms: list[Form], number: Number) -> bool:
    """Whether a number is a day of a month or an hour: "May 4", "4 May", "8 a.m.", "eight o'clock"."""
    before = forms[number.first - 1].lower if number.first else ""
    behind = [form.lower for form in forms[number.last + 1 : number.last + 3]]
    after = behind[0] if behind else ""
    return before in MONTHS or after in MONTHS or after in {"o'clock", "am", "pm"} or behind in (["a", "m"], ["p", "m"])


def _units(forms: list[Form], last: int, taken: set[int]) -> tuple[str, ...]:
    """The words behind a number that say what is counted, up to the next verb, number or preposition but "of"."""
    found: list[str] = []
    for position in range(last + 1, min(len(forms), last + 6)):
        form = forms[position]
        if position in taken or form.lower in AUXILIARIES:
            break
        if form.lower in {"of", "the", "a", "an", "and", "other", "others", "more", "new", "its", "his", "her"}:
            if form.lower == "others":
                found.append("others")
            continue
        if form.marks & EMPTY:
            break
        found.append(form.lemma)
        if len(found) == 3:
            break
    return tuple(found)
