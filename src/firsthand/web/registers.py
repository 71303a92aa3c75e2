"""The registers of the whole ledger: who gives what to whom, and what happened, with charts over time."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from firsthand.ledger import Registers
from firsthand.model import Shelf, Status
from firsthand.web import asked as parameters
from firsthand.web.charts import bars, dots
from firsthand.web.room import rendered, room
from firsthand.web.shelves import following

AT_ONCE = 50


def exchanges(request: Request) -> Response:
    """The register of transfers, how many were told of when, and how much."""
    asked = request.query_params
    query = parameters.exchange_query(asked)
    catalogue = room(request).catalogue

    def narrowed(**more: str) -> str:
        return parameters.address("/exchanges", {**asked, "after": "", **more})

    with catalogue.snapshot():
        listing = catalogue.exchanges(query, parameters.part(asked, AT_ONCE))
        register = Registers(catalogue).exchanges(query, asked.get("unit") or None)
        vouching = Registers(catalogue).vouching(listing.found)
    return rendered(
        request,
        "exchanges.html",
        query=query,
        listing=listing,
        register=register,
        vouching=vouching,
        statuses=list(Status),
        chart=bars(register.timeline, lambda since, until: narrowed(since=since, until=until)),
        amounts=dots(register.amounts),
        asked=asked,
        narrowed=narrowed,
        following=following(request, Shelf.EXCHANGES),
        onward=parameters.onward(request, listing.next),
    )


def events(request: Request) -> Response:
    """What happened, the newest first, and how much of it was told of when."""
    asked = request.query_params
    query = parameters.event_query(asked)
    catalogue = room(request).catalogue

    def narrowed(**more: str) -> str:
        return parameters.address("/events", {**asked, "after": "", **more})

    with catalogue.snapshot():
        listing = catalogue.events(query, parameters.part(asked, AT_ONCE))
        register = Registers(catalogue).events(query)
    return rendered(
        request,
        "events.html",
        query=query,
        listing=listing,
        register=register,
        chart=bars(register.timeline, lambda since, until: narrowed(since=since, until=until)),
        asked=asked,
        narrowed=narrowed,
        following=following(request, Shelf.EVENTS),
        onward=parameters.onward(request, listing.next),
    )
