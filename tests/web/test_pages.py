"""The pages and the interface over a small ledger."""

import html
import re
from pathlib import Path
from urllib.parse import quote

import feedparser
import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Saved, Writer, content_key
from firsthand.model import (
    Act,
    Article,
    Basis,
    Block,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    Page,
    PageRecord,
    Party,
    Place,
    Publication,
    Repair,
    RepairKind,
    Span,
    Statement,
    Zone,
)
from firsthand.web import create_app

EVIL = "<script>alert(1)</script>"
TEXT = f"Ines Kolbe {EVIL} said the port of Holm is closed."


def hostile() -> Findings:
    """An article whose every word tries to be run."""
    source, content = Span(0, 10), Span(TEXT.index("the port"), len(TEXT) - 1)
    article = Article(
        "a/1?x=#&",
        PageRecord("javascript:alert(1)", None, "text/html", "00" * 32, None),
        TEXT,
        (
            Block(Zone.BODY, TEXT, Span(0, len(TEXT)), Place(Span(0, len(TEXT)))),
            Block(Zone.TEASER, EVIL, None, Place(Span(0, 5))),
        ),
        title=EVIL,
        outlet=Outlet(EVIL, None),
        published=Publication("2024-06-18", Basis.GIVEN, certain=True),
        repairs=(Repair(4, 5, " ", EVIL, RepairKind.SPACING),),
        remarks=(EVIL,),
    )
    party, denier = Party(EVIL, source, "x"), Party('"><img src=x onerror=alert(1)>', None)
    said = Statement(
        "s1", (content,), None, source, Form.INDIRECT, 0.9, (Link(party, LinkRole.ORIGIN),), Act.ASSERT,
        denied_by=(denier,),
    )  # fmt: skip
    return Findings(article, (said,))


@pytest.fixture
def room(tmp_path: Path) -> TestClient:
    path = tmp_path / "ledger.db"
    with Writer(path) as ledger:
        page = Page(b"<p>Ines Kolbe</p><script>alert(1)</script>", "text/html")
        ledger.file(hostile(), Saved(content_key("1", None, None), page))
    return TestClient(create_app(path), base_url="http://127.0.0.1:8000")


ID = "a%2F1%3Fx%3D%23%26"


