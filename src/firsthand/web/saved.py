"""The searches that the ledger's owner keeps: listed, each with its feed; kept and dropped by forms."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Searches, SearchKeeper
from firsthand.model import SavedSearch, Shelf, Slice
from firsthand.web import asked as parameters
from firsthand.web import forms, shelves
from firsthand.web.forms import Fields
from firsthand.web.guard import is_owner
from firsthand.web.room import rendered, room

SHELVES = {Shelf.SEARCH: "Search", Shelf.VOICE: "Speaker", Shelf.EXCHANGES: "Exchanges", Shelf.EVENTS: "Events"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept search as its list shows it; `problem` where it can no longer be answered."""

    search: SavedSearch
    where: str
    words: str
    page: str
    total: int = 0
    exact: bool = True
    newest: str | None = None
    problem: str = ""


def routes() -> list[Route]:
    """The routes of kept searches."""
    return [
        Route("/desk/searches", searches, name="searches"),
        Route("/desk/searches", forms.answering(_keep), methods=["POST"]),
        Route("/desk/searches/{id:int}/drop", forms.answering(_drop), methods=["POST"]),
    ]


def searches(request: Request) -> Response:
    """The kept searches, the latest first."""
    if not is_owner(request):
        told = "Kept searches are the owner's. Open the room with ?token=… once to see them."
        return rendered(request, "problem.html", status=403, problem=told)
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        kept = [_kept(catalogue, search) for search in Searches(catalogue).all()]
    return rendered(request, "searches.html", kept=kept)


def _kept(catalogue: Catalogue, search: SavedSearch) -> Kept:
    asked = dict(parse_qsl(search.asked))
    where = "Articles" if asked.get("in") == "articles" else SHELVES[search.shelf]
    shown = (search, where, shelves.in_words(search.shelf, asked), shelves.page(search.shelf, asked))
    try:
        listing = shelves.found(catalogue, search.shelf, asked, Slice(1))
    except UsageError as error:
        return Kept(*shown, problem=str(error))
    newest = next((one.entry.filed for one in listing.found), None)
    return Kept(*shown, listing.total, listing.exact, newest)


def _keep(request: Request, fields: Fields) -> Response:
    shelf = parameters.one_of(Shelf, fields.get("shelf"))
    if shelf is None:
        raise UsageError("say what is searched: search, who, exchanges or events")
    asked = shelves.sought(dict(parse_qsl(fields.get("asked", ""))))
    # What has no answer is told now, and not each time that a feed is asked for.
    shelves.found(room(request).catalogue, shelf, asked, Slice(1))
    name = fields.get("name", "").strip() or shelves.in_words(shelf, asked)[: shelves.LONGEST_NAME]
    with room(request).writer() as ledger:
        SearchKeeper(ledger).keep(SavedSearch(name, shelf, parameters.address("", asked).removeprefix("?")))
    return RedirectResponse("/desk/searches", 303)


def _drop(request: Request, _: Fields) -> Response:
    with room(request).writer() as ledger:
        if not SearchKeeper(ledger).drop(request.path_params["id"]):
            raise HTTPException(404)
    return RedirectResponse("/desk/searches", 303)
