"""Who is let in."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from firsthand.web.guard import COOKIE, Guard, Rules


def client(rules: Rules, base: str = "http://127.0.0.1:8000") -> TestClient:
    app = Starlette(
        routes=[Route("/", lambda _: PlainTextResponse("in"), methods=["GET", "POST"])],
        middleware=[Middleware(Guard, rules=rules)],
    )
    return TestClient(app, base_url=base)


def test_every_answer_forbids_what_is_inline_or_from_elsewhere() -> None:
    answer = client(Rules()).get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("base", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:9"])
def test_this_machine_is_let_in(base: str) -> None:
    assert client(Rules(), base).get("/").text == "in"


def test_a_strangers_name_for_this_machine_is_refused() -> None:
    assert client(Rules(), "http://rebound.example").get("/").status_code == 421


def test_with_a_token_only_its_holders_are_let_in() -> None:
    guarded = client(Rules(token="letmein"), "http://desk.example")
    assert guarded.get("/").status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/", headers={"authorization": "Bearer letmein"}).status_code == 200
    assert guarded.get("/", headers={"cookie": f"{COOKIE}=letmein"}).status_code == 200


def test_other_sites_pages_may_not_write() -> None:
    room = client(Rules())
    assert room.post("/").status_code == 200
    assert room.post("/", headers={"origin": "http://127.0.0.1:8000"}).status_code == 200
    assert room.post("/", headers={"origin": "http://evil.example"}).status_code == 403
    assert room.post("/", headers={"origin": "null"}).status_code == 403
    assert room.post("/", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_too_much_at_once_is_refused() -> None:
    assert client(Rules(most_bytes=10)).post("/", content=b"x" * 11).status_code == 413
