"""Readers' replies: sent from the page that they are about, and held until the ledger's owner has looked at them."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from firsthand.errors import LedgerError
from firsthand.ledger import ReplyKeeper
from firsthand.model import About, Reply, Subject
from firsthand.text.typed import one_line, paragraphs_of
from firsthand.web import forms
from firsthand.web.beside import FORMS, Kind, Writing, page_of, with_asked
from firsthand.web.forms import Fields
from firsthand.web.pace import Pace
from firsthand.web.room import room
from firsthand.web.subjects import SHEETS, Sheet, shown_again

MOST_HELD = 500
"""So many replies wait for the owner at most: more would not be looked at, and a flood of them would fill the disk."""
FULL, BUSY = 3600, 30
"""Seconds after which to try again where too many wait, and where another program writes the ledger."""
WHOLE_FORM = "form"
"""What is wrong with no field of a form, but with the form as it came."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a reply is not taken: what is wrong, by field, and after how many seconds it may be sent again."""

    wrong: Mapping[str, str]
    status: int = 422
    seconds: int | None = None


def routes() -> list[Route]:
    """Where replies are sent; who opens such an address is led to the page that the form stands on."""
    found = []
    for sheet in SHEETS:
        path = FORMS[Kind.REPLY] + sheet.path
        found += [Route(path, _sending(sheet), methods=["POST"]), Route(path, _leading_back(sheet))]
    return found


def _leading_back(sheet: Sheet) -> Callable[[Request], Response]:
    def lead(request: Request) -> Response:
        address = sheet.root + quote(request.path_params["id"], safe="")
        return RedirectResponse(with_asked(address, request.query_params), 303)

    return lead


def _sending(sheet: Sheet) -> Callable[[Request], Awaitable[Response]]:
    def send(request: Request, fields: Fields) -> Response:
        part = request.query_params.get(Kind.REPLY, "")
        subject, words = sheet.subject(request, part)
        if subject.about is About.ARTICLE:
            raise HTTPException(404)
        typed = {
            "name": one_line(fields.get("name", "")),
            "address": one_line(fields.get("address", "")),
            "text": paragraphs_of(fields.get("text", "")),
        }
        trouble = _malformed(typed) or _hurried(request) or _kept(request, subject, words, typed)
        if trouble is None:
            return RedirectResponse(with_asked(page_of(subject), {"replied": part}) + "#writing", 303)
        answer = shown_again(request, sheet, subject, Writing(Kind.REPLY, part, typed, trouble.wrong), trouble.status)
        if trouble.seconds:
            answer.headers["retry-after"] = str(trouble.seconds)
        return answer

    return forms.answering(send)


def _malformed(typed: Fields) -> Trouble | None:
    wrong = {
        "name": forms.wrong_with_name(typed["name"]),
        "address": forms.wrong_with_address(typed["address"]),
        "text": forms.wrong_with_text(typed["text"], forms.LONGEST_REPLY),
    }
    said = {name: words for name, words in wrong.items() if words}
    return Trouble(said) if said else None


def _hurried(request: Request) -> Trouble | None:
    pace: Pace = request.app.state.pace
    seconds = math.ceil(pace.wait(request.client.host if request.client else ""))
    if not seconds:
        return None
    minutes = math.ceil(seconds / 60)
    told = f"Many replies came from your address just now. Send this one again in {minutes} min."
    return Trouble({WHOLE_FORM: told}, 429, seconds)


def _kept(request: Request, subject: Subject, words: str, typed: Fields) -> Trouble | None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    reply = Reply(0, subject, words, typed["name"], typed["text"], now)
    try:
        with room(request).writer() as ledger:
            taken = ReplyKeeper(ledger).hold(reply, typed["address"], MOST_HELD)
    except LedgerError:
        told = "The ledger is being written and takes no reply right now. Send it again in half a minute."
        return Trouble({WHOLE_FORM: told}, 503, BUSY)
    if taken:
        return None
    told = "So many replies wait for the owner of this ledger that no more are taken now. Try again later."
    return Trouble({WHOLE_FORM: told}, 503, FULL)
