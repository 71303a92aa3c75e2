"""One search box: statements, articles and speakers by the same words, narrowed by facets."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from firsthand.ledger import Catalogue
from firsthand.model import Excerpt, Listing, Query, Said, Shelf, Slice, Voice
from firsthand.web import asked as parameters
from firsthand.web.room import rendered, room
from firsthand.web.shelves import backed, following
from firsthand.web.standing import stand

KINDS = ("statements", "articles", "speakers")
NEAREST = 6
"""Speakers told above the statements, where names hold the words too."""


def search(request: Request) -> Response:
    """What holds the words, of one kind, and how much there is of the others."""
    asked = request.query_params
    query, part = parameters.query(asked), parameters.part(asked, 20)
    among = asked.get("in", KINDS[0]) if asked.get("in") in KINDS else KINDS[0]
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        speakers = catalogue.voices(query.words) if query.words else ()
        listing = (
            Listing(speakers, None, len(speakers)) if among == "speakers" else _found(catalogue, among, query, part)
        )
        facets = catalogue.facets(query)
        docket = room(request).docket
        claims = stand(docket, [one for one in listing.found if isinstance(one, Said)])
        supports = docket.supports(query.words) if query.words else ()
    return rendered(
        request,
        "search.html",
        among=among,
        listing=listing,
        speakers=speakers,
        nearest=NEAREST,
        facets=facets,
        asked=asked,
        narrowed=lambda **more: parameters.address("/search", {**asked, "after": "", **more}),
        onward=parameters.onward(request, listing.next),
        claims=claims,
        supports=supports,
        claimed=sum(one.number for one in supports),
        backed=backed(query.backing) if query.backing else "",
        following=following(request, Shelf.SEARCH),
    )


def _found(
    catalogue: Catalogue, among: str, query: Query, part: Slice
) -> Listing[Said] | Listing[Excerpt] | Listing[Voice]:
    return catalogue.texts(query, part) if among == "articles" else catalogue.statements(query, part)
