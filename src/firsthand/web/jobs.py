"""Adding through the REST interface: a text, addresses or files become a job, which can be asked how far it is."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from firsthand.errors import UsageError
from firsthand.export.contract import FORMAT, Json, Record
from firsthand.model import Filed
from firsthand.web import adding
from firsthand.web.guard import MOST_BYTES
from firsthand.web.intake import Job, QueueFullError, Stage
from firsthand.web.resources import Answer, Resource

Sent: TypeAlias = tuple[adding.Reading, FormData]
JSON, MULTIPART = "application/json", "multipart/form-data"
RETRY = 30
"""Seconds after which a full queue may have room."""
_TOLD = ("title", "outlet", "url", "published")
_TEXT: Mapping[str, type] = {"text": str, "clean": bool, **dict.fromkeys(_TOLD, str)}
_ADDRESSES: Mapping[str, type] = {"addresses": list}


def _jobs(request: Request) -> Record:
    adding.only_owner(request)
    found: list[Json] = [_head(request, job) for job in adding.intake(request).jobs()]
    return {"firsthand": FORMAT, "jobs": found}


def _job(request: Request) -> Record:
    return as_job(request, _named(request))


def _named(request: Request) -> Job:
    found = adding.job_of(request)
    if found is None:
        raise HTTPException(404, adding.UNKNOWN)
    return found


def as_job(request: Request, job: Job) -> Record:
    """A job with all of its inputs and what became of the articles in them."""
    inputs: list[Json] = [
        {
            "name": one.given.name,
            "state": one.stage.value,
            "reason": one.reason or None,
            "articles": [_filed(filed) for filed in one.filed],
        }
        for one in job.inputs
    ]
    return {"firsthand": FORMAT, **_head(request, job), "inputs": inputs}


def _head(request: Request, job: Job) -> Record:
    ended = Stage.LEFT.value if job.stopped else Stage.DONE.value
    begun = any(one.stage is not Stage.WAITING for one in job.inputs)
    return {
        "id": job.id,
        "state": ended if job.ended else Stage.READING.value if begun else Stage.WAITING.value,
        "before": adding.intake(request).before(job),
        "resumed": job.resumed,
    }


def _filed(filed: Filed) -> Json:
    return {
        "name": filed.name,
        "outcome": filed.outcome.value,
        "article": filed.article,
        "statements": filed.statements,
        "reason": filed.reason or None,
        "remedy": filed.remedy or None,
    }


async def _give(request: Request) -> Response:
    """Take what is given; the answer tells where to ask for it."""
    adding.only_owner(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == MULTIPART:
        sent = await request.form(max_files=adding.MOST_FILES, max_part_size=MOST_BYTES)
        read: Sent = adding.dropped, sent
    elif kind == JSON:
        read = from_json(await request.body())
    else:
        raise HTTPException(415, f"send {JSON} with a text or addresses, or {MULTIPART} with files")
    try:
        name = await run_in_threadpool(adding.put, adding.intake(request), *read)
    finally:
        await read[1].close()
    job = adding.intake(request).job(name)
    if job is None:
        raise HTTPException(404, adding.UNKNOWN)
    return _answer(as_job(request, job), 202, {"location": f"{request.url.path}/{name}"})


async def _stop(request: Request) -> Response:
    """Leave what is not read yet."""
    job = _named(request)
    await run_in_threadpool(adding.intake(request).stop, job)
    return _answer(as_job(request, job), 200, {})


def from_json(body: bytes) -> Sent:
    """What a JSON object gives, as the form in the browser would send it. Raises UsageError for what it is not."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise UsageError("this is no JSON") from None
    if not isinstance(given, dict) or ("text" in given) == ("addresses" in given):
        raise UsageError('give an object with either "text" or "addresses"')
    known = _TEXT if "text" in given else _ADDRESSES
    for name, value in given.items():
        if name not in known:
            raise UsageError(f"{name[:40]!r} is not known here; give {', '.join(known)}")
        if not isinstance(value, known[name]):
            raise UsageError(f"{name!r} is to be {_CALLED[known[name]]}")
    if known is _TEXT:
        fields = [(name, "1" if value is True else value) for name, value in given.items() if value is not False]
        return adding.pasted, FormData(fields)
    if not all(isinstance(one, str) for one in given["addresses"]):
        raise UsageError("'addresses' is to be a list of strings")
    return adding.named, FormData([("addresses", "\n".join(given["addresses"]))])


