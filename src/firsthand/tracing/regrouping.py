"""Which clauses say the same, and which deny it, worked out anew around those that were touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from firsthand.model import Clause, Passage, Relation, Retracing, Verdict
from firsthand.tracing.claims import Held, clustered
from firsthand.tracing.trace import claim_id, head_of

_APART = (Verdict.NEAR, Verdict.DENIES)


class Region:
    """The clauses that are grouped otherwise than before when some are touched, as if all were grouped anew.

    How a group came about is told by its members alone: where two groups did not join, it left no trace in either. So a
    group that was not touched comes about as before, unless it now joins one that was. Those that are alike to touched
    ones are therefore grouped again beside them, and whichever come out otherwise count as touched in the next round.

    `clauses` have their new groups, those that `moved` others than before; `ties` are all that the clauses have, `gone`
    are groups that are no more.
    """

    def __init__(self, docket: Retracing, touched: Collection[str]) -> None:
        self._docket = docket
        self._held: dict[str, Clause] = {}
        self._ties: dict[str, list[Relation]] = {}
        self._groups: dict[str, frozenset[str]] = {}
        inner: set[str] = set()
        fresh = self._groups_of(touched)
        while fresh:
            # What comes back to be touched again is looked at with all that was touched, so that this ends.
            around = fresh if inner.isdisjoint(fresh) else inner | fresh
            inner |= fresh
            fresh = self._regroup(self._groups_of(around))
        inner = self._groups_of(inner)
        self.ties = [tie for name in inner for tie in self._ties[name]]
        self.clauses = self._renamed(inner)
        self.moved = [clause for name, clause in self.clauses.items() if clause != self._held[name]]
        before = {clause.group for clause in (self._held[name] for name in self.clauses) if clause.group}
        self.gone = before - {clause.group for clause in self.clauses.values()}

    def _regroup(self, touched: set[str]) -> set[str]:
        """Group clauses and those alike to them anew; of the latter those that come out otherwise."""
        self._tie(touched)
        alike = {tie.other for name in touched for tie in self._ties[name] if tie.verdict is Verdict.SAME}
        around = self._groups_of(alike) - touched
        beside = self._docket.among([self._held[name] for name in around])
        clauses = sorted((self._held[name] for name in (*touched, *around)), key=_order)
        numbers = {clause.id: number for number, clause in enumerate(clauses)}
        verdicts: dict[tuple[int, int], Held] = {}
        for tie in chain(beside, *(self._ties[name] for name in touched)):
            if (other := numbers.get(tie.other)) is not None:
                one = numbers[tie.one]
                verdicts[(one, other) if one < other else (other, one)] = tie.verdict, tie.score
        changed = set()
        for group in clustered([clause.passage.article for clause in clauses], verdicts):
            members = frozenset([clauses[number].id for number in group])
            changed |= {name for name in members if self._groups[name] != members}
            self._groups.update((name, members) for name in members)
        return changed & around

    def _groups_of(self, names: Collection[str]) -> set[str]:
        """The clauses of the groups that some belong to by now, at hand from here on."""
        fresh = self._docket.clauses(set(names) - self._held.keys())
        before = {clause.group for clause in fresh if clause.group}
        groups: dict[str, list[str]] = {}
        for clause in {clause.id: clause for clause in (*fresh, *self._docket.members(before))}.values():
            self._held[clause.id] = clause
            groups.setdefault(clause.group or clause.id, []).append(clause.id)
        for members in map(frozenset, groups.values()):
            self._groups.update((name, members) for name in members)
        return {member for name in names if name in self._groups for member in self._groups[name]}

    def _tie(self, names: set[str]) -> None:
        """Have the ties of clauses at hand."""
        fresh = names - self._ties.keys()
        self._ties.update((name, []) for name in fresh)
        for tie in self._docket.relations([self._held[name] for name in fresh]):
            self._ties[tie.one].append(tie)

    def _renamed(self, names: set[str]) -> dict[str, Clause]:
        """Clauses with their new groups; with them those that make claims by themselves, being near to another now."""
        apart = {tie.other for tie in self.ties if tie.verdict in _APART}
        self._groups_of(apart)
        lone = {name for name in apart - names if self._held[name].group is None and len(self._groups[name]) == 1}
        renamed = {name: replace(self._held[name], group=name, claim=name) for name in lone}
        for members in {self._groups[name] for name in names}:
            clauses = [self._held[name] for name in members]
            alone = len(clauses) == 1 and all(tie.verdict not in _APART for tie in self._ties[clauses[0].id])
            group = None if alone else claim_id(head_of([clause.passage for clause in clauses]))
            for clause in clauses:
                # One that denied another claim is led to that still, until claims are made.
                own = clause.claim in {None, clause.group}
                renamed[clause.id] = replace(
                    clause, group=group, claim=None if alone else group if own else clause.claim
                )
        return renamed


class Made(NamedTuple):
    """The claim of a group: its clauses but for those that deny another, those that deny it, where each is shown."""

    name: str
    kept: Sequence[Clause]
    denied: Sequence[Clause]
    shown: Sequence[tuple[Clause, str]]


def changed(docket: Retracing, region: Region) -> set[str]:
    """The claims that change with the region, whose groups must be kept already; those that are no more among them."""
    denials = _Denials(docket)
    around = {tie.other for tie in region.ties if tie.verdict is Verdict.DENIES}
    deniers = denials.load({*region.clauses, *around})
    wanted = {clause.group for clause in region.clauses.values() if clause.group} | region.gone
    for clause in deniers:
        aimed = denials.target(clause) or clause.group
        if aimed != clause.claim or clause.id in region.clauses:
            wanted |= {name for name in (aimed, clause.claim, clause.group) if name}
    return wanted


def made_anew(docket: Retracing, names: Collection[str]) -> list[Made]:
    """Claims as the clauses are grouped now; of a group that is no more, a claim without any."""
    denials = _Denials(docket)
    members: dict[str, list[Clause]] = {name: [] for name in names}
    for clause in docket.members(names):
        members[clause.group or ""].append(clause)
    beside = denials.load({clause.id for clauses in members.values() for clause in clauses})
    others = denials.load({end for clause in beside for end in denials.ends(clause)})
    against: dict[str, list[Clause]] = {}
    for clause in {clause.id: clause for clause in (*beside, *others)}.values():
        if aim := denials.target(clause):
            against.setdefault(aim, []).append(clause)
    return [_made(name, members[name], against.get(name, []), denials) for name in sorted(names)]


def _made(name: str, members: Iterable[Clause], against: Iterable[Clause], denials: _Denials) -> Made:
    members = sorted(members, key=_order)
    denied = sorted(against, key=_order)
    kept = [clause for clause in members if denials.target(clause) is None]
    moved = [(clause, aim) for clause in members if (aim := denials.target(clause))]
    return Made(name, kept, denied, [*((clause, name) for clause in (*kept, *denied)), *moved])


def _order(clause: Clause) -> Passage:
    return clause.passage


class _Denials:
    """Which group each clause denies, as far as it was loaded."""

    def __init__(self, docket: Retracing) -> None:
        self._docket = docket
        self._clauses: dict[str, Clause] = {}
        self._ties: dict[str, list[Relation]] = {}
        self._members: dict[str, list[Clause]] = {}

    def load(self, ids: Iterable[str]) -> list[Clause]:
        """Know which groups the clauses deny."""
        ids = set(ids)
        fresh = ids - self._ties.keys()
        self._ties.update((name, []) for name in fresh)
        for tie in self._docket.denials(fresh):
            self._ties[tie.one].append(tie)
        ends = {end for name in fresh for tie in self._ties[name] for end in (tie.one, tie.other)} | fresh
        self._clauses.update((c.id, c) for c in self._docket.clauses(ends - self._clauses.keys()))
        groups = {self._clauses[name].group or "" for name in fresh if self._ties[name]} - self._members.keys()
        for clause in self._docket.members(groups - {""}):
            self._members.setdefault(clause.group or "", []).append(clause)
        return [self._clauses[name] for name in ids if name in self._clauses]

    def ends(self, clause: Clause) -> list[str]:
        """The clauses that one denies or is denied by."""
        return [tie.other for tie in self._ties[clause.id]]

    def target(self, clause: Clause) -> str | None:
        """The group that a clause denies most surely."""
        ties = self._ties[clause.id]
        if not ties or not self._may_deny(clause.group or ""):
            return None
        return next(
            (far.group for far in map(self._far, sorted(ties, key=self._rank)) if self._aims(clause, far)), None
        )

    def _may_deny(self, group: str) -> bool:
        """Whether a group is one denial, told by one article or in words that deny in all."""
        members = self._members.get(group, ())
        return len({clause.passage.article for clause in members}) == 1 or (
            bool(members) and all(clause.negated for clause in members)
        )

    def _far(self, tie: Relation) -> Clause:
        return self._clauses[tie.other]

    def _rank(self, tie: Relation) -> tuple[float, Passage, Passage]:
        one, other = sorted((self._clauses[tie.one].passage, self._clauses[tie.other].passage))
        return -tie.score, one, other

    @staticmethod
    def _aims(clause: Clause, far: Clause) -> bool:
        """Whether the clause is the one that denies, of two in different groups."""
        if clause.group == far.group:
            return False
        first, second = sorted((clause, far), key=_order)
        return clause is (first if first.negated else second)
