"""How alike two clauses are, and whether they claim the same thing, with reasons."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.text.word_lists import listed
from firsthand.tracing.features import Count, Features
from firsthand.tracing.verbs import OPPOSITES
from firsthand.tracing.vocabulary import kinship, neighbours

NEIGHBOUR = 0.58
"""From this kinship on, two words count as saying nearly the same, as far as they are akin."""

PEOPLE = listed(
    "people person man woman worker passenger resident victim colleague patient civilian inhabitant employee child "
    "citizen villager tourist demonstrator protester marcher supporter student pupil teacher soldier officer guard "
    "watchman fighter migrant refugee survivor miner fisherman sailor crew dead injured wounded others docker "
    "participant visitor customer saver voter member us them life casualty fatality body"
)
_COUNTED_PEOPLE = listed("people person man woman us them life others casualty fatality body victim")


class Traits(NamedTuple):
    """What is alike and unlike in two clauses; every trait lies in 0..1 unless said otherwise."""

    overlap: float
    contained: float
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


def traits(one: Features, other: Features, around_one: frozenset[str], around_other: frozenset[str]) -> Traits:
    """The traits of two clauses of one story; `around` is all that each article talks of, whole and by roots."""
    matched, weights = _matched(one.terms, other.terms), sum(one.terms.values())
    matched_back, weights_back = _matched(other.terms, one.terms), sum(other.terms.values())
    agreed, contradicted = compare_counts(one.counts, other.counts)
    overlap = (matched + matched_back + 2 * agreed) / max(0.5, weights + weights_back + 2 * agreed)
    contained = max(
        (matched + agreed) / max(0.8, weights + agreed), (matched_back + agreed) / max(0.8, weights_back + agreed)
    )
    shared = sum(_named(name, other) for name in one.names)
    foreign = sum(not _known(name, around_other) for name in one.names) + sum(
        not _known(name, around_one) for name in other.names
    )
    return Traits(
        overlap,
        contained,
        min(2.0, agreed),
        min(2.0, contradicted),
        min(2.0, shared) / 2,
        min(2.0, foreign) / 2,
        float(one.negated != other.negated),
        _planned(one, other),
        float(_apart(one, other)),
        float(_opposed(one, other)),
        _outcome(one, other),
        (matched + matched_back) / max(0.5, weights + weights_back),
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


def _known(name: str, around: frozenset[str]) -> bool:
    return name in around or (len(name) > 3 and name[: max(4, len(name) - 2)] in around)


def _named(name: str, other: Features) -> bool:
    return any(name == term or (len(name) > 3 and len(term) > 3 and _same_root(name, term)) for term in other.terms)


def _apart(one: Features, other: Features) -> bool:
    """Whether the clauses name years, months or days, and none in common."""
    return any(
        a and b and not a & b for a, b in ((one.years, other.years), (one.months, other.months), (one.days, other.days))
    )


def _opposed(one: Features, other: Features) -> bool:
    return any(
        (a & one.terms.keys() and b & other.terms.keys() and not a & other.terms.keys())
        or (b & one.terms.keys() and a & other.terms.keys() and not b & other.terms.keys())
        for a, b in OPPOSITES
    )


def _matched(one: dict[str, float], other: dict[str, float]) -> float:
    """The weight of the words of one clause that the other has as well, akin words as far as they are akin."""
    roots: dict[str, list[str]] = {}
    for term in other:
        if len(term) > 3:
            roots.setdefault(term[:4], []).append(term)
    return sum(weight * (1.0 if term in other else _nearest(term, other, roots)) for term, weight in one.items())


def _nearest(term: str, other: dict[str, float], roots: dict[str, list[str]]) -> float:
    if any(_same_root(term, candidate) for candidate in roots.get(term[:4], ())):
        return 0.85
    near = neighbours(term)
    best = max((near[candidate] for candidate in near.keys() & other.keys()), default=0.0)
    return best if best >= NEIGHBOUR else 0.6 if term in PEOPLE and PEOPLE & other.keys() else 0.0


def _same_root(one: str, other: str) -> bool:
    """Peru and Peruvian, explode and explosion: the same beginning, little else."""
    shorter, longer = sorted((one, other), key=len)
    stem = max(4, len(shorter) - 2)
    return len(longer) - len(shorter) <= 5 and longer[:stem] == shorter[:stem]


def units_agree(one: Count, other: Count) -> bool:
    """Whether two counts may count the same: they share a unit, akin words do, or one of them has none."""
    if not one.units or not other.units:
        return True
    if (_COUNTED_PEOPLE & set(one.units) and PEOPLE & set(other.units)) or (
        _COUNTED_PEOPLE & set(other.units) and PEOPLE & set(one.units)
    ):
        return True
    return any(
        a == b or kinship(a, b) >= NEIGHBOUR or (len(a) > 3 and len(b) > 3 and _same_root(a, b))
        for a in one.units
        for b in other.units
    )


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
    return (one.loose or other.loose) and abs(one.value - other.value) <= 0.02 * max(one.value, other.value)


def compare_counts(one: tuple[Count, ...], other: tuple[Count, ...]) -> tuple[float, float]:
    """How tellingly counts agree in value and unit; how many have the same unit and another value."""
    agreed = 0.0
    contradicted = 0
    for a in one:
        if any(same_value(a, b) and units_agree(a, b) for b in other):
            agreed += telling(a.value)
        elif any(a.units and b.units and units_agree(a, b) and not _met(b, one) for b in other):
            contradicted += 1
    return agreed, contradicted


def _met(count: Count, others: tuple[Count, ...]) -> bool:
    return any(same_value(count, other) and units_agree(count, other) for other in others)
