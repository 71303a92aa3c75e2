"""What the pages share: the ledger, opened once a thread, and the templates."""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from firsthand.ledger import Catalogue, Docket, Replies, Writer
from firsthand.model import ReplyState
from firsthand.text.pronouns import names_nobody
from firsthand.web.guard import is_owner
from firsthand.web.signs import visible

WAIT = 5_000
"""Milliseconds that a page waits for another program that writes the ledger."""


class Room:
    """A ledger that many readers share; each thread has a connection of its own, as SQLite wants it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        # A file that is no ledger is told before anybody asks for a page.
        Catalogue.open(path).close()

    @property
    def catalogue(self) -> Catalogue:
        if not hasattr(self._own, "catalogue"):
            self._own.catalogue = Catalogue.open(self.path)
        found: Catalogue = self._own.catalogue
        return found

    @property
    def docket(self) -> Docket:
        """The claims that are kept, read by the thread's own connection."""
        return Docket(self.catalogue)

    def writer(self) -> Writer:
        """The ledger to write in: opened for one small thing, and closed after it."""
        return Writer(self.path, make=False, wait=WAIT)


def room(request: Request) -> Room:
    """The room that a request came into."""
    found: Room = request.app.state.room
    return found


@cache
def _templates() -> Environment:
    # Everything that is shown is escaped: pages are hostile, and so are names in them.
    environment = Environment(
        loader=PackageLoader("firsthand.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["nothing"] = "—"
    environment.filters["visible"] = visible
    environment.tests["nobody"] = names_nobody
    return environment


def rendered(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:  # noqa: ANN401
    """A page from its template."""
    owner = is_owner(request)
    held = Replies(room(request).catalogue).number(ReplyState.HELD) if owner else 0
    words = _templates().get_template(template).render(request=request, owner=owner, held=held, **shown)
    # What the owner sees is not for others who share a cache.
    return HTMLResponse(words, status, {"cache-control": "private, no-cache"})
