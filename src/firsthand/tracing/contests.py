"""Which kept claims statements make, and who holds the opposite of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Claim, ClaimMember, Contest, Passage, Relation, Said, Span, Stance, Standing, Verdict
from firsthand.tracing.clashes import SHORTEST
from firsthand.tracing.trace import claim_id

LEAST_RELATED = 0.35
"""From this score on two clauses of a claim are about one thing: who denies the one denies the other."""
DECIDED = frozenset({Verdict.SAME, Verdict.DENIES})
OPPOSITE = {Stance.ASSERTS: Stance.DENIES, Stance.DENIES: Stance.ASSERTS}

Place = tuple[str, str]
"""A statement: its article's id and its own."""


def standing(said: Iterable[Said], claims: Iterable[Claim]) -> dict[Place, Standing]:
    """For each statement the claim of its longest clause among those that others make or deny too, and its stance."""
    inside: dict[str, list[tuple[int, Span, Standing]]] = defaultdict(list)
    for claim in claims:
        for member in claim.members:
            span = member.passage.span
            inside[member.passage.article].append((-len(span), span, Standing(claim, member.stance)))
    found: dict[Place, Standing] = {}
    for one in said:
        for _, span, held in sorted(inside[one.entry.id], key=lambda held: held[:2]):
            if _holds(one, span):
                found.setdefault(_place(one), held)
    return found


def contests(said: Sequence[Said], claims: Iterable[Claim], relations: Iterable[Relation]) -> tuple[Contest, ...]:
    """Where others hold the opposite of what these statements claim: once for each claim, by the earliest of them.

    A claim brings together what is alike step by step; only those are held against each other whose own clauses are
    surely related.
    """
    own: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        own[one.entry.id].append(one)
    related = frozenset(
        (tie.one, tie.other) for tie in relations if tie.verdict in DECIDED and tie.score >= LEAST_RELATED
    )
    found = [contest for claim in claims if (contest := _contest(claim, own, related))]
    return tuple(sorted(found, key=lambda one: (one.said.entry.published or "", _place(one.said)), reverse=True))


def _contest(claim: Claim, own: Mapping[str, Sequence[Said]], related: frozenset[tuple[str, str]]) -> Contest | None:
    mine: list[tuple[ClaimMember, Said]] = []
    theirs: list[ClaimMember] = []
    for member in claim.members:
        if len(member.passage.span) < SHORTEST:
            continue
        if said := _saying(own, member.passage):
            mine.append((member, said))
        else:
            theirs.append(member)
    for member, said in sorted(mine, key=lambda pair: (pair[1].entry.published or "", _place(pair[1]))):
        here = claim_id(member.passage)
        against = tuple(
            one
            for one in theirs
            if one.stance is OPPOSITE.get(member.stance) and (here, claim_id(one.passage)) in related
        )
        if against:
            return Contest(said, claim, against, denies=member.stance is Stance.DENIES)
    return None


def _saying(own: Mapping[str, Sequence[Said]], passage: Passage) -> Said | None:
    return next((one for one in own.get(passage.article, ()) if _holds(one, passage.span)), None)


def _holds(said: Said, span: Span) -> bool:
    return any(content.overlaps(span) for content in said.statement.content)


def _place(said: Said) -> Place:
    return said.entry.id, said.statement.id
