"""Manners towards sites: what robots.txt allows (RFC 9309), one request at a time, pauses, and nothing asked twice.

A transport like any other: whatever fetches through it is polite, each hop of a redirect as well.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from protego import Protego

from firsthand.errors import Blocked, Unchanged, Unreachable
from firsthand.model import Validators, Visits
from firsthand.reading.acquire.web import REDIRECTS, SAVE_IT, TIMEOUT, USER_AGENT

GAP = 1.0
"""Seconds between two requests to a site that does not say."""

LONGEST_GAP = 120.0
"""A site that wants longer pauses does not want to be read by programs."""

LONGEST_WAIT = 120.0
"""Seconds that are waited when a site says "come back later"; beyond, the site is left alone for this run."""

TRIES = 3
ROBOTS_BYTES = 512_000
"""So much of a robots.txt is read; RFC 9309 asks for 500 KiB at least."""

LATER = frozenset({429, 503})


@dataclass(slots=True)
class _Site:
    """One scheme, host and port: whoever holds the lock may ask it."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    robots: Protego | None = None
    robots_known: bool = False
    gap: float = GAP
    next_at: float = 0.0
    """No request before."""
    closed_until: float = 0.0
    """It said to come back after that; nothing is asked before."""


class Polite(httpx.BaseTransport):
    """Asks sites as they want to be asked. Raises Blocked where they do not, Unchanged where a page is as it was."""

    def __init__(
        self,
        visits: Visits,
        transport: httpx.BaseTransport | None = None,
        gap: float = GAP,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._visits = visits
        self._client = httpx.Client(transport=transport, timeout=TIMEOUT, headers={"User-Agent": USER_AGENT})
        self._gap = gap
        self._clock = clock
        self._sleep = sleep
        self._sites: dict[tuple[str, str, int | None], _Site] = {}
        self._sites_lock = threading.Lock()
        self._given: dict[str, Validators] = {}

    def validators(self, url: str) -> Validators | None:
        """What came with the page of an address in this run."""
        return self._given.get(url)

    def close(self) -> None:
        """Nothing: whoever fetches one page closes its transport, and the next page needs the connection again."""

    def end(self) -> None:
        """Close all connections."""
        self._client.close()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to one request, when the site's turn has come."""
        url = request.url
        site = self._site(url)
        site.lock.acquire()
        try:
            self._obey_robots(site, url)
            response = self._asked(site, request)
        except BaseException:
            site.lock.release()
            raise
        return httpx.Response(
            response.status_code, headers=response.headers, stream=_Held(response, site, self._clock), request=request
        )

    def _site(self, url: httpx.URL) -> _Site:
        with self._sites_lock:
            return self._sites.setdefault((url.scheme, url.host, url.port), _Site(gap=self._gap))

    def _asked(self, site: _Site, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        known = self._visits.validators(url)
        # A copy, since httpx hands the headers of a request on to where a redirect leads.
        asked = httpx.Request(request.method, request.url, headers=request.headers, extensions=request.extensions)
        if known and known.etag:
            asked.headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            asked.headers["If-Modified-Since"] = known.last_modified
        response = self._patiently(site, asked)
        if response.status_code == httpx.codes.NOT_MODIFIED:
            self._done(site, response)
            raise Unchanged(url, "it is as it was when it was last fetched")
        if response.is_success:
            self._given[url] = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
        return response

    def _patiently(self, site: _Site, request: httpx.Request) -> httpx.Response:
        """The answer, after as many pauses as the site asks for within reason."""
        for attempt in range(1, TRIES + 1):
            self._wait_turn(site, request.url)
            response = self._client.send(request, stream=True)
            wait = _retry_after(response) if response.status_code in LATER else None
            if wait is None:
                return response
            site.closed_until = self._clock() + wait
            if attempt == TRIES or wait > LONGEST_WAIT:
                return response
            self._done(site, response)
            self._sleep(wait)
        raise AssertionError("unreachable")

    def _wait_turn(self, site: _Site, url: httpx.URL) -> None:
        now = self._clock()
        if site.closed_until > now:
            problem = f"the site asked to be left alone for {round(site.closed_until - now)} seconds more"
            raise Blocked(str(url), problem, "add it again later")
        if site.next_at > now:
            self._sleep(site.next_at - now)

    def _done(self, site: _Site, response: httpx.Response) -> None:
        response.close()
        site.next_at = self._clock() + site.gap

    def _obey_robots(self, site: _Site, url: httpx.URL) -> None:
        if not site.robots_known:
            site.robots = self._robots(url)
            site.robots_known = True
            site.next_at = self._clock() + site.gap
            if site.robots:
                site.gap = max(site.gap, _wished_gap(site.robots))
        if site.robots and not site.robots.can_fetch(str(url), USER_AGENT):
            raise Blocked(str(url), "the site's robots.txt asks programs to keep away from it", SAVE_IT)
        if site.gap > LONGEST_GAP:
            raise Blocked(str(url), f"the site's robots.txt asks for {site.gap:g} seconds between requests", SAVE_IT)

    def _robots(self, url: httpx.URL) -> Protego | None:
        """The site's rules; None where it has none. RFC 9309, 2.3.1: what cannot be reached forbids everything."""
        try:
            with (
                httpx.Client(
                    transport=_Through(self._client), follow_redirects=True, max_redirects=REDIRECTS
                ) as client,
                client.stream("GET", url.join("/robots.txt"), headers={"User-Agent": USER_AGENT}) as response,
            ):
                if response.is_success:
                    return Protego.parse(_begun(response).decode("utf-8", "replace"))
                if response.status_code < 500:
                    return None
        except httpx.TooManyRedirects:
            return None
        except httpx.ConnectError:
            raise  # the site cannot be reached at all, and the page would say so as well
        except Unreachable as error:
            # Not to be asked at all: that is told of the page, not of its site's rules.
            raise Unreachable(str(url), error.problem, error.remedy) from error
        except httpx.HTTPError:
            pass
        return Protego.parse("User-agent: *\nDisallow: /")


class _Through(httpx.BaseTransport):
    """Another client's connections."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._client.send(request, stream=True)


class _Held(httpx.SyncByteStream):
    """The body of an answer; its site is free for the next request when it has been read."""

    def __init__(self, response: httpx.Response, site: _Site, clock: Callable[[], float]) -> None:
        self._response = response
        self._site = site
        self._clock = clock
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_raw()

    def close(self) -> None:
        if self._open:
            self._open = False
            self._response.close()
            self._site.next_at = self._clock() + self._site.gap
            self._site.lock.release()


def _begun(response: httpx.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_bytes(65_536):
        content += chunk
        if len(content) >= ROBOTS_BYTES:
            break
    return bytes(content[:ROBOTS_BYTES])


def _wished_gap(robots: Protego) -> float:
    """Seconds between two requests that a site wishes for."""
    delay = robots.crawl_delay(USER_AGENT)
    rate = robots.request_rate(USER_AGENT)
    return max(delay or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds until the site wants to be asked again, None where it does not say (RFC 9110, 10.2.3)."""
    written = response.headers.get("Retry-After", "").strip()
    if written.isdecimal():
        return float(written)
    try:
        at = parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
