"""The desk of the ledger's owner: readers' replies to approve or refuse, and notes of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from firsthand.errors import UsageError
from firsthand.ledger import NoteKeeper, Notes, Replies, ReplyKeeper
from firsthand.model import Note, Reply, ReplyState
from firsthand.text.typed import paragraphs_of
from firsthand.web import asked as parameters
from firsthand.web import forms
from firsthand.web.beside import FORMS, Kind, Writing, address_of, page_of
from firsthand.web.forms import Fields
from firsthand.web.guard import is_owner
from firsthand.web.room import rendered, room
from firsthand.web.subjects import SHEETS, Sheet, shown_again

AT_ONCE = 20
DELETED = "deleted"
"""What a form says of a refused reply that is to go for good."""


def routes() -> list[Route]:
    """The desk's routes; none is answered to anybody but the owner."""
    notes = FORMS[Kind.NOTE]
    return [
        Route("/desk", _owners(replies), name="desk"),
        Route("/desk/replies/{id:int}", forms.answering(_decided), methods=["POST"]),
        Route(notes, _owners(all_notes), name="notes"),
        Route(notes + "/{id:int}", _owners(note), name="note"),
        Route(notes + "/{id:int}", forms.answering(_changed), methods=["POST"]),
        *(Route(notes + sheet.path, _noting(sheet), methods=["POST"]) for sheet in SHEETS),
    ]


def _owners(page: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        if is_owner(request):
            return page(request)
        told = "The desk is the owner's. Open the room with ?token=… once to sit down at it."
        return rendered(request, "problem.html", status=403, problem=told)

    return answer


def replies(request: Request) -> Response:
    """Readers' replies: those to decide about, or those decided."""
    asked = request.query_params
    state = parameters.one_of(ReplyState, asked.get("state")) or ReplyState.HELD
    found = Replies(room(request).catalogue)
    listing = found.listed(state, parameters.part(asked, AT_ONCE))
    return rendered(
        request,
        "desk.html",
        state=state,
        states={one: found.number(one) for one in ReplyState},
        listing=listing,
        done=_done(found, asked.get("done", "")),
        address_of=address_of,
        onward=parameters.onward(request, listing.next),
    )


def _done(found: Replies, number: str) -> Reply | None:
    """The reply that was decided just now, to take it back."""
    return found.reply(int(number)) if number.isascii() and number.isdecimal() and len(number) < 19 else None


def _decided(request: Request, fields: Fields) -> Response:
    number, to = request.path_params["id"], fields.get("state", "")
    state = None if to == DELETED else parameters.one_of(ReplyState, to)
    if state is None and to != DELETED:
        raise UsageError("say what becomes of the reply: approved, refused or held")
    with room(request).writer() as ledger:
        keeper = ReplyKeeper(ledger)
        was = keeper.reply(number)
        if was is None or (state is None and not keeper.delete(number)):
            raise HTTPException(404)
        if state:
            keeper.decide(number, state, _now())
    return RedirectResponse(parameters.address("/desk", {"state": was.state, "done": str(number)}), 303)


def all_notes(request: Request) -> Response:
    """The owner's notes, private ones among them."""
    part = parameters.part(request.query_params, AT_ONCE)
    listing = Notes(room(request).catalogue).all(part)
    onward = parameters.onward(request, listing.next)
    return rendered(request, "notes.html", listing=listing, address_of=address_of, onward=onward)


def note(request: Request) -> Response:
    """One note, to change, publish or delete."""
    found = Notes(room(request).catalogue).note(request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    writing = getattr(request.state, "writing", None) or Writing(Kind.NOTE, "", {"text": found.text})
    return rendered(request, "note.html", note=found, address_of=address_of, writing=writing)


def _changed(request: Request, fields: Fields) -> Response:
    number, do = request.path_params["id"], fields.get("do")
    with room(request).writer() as ledger:
        keeper = NoteKeeper(ledger)
        was = keeper.note(number)
        if was is None:
            raise HTTPException(404)
        if do == "delete":
            keeper.delete(number)
            return RedirectResponse(FORMS[Kind.NOTE], 303)
        text = paragraphs_of(fields.get("text", was.text))
        if wrong := forms.wrong_with_text(text, forms.LONGEST_NOTE):
            request.state.writing = Writing(Kind.NOTE, "", {"text": text}, {"text": wrong})
            answer = note(request)
            answer.status_code = 422
            return answer
        if text != was.text:
            keeper.rewrite(number, text, _now())
        if do in {"publish", "withdraw"}:
            keeper.publish(number, _now() if do == "publish" else None)
    return RedirectResponse(address_of(was.subject), 303)


def _noting(sheet: Sheet) -> Callable[[Request], Awaitable[Response]]:
    def write(request: Request, fields: Fields) -> Response:
        part = request.query_params.get(Kind.NOTE, "")
        subject, words = sheet.subject(request, part)
        text = paragraphs_of(fields.get("text", ""))
        if wrong := forms.wrong_with_text(text, forms.LONGEST_NOTE):
            return shown_again(request, sheet, subject, Writing(Kind.NOTE, part, {"text": text}, {"text": wrong}), 422)
        with room(request).writer() as ledger:
            keeper = NoteKeeper(ledger)
            number = keeper.write(Note(0, subject, words, text, _now()))
            if fields.get("do") == "publish":
                keeper.publish(number, _now())
        return RedirectResponse(page_of(subject) + f"#own-{number}", 303)

    return forms.answering(write)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
