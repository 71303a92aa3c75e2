"""The pages of the reading room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import Act, EventQuery, ExchangeQuery, Form, Order, Query, Slice, Status
from firsthand.web.room import rendered, room
from firsthand.web.runs import hues, laid_out

E = TypeVar("E", bound=StrEnum)


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
    query = Query(
        words=asked.get("q", "").strip(),
        speaker=asked.get("speaker") or None,
        outlet=asked.get("outlet") or None,
        since=asked.get("since") or None,
        until=asked.get("until") or None,
        act=_one_of(Act, asked.get("act")),
        form=_one_of(Form, asked.get("form")),
    )
    part = Slice(20, asked.get("after"), _one_of(Order, asked.get("order")) or Order.NEWEST)
    catalogue = room(request).catalogue
    among = "articles" if asked.get("in") == "articles" else "statements"
    listing = catalogue.texts(query, part) if among == "articles" else catalogue.statements(query, part)
    return rendered(
        request,
        "search.html",
        query=query,
        among=among,
        listing=listing,
        facets=catalogue.facets(query),
        asked=asked,
        narrowed=lambda **more: _address("search", {**dict(asked), "after": "", **more}),
        onward=_onward(request, listing.next),
    )


def speaker(request: Request) -> Response:
    """Everything that one voice said."""
    name = request.query_params.get("name", "").strip()
    catalogue = room(request).catalogue
    listing = catalogue.said_by(name, Slice(20, request.query_params.get("after")))
    return rendered(
        request,
        "speaker.html",
        name=name,
        voices=catalogue.voices(name) if name else (),
        listing=listing,
        onward=_onward(request, listing.next),
    )


def exchanges(request: Request) -> Response:
    """The register of transfers."""
    asked = request.query_params
    query = ExchangeQuery(
        giver=asked.get("giver") or None,
        receiver=asked.get("receiver") or None,
        item=asked.get("item") or None,
        status=_one_of(Status, asked.get("status")),
    )
    listing = room(request).catalogue.exchanges(query, Slice(50, asked.get("after")))
    return rendered(
        request, "exchanges.html", query=query, listing=listing, statuses=list(Status),
        onward=_onward(request, listing.next),
    )  # fmt: skip


def events(request: Request) -> Response:
    """What happened, the newest first."""
    asked = request.query_params
    query = EventQuery(type=asked.get("type") or None, participant=asked.get("participant") or None)
    listing = room(request).catalogue.events(query, Slice(50, asked.get("after")))
    return rendered(request, "events.html", query=query, listing=listing, onward=_onward(request, listing.next))


def not_found(request: Request, _: Exception) -> Response:
    """What is not in the ledger."""
    return rendered(request, "not_found.html", status=404)


def _one_of(kind: type[E], word: str | None) -> E | None:
    return kind(word) if word in {member.value for member in kind} else None


def _onward(request: Request, after: str | None) -> str | None:
    """The address of the next part of a list, None at its end."""
    if after is None:
        return None
    return _address(request.url.path.lstrip("/"), {**dict(request.query_params), "after": after})


def _address(path: str, asked: dict[str, str]) -> str:
    return f"/{path}?" + urlencode({name: value for name, value in asked.items() if value})
