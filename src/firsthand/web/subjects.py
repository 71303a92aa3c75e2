"""The pages that people write beside, and what they write about there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import About, Subject
from firsthand.web import articles, claims
from firsthand.web.beside import WHOLE, Writing
from firsthand.web.room import room

Found: TypeAlias = tuple[Subject, str]
"""A subject, and its words as they stand now."""
MOST_WORDS = 1_000
"""Characters of them that are kept with what is written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page that is written beside: its address before the id, the page, and what a part of it is."""

    root: str
    page: Callable[[Request], Response]
    subject: Callable[[Request, str], Found]

    @property
    def path(self) -> str:
        """The route of the page."""
        return self.root + "{id:path}"


def shown_again(request: Request, sheet: Sheet, subject: Subject, writing: Writing, status: int) -> Response:
    """The page with a form as it was filled in, under the id that its subject has by now."""
    request.state.writing = writing
    request.path_params["id"] = subject.part if subject.about is About.CLAIM else subject.article
    answer = sheet.page(request)
    answer.status_code = status
    return answer


def _in_article(request: Request, part: str) -> Found:
    findings = room(request).catalogue.findings(request.path_params["id"])
    if findings is None:
        raise HTTPException(404)
    article = findings.article
    if part == WHOLE:
        return Subject(About.ARTICLE, article.id), (article.title or "Untitled")[:MOST_WORDS]
    for statement in findings.statements:
        if statement.id == part:
            words = " … ".join(span.of(article.text) for span in statement.content)
            return Subject(About.STATEMENT, article.id, part), words[:MOST_WORDS]
    raise HTTPException(404)


def _in_claim(request: Request, part: str) -> Found:
    claim = claims.named(request)
    if part != WHOLE:
        raise HTTPException(404)
    return Subject(About.CLAIM, claim.members[0].passage.article, claim.id), claim.text[:MOST_WORDS]


SHEETS = (Sheet("/articles/", articles.article, _in_article), Sheet("/claims/", claims.claim, _in_claim))
