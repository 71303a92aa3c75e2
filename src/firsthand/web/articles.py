"""The page of an article: the text as it stood, who says what in it, what was set aside and mended."""

from __future__ import annotations

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import SURE_ENOUGH, Event
from firsthand.web.asked import address
from firsthand.web.beside import beside_article
from firsthand.web.entries import entries
from firsthand.web.remembering import remembered
from firsthand.web.room import rendered, room
from firsthand.web.runs import SetAside, hues, laid_out

ON_DEMAND = ("repairs", "aside")
"""What an article's page shows when it is asked for."""


@remembered("written")
def article(request: Request) -> Response:
    """An article as it stood, with who says what in it."""
    findings = room(request).catalogue.findings(request.path_params["id"])
    if findings is None:
        raise HTTPException(404)
    layout = laid_out(findings)
    return rendered(
        request,
        "article.html",
        findings=findings,
        article=findings.article,
        layout=layout,
        folded=any(isinstance(part, SetAside) and not part.short for part in layout),
        hues=hues(findings.statements),
        show_repairs="repairs" in request.query_params,
        show_aside="aside" in request.query_params,
        toggled=lambda name: _toggled(request, name),
        has_page=room(request).catalogue.has_page(findings.article.id),
        unsure=[statement.id for statement in findings.statements if statement.confidence < SURE_ENOUGH],
        timeline=sorted(findings.events, key=_when),
        entries=entries(findings),
        beside=beside_article(request, findings.article.id),
    )


def _toggled(request: Request, name: str) -> str:
    """The article's address with one thing more, or less, shown on demand."""
    shown = {each: "1" for each in ON_DEMAND if (each in request.query_params) != (each == name)}
    return address(f"/articles/{quote(request.path_params['id'])}", shown)


def _when(event: Event) -> tuple[str, int]:
    """Dated events in their order, then the others in that of the text."""
    return (event.when.value if event.when else "~", event.trigger.start)
