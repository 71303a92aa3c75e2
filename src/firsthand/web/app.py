"""The routes of the reading room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from firsthand.errors import UsageError
from firsthand.web import (
    adding,
    api,
    articles,
    claims,
    desk,
    feeds,
    finding,
    objections,
    pages,
    people,
    registers,
    replies,
    saved,
    saved_pages,
    stories,
)
from firsthand.web.follower import following
from firsthand.web.guard import Guard, Rules
from firsthand.web.intake import Intake
from firsthand.web.pace import Pace
from firsthand.web.remembering import Memory
from firsthand.web.room import Room

HERE = Path(__file__).parent
AT_ONCE = 4
"""Pages that are made at one time."""


@asynccontextmanager
async def _open(app: Starlette) -> AsyncIterator[None]:
    # More threads would only wait for one another, and whoever came first would not be served first.
    current_default_thread_limiter().total_tokens = AT_ONCE
    follower = following(app.state.room.path)
    app.state.intake.open()
    try:
        yield
    finally:
        follower.terminate()
        app.state.intake.close()


def create_app(ledger: Path, rules: Rules | None = None, pace: Pace | None = None) -> Starlette:
    """The reading room of a ledger, as an ASGI application; raises LedgerError where the file is none."""
    app = Starlette(
        routes=[
            Route("/", pages.home, name="home"),
            Route("/articles/{id:path}", articles.article, name="article"),
            Route("/stories/{id:path}", stories.story, name="story"),
            *saved_pages.routes(),
            Route("/search", finding.search, name="search"),
            Route("/claims", claims.claims, name="claims"),
            Route("/claims/{id}", claims.claim, name="claim"),
            Route("/who", people.speaker, name="speaker"),
            Route("/outlets", people.outlet, name="outlet"),
            Route("/exchanges", registers.exchanges, name="exchanges"),
            Route("/events", registers.events, name="events"),
            *feeds.routes(),
            *saved.routes(),
            *adding.routes(),
            *replies.routes(),
            *desk.routes(),
            *objections.routes(),
            *api.routes(),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
        ],
        middleware=[Middleware(Guard, rules=rules or Rules())],
        exception_handlers={404: pages.not_found, UsageError: pages.not_understood},
        lifespan=_open,
    )
    app.state.room = Room(ledger)
    app.state.intake = Intake(ledger)
    app.state.memory = Memory()
    app.state.pace = pace or Pace()
    return app
