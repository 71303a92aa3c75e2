"""The pages of the reading room."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from firsthand.model import Query, Slice
from firsthand.web import asked as parameters
from firsthand.web.room import rendered, room


def home(request: Request) -> Response:
    """The newest articles, and the search box."""
    catalogue = room(request).catalogue
    part = Slice(30, request.query_params.get("after"))
    listing = catalogue.texts(Query(), part)
    onward = parameters.onward(request, listing.next)
    return rendered(request, "home.html", listing=listing, holdings=catalogue.holdings(), onward=onward)


def not_found(request: Request, _: Exception) -> Response:
    """What is not in the ledger; programs are told as they asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": "there is nothing at this address"}, 404)
    return rendered(request, "not_found.html", status=404)


def not_understood(request: Request, error: Exception) -> Response:
    """What was asked for in a way that has no answer, in words."""
    return rendered(request, "problem.html", status=400, problem=str(error))
