"""The owner's notes are theirs alone until they publish them."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Catalogue, Traces
from firsthand.tracing import claim_id, clauses_of
from firsthand.web import create_app
from firsthand.web.guard import Rules

ID = quote("holm/1?", safe="")
TOKEN = "the owner alone knows"
WORDS = "Ask the harbour master.\n<b>Twice.</b>"


@pytest.fixture
def door(ledger: Path) -> TestClient:
    return TestClient(create_app(ledger, Rules(TOKEN, readers=True)), base_url="http://desk.example")


@pytest.fixture
def desk(door: TestClient) -> TestClient:
    """The same room, as its owner enters it."""
    return TestClient(door.app, base_url="http://desk.example", headers={"authorization": f"Bearer {TOKEN}"})


@pytest.mark.parametrize("part", ["whole", "s1"])
def test_a_note_is_private_until_it_is_published(desk: TestClient, door: TestClient, part: str) -> None:
    page = f"/articles/{ID}"
    action = re.search(r'action="(/desk/notes/[^"]*)"', desk.get(f"{page}?note={part}").text)
    assert action
    written = desk.post(action[1], data={"text": WORDS, "do": "keep"})
    assert written.url.path == "/articles/holm/1?"
    assert written.url.fragment == "own-1"
    assert "Twice.&lt;/b&gt;" in written.text
    assert "private" in written.text
    assert "harbour master" not in door.get(page).text
    assert desk.get("/api/v1/notes").json()["notes"] == []
    desk.post("/desk/notes/1", data={"text": "Ask the mayor.", "do": "publish"})
    (told,) = door.get("/api/v1/notes?article=holm/1?").json()["notes"]
    assert (told["text"], told["statement"]) == ("Ask the mayor.", None if part == "whole" else "s1")
    seen = door.get(page).text
    assert "Ask the mayor." in seen
    assert "/desk" not in seen
    desk.post("/desk/notes/1", data={"text": "Ask the mayor.", "do": "withdraw"})
    assert "Ask the mayor." not in door.get(page).text
    assert "Ask the mayor." in desk.get("/desk/notes").text
    desk.post("/desk/notes/1", data={"do": "delete"})
    assert "Ask the mayor." not in desk.get("/desk/notes").text
    assert desk.get("/desk/notes/1").status_code == 404


def test_a_note_can_be_published_as_it_is_written(desk: TestClient, door: TestClient) -> None:
    desk.post(f"/desk/notes/articles/{ID}?note=s1", data={"text": WORDS, "do": "publish"})
    assert "harbour master" in door.get(f"/articles/{ID}").text


def test_a_note_on_a_claim_stands_on_its_page(desk: TestClient, door: TestClient, ledger: Path) -> None:
    with Catalogue.open(ledger) as catalogue:
        stored = Traces(catalogue)
        article = next(stored.articles())
        address = f"/claims/{claim_id(clauses_of(stored, article)[0])}?in={quote(article, safe='')}"
    desk.post("/desk/notes" + address + "&note=whole", data={"text": WORDS, "do": "publish"})
    assert "harbour master" in door.get(address).text


def test_what_is_wrong_with_a_note_is_told_beside_it(desk: TestClient) -> None:
    empty = desk.post(f"/desk/notes/articles/{ID}?note=s1", data={"text": " "})
    assert (empty.status_code, "Write something." in empty.text) == (422, True)
    desk.post(f"/desk/notes/articles/{ID}?note=s1", data={"text": WORDS})
    long = desk.post("/desk/notes/1", data={"text": "x" * 10_001})
    assert (long.status_code, "At most 10,000" in long.text) == (422, True)
    assert "harbour master" in desk.get("/desk/notes").text


def test_what_is_not_there_has_no_note(desk: TestClient) -> None:
    for path in ("/desk/notes/7", f"/desk/notes/articles/{ID}?note=s9", "/desk/notes/articles/none?note=whole"):
        assert desk.post(path, data={"text": WORDS}).status_code == 404
