"""Claims in the REST interface: by words and number of origins, and one by its id."""

from __future__ import annotations

from starlette.requests import Request

from firsthand.export.contract import FORMAT, Json, Record
from firsthand.export.tracing import claim_record
from firsthand.model import Passage, Span
from firsthand.web import asked as parameters
from firsthand.web.claims import named
from firsthand.web.resources import PART, Parameter, Resource
from firsthand.web.room import room


def _claims(request: Request) -> Record:
    asked = request.query_params
    docket = room(request).docket
    with room(request).catalogue.snapshot():
        words, support = asked.get("q", "").strip(), parameters.support(asked)
        listing = docket.claims(words, parameters.part(asked, 20), support)
        found: list[Json] = [claim_record(claim) for claim in listing.found]
        supports: Record = {count.value: count.number for count in docket.supports(words)}
        return {
            "firsthand": FORMAT, "total": listing.total, "exact": listing.exact, "next": listing.next,
            "independent": supports, "waiting": docket.waiting(), "claims": found,
        }  # fmt: skip


def _claim(request: Request) -> Record:
    with room(request).catalogue.snapshot():
        claim = named(request)
        judged: list[Json] = [
            {
                "verdict": one.verdict.value, "one": _place(one.one), "other": _place(one.other), "by": one.by,
                "at": one.at, "reason": one.reason,
            }
            for one in room(request).docket.judged({member.passage for member in claim.members})
        ]  # fmt: skip
    return {"firsthand": FORMAT, **claim_record(claim), "judgements": judged}


def _place(passage: Passage) -> Json:
    span: Span = passage.span
    return {"article": passage.article, "start": span.start, "end": span.end}


RESOURCES = (
    Resource(
        "/claims",
        "Claims told in several places, those with most independent origins first.",
        _claims,
        (
            Parameter("q", 'words that all occur; "side by side", -without, begin*'),
            Parameter("support", "how many independent origins", pattern="^[0-9]{0,3}$"),
            *PART,
        ),
    ),
    Resource(
        "/claims/{id}",
        "One claim, by its own id or that of any clause in it.",
        _claim,
        (Parameter("in", "an article that makes it, where it is not yet compared"),),
    ),
)
