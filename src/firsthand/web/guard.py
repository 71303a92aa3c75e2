"""Who may ask the reading room what: this machine's own browser, or whoever holds the token; nobody's other pages."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere (Content Security Policy Level 3)."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
COOKIE = "firsthand-token"
MOST_BYTES = 64 * 2**20
"""Bytes of a request at most: a dropped file may be a page or a list of them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`token`, where it is set, must come with every request; without one only loopback names are answered."""

    token: str | None = None
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

        answer = self._refusal(Request(scope)) or self._app
        await answer(scope, receive, sending)

    def _refusal(self, request: Request) -> Response | None:
        if self._rules.token is None and not _is_loopback(request.url.hostname or ""):
            return PlainTextResponse("This ledger is read on the machine it lies on.", 421)
        if self._rules.token is not None and not _holds(request, self._rules.token):
            return PlainTextResponse("Open the address with ?token=… once, or send it as a bearer token.", 401)
        if request.method not in SAFE and _is_foreign(request.headers, request.url.netloc):
            return PlainTextResponse("Another site's page may not do this.", 403)
        size = request.headers.get("content-length", "0")
        if not size.isdigit() or int(size) > self._rules.most_bytes:
            return PlainTextResponse(f"At most {self._rules.most_bytes // 2**20} MB at once.", 413)
        return None


def _is_loopback(host: str) -> bool:
    """Names that only this machine answers to; any other could be a stranger's, pointed here (DNS rebinding)."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _holds(request: Request, token: str) -> bool:
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    given = (bearer, request.cookies.get(COOKIE, ""), request.query_params.get("token", ""))
    return any(hmac.compare_digest(one.encode(), token.encode()) for one in given)


def _is_foreign(headers: Headers, host: str) -> bool:
    """Whether a browser says that another site's page sends this; programs that are no browsers say nothing."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    return origin is not None and urlsplit(origin).netloc != host
