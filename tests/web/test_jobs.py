"""Adding through the REST interface."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from firsthand.ledger import Catalogue, Writer
from firsthand.web import create_app, intake
from firsthand.web.guard import Rules

JOBS = "/api/v1/jobs"
TEXT = """Ferry at Lauben stays in port

LAUBEN — The ferry will stay in port until Friday, its owner, Mara Quist, said on Tuesday.

"The engine is being taken apart," Quist told the town council. The harbour master denied that anybody had been warned.
"""
TOKEN = "the owner alone knows"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    Writer(path).close()
    return path


@pytest.fixture
def room(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ledger), base_url="http://127.0.0.1:8000") as client:
        yield client


def ended(room: TestClient, address: str) -> dict[str, Any]:
    until = time.monotonic() + 60
    while (job := room.get(address).json())["state"] not in {"done", "left"}:
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)
    return dict(job)


def test_a_text_becomes_an_article_and_the_job_tells_which(room: TestClient, ledger: Path) -> None:
    taken = room.post(JOBS, json={"text": TEXT, "outlet": "Lauben Post", "published": "2024-06-18"})
    assert taken.status_code == 202
    assert taken.json()["state"] in {"waiting", "reading"}
    job = ended(room, taken.headers["location"])
    (became,) = job["inputs"][0]["articles"]
    assert became["outcome"] == "added"
    article = room.get(f"/api/v1/articles/{became['article']}").json()
    assert article["outlet"]["name"] == "Lauben Post"
    assert article["published"]["value"] == "2024-06-18"
    assert [one["id"] for one in room.get(JOBS).json()["jobs"]] == [job["id"]]
    again = ended(room, room.post(JOBS, json={"text": TEXT, "outlet": "Lauben Post"}).headers["location"])
    assert again["inputs"][0]["articles"][0]["outcome"] == "known"
    with Catalogue.open(ledger) as catalogue:
        assert catalogue.holdings().articles == 1


def test_files_are_taken_and_half_a_surrogate_pair_breaks_nothing(room: TestClient) -> None:
    row = json.dumps({"id": "f1", "text": TEXT + "\ud800"})
    files = [("files", ("rows.jsonl", row.encode())), ("files", ("page.txt", TEXT.encode()))]
    job = ended(room, room.post(JOBS, files=files, data={"as": "articles"}).headers["location"])
    assert [one["articles"][0]["outcome"] for one in job["inputs"]] == ["added", "added"]
    assert job["inputs"][0]["articles"][0]["article"] == "f1"


def test_an_address_of_this_machine_is_not_asked(room: TestClient) -> None:
    job = ended(room, room.post(JOBS, json={"addresses": ["http://127.0.0.1:9/secret"]}).headers["location"])
    (became,) = job["inputs"][0]["articles"]
    assert became["outcome"] == "unreadable"
    assert became["reason"]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "either"),
        (b'{"text": "x", "addresses": []}', "either"),
        (b'{"text": "  "}', "no text to add"),
        (b'{"text": 1}', "a string"),
        (b'{"text": "x", "clean": "yes"}', "true or false"),
        (b'{"text": "x", "secret": "y"}', "is not known here"),
        (b'{"text": "x", "published": "soon"}', "no date"),
        (b'{"addresses": []}', "no address"),
        (b'{"addresses": [1]}', "list of strings"),
        (b'{"addresses": ["file:///etc/passwd"]}', "no web address"),
    ],
)
def test_what_cannot_be_added_is_told(room: TestClient, sent: bytes, words: str) -> None:
    answer = room.post(JOBS, content=sent, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert not room.get(JOBS).json()["jobs"]


def test_what_is_neither_json_nor_files_is_refused(room: TestClient) -> None:
    assert room.post(JOBS, data={"text": TEXT}).status_code == 415
    assert room.post(JOBS, files=[("other", ("a.txt", b"x"))]).status_code == 400
    assert room.post(JOBS, files=[("files", ("a.txt", b"x"))], data={"as": "dreams"}).status_code == 400
    assert room.post(JOBS, files=[("files", (f"{n}.txt", b"x")) for n in range(101)]).status_code == 400


def test_a_full_queue_says_when_to_come_back(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_WAITING", 0)
    answer = room.post(JOBS, json={"text": TEXT})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")


def test_a_job_can_be_stopped(room: TestClient) -> None:
    address = room.post(JOBS, json={"text": TEXT}).headers["location"]
    assert room.post(f"{address}/stop").status_code == 200
    assert ended(room, address)["state"] in {"left", "done"}
    assert room.post(f"{JOBS}/none/stop").status_code == 404
    assert room.get(f"{JOBS}/none").status_code == 404


def test_nobody_gives_or_asks_but_the_owner(ledger: Path) -> None:
    app = create_app(ledger, Rules(TOKEN, readers=True))
    reader = TestClient(app, base_url="http://desk.example")
    assert reader.get(JOBS).status_code == 403
    assert reader.get(f"{JOBS}/none").status_code == 403
    assert reader.post(JOBS, json={"text": TEXT}).status_code == 401
    owner = TestClient(app, base_url="http://desk.example", headers={"authorization": f"Bearer {TOKEN}"})
    assert owner.get(JOBS).json()["jobs"] == []
    foreign = {"origin": "http://evil.example"}
    assert owner.post(JOBS, json={"text": TEXT}, headers=foreign).status_code == 403


def test_every_way_of_writing_is_described(room: TestClient) -> None:
    described = room.get("/api/v1/openapi.json").json()["paths"]
    body = described[JOBS]["post"]["requestBody"]["content"]
    assert set(body) == {"application/json", "multipart/form-data"}
    assert described[JOBS]["get"]["summary"]
    assert set(room.put(JOBS).headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert set(described[f"{JOBS}/{{id}}/stop"]) == {"post"}
