"""What people wrote, in the REST interface: replies that were approved, notes that were published, and nothing else."""

from __future__ import annotations

from starlette.requests import Request

from firsthand.export.contract import Record
from firsthand.export.written import as_notes, as_replies
from firsthand.ledger import Notes, Replies
from firsthand.model import WrittenQuery
from firsthand.web import asked as parameters
from firsthand.web.beside import ids_of
from firsthand.web.resources import PART, Parameter, Resource
from firsthand.web.room import room

AT_ONCE = 20
_ABOUT = (
    Parameter("article", "id of an article: what is written about it and its statements"),
    Parameter("claim", "id of a claim, as it is or was: what is written about it"),
    *PART,
)


def _query(request: Request) -> WrittenQuery:
    article, name = (request.query_params.get(one) or None for one in ("article", "claim"))
    claim = room(request).docket.claim(name) if name else None
    return WrittenQuery(article, ids_of(claim) if claim else frozenset({name}) if name else None)


def _replies(request: Request) -> Record:
    part = parameters.part(request.query_params, AT_ONCE)
    return as_replies(Replies(room(request).catalogue).approved(_query(request), part))


def _notes(request: Request) -> Record:
    part = parameters.part(request.query_params, AT_ONCE)
    return as_notes(Notes(room(request).catalogue).published(_query(request), part))


RESOURCES = (
    Resource("/replies", "Replies of readers that the owner approved, the newest first.", _replies, _ABOUT),
    Resource("/notes", "Notes that the owner published, the newest first.", _notes, _ABOUT),
)
