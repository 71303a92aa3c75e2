"""The JSON of the tracing of a ledger: `docs/json.md` describes it, and scripts outside rely on it."""

from __future__ import annotations

from firsthand.export.contract import FORMAT, Json, Record
from firsthand.model import Claim, Copy, Span, Tracing


def as_tracing_record(tracing: Tracing, texts: dict[str, str]) -> Record:
    """Everything that was traced; `texts` are the texts of the articles by their ids."""
    return {
        "firsthand": FORMAT,
        "copies": [_copy(group) for group in tracing.copies],
        "quotations": [
            [
                {
                    "article": place.article,
                    "start": place.span.start,
                    "end": place.span.end,
                    "text": place.span.of(texts[place.article]),
                }
                for place in utterance.passages
            ]
            for utterance in tracing.utterances
        ],
        "claims": [claim_record(claim) for claim in tracing.claims],
    }


def _copy(group: Copy) -> Record:
    return {
        "members": [
            {
                "article": member.article,
                "kind": member.kind.value,
                "passages": [_span(span) for span in member.passages],
                "reasons": list(member.reasons),
            }
            for member in group.members
        ],
        "original": group.original,
        "credited": group.credited,
        "reasons": list(group.reasons),
    }


def _span(span: Span) -> Json:
    return [span.start, span.end]


def claim_record(claim: Claim) -> Record:
    """A claim with its members, origins and who said it first."""
    first = claim.first_said
    return {
        "id": claim.id,
        "text": claim.text,
        "members": [
            {
                "article": member.passage.article,
                "start": member.passage.span.start,
                "end": member.passage.span.end,
                "text": member.text,
                "stance": member.stance.value,
                "chain": list(member.chain),
            }
            for member in claim.members
        ],
        "distinct_from": list(claim.distinct_from),
        "independent": claim.support.independent,
        "origins": [
            {"name": origin.name, "reasons": list(origin.reasons), "articles": list(origin.articles)}
            for origin in claim.support.origins
        ],
        "first_said": {
            "origin": first.origin,
            "article": first.article,
            "datetime": first.datetime,
            "certain": first.certain,
            "reasons": list(first.reasons),
        }
        if first
        else None,
    }
