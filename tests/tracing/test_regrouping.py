"""Grouping anew around what was touched ends where grouping all at once does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Clause, Passage, Relation, Retracing, Span, Verdict
from firsthand.tracing.claims import PERSON, clustered
from firsthand.tracing.regrouping import Region
from firsthand.tracing.trace import claim_id, head_of

VERDICTS = (Verdict.SAME, Verdict.SAME, Verdict.SAME, Verdict.UNSURE, Verdict.NEAR, Verdict.DENIES)


class Kept:
    """As much of a ledger as grouping asks for."""

    def __init__(self) -> None:
        self.kept: dict[str, Clause] = {}
        self.ties: dict[tuple[str, str], tuple[Verdict, float]] = {}

    def clauses(self, ids: Iterable[str]) -> Sequence[Clause]:
        return [self.kept[name] for name in ids if name in self.kept]

    def members(self, groups: Iterable[str]) -> Sequence[Clause]:
        wanted = set(groups)
        return [clause for clause in self.kept.values() if clause.group in wanted]

    def relations(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        asked = {clause.id for clause in clauses}
        both = [(ends, held) for one, held in self.ties.items() for ends in (one, one[::-1])]
        return [Relation(*ends, *held) for ends, held in both if ends[0] in asked and ends[1] in self.kept]

    def among(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        asked = {clause.id for clause in clauses}
        return [Relation(*ends, *held) for ends, held in self.ties.items() if asked.issuperset(ends)]

    def enter(self, clauses: Iterable[Clause]) -> None:
        """Know clauses and put them together with the others."""
        fresh = {clause.id: clause for clause in clauses}
        self.kept.update(fresh)
        tied = {end for ends in self.ties for end in ends} & fresh.keys()
        self.kept.update(Region(cast("Retracing", self), tied).clauses)

    def at_once(self) -> dict[str, str | None]:
        """The groups of all clauses."""
        clauses = sorted(self.kept.values(), key=lambda clause: clause.passage)
        numbers = {clause.id: number for number, clause in enumerate(clauses)}
        ends = {(min(numbers[a], numbers[b]), max(numbers[a], numbers[b])): held for (a, b), held in self.ties.items()}
        apart = {name for pair, (verdict, _) in self.ties.items() if verdict in VERDICTS[4:] for name in pair}
        found: dict[str, str | None] = {}
        for group in clustered([clause.passage.article for clause in clauses], ends):
            members = [clauses[number] for number in group]
            alone = len(members) == 1 and members[0].id not in apart
            name = None if alone else claim_id(head_of([clause.passage for clause in members]))
            found.update((clause.id, name) for clause in members)
        return found


def some_clauses(chance: Random) -> list[Clause]:
    """Clauses of some articles, two each."""
    where = [Passage(f"a{number // 2}", Span(number % 2 * 10, number % 2 * 10 + 9)) for number in range(24)]
    clauses = [Clause(claim_id(passage), passage, negated=False) for passage in where]
    chance.shuffle(clauses)
    return clauses


@given(st.integers(0, 10**6), st.sampled_from([0.08, 0.15, 0.3]))
def test_groups_are_those_of_all_clauses_whatever_came_when(seed: int, dense: float) -> None:
    chance, kept = Random(seed), Kept()
    clauses = some_clauses(chance)
    for one, other in combinations(clauses, 2):
        if chance.random() < dense and one.passage.article != other.passage.article:
            score = chance.choice([0.1, 0.3, 0.5, 0.5, 0.9, PERSON])
            kept.ties[one.id, other.id] = chance.choice(VERDICTS), score
    while clauses:
        size = chance.randint(1, 6)
        kept.enter(clauses[:size])
        del clauses[:size]
        known = {pair: held for pair, held in kept.ties.items() if kept.kept.keys() >= set(pair)}
        whole = Kept()
        whole.kept, whole.ties = {name: replace(one, group=None) for name, one in kept.kept.items()}, known
        assert {name: clause.group for name, clause in kept.kept.items()} == whole.at_once()


def test_only_what_may_change_is_looked_at() -> None:
    kept = Kept()
    where = [Passage(f"a{number:02}", Span(0, 9)) for number in range(20)]
    clauses = [Clause(claim_id(passage), passage, negated=False) for passage in where]
    for one, other in pairwise(clauses):
        kept.ties[one.id, other.id] = Verdict.SAME, 0.5
    kept.enter(clauses[:-1])
    region = Region(cast("Retracing", kept), {clauses[0].id})
    assert 0 < len(region.clauses) < 8
