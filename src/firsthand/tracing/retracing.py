"""Claims put together anew where something changed: what is kept stays the same as if all were traced at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.model import (
    Article,
    Claim,
    Clause,
    Copy,
    CopyKind,
    Judgement,
    Owned,
    Passage,
    Relation,
    Retracing,
    SharedText,
    Stored,
    Verdict,
)
from firsthand.tracing.claims import PERSON, kept_apart
from firsthand.tracing.copies import copies
from firsthand.tracing.newsstand import Newsstand, ways
from firsthand.tracing.owners import Owners
from firsthand.tracing.press import house_of, stands_for, wire_of
from firsthand.tracing.regrouping import Region, changed, made_anew
from firsthand.tracing.scope import CopyTies, Scope
from firsthand.tracing.sheet import unpacked
from firsthand.tracing.trace import claim_id

MOST_AT_HAND = 1_000
"""Articles that are kept in memory from one step to the next."""


class Retracer:
    """Puts together what is untraced, step by step; each step is made inside one transaction."""

    def __init__(self, docket: Retracing) -> None:
        self._docket = docket
        self._owners = Owners(docket.owners())
        self._scope = Scope(Newsstand(docket.houses()))

    def step(self, most: int) -> None:
        """Put together the clauses of at most so many articles with others, and make the claims that change."""
        self._heed(self._docket.owners())
        self._scope.forget(MOST_AT_HAND)
        articles = self._docket.untraced(most)
        self._meet(articles)
        self._make(self._gather(articles))
        self._docket.traced(articles)

    def pass_over(self) -> None:
        """Leave the first article of those that are left as it is."""
        self._docket.traced(self._docket.untraced(1))

    def _gather(self, articles: Sequence[str]) -> set[str]:
        """Group the clauses of the articles anew; the claims that change by it."""
        self._enter(articles)
        suspects = self._copies(articles)
        region = Region(self._docket, self._touched(articles))
        self._docket.regroup(region.moved)
        told = {clause.group for clause in self._docket.clauses_in(suspects) if clause.group}
        return told | changed(self._docket, region)

    def _make(self, names: Collection[str]) -> None:
        """Put together claims that changed."""
        made = made_anew(self._docket, names)
        kept = [claim for claim in made if claim.kept]
        places = {clause.passage.article for claim in kept for clause in (*claim.kept, *claim.denied)}
        self._admit(places)
        self._scope.apart = kept_apart(self._docket.judgements())
        copied = CopyTies(self._docket.shared(places), self._docket.copies_of(places))
        claims = [
            self._scope.claim(claim.name, _places(claim.kept), _places(claim.denied), (), copied) for claim in kept
        ]
        self._docket.put(claims, {claim.name for claim in made} - {claim.name for claim in kept})
        shown = ((clause, name) for claim in made for clause, name in claim.shown)
        self._docket.regroup([replace(clause, claim=name) for clause, name in shown if clause.claim != name])

    def _heed(self, told: Sequence[Owned]) -> None:
        """Know whose outlets are; somebody may have said otherwise since the last step."""
        if self._owners.told != tuple(told):
            self._owners = Owners(told)
            self._scope = Scope(self._scope.press)

    def _meet(self, articles: Collection[str]) -> None:
        """Know whose outlets the articles are; who may have named them before is read anew."""
        self._admit(articles)
        before = self._docket.houses()
        changed = False
        for name in articles:
            article = self._scope.articles[name]
            if article.outlet:
                house = house_of(article)
                changed |= self._docket.meet(house.key, house.name, name)
        if changed:
            houses = self._docket.houses()
            self._scope.under(Newsstand(houses), self._suspect(before, houses))

    def _suspect(self, before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
        """Have what depends on outlets put together anew that were not known by their names; who names them."""
        fresh = sorted(before.items() ^ after.items())
        found: set[str] = set()
        for key, name in fresh:
            outlet = Newsstand({key: name})
            found.update(article for article, text in self._docket.mentioning(ways(name)) if outlet.named(text))
        codes = [code for code in self._docket.codes() if any(stands_for(code, name) for _, name in fresh)]
        self._docket.suspect(sorted({*found, *self._docket.credited(codes)}))
        return found

    def _admit(self, articles: Iterable[str]) -> None:
        """Have the articles at hand."""
        wanted = sorted({name for name in articles if name not in self._scope.articles})
        sheets = {imprint.article: unpacked(imprint) for imprint in self._docket.imprints(wanted)}
        for found in self._docket.findings(wanted):
            self._scope.press.house[found.article.id] = house_of(found.article, self._owners)
            self._scope.admit(found, sheets[found.article.id])

    def _enter(self, articles: Sequence[str]) -> None:
        """Know the clauses of the articles, and what people judged of them."""
        self._docket.enter(
            Clause(claim_id(passage), passage, negated)
            for name in articles
            for passage, negated in self._scope.clauses_of(name)
        )
        judged = ((one.verdict, sorted((one.one, one.other))) for one in self._judged(articles))
        relations = [Relation(claim_id(one), claim_id(other), verdict, PERSON) for verdict, (one, other) in judged]
        self._docket.relate(articles, relations)

    def _judged(self, articles: Collection[str]) -> list[Judgement]:
        held = set(articles)
        said = (one for one in self._docket.judgements() if one.verdict is not Verdict.INDEPENDENT)
        return [one for one in said if {one.one.article, one.other.article} & held]

    def _touched(self, articles: Collection[str]) -> set[str]:
        """The clauses that may belong elsewhere now."""
        own = self._docket.clauses_in(articles)
        tied = {tie.one for tie in self._docket.relations(own)}
        former = self._docket.members({clause.group for clause in own if clause.group})
        return tied | {clause.id for clause in former}

    def _copies(self, articles: Sequence[str]) -> set[str]:
        """Keep the copies among the articles and theirs; the articles whose part in it has changed."""
        shared = _reached(self._docket, articles)
        held = {end for tie in shared for end in (tie.one, tie.other)}
        self._admit(held)
        groups = copies(shared, self._scope.articles, self._scope.press)
        before = _parts(self._docket.copies_of(held))
        self._docket.put_copies((group, _codes(group, self._scope.articles)) for group in groups)
        after = _parts(groups)
        return {name for name in held if name in before and before[name] != after.get(name)}


def alone(stored: Stored, houses: Mapping[str, str], article: str, name: str) -> Claim | None:
    """The claim that one clause of an article makes by itself; None where the article has no clause of that id.

    `houses` are the names of all outlets by their keys.
    """
    scope, owners = Scope(Newsstand(houses)), Owners(stored.owners())
    for imprint in stored.imprints([article]):
        for found in stored.findings([article]):
            scope.press.house[article] = house_of(found.article, owners)
            scope.admit(found, unpacked(imprint))
            for passage, _ in scope.clauses_of(article):
                if claim_id(passage) == name:
                    return scope.claim(name, [passage], [], (), CopyTies((), ()))
    return None


def _places(clauses: Iterable[Clause]) -> list[Passage]:
    return [clause.passage for clause in clauses]


def _reached(docket: Retracing, articles: Collection[str]) -> list[SharedText]:
    """All shared text of the articles and those that they share text with, step by step."""
    found: dict[tuple[str, str], SharedText] = {}
    seen, fresh = set(articles), set(articles)
    while fresh:
        ties = list(docket.shared(fresh))
        found.update(((tie.one, tie.other), tie) for tie in ties)
        fresh = {end for tie in ties for end in (tie.one, tie.other)} - seen
        seen |= fresh
    return [found[ends] for ends in sorted(found)]


def _parts(groups: Iterable[Copy]) -> dict[str, tuple[str | None, bool]]:
    """Of each copy what claims ask: the article it goes back to, and whether it took over parts alone."""
    return {
        member.article: (group.original, member.kind is CopyKind.PARTIAL)
        for group in groups
        for member in group.members
    }


def _codes(group: Copy, articles: Mapping[str, Article]) -> list[str]:
    return sorted({code for member in group.members if (code := wire_of(articles[member.article]))})
