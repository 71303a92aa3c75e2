"""The pages of the reading room."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from firsthand.model import Listing, Query, Said, Slice, Status
from firsthand.web import asked as parameters
from firsthand.web.asked import onward as _onward
from firsthand.web.beside import beside_article
from firsthand.web.room import rendered, room
from firsthand.web.runs import hues, laid_out


def home(request: Request) -> Response:
    """The newest articles, and the search box."""
    catalogue = room(request).catalogue
    part = Slice(30, request.query_params.get("after"))
    listing = catalogue.texts(Query(), part)
    return rendered(
        request, "home.html", listing=listing, holdings=catalogue.holdings(), onward=_onward(request, listing.next)
    )


def article(request: Request) -> Response:
    """An article as it stood, with who says what in it."""
    findings = room(request).catalogue.findings(request.path_params["id"])
    if findings is None:
        raise HTTPException(404)
    return rendered(
        request,
        "article.html",
        findings=findings,
        article=findings.article,
        layout=laid_out(findings),
        hues=hues(findings.statements),
        show_repairs="repairs" in request.query_params,
        statements={statement.id: statement for statement in findings.statements},
        beside=beside_article(request, findings.article.id),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's source and whether it is the one asked for."""

    number: int
    text: str


def saved_page(request: Request) -> Response:
    """The saved page as text, never as a page: nothing of it runs here."""
    page = room(request).catalogue.page(request.path_params["id"])
    if page is None:
        raise HTTPException(404)
    words = page.content.decode(page.charset or "utf-8", "replace")
    lines = [Line(n, line) for n, line in enumerate(words.splitlines(), 1)]
    return rendered(request, "saved_page.html", id=request.path_params["id"], page=page, lines=lines)


def search(request: Request) -> Response:
    """Statements and articles by words, narrowed by facets."""
    asked = request.query_params
    query, part = parameters.query(asked), parameters.part(asked, 20)
    catalogue = room(request).catalogue
    among = "articles" if asked.get("in") == "articles" else "statements"
    listing = catalogue.texts(query, part) if among == "articles" else catalogue.statements(query, part)
    facets = catalogue.facets(query)
    return rendered(
        request,
        "search.html",
        among=among,
        listing=listing,
        facets=facets,
        asked=asked,
        narrowed=lambda **more: parameters.address("/search", {**asked, "after": "", **more}),
        onward=_onward(request, listing.next),
        feed=parameters.address("/feeds/search.atom", {**asked, "after": "", "in": ""}),
    )


def speaker(request: Request) -> Response:
    """Everything that one voice said."""
    name = request.query_params.get("name", "").strip()
    catalogue = room(request).catalogue
    listing: Listing[Said] = (
        catalogue.said_by(name, Slice(20, request.query_params.get("after"))) if name else Listing(())
    )
    return rendered(
        request,
        "speaker.html",
        name=name,
        voices=catalogue.voices(name) if name else (),
        listing=listing,
        onward=_onward(request, listing.next),
    )


def outlet(request: Request) -> Response:
    """What one outlet printed, and whom it relies on."""
    name = request.query_params.get("name", "").strip()
    if not name:
        raise HTTPException(404)
    query = Query(outlet=name)
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        listing = catalogue.texts(query, Slice(20, request.query_params.get("after")))
        facets = catalogue.facets(query)
    return rendered(
        request, "outlet.html", name=name, listing=listing, facets=facets, onward=_onward(request, listing.next)
    )


def exchanges(request: Request) -> Response:
    """The register of transfers."""
    asked = request.query_params
    query = parameters.exchange_query(asked)
    listing = room(request).catalogue.exchanges(query, parameters.part(asked, 50))
    return rendered(
        request, "exchanges.html", query=query, listing=listing, statuses=list(Status),
        onward=_onward(request, listing.next),
    )  # fmt: skip


def events(request: Request) -> Response:
    """What happened, the newest first."""
    asked = request.query_params
    query = parameters.event_query(asked)
    listing = room(request).catalogue.events(query, parameters.part(asked, 50))
    return rendered(request, "events.html", query=query, listing=listing, onward=_onward(request, listing.next))


def not_found(request: Request, _: Exception) -> Response:
    """What is not in the ledger; programs are told as they asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": "there is nothing at this address"}, 404)
    return rendered(request, "not_found.html", status=404)


def not_understood(request: Request, error: Exception) -> Response:
    """What was asked for in a way that has no answer, in words."""
    return rendered(request, "problem.html", status=400, problem=str(error))
