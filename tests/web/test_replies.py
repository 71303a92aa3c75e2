"""A reader replies, the owner decides; nothing is shown before, and never how to reach who replied."""

import html
import re
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from firsthand.filing import catch_up, put_together
from firsthand.ledger import Catalogue, Keeper, Saved, Traces, Writer, address_of
from firsthand.tracing import claim_id, clauses_of
from firsthand.web import create_app
from firsthand.web.guard import Rules
from firsthand.web.pace import Pace

ID = quote("holm/1?", safe="")
SEND = f"/replies/articles/{ID}?reply=s1"
GOOD = {"name": "Rosa Tal", "address": "rosa@tal.example", "text": "The port was open on Monday.\n\nI was there."}
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) [x](javascript:alert(1))'
TOKEN = "the owner alone knows"


@pytest.fixture
def desk(ledger: Path, clock) -> TestClient:
    return TestClient(create_app(ledger, pace=Pace(clock=clock)), base_url="http://127.0.0.1:8000")


@pytest.fixture
def door(ledger: Path, clock) -> TestClient:
    """What somebody without the token sees of a room that is open to readers."""
    app = create_app(ledger, Rules(TOKEN, readers=True), Pace(clock=clock))
    return TestClient(app, base_url="http://desk.example")


def approve(desk: TestClient, number: int = 1, state: str = "approved") -> None:
    assert desk.post(f"/desk/replies/{number}", data={"state": state}).status_code == 200


def test_a_reply_is_held_until_it_is_approved(desk: TestClient) -> None:
    opened = desk.get(f"/articles/{ID}?reply=s1").text
    assert f'action="{SEND}"' in opened
    assert opened.count(" required ") >= 3
    sent = desk.post(SEND, data=GOOD, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/articles/{ID}?replied=s1#writing")
    assert "held until the owner" in desk.get(sent.headers["location"]).text
    assert "Rosa Tal" not in desk.get(f"/articles/{ID}").text
    waiting = desk.get("/desk").text
    assert "Rosa Tal" in waiting
    assert "the port of Holm is closed" in waiting
    approve(desk)
    shown = desk.get(f"/articles/{ID}").text
    assert "Rosa Tal" in shown
    assert "open on Monday.\n\nI was there." in shown
    approve(desk, state="refused")
    assert "Rosa Tal" not in desk.get(f"/articles/{ID}").text


def test_a_claim_is_replied_to_like_a_statement(desk: TestClient, ledger: Path) -> None:
    page = html.unescape(desk.get(f"/claims/{claim(ledger)}").text)
    opened = re.search(r'href="(/claims/[^"]*reply=whole)"', page)
    assert opened
    form = html.unescape(desk.get(opened[1]).text)
    action = re.search(r'action="(/replies/claims/[^"]*reply=whole)"', form)
    assert action
    assert "Give the name" in desk.post(action[1], data=GOOD | {"name": ""}).text
    sent = desk.post(action[1], data=GOOD)
    assert "held until the owner" in sent.text
    assert "Rosa Tal" not in sent.text
    assert "To the claim" in desk.get("/desk").text
    approve(desk)
    shown = desk.get(f"/claims/{claim(ledger)}").text
    assert "Rosa Tal" in shown
    assert "I was there." in shown
    assert "Rosa Tal" not in desk.get(f"/articles/{ID}").text


def test_a_claim_that_has_another_id_by_now_keeps_its_replies(tmp_path: Path, make) -> None:
    path = tmp_path / "two.db"
    with Writer(path) as writer:
        for name in ("a1", "a2"):
            writer.file(make(name), Saved(name.encode() * 16))
        catch_up(writer, Keeper(writer))
        put_together(writer)
        stored = Traces(writer)
        one, other = (claim_id(clauses_of(stored, name)[0]) for name in ("a1", "a2"))
    desk = TestClient(create_app(path), base_url="http://127.0.0.1:8000")
    for name in (one, other):
        wrong = desk.post(f"/replies/claims/{name}?reply=whole", data=GOOD | {"name": ""})
        assert (wrong.status_code, "I was there." in wrong.text) == (422, True)
        assert (
            desk.post(f"/replies/claims/{name}?reply=whole", data=GOOD | {"text": f"Reply to {name}"}).status_code
            == 200
        )
    approve(desk, 1)
    approve(desk, 2)
    for name in (one, other):
        assert {f"Reply to {one}", f"Reply to {other}"} <= set(
            re.findall("Reply to c[0-9a-f]+", desk.get(f"/claims/{name}").text)
        )
        assert desk.get(f"/api/v1/replies?claim={name}").json()["total"] == 2


def claim(ledger: Path) -> str:
    """The claim that the article makes, as addresses name it."""
    with Catalogue.open(ledger) as catalogue:
        stored = Traces(catalogue)
        article = next(stored.articles())
        return f"{claim_id(clauses_of(stored, article)[0])}?in={quote(article, safe='')}"


def test_the_interface_gives_replies_that_were_approved(desk: TestClient) -> None:
    desk.post(SEND, data=GOOD)
    assert desk.get("/api/v1/replies").json()["replies"] == []
    approve(desk)
    (reply,) = desk.get("/api/v1/replies?article=holm/1?&size=1").json()["replies"]
    assert reply | {"written": ""} == {
        "id": 1, "about": "statement", "article": "holm/1?", "statement": "s1", "claim": None,
        "words": "the port of Holm is closed", "name": "Rosa Tal", "text": GOOD["text"], "written": "",
    }  # fmt: skip
    documented = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in documented for key in reply)
    assert desk.get("/api/v1/replies?claim=s1").json()["total"] == 0
    assert desk.get("/api/v1/replies?after=zz").status_code == 400
    approve(desk, state="held")
    assert desk.get("/api/v1/replies").json()["replies"] == []


