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
    NEGATES,
    NUMBER,
    PLANS,
    PRONOUN,
)
from firsthand.tracing.quantities import Number, numbers
from firsthand.tracing.tokens import Token, has_finite_verb
from firsthand.tracing.verbs import AUXILIARIES, SIDES

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
    marks = 0
    for word in words:
        marks |= word.form.marks
    found = numbers([word.form.lower for word in words]) if marks & NUMBER else []
    taken = {position for number in found for position in range(number.first, number.last + 1)}
    terms: dict[str, float] = {}
    names = []
    for position, word in enumerate(words):
        form = word.form
        if form.weight and position not in taken:
            if form.weight > terms.get(form.lemma, 0.0):
                terms[form.lemma] = form.weight
            if form.name:
                names.append(form.lemma)
    years, counts = _numbered(words, found, taken) if found else (frozenset[int](), ())
    return Features(
        terms,
        frozenset(names),
        counts,
        years,
        frozenset([word.form.lower for word in words if word.form.marks & DAY]) if marks & DAY else _NOTHING,
        frozenset([word.form.lower for word in words if word.form.marks & MONTH]) if marks & MONTH else _NOTHING,
        negated=bool(marks & (NEGATES | DENIES)) and _negated(text, words),
        hedged=bool(marks & DOUBTS) and _doubted(words),
        planned=bool(marks & PLANS),
        leaning=bool(marks & PRONOUN) and any(word.form.marks & PRONOUN for word in words[:4]),
        outcomes=_outcomes(words) if marks & (BEFALLS | LOSES | NEGATES) else _NOTHING,
        weight=sum(terms.values()),
        sides=_sides(terms),
        people=not PEOPLE.isdisjoint(terms),
    )


def _sides(terms: dict[str, float]) -> int:
    sides = 0
    for term in SIDES.keys() & terms.keys():
        sides |= SIDES[term]
    return sides


def _numbered(words: list[Token], found: list[Number], taken: set[int]) -> tuple[frozenset[int], tuple[Count, ...]]:
    """The years among some numbers, and what is counted; days of a month and hours are neither."""
    years = []
    counts = []
    for number in found:
        if _is_year(words, number):
            years.append(int(number.value))
        elif not _is_date(words, number) and not _CLOCK.fullmatch(words[number.first].lower):
            counts.append(Count(number.value, _units(words, number.last, taken), number.loose))
    return frozenset(years), tuple(counts)


def _outcomes(words: list[Token]) -> frozenset[str]:
    found = {outcome for word in words for outcome in word.form.outcomes}
    marks = [word.form.marks for word in words]
    if any(mark & LOSES for mark in marks) and any(mark & LIFE for mark in marks):
        found.add("dead")
    elif _absent(words):
        found.add("missing")
    return frozenset(found)


def _absent(words: list[Token]) -> bool:
    """Whether somebody is missing in other words: "no trace of", "had not come home"."""
    return bool(_ABSENT.search(" ".join([word.form.lower for word in words])))


def _negated(text: str, words: list[Token]) -> bool:
    """Whether a clause denies; "no more than eight" and "not only" do not, nor who has "not come home".

    Nor does who has "nothing about" it to say. What hangs on behind a comma ("…, none of them badly") does not turn
    round what stands before it.
    """
    if _absent(words):
        return False
    for place, word in enumerate(words):
        if place and "," in text[words[place - 1].end : word.start] and has_finite_verb(words[:place]):
            break
        after = words[place + 1].lower if place + 1 < len(words) else ""
        if word.form.lower == "nothing" and after in {"about", "on", "of"}:
            continue
        if word.form.marks & NEGATES and after not in {"more", "less", "fewer", "only", "least", "longer", "doubt"}:
            return True
    return any(word.form.marks & DENIES for word in words)


def _doubted(words: list[Token]) -> bool:
    """Whether what a clause says is doubted, and not only what hangs on it; who "could not see" has no doubts."""
    for place, word in enumerate(words):
        if place and word.form.lower in SUBORDINATING:
            return False
        after = words[place + 1].form.lower if place + 1 < len(words) else ""
        if word.form.marks & DOUBTS and not (word.form.lower == "could" and after == "not"):
            return True
    return False


def _is_year(words: list[Token], number: Number) -> bool:
    word = words[number.first].lower
    return number.first == number.last and len(word) == 4 and word.isdigit() and 1500 <= number.value <= 2100


def _is_date(words: list[Token], number: Number) -> bool:
    """Whether a number is a day of a month or an hour: "May 4", "4 May", "8 a.m.", "eight o'clock"."""
    before = words[number.first - 1].lower if number.first else ""
    behind = [word.lower for word in words[number.last + 1 : number.last + 3]]
    after = behind[0] if behind else ""
    return before in MONTHS or after in MONTHS or after in {"o'clock", "am", "pm"} or behind in (["a", "m"], ["p", "m"])


def _units(words: list[Token], last: int, taken: set[int]) -> tuple[str, ...]:
    """The words behind a number that say what is counted, up to the next verb, number or preposition but "of"."""
    found: list[str] = []
    for position in range(last + 1, min(len(words), last + 6)):
        form = words[position].form
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
