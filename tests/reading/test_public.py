"""Hosts of this machine and its own network are not asked for others."""

from collections.abc import Sequence

import httpx
import pytest

from firsthand.errors import InputError, Unreachable
from firsthand.model import Page, Told
from firsthand.reading.acquire import Outside, acquire
from firsthand.reading.acquire.polite import Polite
from firsthand.reading.acquire.public import PublicOnly, is_public

PAGE, HTML = b"<p>The north quay is shut.</p>", {"content-type": "text/html"}
PUBLIC, INSIDE = "93.184.215.14", "192.168.1.7"
NAMES = {
    "open.example": [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "inside.example": [INSIDE],
    "both.example": [PUBLIC, INSIDE],
}


class Visited:
    def validators(self, _: str) -> None:
        return None


def resolve(host: str) -> Sequence[str]:
    try:
        return NAMES.get(host) or [str(httpx.URL(f"http://[{host}]/").host) if ":" in host else host]
    except KeyError as error:
        raise OSError("no such name") from error


def asked(
    address: str, answers: dict[str, httpx.Response] | None = None
) -> tuple[Page | InputError, list[httpx.Request]]:
    """What comes back from an address, and what was asked of the network."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return (answers or {}).get(request.url.path) or httpx.Response(200, content=iter([PAGE]), headers=HTML)

    site = Polite(Visited(), PublicOnly(httpx.MockTransport(answer), resolve), gap=0.0)
    (page,) = acquire([address], Told(), outside=Outside(transport=site))
    return page, seen


def test_a_public_host_is_asked_at_the_address_that_was_looked_at() -> None:
    page, seen = asked("https://open.example/a?b=1")
    assert isinstance(page, Page)
    assert page.url == "https://open.example/a?b=1"
    assert [str(request.url) for request in seen] == [f"https://{PUBLIC}/robots.txt", f"https://{PUBLIC}/a?b=1"]
    assert {request.headers["host"] for request in seen} == {"open.example"}
    assert {request.extensions["sni_hostname"] for request in seen} == {"open.example"}


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8000/", "http://[::1]/", "http://inside.example/", "http://both.example/", "http://169.254.169.254/",
     "http://10.0.0.1/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_this_machine_and_its_network_are_not_asked(address: str) -> None:
    found, seen = asked(address)
    assert isinstance(found, Unreachable)
    assert found.name == address
    assert "its own network" in found.problem
    assert seen == []


def test_a_redirect_leads_no_further_than_an_address_does() -> None:
    found, seen = asked(
        "http://open.example/a", {"/a": httpx.Response(302, headers={"location": "http://127.0.0.1:8000/"})}
    )
    assert isinstance(found, Unreachable)
    assert {request.url.host for request in seen} == {PUBLIC}


def test_the_next_address_is_tried_where_one_takes_no_connection() -> None:
    tried: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tried.append(request.url.host)
        if len(tried) == 1:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(200)

    transport = PublicOnly(httpx.MockTransport(answer), resolve)
    assert transport.handle_request(httpx.Request("GET", "http://open.example/")).status_code == 200
    assert tried == NAMES["open.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.215.14", True), ("2606:2800:21f::1", True), ("100.64.0.1", False), ("224.0.1.1", False), ("fe80::1%eth0", False),
     ("64:ff9b::7f00:1", False), ("64:ff9b::5db8:d70e", True), ("2002:7f00:1::", False), ("fd00::1", False), ("", False)],
)  # fmt: skip
def test_addresses_that_hide_others_are_seen_through(address: str, public: bool) -> None:
    assert is_public(address) is public