def test_how_to_reach_who_replied_is_shown_nowhere(desk: TestClient, ledger: Path) -> None:
    desk.post(SEND, data=GOOD)
    approve(desk)
    for path in ("/", f"/articles/{ID}", "/desk", "/desk?state=approved", f"/api/v1/articles/{ID}",
                 "/api/v1/replies", "/feeds/search.atom?q=port"):  # fmt: skip
        assert "tal.example" not in desk.get(path).text
    assert address_of(ledger, 1) == "rosa@tal.example"
    approve(desk, state="refused")
    assert address_of(ledger, 1) is None


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("name", "", "Give the name"),
        ("name", "\u202e\x00 \u200b", "Give the name"),
        ("name", "x" * 81, "At most 80 characters; these are 81."),
        ("address", "", "Give an e-mail address"),
        ("address", "rosa", "This is no e-mail address"),
        ("address", "rosa@tal", "This is no e-mail address"),
        ("address", f"rosa@{'x' * 250}.example", "At most 254"),
        ("text", " \n ", "Write something."),
        ("text", "x" * 3001, "At most 3,000 characters; these are 3,001."),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost(
    desk: TestClient, field: str, typed: str, told: str
) -> None:
    answer = desk.post(SEND, data=GOOD | {field: typed})
    assert answer.status_code == 422
    assert re.search(f'name="{field}"[^>]*aria-invalid="true" aria-describedby="wrong-{field}"', answer.text)
    assert f'<span class="wrong" id="wrong-{field}">{told}' in answer.text
    assert all(value in answer.text for name, value in GOOD.items() if name != field)
    assert "Nothing waits" in desk.get("/desk").text


def test_a_field_that_is_left_out_is_asked_for(desk: TestClient) -> None:
    assert "Give an e-mail address" in desk.post(SEND, data={"name": "Rosa"}).text


@pytest.mark.parametrize("path", ["articles/none?reply=s1", f"articles/{ID}?reply=s9", f"articles/{ID}?reply=whole",
                                  f"articles/{ID}", "claims/c000000000000?reply=whole"])  # fmt: skip
def test_nobody_replies_to_what_is_not_there(desk: TestClient, path: str) -> None:
    assert desk.post(f"/replies/{path}", data=GOOD).status_code == 404


def test_hostile_words_stay_words(desk: TestClient) -> None:
    typed = f"{EVIL} {'A' * 2500} \u202egnp.exe \x00 \ud800"
    body = "&".join(f"{name}={quote(value, errors='surrogatepass')}"
                    for name, value in {"name": EVIL[:60], "address": "a@b.example", "text": typed}.items())  # fmt: skip
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert desk.post(SEND, content=body, headers=form, follow_redirects=False).status_code == 303
    held = desk.get("/desk").text
    approve(desk)
    for page in (held, desk.get(f"/articles/{ID}").text, desk.get("/desk?state=approved").text):
        assert "&lt;script&gt;" in page
        assert all('src="/static/' in script for script in re.findall(r"<script[^>]*>", page))
        assert "<img" not in page
        assert 'href="javascript:' not in page
        assert "\u202e" not in page
        assert "\x00" not in page


def test_who_writes_too_often_is_told_when_to_come_back(desk: TestClient, clock) -> None:
    for number in range(5):
        assert desk.post(SEND, data=GOOD | {"text": f"Reply {number}"}, follow_redirects=False).status_code == 303
    clock.now = 30.5
    answer = desk.post(SEND, data=GOOD)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "570")
    assert "again in 10 min" in answer.text
    assert "Rosa Tal" in answer.text
    clock.now = 600
    assert desk.post(SEND, data=GOOD, follow_redirects=False).status_code == 303


