"""Who is let in."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
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
    assert guarded.get("/", headers={"cookie": f"{COOKIE}=letmein"}).status_code == 401


def test_a_token_in_the_address_moves_into_a_cookie_that_does_not_tell_it() -> None:
    guarded = client(Rules(token="lét me in"), "http://desk.example")
    assert guarded.get("/?token=wrong", follow_redirects=False).status_code == 401
    moved = guarded.get("/?a=1&token=lét me in&b=2", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (303, "http://desk.example/?a=1&b=2")
    cookie = moved.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "let" not in cookie.partition(";")[0].partition("=")[2]
    assert guarded.get("/").text == "in"


def test_a_token_leads_to_no_other_site() -> None:
    guarded = client(Rules(token="letmein"), "http://desk.example")
    moved = guarded.get("http://desk.example//evil.example/?token=letmein", follow_redirects=False)
    assert moved.headers["location"] == "http://desk.example//evil.example/"


def test_other_sites_pages_may_not_write() -> None:
    room = client(Rules())
    assert room.post("/").status_code == 200
    assert room.post("/", headers={"origin": "http://127.0.0.1:8000"}).status_code == 200
    assert room.post("/", headers={"origin": "http://evil.example"}).status_code == 403
    assert room.post("/", headers={"origin": "null"}).status_code == 403
    assert room.post("/", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_too_much_at_once_is_refused() -> None:
    assert client(Rules(most_bytes=10)).post("/", content=b"x" * 11).status_code == 413


def test_a_body_that_does_not_say_its_size_is_counted() -> None:
    async def size(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    app = Starlette(
        routes=[Route("/", size, methods=["POST"])], middleware=[Middleware(Guard, rules=Rules(most_bytes=10))]
    )
    room = TestClient(app, base_url="http://127.0.0.1:8000")
    assert room.post("/", content=iter([b"x" * 5, b"x" * 5])).text == "10"
    assert room.post("/", content=iter([b"x" * 5, b"x" * 6])).status_code == 413
