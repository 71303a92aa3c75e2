"""The pages of claims: which there are about some words, and who stands behind one."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Traces
from firsthand.model import Claim, Entry, Query, Slice, Tracing
from firsthand.tracing import trace
from firsthand.web.beside import beside_claim
from firsthand.web.drawing import drawn
from firsthand.web.room import rendered, room

MOST, NEWEST = 100, 40
"""So many articles are traced from: of those that hold the words, and where no words are given."""


def claims(request: Request) -> Response:
    """Claims about some words, those with most independent origins first."""
    words = request.query_params.get("q", "").strip()
    catalogue = room(request).catalogue
    problem = ""
    found: tuple[Claim, ...] = ()
    try:
        with catalogue.snapshot():
            articles = [
                excerpt.entry.id for excerpt in catalogue.texts(Query(words), Slice(MOST if words else NEWEST)).found
            ]
            found = _about(_traced(catalogue, articles), words)
    except UsageError as error:
        problem = str(error)
    ranked = sorted(found, key=lambda claim: (-claim.support.independent, -len(claim.members), claim.id))
    return rendered(request, "claims.html", words=words, claims=ranked, problem=problem, status=400 if problem else 200)


def claim(request: Request) -> Response:
    """One claim: its origins drawn, why they count, denials, copies, near claims, who said it first."""
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        tracing, wanted = named(request)
        held = {member.passage.article for member in wanted.members}
        heads = _heads(catalogue, held | {origin for one in wanted.support.origins for origin in one.articles})
    by_id = {one.id: one for one in tracing.claims}
    return rendered(
        request,
        "claim.html",
        claim=wanted,
        drawing=drawn(wanted),
        heads=heads,
        near=[by_id[other] for other in wanted.distinct_from if other in by_id],
        copies=[copy for copy in tracing.copies if held & {member.article for member in copy.members}],
        beside=beside_claim(request, wanted),
    )


def named(request: Request) -> tuple[Tracing, Claim]:
    """The claim that an address names, among what was traced with it. Raises HTTPException where there is none."""
    article = request.query_params.get("in", "")
    tracing = _traced(room(request).catalogue, [article] if article else None)
    for one in tracing.claims:
        if one.id == request.path_params["id"]:
            return tracing, one
    raise HTTPException(404)


def _traced(catalogue: Catalogue, articles: list[str] | None) -> Tracing:
    stored = Traces(catalogue)
    if articles is None:
        return trace(stored)
    compared = set(stored.articles())
    known = [article for article in articles if article in compared]
    return trace(stored, known) if known else Tracing()


def _about(tracing: Tracing, words: str) -> tuple[Claim, ...]:
    wanted = [word.strip('"*').casefold() for word in words.split() if not word.startswith("-")]
    if not wanted:
        return tuple(one for one in tracing.claims if len(one.members) > 1)
    return tuple(one for one in tracing.claims if all(word in _words(one) for word in wanted))


def _words(claim: Claim) -> str:
    return " ".join([claim.text, *(member.text for member in claim.members)]).casefold()


def _heads(catalogue: Catalogue, articles: set[str]) -> dict[str, Entry]:
    return {article: entry for article in sorted(articles) if (entry := catalogue.entry(article))}
