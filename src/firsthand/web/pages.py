"""The pages of the reading room."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from firsthand.model import Query, Slice
from firsthand.web import asked as parameters
from firsthand.web.beside import beside_article
from firsthand.web.room import rendered, room
from firsthand.web.runs import hues, laid_out


def home(request: Request) -> Response:
    """The newest articles, and the search box."""
    catalogue = room(request).catalogue
    part = Slice(30, request.query_params.get("after"))
    listing = catalogue.texts(Query(), part)
    onward = parameters.onward(request, listing.next)
    return rendered(request, "home.html", listing=listing, holdings=catalogue.holdings(), onward=onward)


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


def not_found(request: Request, _: Exception) -> Response:
    """What is not in the ledger; programs are told as they asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": "there is nothing at this address"}, 404)
    return rendered(request, "not_found.html", status=404)


def not_understood(request: Request, error: Exception) -> Response:
    """What was asked for in a way that has no answer, in words."""
    return rendered(request, "problem.html", status=400, problem=str(error))