@pytest.mark.parametrize(
    "path",
    ["/", f"/articles/{ID}", f"/articles/{ID}?repairs=1", f"/pages/{ID}", "/search?q=port", "/search?q=port&in=articles",
     "/search?q=script&in=speakers", "/search?q=port&speaker=%3Cscript%3E", f"/who?name={quote(EVIL)}", "/who?name=script", "/who",
     f"/outlets?name={quote(EVIL)}", f"/exchanges?giver={quote(EVIL)}&unit={quote(EVIL)}", f"/events?type={quote(EVIL)}",
     "/outlets?name=script", "/exchanges", "/events", "/claims", "/claims?q=port"],
)  # fmt: skip
def test_nothing_from_a_page_is_rendered_as_markup(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code == 200
    scripts = re.findall(r"<script[^>]*>", answer.text)
    assert all('src="/static/' in script for script in scripts)
    assert "<img" not in answer.text
    assert 'href="javascript:' not in answer.text
    assert not re.search(r"\son\w+=\"?alert", re.sub(r"&[#\w]+;", "", answer.text)) or "&lt;img" in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text


def test_an_article_shows_who_says_it_and_what_was_set_aside(room: TestClient) -> None:
    words = room.get(f"/articles/{ID}").text
    assert 'id="s1"' in words
    assert 'id="note-s1"' in words
    assert "denied by" in words
    assert "Set aside: teaser" in words


@pytest.mark.parametrize("path", ["/articles/none", "/pages/none", "/nowhere", "/claims/c000000000000"])
def test_what_is_not_there_is_told_kindly(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code == 404
    assert "Not in this ledger" in answer.text


def test_a_search_for_no_word_is_explained(room: TestClient) -> None:
    answer = room.get("/search?q=-port")
    assert answer.status_code == 400
    assert "asks for no word" in answer.text


@pytest.mark.parametrize(
    "asked",
    ["/?after=zz", "/?after=-5", "/?after=ffffffffffffffff", "/search?since=soon", "/search?q=port&act=shout",
     "/search?size=0", "/search?size=101", "/search?size=ten", "/search?q=port&order=best&after=99999999999999999999",
     "/search?q=" + "a+" * 2000, "/who?name=-x", "/exchanges?giver=%C2%A9", "/exchanges?status=gone",
     "/events?after=1_0", "/claims?q=-x"],
)  # fmt: skip
def test_what_has_no_answer_is_told_in_words(room: TestClient, asked: str) -> None:
    answer = room.get(asked)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    if not asked.startswith(("/?", "/who", "/outlets?name=script", "/claims")):
        told = room.get("/api/v1" + asked.replace("/search", "/statements"))
        assert (told.status_code, list(told.json())) == (400, ["error"])


def test_articles_are_looked_for_without_what_only_statements_have(room: TestClient) -> None:
    words = room.get("/search?q=port&act=assert").text
    onward = html.unescape(re.findall(r'href="(/search[^"]*in=articles[^"]*)"', words)[0])
    assert room.get(onward).status_code == 200
    assert "act=" not in html.unescape(room.get(onward).text)


def test_programs_are_told_in_json_that_nothing_is_there(room: TestClient) -> None:
    assert list(room.get("/api/v1/articles/a%0Ab").json()) == ["error"]


def test_a_search_can_be_followed_as_a_feed(room: TestClient) -> None:
    page = room.get("/search?q=port&act=assert&after=")
    address = html.unescape(re.findall(r'type="application/atom\+xml"[^>]* href="([^"]+)"', page.text)[0])
    answer = room.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.feed.title == "firsthand: port, assert"
    (entry,) = feed.entries
    assert entry.title == f"{EVIL}: the port of Holm is closed"
    assert room.get(entry.link).status_code == 200
    assert entry.updated == feed.feed.updated
    assert feedparser.parse(room.get("/feeds/search.atom?q=nowhere").content).entries == []
    assert room.get("/feeds/search.atom?q=-port").status_code == 400


def test_a_feed_holds_what_xml_can(room: TestClient) -> None:
    answer = room.get("/feeds/search.atom?q=port%0c%ef%bf%bf")
    assert not feedparser.parse(answer.content).bozo


def test_names_that_run_the_other_way_turn_nothing_around(room: TestClient) -> None:
    assert f"<bdi>{html.escape(EVIL)}</bdi></a> · <time" in room.get("/").text


def test_an_outlet_has_a_page_that_says_whom_it_relies_on(room: TestClient) -> None:
    address = html.unescape(re.findall(r'href="(/outlets[^"]*)"', room.get("/").text)[0])
    words = room.get(address).text
    assert "1 article " in words
    assert "Relies on" in words
    assert html.escape(EVIL) in words
    assert "No article of this outlet" in room.get("/outlets?name=Nobody").text
    assert room.get("/outlets").status_code == 404


def test_the_interface_gives_what_the_pages_show(room: TestClient) -> None:
    listing = room.get("/api/v1/statements?q=port").json()
    assert [one["article"]["id"] for one in listing["statements"]] == ["a/1?x=#&"]
    whole = room.get(f"/api/v1/articles/{ID}")
    assert whole.json()["text"] == TEXT
    again = room.get(f"/api/v1/articles/{ID}", headers={"if-none-match": whole.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert room.get("/api/v1/articles/none").status_code == 404
    assert room.get("/api/v1/statements?q=-port").status_code == 400


def test_the_interface_describes_every_address(room: TestClient) -> None:
    described = room.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, operation in described["paths"].items():
        if "get" not in operation:
            continue
        names = [one["name"] for one in operation["get"]["parameters"] if one.get("required") and one["in"] == "query"]
        # The article was filed without being compared, so it makes no claim; nothing was given to be added.
        expected = 404 if path.endswith(("/claims/{id}", "/jobs/{id}")) else 200
        assert room.get(path.replace("{id}", ID), params=dict.fromkeys(names, EVIL)).status_code == expected
