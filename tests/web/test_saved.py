"""Searches that the owner keeps, and feeds."""

import html
import re
from pathlib import Path

import feedparser
import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Saved, Writer, content_key
from firsthand.web import create_app
from firsthand.web.guard import Rules
from web.cranes import findings

TOKEN = "a token of some length"


def filed(path: Path) -> Path:
    with Writer(path) as ledger:
        for name, day in (("a/1?", "2024-06-18"), ("a2", "2024-08-06")):
            ledger.file(findings(name, day, "Holm Post", 40), Saved(content_key(name, None, None)))
    return path


@pytest.fixture
def room(tmp_path: Path) -> TestClient:
    return TestClient(create_app(filed(tmp_path / "ledger.db")), base_url="http://127.0.0.1:8000")


def hidden(words: str) -> dict[str, str]:
    """What the form that keeps a search sends."""
    found = re.findall(r'<input (?:type="hidden" )?name="(shelf|asked|name)" value="([^"]*)"', words)
    return {name: html.unescape(value) for name, value in found}


@pytest.mark.parametrize(
    ("path", "shelf", "name"),
    [("/search?q=cranes&act=assert", "search", "cranes, assert"), ("/who?name=Ines+Kolbe", "who", "Ines Kolbe"),
     ("/exchanges?giver=Holm&unit=crane", "exchanges", "Holm, exchanges"), ("/events", "events", "all events")],
)  # fmt: skip
def test_a_search_is_kept_followed_and_dropped(room: TestClient, path: str, shelf: str, name: str) -> None:
    form = hidden(room.get(path).text)
    assert (form["shelf"], form["name"]) == (shelf, name)
    kept = room.post("/desk/searches", data=form | {"name": "My <b>search</b>"})
    assert kept.url.path == "/desk/searches"
    assert "My &lt;b&gt;search" in kept.text
    assert "2 found" in kept.text
    assert "kept as" in room.get(path).text
    feed = feedparser.parse(room.get("/feeds/saved/1.atom").content)
    assert not feed.bozo
    assert feed.feed.title == "firsthand: My <b>search</b>"
    assert len({entry.id for entry in feed.entries}) == 2
    assert all(room.get(entry.link).status_code == 200 for entry in feed.entries)
    assert [one["name"] for one in room.get("/api/v1/searches").json()["searches"]] == ["My <b>search</b>"]
    room.post("/desk/searches", data=form)
    assert len(room.get("/api/v1/searches").json()["searches"]) == 1
    assert "No search is kept" in room.post("/desk/searches/1/drop", data={"do": "drop"}).text
    assert room.get("/feeds/saved/1.atom").status_code == 404
    assert room.post("/desk/searches/1/drop", data={"do": "drop"}).status_code == 404


def test_every_page_of_finding_can_be_followed(room: TestClient) -> None:
    titles = {}
    for path in ("/search?q=cranes", "/search?q=cranes&in=articles", "/who?name=Northwire", "/exchanges", "/events"):
        (address,) = re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', room.get(path).text)
        answer = room.get(html.unescape(address))
        feed = feedparser.parse(answer.content)
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert not feed.bozo
        titles[path] = feed.entries[0].title
        anchor = feed.entries[0].link.partition("#")[2]
        assert not anchor or f'id="{anchor}"' in room.get(feed.entries[0].link).text
    assert titles == {
        "/search?q=cranes": "Ines Kolbe: Holm sent 40 cranes to Varn",
        "/search?q=cranes&in=articles": "Cranes",
        "/who?name=Northwire": "Ines Kolbe: Holm sent 40 cranes to Varn",
        "/exchanges": "Holm → Varn: crane (40 cranes) (completed)",
        "/events": "visit: Ines Kolbe",
    }


@pytest.mark.parametrize(
    "form",
    [{"asked": "q=a"}, {"shelf": "attic"}, {"shelf": "search", "asked": "q=-port"}, {"shelf": "search", "asked": "since=soon"},
     {"shelf": "search", "asked": "q=a", "name": "x" * 200}, {"shelf": "who", "asked": ""}],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_in_words(room: TestClient, form: dict[str, str]) -> None:
    answer = room.post("/desk/searches", data=form)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_what_the_owner_looks_for_is_not_shown_to_readers(tmp_path: Path) -> None:
    app = create_app(filed(tmp_path / "ledger.db"), Rules(token=TOKEN, readers=True))
    owner = TestClient(app, base_url="http://room.example", headers={"authorization": f"Bearer {TOKEN}"})
    reader = TestClient(app, base_url="http://room.example")
    assert owner.post("/desk/searches", data={"shelf": "search", "asked": "q=cranes"}).status_code == 200
    assert "Keep this search" not in reader.get("/search?q=grain").text
    assert "kept as" not in reader.get("/search?q=cranes").text
    for path, status in (("/desk/searches", 403), ("/feeds/saved/1.atom", 404), ("/api/v1/searches", 403)):
        assert (reader.get(path).status_code, owner.get(path).status_code) == (status, 200)
    assert reader.post("/desk/searches", data={"shelf": "events"}).status_code == 401
    assert reader.post("/desk/searches/1/drop", data={"do": "drop"}).status_code == 401
    foreign = owner.post("/desk/searches/1/drop", data={"do": "drop"}, headers={"origin": "http://elsewhere.example"})
    assert foreign.status_code == 403
