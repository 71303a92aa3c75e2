"""Pages that were made before and are still right: the readers of one room open the same ones again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from firsthand.web.guard import is_owner
from firsthand.web.room import room

MOST_BYTES = 64 * 2**20
"""Bytes of pages that are remembered at most."""

View: TypeAlias = Callable[[Request], Response]


@dataclass(frozen=True, slots=True)
class Page:
    """A page's body, its tag, and how far the ledger was when it was made."""

    body: bytes
    tag: str
    turn: tuple[int, ...]


class Memory:
    """Pages by what was asked for, the least lately used forgotten first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._held = 0
        self._pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self._lock = threading.Lock()

    def page(self, key: tuple[str, ...], turn: tuple[int, ...]) -> Page | None:
        """The page, if nothing that it shows has changed since."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.turn != turn:
                return None
            self._pages.move_to_end(key)
            return page

    def keep(self, key: tuple[str, ...], page: Page) -> None:
        """Remember a page in place of an earlier one."""
        with self._lock:
            if before := self._pages.pop(key, None):
                self._held -= len(before.body)
            self._pages[key] = page
            self._held += len(page.body)
            while self._held > self._most:
                _, oldest = self._pages.popitem(last=False)
                self._held -= len(oldest.body)


def remembered(*shows: str) -> Callable[[View], View]:
    """For a view of what never changes but by turns of the ledger: "written", "claims"."""

    def of_view(view: View) -> View:
        def answer(request: Request) -> Response:
            if request.method not in {"GET", "HEAD"}:
                return view(request)
            memory: Memory = request.app.state.memory
            key = (request.url.path, request.url.query, str(is_owner(request)))
            # What changes while the page is made is not in its turn, and makes it anew the next time.
            turn = room(request).catalogue.turn(shows)
            page = memory.page(key, turn)
            if page is None:
                made = view(request)
                if made.status_code != 200 or not isinstance(made, HTMLResponse):
                    return made
                body = bytes(made.body)
                page = Page(body, f'"{sha256(body).hexdigest()[:32]}"', turn)
                memory.keep(key, page)
            headers = {"cache-control": "private, no-cache", "etag": page.tag}
            asked = request.headers.get("if-none-match", "")
            if page.tag in {tag.strip().removeprefix("W/") for tag in asked.split(",")}:
                return Response(status_code=304, headers=headers)
            return HTMLResponse(page.body, headers=headers)

        return answer

    return of_view
