"""Saved pages: as they look, without anything that runs or loads, with the very words marked; and their source."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from firsthand.errors import InputError, UsageError
from firsthand.model import Event, Exchange, Findings, Page, Span
from firsthand.reading.decode import decode
from firsthand.web.guard import POLICY
from firsthand.web.replica import MARK, Replica, replica
from firsthand.web.room import rendered, room

STYLE = (files("firsthand.web") / "static" / "replica.css").read_text("utf-8")
"""Stands inside the replica: a page without an origin may not ask the room for a style sheet."""
ALONE = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'self'; sandbox"
)
"""The policy of a replica: no script, no image, no address, no origin, whatever its page contains."""
FRAMING = POLICY.replace("frame-ancestors", "frame-src 'self'; frame-ancestors")
MOST_SPANS = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's source."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be marked on a page; `statement` is the first that was named, to go back to."""

    spans: tuple[Span, ...]
    words: str
    statement: str | None


def routes() -> list[Route]:
    """The routes of saved pages."""
    return [
        Route("/pages/{id:path}", saved_page, name="saved_page"),
        Route("/replicas/{id:path}", shown, name="replica"),
    ]


def saved_page(request: Request) -> Response:
    """A saved page in a frame in which nothing of it runs, or its source."""
    findings, page = _kept(request)
    asked = _asked(request, findings)
    source = request.query_params.get("as") == "source"
    lines = [Line(n, line) for n, line in enumerate(_characters(page).splitlines(), 1)] if source else []
    given = [(key, value) for key, value in request.query_params.multi_items() if key in {"of", "at"}]
    name = quote(findings.article.id)
    answer = rendered(
        request, "saved_page.html",
        id=findings.article.id, title=findings.article.title, page=page, asked=asked, source=source, lines=lines,
        frame=f"/replicas/{name}?{urlencode(given)}{'#' + MARK if asked.spans else ''}",
        as_page=f"/pages/{name}?{urlencode(given)}",
        as_source=f"/pages/{name}?{urlencode([*given, ('as', 'source')])}",
    )  # fmt: skip
    answer.headers["content-security-policy"] = FRAMING
    return answer


def shown(request: Request) -> Response:
    """A page built anew for looking at, the words that are asked for marked."""
    findings, page = _kept(request)
    spans = _asked(request, findings).spans
    try:
        built = replica(page, findings.article, spans)
    except InputError as error:
        built = Replica(f'<p class="told">{escape(error.problem)}</p>', len(spans))
    lost = '<p class="told">These words were not found on the page.</p>' if spans and not built.marks else ""
    title = escape(findings.article.title or "Untitled")
    words = (
        f'<!doctype html><html lang="{escape(findings.article.language or "")}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style>'
        f"<body>{lost}{built.body}</body></html>"
    )
    return HTMLResponse(words.encode("utf-8", "replace"), headers={"content-security-policy": ALONE})


def _kept(request: Request) -> tuple[Findings, Page]:
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        findings = catalogue.findings(request.path_params["id"])
        page = catalogue.page(request.path_params["id"])
    if findings is None or page is None:
        raise HTTPException(404)
    return findings, page


def _characters(page: Page) -> str:
    try:
        return decode(page)
    except InputError:
        return page.content.decode(page.charset or "utf-8", "replace")


def _asked(request: Request, findings: Findings) -> Asked:
    """What `of` (the id of a statement, exchange or event) and `at` (START-END) name. Raises UsageError."""
    spans: list[Span] = []
    named = request.query_params.getlist("of")
    for name in named:
        spans += _named(findings, name)
    spans += [_span(written, len(findings.article.text)) for written in request.query_params.getlist("at")]
    if len(spans) > MOST_SPANS:
        raise UsageError(f"these are {len(spans)} places of a page; ask for {MOST_SPANS} at most")
    spans.sort()
    words = " … ".join(span.of(findings.article.text) for span in spans)
    statements = {statement.id for statement in findings.statements}
    return Asked(tuple(spans), words, next((name for name in named if name in statements), None))


def _named(findings: Findings, name: str) -> list[Span]:
    for statement in findings.statements:
        if statement.id == name:
            return list(statement.content)
    claimed: tuple[Exchange | Event, ...] = (*findings.exchanges, *findings.events)
    for one in claimed:
        if one.id == name:
            return list(_words(one))
    raise UsageError(f"the article has no statement, exchange or event {name[:40]!r}")


def _words(one: Exchange | Event) -> Iterator[Span]:
    """The words that claim a transfer or an event: what happens, who takes part, what is given, where."""
    yield one.trigger
    if isinstance(one, Exchange):
        parties = [one.giver, one.receiver]
        yield from (item.span for item in one.items)
    else:
        parties = [*(participant.party for participant in one.participants), one.place]
    yield from (party.span for party in parties if party and party.span)


def _span(written: str, most: int) -> Span:
    start, _, end = written.partition("-")
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()) or len(written) > 20:
        raise UsageError(f"{written[:40]!r} is no place in a text; write it as START-END")
    if not int(start) < int(end) <= most:
        raise UsageError(f"{written!r} is no place in a text of {most} characters")
    return Span(int(start), int(end))
