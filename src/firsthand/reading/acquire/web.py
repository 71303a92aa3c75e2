"""One page from the web, because the user gave its address. Nothing else in the program speaks HTTP."""

from __future__ import annotations

from time import monotonic

import httpx

from firsthand.errors import Blocked, Gone, InputError, NotAPage, Paywalled, TooLarge, Unreachable
from firsthand.model import Page, Told
from firsthand.reading.acquire.sources import Kind
from firsthand.reading.acquire.streams import HEAD, Outside, kind_of_bytes
from firsthand.reading.limits import Limits

USER_AGENT = "firsthand"
REDIRECTS = 5
TIMEOUT = httpx.Timeout(20.0, connect=10.0)
PATIENCE = 60.0
"""Seconds for the whole page, however steadily it trickles."""

SAVE_IT = "open it in a browser, save the page and give the file"
READ_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "application/xhtml+xml",
    "application/xml": "text/html",
    "text/xml": "text/html",
    "application/rss+xml": "application/rss+xml",
    "application/atom+xml": "application/atom+xml",
    "application/rdf+xml": "application/rdf+xml",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}
REFUSALS: dict[int, tuple[type[Unreachable], str, str]] = {
    401: (Blocked, "the site asks for a login (401)", SAVE_IT),
    402: (Paywalled, "the site asks for payment (402)", SAVE_IT),
    403: (Blocked, "the site refuses programs (403)", SAVE_IT),
    404: (Gone, "there is no such page (404)", "check the address, or look for the page in a web archive"),
    410: (Gone, "the page was taken down (410)", "look for it in a web archive"),
    429: (Blocked, "the site was asked too often (429)", "wait a while and try again"),
    451: (Blocked, "the page is withheld for legal reasons (451)", "look for it in a web archive"),
}


def fetch(url: str, told: Told, limits: Limits, outside: Outside) -> Page:
    """The page at an address, its redirects followed.

    Raises Unreachable where nothing comes back or the site refuses, NotAPage for other media, TooLarge beyond the
    limit on bytes.
    """
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"}
    try:
        with (
            httpx.Client(
                transport=outside.transport,
                headers=headers,
                timeout=TIMEOUT,
                follow_redirects=True,
                max_redirects=REDIRECTS,
            ) as client,
            client.stream("GET", url) as response,
        ):
            _check(url, response)
            content = _read(url, response, limits)
            media_type = _media_type(url, response, content)
            return Page(
                content,
                media_type,
                url=str(response.url),
                fetched=outside.clock().isoformat(timespec="seconds"),
                charset=response.charset_encoding,
                told=told,
            )
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise _failure(url, error) from error


def _check(url: str, response: httpx.Response) -> None:
    if response.is_success:
        return
    code = response.status_code
    if code in REFUSALS:
        refusal, problem, remedy = REFUSALS[code]
        raise refusal(url, problem, remedy)
    if code >= 500:
        raise Unreachable(url, f"the site is out of order ({code})", "try again later")
    raise Unreachable(url, f"the site gives no page ({code})", SAVE_IT)


def _read(url: str, response: httpx.Response, limits: Limits) -> bytes:
    """The body, unzipped, as far as the limits allow."""
    end = monotonic() + PATIENCE
    content = bytearray()
    for chunk in response.iter_bytes(65_536):
        content += chunk
        if len(content) > limits.bytes:
            raise TooLarge(url, f"it has more than the {limits.bytes:,} bytes allowed", SAVE_IT)
        if monotonic() > end:
            raise Unreachable(url, f"it was not all there after {PATIENCE:g} seconds", "try again later")
    return bytes(content)


def _media_type(url: str, response: httpx.Response, content: bytes) -> str:
    given = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if given in READ_TYPES:
        return READ_TYPES[given]
    if given and given not in {"application/octet-stream", "unknown/unknown"}:
        raise NotAPage(url, f"it is {given}, not a page", "give the address of an article in HTML or plain text")
    return "text/html" if kind_of_bytes(content[:HEAD]) is Kind.HTML else "text/plain"


def _failure(url: str, error: Exception) -> InputError:
    if isinstance(error, httpx.TooManyRedirects):
        return Unreachable(url, f"it leads on more than {REDIRECTS} times", SAVE_IT)
    if isinstance(error, httpx.TimeoutException):
        return Unreachable(url, "the site does not answer", "try again later")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return Unreachable(url, "it is no web address", "an address begins with https:// and a host's name")
    if isinstance(error, httpx.DecodingError):
        return NotAPage(url, "what the site sends is damaged", SAVE_IT)
    if isinstance(error, httpx.ConnectError):
        return Unreachable(url, "the site cannot be reached", "check the address and the connection")
    return Unreachable(url, f"the connection failed: {error or type(error).__name__}", "try again later")
