"""How alike two clauses are, and whether they claim the same thing, with reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from firsthand.text.word_lists import listed
from firsthand.tracing.features import PEOPLE, ROOT, Count, Features
from firsthand.tracing.verbs import across
from firsthand.tracing.vocabulary import neighbours

FEW_WORDS = 0.1
"""Clauses that share fewer of their words share hardly any."""

NEIGHBOUR = 0.58
"""From this kinship on, two words count as saying nearly the same, as far as they are akin."""

SAME_ROOT = 0.85
"""How near words with one root are."""

SAME_PEOPLE = 0.6
"""How near words for people are: "workers" may be called "residents"."""

LOOSELY = 0.02
"""A number that is not meant exactly may lie so far from another, against the greater of them."""

_COUNTED_PEOPLE = listed("people person man woman us them life others casualty fatality body victim")


T = TypeVar("T")


class Known:
    """Whether an article talks of somebody, by its telling words."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._given = terms

    @cached_property
    def _terms(self) -> list[str]:
        return sorted(self._given)

    def __contains__(self, name: str) -> bool:
        """Whether a word begins like a name, its end left aside: Peru, Peruvian."""
        root = name[: max(ROOT, len(name) - 2)]
        at = bisect_left(self._terms, root)
        return at < len(self._terms) and self._terms[at].startswith(root)


class Traits(NamedTuple):
    """What is alike and unlike in two clauses; every trait lies in 0..1 unless said otherwise.

    `foreign` names are looked for only where hardly a word is shared.
    """

    overlap: float
    agreed: float
    contradicted: float
    names: float
    foreign: float
    negation: float
    planned: float
    times: float
    opposite: float
    outcome: float
    words: float


def traits(one: Features, other: Features, around_one: Known, around_other: Known, *, akin: bool = True) -> Traits:
    """The traits of two clauses of one story; `around` is all that each article talks of.

    Words that are `akin` need not be looked for where it is known that there are none.
    """
    matched, matched_back = _matched(one, other, akin=akin), _matched(other, one, akin=akin)
    agreed, contradicted = compare_counts(one.counts, other.counts) if one.counts and other.counts else (0.0, 0)
    weights = one.weight + other.weight
    overlap = (matched + matched_back + 2 * agreed) / max(0.5, weights + 2 * agreed)
    words = (matched + matched_back) / max(0.5, weights)
    shared = _shared_names(one, other, akin=akin) if one.names else 0
    foreign = 0
    if words < FEW_WORDS:
        foreign = sum(name not in around_other for name in one.names)
        foreign += sum(name not in around_one for name in other.names)
    return Traits(
        overlap,
        min(2.0, agreed),
        min(2.0, contradicted),
        min(2.0, shared) / 2,
        min(2.0, foreign) / 2,
        float(one.negated != other.negated),
        _planned(one, other),
        float(_apart(one, other)),
        float(_opposed(one, other)),
        _outcome(one, other),
        words,
    )


def _planned(one: Features, other: Features) -> float:
    """1 where one is planned and the other has happened, 2 where the plan has a date that the other has not."""
    if one.planned == other.planned:
        return 0.0
    plan, fact = (one, other) if one.planned else (other, one)
    return 2.0 if (plan.months | plan.days) and not (fact.months | fact.days) else 1.0


def _outcome(one: Features, other: Features) -> float:
    """1 where the same befell people, -1 where something else did."""
    if not one.outcomes or not other.outcomes:
        return 0.0
    return 1.0 if one.outcomes & other.outcomes else -1.0


def _shared_names(one: Features, other: Features, *, akin: bool) -> int:
    """How many names of one clause the other has among its words."""
    names = one.names & other.terms.keys()
    if not akin:
        return len(names)
    rest = one.names - names
    return len(names) + sum(any(_same_root(name, term) for term in other.roots.get(name[:ROOT], ())) for name in rest)


def _apart(one: Features, other: Features) -> bool:
    """Whether the clauses name years, months or days, and none in common."""
    return _differ(one.years, other.years) or _differ(one.months, other.months) or _differ(one.days, other.days)


