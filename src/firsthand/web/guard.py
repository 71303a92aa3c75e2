"""Who may ask the reading room what: the owner all, readers what they are let in for; nobody's other pages anything."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere (Content Security Policy Level 3)."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Other sites are told nothing; this one is, so that browsers name the origin of a form (Fetch, 4.12).
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
READERS_WRITE = "/replies/"
"""Where those may write who do not own the ledger; everything else that writes is the owner's alone."""
COOKIE = "firsthand-token"
MOST_BYTES = 64 * 2**20
"""Bytes of a request at most: a dropped file may be a page or a list of them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Whoever comes with the `token` owns the ledger; without one, whoever asks from this machine by a loopback name.

    With `readers`, those without the token may read, and reply; otherwise they are not let in.
    """

    token: str | None = None
    readers: bool = False
    most_bytes: int = MOST_BYTES


class Guard:
    """Middleware that refuses what the rules do not allow, and sends the headers of a page that trusts nobody."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        request.state.owner = self._rules.token is None or _holds(request, self._rules.token)
        answer = self._refusal(request) or self._admission(request) or self._app
        await answer(scope, self._measured(receive), sending)

    def _measured(self, receive: Receive) -> Receive:
        """What is sent, until it is too much: a body that does not say its size is counted as it comes."""
        seen = 0

        async def receiving() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._rules.most_bytes:
                raise HTTPException(413, self._too_much)
            return message

        return receiving

    @property
    def _too_much(self) -> str:
        return f"At most {self._rules.most_bytes / 2**20:.3g} MB at once."

    def _admission(self, request: Request) -> Response | None:
        """A token in the address moves into a cookie, so that it is not read over a shoulder or kept in a history."""
        if self._rules.token is None or "token" not in request.query_params or request.method not in SAFE:
            return None
        answer = RedirectResponse(request.url.remove_query_params("token"), 303, {"cache-control": "no-store"})
        if _is(request.query_params["token"], self._rules.token):
            secure = request.url.scheme == "https"
            answer.set_cookie(COOKIE, _pass(self._rules.token), httponly=True, samesite="strict", secure=secure)
        return answer

    def _lets_in(self, request: Request) -> bool:
        """Whether this may be asked without the token. Who gives one, and a wrong one, is told so."""
        if not self._rules.readers or "token" in request.query_params or "authorization" in request.headers:
            return False
        return request.method in SAFE or request.url.path.startswith(READERS_WRITE)

    def _refusal(self, request: Request) -> Response | None:
        if self._rules.token is None and not _is_loopback(request.url.hostname or ""):
            return PlainTextResponse("This ledger is read on the machine it lies on.", 421)
        if not (request.state.owner or self._lets_in(request)):
            return PlainTextResponse("Open the address with ?token=… once, or send it as a bearer token.", 401)
        if request.method not in SAFE and _is_foreign(request.headers, request.url.netloc):
            return PlainTextResponse("Another site's page may not do this.", 403)
        size = request.headers.get("content-length", "0")
        if not (size.isascii() and size.isdecimal() and len(size) < 19) or int(size) > self._rules.most_bytes:
            return PlainTextResponse(self._too_much, 413)
        return None


def may_add(request: Request) -> bool:
    """Whether who asks may add to the ledger: its owner alone."""
    return is_owner(request)


def is_owner(request: Request) -> bool:
    """Whether who asks owns the ledger, as the guard found."""
    found: bool = request.state.owner
    return found


def _is_loopback(host: str) -> bool:
    """Names that only this machine answers to; any other could be a stranger's, pointed here (DNS rebinding)."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _holds(request: Request, token: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    asked = request.query_params.get("token", "")
    return _is(bearer, token) or _is(asked, token) or _is(request.cookies.get(COOKIE, ""), _pass(token))


def _is(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def _pass(token: str) -> str:
    """What the cookie holds: it opens the room, and does not tell the token."""
    return sha256(f"{COOKIE}:{token}".encode()).hexdigest()


def _is_foreign(headers: Headers, host: str) -> bool:
    """Whether a browser says that another site's page sends this; programs that are no browsers say nothing."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc != host