def test_a_reply_sent_twice_is_held_once(desk: TestClient) -> None:
    desk.post(SEND, data=GOOD)
    desk.post(SEND, data=GOOD)
    assert "1 held" in desk.get("/desk").text


def test_no_more_is_held_than_the_owner_can_look_at(desk: TestClient, monkeypatch) -> None:
    monkeypatch.setattr("firsthand.web.replies.MOST_HELD", 1)
    desk.post(SEND, data=GOOD)
    answer = desk.post(SEND, data=GOOD | {"text": "Another."})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3600")
    assert "no more are taken now" in answer.text


def test_a_decision_can_be_undone(desk: TestClient) -> None:
    desk.post(SEND, data=GOOD)
    done = desk.post("/desk/replies/1", data={"state": "refused"}).text
    assert re.search(r"<bdi>Rosa Tal</bdi> is refused, and their address deleted\..*?Undo", done)
    approve(desk, state="held")
    assert "1 held" in desk.get("/desk?done=1").text
    assert desk.get("/desk?done=x").status_code == desk.get("/desk?done=99").status_code == 200
    assert desk.post("/desk/replies/1", data={"state": "lost"}).status_code == 400
    assert desk.post("/desk/replies/9", data={"state": "held"}).status_code == 404


def test_a_refused_reply_can_be_deleted_for_good(desk: TestClient) -> None:
    desk.post(SEND, data=GOOD)
    assert desk.post("/desk/replies/1", data={"state": "deleted"}).status_code == 404
    approve(desk, state="refused")
    assert "Delete for good" in desk.get("/desk?state=refused").text
    approve(desk, state="deleted")
    assert "Rosa Tal" not in desk.get("/desk?state=refused&done=1").text


def test_what_is_too_long_or_no_form_is_refused(desk: TestClient) -> None:
    assert desk.post(SEND, data=GOOD | {"text": "x" * 70_000}).status_code == 413
    assert desk.post(SEND, json=GOOD).status_code == 415
    assert desk.post(SEND, data={f"f{n}": "" for n in range(21)}).status_code == 400


def test_a_page_of_another_site_replies_for_nobody(desk: TestClient) -> None:
    assert desk.post(SEND, data=GOOD, headers={"origin": "http://evil.example"}).status_code == 403


def test_a_form_that_is_opened_again_leads_to_its_page(desk: TestClient) -> None:
    led = desk.get(SEND, follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, f"/articles/{ID}?reply=s1")
    assert desk.get("/replies//evil.example", follow_redirects=False).status_code == 404


def test_readers_read_and_reply_and_do_nothing_else(door: TestClient) -> None:
    page = door.get(f"/articles/{ID}?note=s1").text
    assert "/desk" not in page
    assert "/add" not in page
    assert "<textarea" not in page
    assert door.post(SEND, data=GOOD, follow_redirects=False).status_code == 303
    for path in ("/desk", "/desk/notes", "/desk/notes/1", "/add", "/add/jobs/1"):
        assert door.get(path).status_code == 403
    for path in ("/desk/replies/1", "/desk/notes/1", f"/desk/notes/articles/{ID}?note=s1", "/", "/anything"):
        assert door.post(path, data={"state": "approved", "text": "x"}).status_code == 401
    assert door.get("/?token=wrong").status_code == 401
    assert door.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
    owner = {"authorization": f"Bearer {TOKEN}"}
    assert "Rosa Tal" in door.get("/desk", headers=owner).text
    assert door.post("/desk/replies/1", data={"state": "approved"}, headers=owner).status_code == 200
    assert "Rosa Tal" in door.get(f"/articles/{ID}").text


def test_a_reply_waits_for_another_program_and_does_not_keep_it_waiting(desk: TestClient, ledger: Path) -> None:
    answers = []
    with Writer(ledger) as other:
        with other.transaction():
            sending = threading.Thread(target=lambda: answers.append(desk.post(SEND, data=GOOD).status_code))
            sending.start()
            time.sleep(0.2)
            assert not answers
        sending.join()
        assert answers == [200]
        with other.transaction():
            pass


def test_a_ledger_that_is_written_for_long_is_told_of(desk: TestClient, ledger: Path, monkeypatch) -> None:
    monkeypatch.setattr("firsthand.web.room.WAIT", 50)
    with Writer(ledger) as other, other.transaction():
        answer = desk.post(SEND, data=GOOD)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert "Rosa Tal" in answer.text
