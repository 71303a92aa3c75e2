"""The pages of claims: which there are about some words, and who stands behind one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand.errors import UsageError
from firsthand.model import Claim, Entry, Judgement, Listing, Origin
from firsthand.tracing import alone, claim_id
from firsthand.web import asked as parameters
from firsthand.web.beside import beside_claim, with_asked
from firsthand.web.differing import differing
from firsthand.web.drawing import drawn, stances
from firsthand.web.remembering import remembered
from firsthand.web.room import rendered, room

MOST_NEAR = 24
"""Near claims that are shown beside one."""
OF_ITSELF = "named by itself"
"""The reason of an origin that nothing was merged with; it need not be told."""


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
    return shown(request)


def shown(request: Request) -> Response:
    """The page of a claim, made anew."""
    catalogue, docket = room(request).catalogue, room(request).docket
    with catalogue.snapshot():
        wanted = named(request)
        if wanted.id != request.path_params["id"] and request.method in {"GET", "HEAD"}:
            # The place that the address names has come together with others since.
            return RedirectResponse(with_asked(f"/claims/{wanted.id}", request.query_params), 303)
        passages = {member.passage for member in wanted.members}
        near = [one for other in wanted.distinct_from[:MOST_NEAR] if (one := docket.claim(other))]
        judged = docket.judged(passages)
        held = {passage.article for passage in passages}
        heads = catalogue.heads(held.union(*(one.articles for one in wanted.support.origins)))
        copies = docket.copies_of(held)
        with_page = {one for one in held if catalogue.has_page(one)}
    drawing = drawn(wanted, copies)
    return rendered(
        request,
        "claim.html",
        claim=wanted,
        drawing=drawing,
        stances=stances(drawing.nodes),
        heads=heads,
        with_page=with_page,
        reasons=lambda origin: _reasons(origin, heads),
        near=[(one, *differing(wanted.text, one.text)) for one in near],
        more_near=max(0, len(wanted.distinct_from) - MOST_NEAR),
        copies=[copy for copy in copies if len(held & {member.article for member in copy.members}) > 1],
        judged=_sayings(judged),
        ids={member.passage: claim_id(member.passage) for member in wanted.members},
        beside=beside_claim(request, wanted),
        objecting=getattr(request.state, "objecting", None),
    )


def _reasons(origin: Origin, heads: Mapping[str, Entry]) -> list[str]:
    """Why an origin counts once, its articles called by their outlets."""
    called = {name: entry.outlet.name or entry.outlet.domain or name for name, entry in heads.items() if entry.outlet}
    ids = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(called, key=len, reverse=True))) + r")(?![\w-])")
    found = []
    for reason in dict.fromkeys(origin.reasons):
        if reason == OF_ITSELF:
            continue
        words = ids.sub(lambda one: called[one.group()], reason) if called else reason
        found.append(words[:1].upper() + words[1:])
    return list(dict.fromkeys(found))


def _sayings(judged: Iterable[Judgement]) -> list[tuple[Judgement, int]]:
    """What people judged, each saying once, with the number of pairs it was said of."""
    found: dict[tuple[str, str, str, str], tuple[Judgement, int]] = {}
    for one in judged:
        key = (one.by, one.at, one.verdict.value, one.reason)
        first, number = found.get(key, (one, 0))
        found[key] = (first, number + 1)
    return list(found.values())


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
