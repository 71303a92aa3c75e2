"""The pages of speakers and of outlets: what they said or printed, over time, and on whom it rests."""

from __future__ import annotations

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.ledger import Houses, Speakers
from firsthand.model import Listing, Part, Portrait, Query, Said, Shelf, Slice, VoiceQuery
from firsthand.web import asked as parameters
from firsthand.web.charts import bars
from firsthand.web.room import rendered, room
from firsthand.web.shelves import following
from firsthand.web.standing import contradictions, disputes, stand

MOST_SHOWN = 5
"""Statements that do not agree with others, shown at first."""
AT_ONCE = 20


def speaker(request: Request) -> Response:
    """Everything that one voice said, when, through whom, who denies it, and where it does not agree with itself."""
    asked = request.query_params
    query = parameters.voice_query(asked)
    catalogue = room(request).catalogue
    if not query.name:
        return rendered(request, "speakers.html")
    speakers = Speakers(catalogue)

    def narrowed(**more: str) -> str:
        return parameters.address("/who", {**asked, "after": "", **more})

    with catalogue.snapshot():
        portrait = speakers.portrait(query)
        query = _at_first(query, portrait)
        listing: Listing[Said] = speakers.said(query, parameters.part(asked, AT_ONCE))
        first = not asked.get("after")
        clashing = contradictions(catalogue, query) if first else ()
        disputed = disputes(catalogue, query) if first else ()
        claims = stand(room(request).docket, listing.found)
        names = {voice.name for voice in portrait.names}
        others = [voice for voice in catalogue.voices(query.name) if voice.name not in names]
    return rendered(
        request,
        "speaker.html",
        query=query,
        portrait=portrait,
        others=others,
        chart=bars(portrait.timeline, lambda since, until: narrowed(since=since, until=until)),
        clashing=clashing,
        disputed=disputed,
        most_shown=None if asked.get("clashes") else MOST_SHOWN,
        claims=claims,
        listing=listing,
        asked=asked,
        narrowed=narrowed,
        following=following(request, Shelf.VOICE),
        onward=parameters.onward(request, listing.next),
    )


def _at_first(query: VoiceQuery, portrait: Portrait) -> VoiceQuery:
    """What a page shows of a voice unless it is asked for another part: what it says, else whatever there is."""
    if query.part or query.denied:
        return query
    return replace(query, part=Part.ORIGIN) if portrait.vouches else query


def outlet(request: Request) -> Response:
    """What one outlet printed and when, whom it relies on, and how much of it stood elsewhere before."""
    asked = request.query_params
    name = asked.get("name", "").strip()
    if not name:
        raise HTTPException(404)
    query = Query(outlet=name, since=asked.get("since") or None, until=asked.get("until") or None)
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        listing = catalogue.texts(query, Slice(AT_ONCE, asked.get("after")))
        house = Houses(catalogue).house(name)
    return rendered(
        request,
        "outlet.html",
        name=name,
        query=query,
        house=house,
        listing=listing,
        chart=bars(
            house.timeline,
            lambda since, until: parameters.address("/outlets", {"name": name, "since": since, "until": until}),
        ),
        onward=parameters.onward(request, listing.next),
    )
