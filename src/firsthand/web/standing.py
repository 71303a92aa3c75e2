"""How statements stand: which kept claim each makes, on how many origins it rests, and who holds the opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.ledger import Catalogue, Docket, Speakers, Traces
from firsthand.model import Claim, Clash, Clause, Contest, Part, Said, Slice, Span, Stance, Standing, VoiceQuery
from firsthand.tracing import clashes, contests, standing

MOST_SAID = 200
"""Statements of a speaker, the newest, that are held against what others say."""


def stand(docket: Docket, said: Sequence[Said]) -> Mapping[tuple[str, str], Standing]:
    """The claims that statements make or deny with others, by the ids of article and statement."""
    return standing(said, _claimed(docket, said)[1])


def contradictions(catalogue: Catalogue, query: VoiceQuery) -> tuple[Clash, ...]:
    """Statements of one voice that do not agree, by what tracing kept and people judged."""
    speakers, whole = Speakers(catalogue), VoiceQuery(query.name, query.wide)
    alike = speakers.alike(whole)
    judgements = tuple(Traces(catalogue).judgements())
    articles = {end.article for one in alike for end in (one.one, one.other)}
    articles |= {end.article for one in judgements for end in (one.one, one.other)}
    return clashes(speakers.said_in(whole, articles), alike, judgements) if articles else ()


def disputes(catalogue: Catalogue, query: VoiceQuery) -> tuple[Contest, ...]:
    """Where others hold the opposite of what one voice says, or it of what they say, by the kept claims."""
    whole = VoiceQuery(query.name, query.wide, Part.ORIGIN)
    said = Speakers(catalogue).said(whole, Slice(MOST_SAID)).found
    docket = Docket(catalogue)
    clauses, claims = _claimed(docket, said)
    contested = [claim for claim in claims if {Stance.ASSERTS, Stance.DENIES} <= {one.stance for one in claim.members}]
    told = {claim.id for claim in contested}
    relations = docket.relations([clause for clause in clauses if clause.claim in told])
    return contests(said, contested, relations)


def _claimed(docket: Docket, said: Sequence[Said]) -> tuple[Sequence[Clause], Sequence[Claim]]:
    """The clauses in statements that others make or deny too, and their claims."""
    contents: dict[str, list[Span]] = defaultdict(list)
    for one in said:
        contents[one.entry.id] += one.statement.content
    clauses = [
        clause
        for clause in docket.clauses_in(contents)
        if clause.claim and any(clause.passage.span.overlaps(span) for span in contents[clause.passage.article])
    ]
    return clauses, docket.held({clause.claim for clause in clauses if clause.claim})
