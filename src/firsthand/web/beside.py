"""What people wrote beside a page, and what is being written there: replies of readers, notes of the ledger's owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar
from urllib.parse import quote

from starlette.requests import Request

from firsthand.ledger import Notes, Replies
from firsthand.model import About, Claim, Note, Reply, Subject
from firsthand.tracing import claim_id
from firsthand.web import asked as parameters
from firsthand.web.guard import is_owner
from firsthand.web.room import room

WHOLE = "whole"
"""How an address names the page itself, where it could name a statement."""
T = TypeVar("T", Reply, Note)


class Kind(StrEnum):
    """What is written."""

    REPLY = "reply"
    NOTE = "note"


FORMS = {Kind.REPLY: "/replies", Kind.NOTE: "/desk/notes"}
"""Where forms are sent: before the address of the page that they stand on."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A form that is open at a statement or at the whole page: what was typed, and what is wrong with it, by field."""

    kind: Kind
    part: str
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the page at `address`, by statement; `sent` is where a reply was just given."""

    address: str
    replies: Mapping[str, tuple[Reply, ...]]
    notes: Mapping[str, tuple[Note, ...]]
    writing: Writing | None
    sent: str | None

    def opened(self, kind: Kind, part: str) -> str:
        """The address that opens a form at a statement; a fragment in it would keep the form from being focused."""
        return with_asked(self.address, {kind: part})

    def sends(self, writing: Writing) -> str:
        """Where a form is sent."""
        return with_asked(FORMS[writing.kind] + self.address, {writing.kind: writing.part})

    def at(self, part: str) -> bool:
        """Whether anything stands at a statement."""
        open_here = self.writing is not None and self.writing.part == part
        return open_here or part == self.sent or part in self.replies or part in self.notes


def beside_article(request: Request, article: str) -> Beside:
    """What stands beside an article."""
    catalogue = room(request).catalogue
    notes = Notes(catalogue).of_article(article, private=is_owner(request))
    return _beside(request, f"/articles/{quote(article, safe='')}", Replies(catalogue).of_article(article), notes)


def beside_claim(request: Request, claim: Claim) -> Beside:
    """What stands beside a claim, also what was written when it was known by another of its places."""
    catalogue = room(request).catalogue
    ids = ids_of(claim)
    notes = Notes(catalogue).of_claim(ids, private=is_owner(request))
    address = with_asked(f"/claims/{claim.id}", {"in": request.query_params.get("in", "")})
    return _beside(request, address, Replies(catalogue).of_claim(ids), notes)


def ids_of(claim: Claim) -> frozenset[str]:
    """The ids that a claim has had, or may have had: each of its places has named it while it was the first."""
    return frozenset({claim.id, *(claim_id(member.passage) for member in claim.members)})


def page_of(subject: Subject) -> str:
    """The address of the page that shows a subject."""
    article = quote(subject.article, safe="", errors="replace")
    if subject.about is About.CLAIM:
        return f"/claims/{quote(subject.part, safe='')}?in={article}"
    return f"/articles/{article}"


def address_of(subject: Subject) -> str:
    """Where on its page a subject is shown."""
    return page_of(subject) + (f"#note-{subject.part}" if subject.about is About.STATEMENT else "")


def with_asked(address: str, asked: Mapping[str, str]) -> str:
    """An address that asks for more."""
    more = parameters.address("", asked)
    return address + (more.replace("?", "&", 1) if "?" in address else more)


def _beside(request: Request, address: str, replies: tuple[Reply, ...], notes: tuple[Note, ...]) -> Beside:
    sent = request.query_params.get("replied")
    return Beside(address, _by_part(replies), _by_part(notes), _writing(request), sent)


def _writing(request: Request) -> Writing | None:
    """The form that was sent and was not in order, else the one that the address opens."""
    sent: Writing | None = getattr(request.state, "writing", None)
    if sent:
        return sent
    for kind in Kind:
        part = request.query_params.get(kind)
        if part and (kind is Kind.REPLY or is_owner(request)):
            return Writing(kind, part)
    return None


def _by_part(written: Iterable[T]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for one in written:
        part = one.subject.part if one.subject.about is About.STATEMENT else WHOLE
        found.setdefault(part, []).append(one)
    return {part: tuple(ones) for part, ones in found.items()}