_CALLED: Mapping[type, str] = {str: "a string", bool: "true or false", list: "a list of strings"}


def _answer(record: Record, status: int, headers: Mapping[str, str]) -> Response:
    body = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(body, status, {**headers, "cache-control": "no-store"}, media_type=JSON)


def _told(respond: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """What goes wrong is told as the rest of the interface tells it."""

    async def answer(request: Request) -> Response:
        try:
            return await respond(request)
        except HTTPException as error:
            return _answer({"error": error.detail}, error.status_code, {})
        except QueueFullError as error:
            return _answer({"error": str(error)}, 503, {"retry-after": str(RETRY)})
        except UsageError as error:
            return _answer({"error": str(error)}, 400, {})

    return answer


RESOURCES = (
    Resource("/jobs", "What was given to be added, the latest first; the owner's alone.", _jobs, owned=True),
    Resource("/jobs/{id}", "How far a job is, and what became of each input; the owner's alone.", _job, owned=True),
)
_ERRORS: Mapping[str, str] = {
    "400": "Not understood, or not to be added.",
    "403": "The owner's alone.",
    "413": "More than is taken at once.",
    "415": "Neither JSON nor files.",
    "503": "So many jobs wait that none is taken.",
}


def routes(prefix: str, tagged: Callable[[Answer], Callable[[Request], Response]]) -> list[Route]:
    """The addresses that write; `tagged` makes answers to who only reads."""
    give, listed = _told(_give), tagged(_jobs)

    async def jobs(request: Request) -> Response:
        return await give(request) if request.method == "POST" else await run_in_threadpool(listed, request)

    return [
        # One route for both, so that a method that it has not is told of those that it has.
        Route(f"{prefix}/jobs", jobs, methods=["GET", "POST"]),
        Route(f"{prefix}/jobs/{{id}}/stop", _told(_stop), methods=["POST"]),
    ]


def operations() -> dict[str, Record]:
    """The addresses that write, as OpenAPI describes them."""
    name: Json = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    stopped: Record = {"200": _content("As it is now."), **_problems("403")}
    stopped["404"] = _content("Nothing is known of it.", "Error")
    return {
        "/jobs": {
            "summary": "Give a text, addresses of pages and feeds, or files to be added; the owner's alone.",
            "parameters": [],
            "requestBody": {
                "required": True,
                "content": {JSON: {"schema": {"oneOf": [_TEXT_SCHEMA, _ADDRESSES_SCHEMA]}}, MULTIPART: _FILES},
            },
            "responses": {"202": _content("Taken; Location tells where to ask for it."), **_problems(*_ERRORS)},
        },
        "/jobs/{id}/stop": {
            "summary": "Leave what is not read yet of a job; what was added stays.",
            "parameters": [name],
            "responses": stopped,
        },
    }


def _problems(*statuses: str) -> Record:
    refused: Record = {"401": {"description": "The token is missing.", "content": {"text/plain": {}}}}
    return {**refused, **{status: _content(_ERRORS[status], "Error") for status in statuses}}


def _content(says: str, schema: str = "Answer") -> Record:
    return {"description": says, "content": {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


_STRING: Json = {"type": "string"}
_TEXT_SCHEMA: Json = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {
        "text": {"type": "string", "pattern": "\\S", "maxLength": adding.MOST_PASTED},
        "title": _STRING,
        "outlet": _STRING,
        "url": {"type": "string", "description": "a web address"},
        "published": {"type": "string", "description": "ISO 8601 date or time of any precision"},
        "clean": {"type": "boolean", "description": "every word belongs to the article"},
    },
}
_ADDRESSES_SCHEMA: Json = {
    "type": "object",
    "required": ["addresses"],
    "additionalProperties": False,
    "properties": {
        "addresses": {
            "type": "array",
            "minItems": 1,
            "maxItems": adding.MOST_ADDRESSES,
            "items": {"type": "string", "pattern": "^https?://[^\\s/?#@:]+(:[0-9]+)?([/?#]\\S*)?$"},
        }
    },
}
_FILES: Json = {
    "schema": {
        "type": "object",
        "required": ["files"],
        "properties": {
            "files": {
                "type": "array",
                "minItems": 1,
                "maxItems": adding.MOST_FILES,
                "items": {"type": "string", "contentMediaType": "application/octet-stream"},
            },
            "as": {"type": "string", "enum": ["pages", "articles"], "description": "what lines of JSON hold"},
        },
    }
}
