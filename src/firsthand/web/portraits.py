"""The interface's addresses for what the pages of speakers, outlets, registers and searches show."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request

from firsthand.errors import UsageError
from firsthand.export.contract import Record
from firsthand.export.portraits import (
    as_clashes,
    as_contests,
    as_facets,
    as_house,
    as_portrait,
    as_register,
    as_searches,
    as_statements,
)
from firsthand.ledger import Houses, Registers, Searches, Speakers
from firsthand.model import Act, Form, Part, Status
from firsthand.web import asked as parameters
from firsthand.web.guard import is_owner
from firsthand.web.resources import BOUNDS, PART, STATEMENTS, Parameter, Resource
from firsthand.web.room import room
from firsthand.web.standing import contradictions, disputes, stand


def _speaker(request: Request) -> Record:
    return as_portrait(Speakers(room(request).catalogue).portrait(parameters.voice_query(request.query_params)))


def _spoken(request: Request) -> Record:
    asked = request.query_params
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        found = Speakers(catalogue).said(parameters.voice_query(asked), parameters.part(asked, 20))
        return as_statements(found, stand(room(request).docket, found.found))


def _contradictions(request: Request) -> Record:
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        return as_clashes(contradictions(catalogue, parameters.voice_query(request.query_params)))


def _disputes(request: Request) -> Record:
    catalogue = room(request).catalogue
    with catalogue.snapshot():
        return as_contests(disputes(catalogue, parameters.voice_query(request.query_params)))


def _outlet(request: Request) -> Record:
    name = request.query_params.get("name", "").strip()
    if not name:
        raise UsageError("no outlet has an empty name; give a name or a domain")
    house = Houses(room(request).catalogue).house(name)
    if not house.outlets:
        raise HTTPException(404, "no article of this outlet is filed")
    return as_house(house)


def _exchanges(request: Request) -> Record:
    asked = request.query_params
    registers = Registers(room(request).catalogue)
    return as_register(registers.exchanges(parameters.exchange_query(asked), asked.get("unit") or None))


def _events(request: Request) -> Record:
    return as_register(Registers(room(request).catalogue).events(parameters.event_query(request.query_params)))


def _facets(request: Request) -> Record:
    return as_facets(room(request).catalogue.facets(parameters.query(request.query_params)))


def _searches(request: Request) -> Record:
    if not is_owner(request):
        raise HTTPException(403, "kept searches are the owner's alone")
    return as_searches(Searches(room(request).catalogue).all())


EXCHANGES = (
    Parameter("giver", "words of the giver's name"),
    Parameter("receiver", "words of the receiver's name"),
    Parameter("item", "words of what is given"),
    Parameter("status", "how far it has come", tuple(Status)),
    *BOUNDS,
)
EVENTS = (Parameter("type", "visit, meeting, agreement …"), Parameter("participant", "words of a name"), *BOUNDS)
_NAME = (
    Parameter("name", "the speaker's name, or words of it", required=True),
    Parameter("wide", "1: all whose names hold these words, also where somebody bears just this name", ("1",)),
)
_VOICE = (
    *_NAME,
    Parameter("denied", "1: what somebody denies in the same article", ("1",)),
    Parameter("act", "what the source does", tuple(Act)),
    Parameter("form", "quoted or retold", tuple(Form)),
    *BOUNDS,
)
RESOURCES = (
    Resource(
        "/facets",
        "How the statements that a search finds divide.",
        _facets,
        tuple(one for one in STATEMENTS if one not in PART and one.name != "order"),
    ),
    Resource(
        "/speaker",
        "One speaker: statements over time, by act and form, through whom, denied by whom.",
        _speaker,
        _VOICE,
    ),
    Resource(
        "/speaker/statements",
        "Everything one speaker said, passed on or denied, the newest first.",
        _spoken,
        (*_VOICE, Parameter("part", "what the speaker does in it", tuple(Part)), *PART),
    ),
    Resource("/speaker/disputes", "Where others hold the opposite of what one speaker claims.", _disputes, _NAME),
    Resource("/speaker/contradictions", "Statements of one speaker that do not agree.", _contradictions, _NAME),
    Resource(
        "/outlet",
        "One outlet: articles over time, whom it relies on, how much it copies.",
        _outlet,
        (Parameter("name", "name or domain of the outlet", required=True),),
    ),
    Resource(
        "/exchanges/course",
        "Transfers over time, by status and party, with their quantities.",
        _exchanges,
        (*EXCHANGES, Parameter("unit", "of quantities in it: USD, tonne, or what is counted")),
    ),
    Resource("/searches", "The searches that the ledger's owner keeps, the latest first.", _searches, owned=True),
    Resource("/events/course", "Events over time, by type and status.", _events, EVENTS),
)
