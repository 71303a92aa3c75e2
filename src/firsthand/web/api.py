"""The REST interface: what the pages show, as JSON, over the same readers; `/api/v1/openapi.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from firsthand.errors import UsageError
from firsthand.export import as_record
from firsthand.export.catalogue import as_listing, voice_record
from firsthand.export.contract import FORMAT, Json, Record
from firsthand.export.portraits import as_statements
from firsthand.web import asked as parameters
from firsthand.web import claim_records, jobs, portraits, written
from firsthand.web.resources import ARTICLES, PART, STATEMENTS, Answer, Parameter, Resource
from firsthand.web.room import room
from firsthand.web.standing import stand

PREFIX = "/api/v1"


def _article(request: Request) -> Record:
    findings = room(request).catalogue.findings(request.path_params["id"])
    if findings is None:
        raise HTTPException(404, "no such article is filed")
    return as_record(findings)


def _articles(request: Request) -> Record:
    asked = request.query_params
    return as_listing("articles", room(request).catalogue.texts(parameters.query(asked), parameters.part(asked, 20)))


def _statements(request: Request) -> Record:
    asked, catalogue = request.query_params, room(request).catalogue
    with catalogue.snapshot():
        found = catalogue.statements(parameters.query(asked), parameters.part(asked, 20))
        return as_statements(found, stand(room(request).docket, found.found))


def _exchanges(request: Request) -> Record:
    asked = request.query_params
    found = room(request).catalogue.exchanges(parameters.exchange_query(asked), parameters.part(asked, 50))
    return as_listing("exchanges", found)


def _events(request: Request) -> Record:
    asked = request.query_params
    found = room(request).catalogue.events(parameters.event_query(asked), parameters.part(asked, 50))
    return as_listing("events", found)


def _voices(request: Request) -> Record:
    name = request.query_params.get("name", "").strip()
    voices: list[Json] = [voice_record(voice) for voice in room(request).catalogue.voices(name)] if name else []
    return {"firsthand": FORMAT, "voices": voices}


RESOURCES = (
    Resource("/articles", "Articles by words, the newest first.", _articles, ARTICLES),
    Resource("/articles/{id:path}", "One article and everything found in it.", _article),
    Resource("/statements", "Statements by words, speaker, act and form.", _statements, STATEMENTS),
    Resource("/exchanges", "Transfers by giver, receiver and item.", _exchanges, (*portraits.EXCHANGES, *PART)),
    Resource("/events", "Events by type and participant.", _events, (*portraits.EVENTS, *PART)),
    Resource("/voices", "Names that speak, and how often.", _voices, (Parameter("name", "words of a name"),)),
    *claim_records.RESOURCES,
    *portraits.RESOURCES,
    *written.RESOURCES,
    *jobs.RESOURCES,
)


def routes() -> list[Route]:
    """The interface's routes."""
    description = Route(f"{PREFIX}/openapi.json", lambda _: JSONResponse(openapi()))
    reading = (Route(PREFIX + one.path, _tagged(one.answer)) for one in RESOURCES)
    return [description, *jobs.routes(PREFIX, _tagged), *reading]


def _tagged(answer: Answer) -> Callable[[Request], Response]:
    """Answers with an entity tag (RFC 9110, 8.8.3), and with nothing anew where the asker has it."""

    def respond(request: Request) -> Response:
        try:
            body = json.dumps(answer(request), ensure_ascii=False).encode("utf-8", "backslashreplace")
        except HTTPException as error:
            return JSONResponse({"error": error.detail}, error.status_code)
        except UsageError as error:
            return JSONResponse({"error": str(error)}, 400)
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if tag in {given.strip().removeprefix("W/") for given in request.headers.get("if-none-match", "").split(",")}:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)

    return respond


def openapi() -> Record:
    """The interface's description (OpenAPI 3.1)."""
    paths: Record = {PREFIX + one.path.replace(":path", ""): {"get": _operation(one)} for one in RESOURCES}
    for path, operation in jobs.operations().items():
        paths[PREFIX + path] = {**cast("Record", paths.get(PREFIX + path, {})), "post": operation}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "firsthand",
            "version": FORMAT,
            "description": "What a ledger holds: who says so, never whether it is true.",
        },
        "paths": paths,
        "components": {
            "schemas": {
                "Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}},
                "Answer": {
                    "type": "object",
                    "required": ["firsthand"],
                    "properties": {"firsthand": {"const": FORMAT}},
                },
            }
        },
    }


def _operation(resource: Resource) -> Record:
    given: list[Json] = [
        {
            "name": one.name,
            "in": "query",
            "description": one.says,
            "schema": one.schema,
            "required": one.required,
        }
        for one in resource.parameters
    ]
    if resource.names_one:
        given.append({"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}})
    answers: Record = {"200": _content("Found.", "Answer"), "304": {"description": "As the asker has it."}}
    if resource.parameters:
        answers["400"] = _content("Not understood.", "Error")
    if resource.owned:
        answers["403"] = _content("The owner's alone.", "Error")
    if resource.names_one or any(one.required for one in resource.parameters):
        answers["404"] = _content("Not filed.", "Error")
    return {"summary": resource.says, "parameters": given, "responses": answers}


def _content(says: str, schema: str) -> Record:
    return {
        "description": says,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }
