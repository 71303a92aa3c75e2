"""Forms that people fill in: read within bounds, and told beside the field where something is wrong."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

Fields: TypeAlias = Mapping[str, str]
MOST_BYTES, MOST_FIELDS = 64 * 2**10, 20
LONGEST_NAME, LONGEST_ADDRESS, LONGEST_REPLY, LONGEST_NOTE = 80, 254, 3_000, 10_000
"""Characters; of an address those that mail can carry (RFC 5321, 4.5.3.1.3)."""
_ADDRESS = re.compile(r"[^\s@\"(),:;<>\[\]\\]{1,64}@[^\s@\"(),:;<>\[\]\\.]+(\.[^\s@\"(),:;<>\[\]\\.]+)+")


def answering(answer: Callable[[Request, Fields], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads a form and answers it; raises HTTPException where it is too long, or no form."""

    async def respond(request: Request) -> Response:
        return await run_in_threadpool(answer, request, await _fields(request))

    return respond


async def _fields(request: Request) -> Fields:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "This is no form.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"At most {MOST_BYTES // 2**10} kB of form at once.")
    try:
        return dict(parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(400, "This form has too many fields.") from None


def wrong_with_name(name: str) -> str:
    """What is wrong with a name, in words; nothing where nothing is."""
    if not any(letter.isalnum() for letter in name):
        return "Give the name that your reply is shown under."
    return _too_long(name, LONGEST_NAME)


def wrong_with_address(address: str) -> str:
    """What is wrong with an e-mail address."""
    if not address:
        return "Give an e-mail address; it is never shown."
    if not _ADDRESS.fullmatch(address):
        return "This is no e-mail address; one looks like name@example.org."
    return _too_long(address, LONGEST_ADDRESS)


def wrong_with_text(text: str, most: int) -> str:
    """What is wrong with what was written."""
    if not any(letter.isalnum() for letter in text):
        return "Write something."
    return _too_long(text, most)


def _too_long(typed: str, most: int) -> str:
    return f"At most {most:,} characters; these are {len(typed):,}." if len(typed) > most else ""