def _differ(one: frozenset[T], other: frozenset[T]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _opposed(one: Features, other: Features) -> bool:
    """Whether one stands on one side of some opposites, the other on the other side alone."""
    return bool(across(one.sides) & other.sides & ~across(other.sides))


def _matched(one: Features, other: Features, *, akin: bool) -> float:
    """The weight of the words of one clause that the other has as well, akin words as far as they are akin."""
    terms = other.terms
    if one.terms.keys() <= terms.keys():
        return one.weight
    if not akin:
        return sum([weight for term, weight in one.terms.items() if term in terms])
    return sum([weight if term in terms else weight * _nearest(term, other) for term, weight in one.terms.items()])


def _nearest(term: str, other: Features) -> float:
    for candidate in other.roots.get(term[:ROOT], ()):
        if _same_root(term, candidate):
            return SAME_ROOT
    near = neighbours(term)
    if near and not other.terms.keys().isdisjoint(near):
        best = max([near[candidate] for candidate in near.keys() & other.terms.keys()])
        if best >= NEIGHBOUR:
            return best
    return SAME_PEOPLE if term in PEOPLE and other.people else 0.0


def akin(term: str) -> Mapping[str, float]:
    """A word and all that may stand for it, but those of one root, and how near each is."""
    near = {other: nearness for other, nearness in neighbours(term).items() if nearness >= NEIGHBOUR}
    people = {other: max(SAME_PEOPLE, near.get(other, 0.0)) for other in PEOPLE} if term in PEOPLE else {}
    return {**near, **people, term: 1.0}


def _same_root(one: str, other: str) -> bool:
    """Peru and Peruvian, explode and explosion: the same beginning, little else."""
    apart = len(one) - len(other)
    stem = max(ROOT, min(len(one), len(other)) - 2)
    return -5 <= apart <= 5 and one[:stem] == other[:stem]


def units_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether counts of these units may count the same: they share a unit, akin words do, or one of them has none."""
    if not one or not other:
        return True
    unit = _unit(one)
    if not unit.akin.isdisjoint(other):
        return True
    return not unit.roots.isdisjoint(_unit(other).roots) and any(
        min(len(a), len(b)) >= ROOT and _same_root(a, b) for a in one for b in other
    )


class _Unit(NamedTuple):
    """What is counted: all words that may stand for it but those of one root, and the roots of its own."""

    akin: frozenset[str]
    roots: frozenset[str]


@lru_cache(maxsize=100_000)
def _unit(words: tuple[str, ...]) -> _Unit:
    near = {other for word in words for other, nearness in neighbours(word).items() if nearness >= NEIGHBOUR}
    people = PEOPLE if _COUNTED_PEOPLE.intersection(words) else ()
    counted = _COUNTED_PEOPLE if PEOPLE.intersection(words) else ()
    return _Unit(frozenset({*words, *near, *people, *counted}), frozenset([word[:ROOT] for word in words]))


@lru_cache(maxsize=10_000)
def telling(value: float) -> float:
    """How much it says that two clauses share a number: little for one or two, much for 412."""
    if value < 3:
        return 0.3
    if value <= 12:
        return 0.6
    digits = str(int(value)).rstrip("0")
    return 1.0 if len(digits) < 3 else 1.5


def same_value(one: Count, other: Count) -> bool:
    """Whether two counts are of one size; a loose one may lie a fiftieth apart."""
    if one.value == other.value:
        return True
    return (one.loose or other.loose) and abs(one.value - other.value) <= LOOSELY * max(one.value, other.value)


def compare_counts(one: tuple[Count, ...], other: tuple[Count, ...]) -> tuple[float, float]:
    """How tellingly counts agree in value and unit; how many have the same unit and another value."""
    agreed = 0.0
    contradicted = 0
    for a in one:
        if any(same_value(a, b) and units_agree(a.units, b.units) for b in other):
            agreed += telling(a.value)
        elif any(a.units and b.units and units_agree(a.units, b.units) and not _met(b, one) for b in other):
            contradicted += 1
    return agreed, contradicted


def _met(count: Count, others: tuple[Count, ...]) -> bool:
    return any(same_value(count, other) and units_agree(count.units, other.units) for other in others)
