"""The pages of claims: which there are about some words, and who stands behind one."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand.errors import UsageError
from firsthand.model import Claim, Listing
from firsthand.tracing import alone
from firsthand.web import asked as parameters
from firsthand.web.beside import beside_claim, with_asked
from firsthand.web.drawing import drawn
from firsthand.web.remembering import remembered
from firsthand.web.room import rendered, room

MOST_NEAR = 24
"""Near claims that are shown beside one."""


def claims(request: Request) -> Response:
    """Claims made in several places about some words, those with most independent origins first."""
    asked = request.query_params
    words, support = asked.get("q", "").strip(), parameters.support(asked)
    problem = ""
    found: Listing[Claim] = Listing(())
    docket = room(request).docket
    with room(request).catalogue.snapshot():
        try:
            found = docket.claims(words, parameters.part(asked, 20), support)
            supports = docket.supports(words)
        except UsageError as error:
            problem, supports = str(error), ()
        waiting = docket.waiting()
    return rendered(
        request,
        "claims.html",
        words=words,
        listing=found,
        problem=problem,
        support=support,
        supports=supports,
        waiting=waiting,
        narrowed=lambda **more: parameters.address("/claims", {**asked, "after": "", **more}),
        onward=parameters.address("/claims", {**asked, "after": found.next}) if found.next else None,
        status=400 if problem else 200,
    )


@remembered("written", "claims")
def claim(request: Request) -> Response:
    """One claim: its origins drawn, why they count, denials, copies, near claims, who said it first."""
    catalogue, docket = room(request).catalogue, room(request).docket
    with catalogue.snapshot():
        wanted = named(request)
        if wanted.id != request.path_params["id"]:
            # The place that the address names has come together with others since.
            return RedirectResponse(with_asked(f"/claims/{wanted.id}", request.query_params), 303)
        held = {member.passage.article for member in wanted.members}
        near = [one for other in wanted.distinct_from[:MOST_NEAR] if (one := docket.claim(other))]
        heads = catalogue.heads(held | {origin for one in wanted.support.origins for origin in one.articles})
        copies = docket.copies_of(held)
        with_page = {one for one in held if catalogue.has_page(one)}
    return rendered(
        request,
        "claim.html",
        claim=wanted,
        drawing=drawn(wanted),
        heads=heads,
        near=near,
        copies=copies,
        with_page=with_page,
        beside=beside_claim(request, wanted),
    )


def named(request: Request) -> Claim:
    """The claim that an address names. Raises HTTPException where there is none."""
    docket, name = room(request).docket, request.path_params["id"]
    if found := docket.claim(name):
        return found
    clause = docket.clause(name)
    article = clause.passage.article if clause else request.query_params.get("in", "")
    found = alone(docket, docket.houses(), article, name) if article else None
    if found is None:
        raise HTTPException(404)
    return found
