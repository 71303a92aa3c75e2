"""Adding from the browser: forms, the queue and the process that works it off."""

import html
import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from starlette.testclient import TestClient

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Writer
from firsthand.model import Outcome, Told
from firsthand.reading.acquire import Outside
from firsthand.web import adding, create_app, intake
from firsthand.web.clerk import Became, Begun, Ended, Given, News, carry_out
from firsthand.web.guard import Rules
from firsthand.web.intake import STOPPED, Intake, Job, Stage

TEXT = """Lock at Hamm closed after collision

HAMM — The lock at Hamm is closed until Monday after a barge ran into its lower gate, the canal authority said on Tuesday.

"Nobody was hurt," its head, Vera Lund, told reporters at the lock. The skipper denied that he had been asleep at the wheel.

Forty barges are waiting above the town. The authority said that divers would look at the gate on Thursday morning.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    Writer(path).close()
    return path


@pytest.fixture
def room(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(ledger), base_url="http://127.0.0.1:8000") as client:
        yield client


def when(done: object, seconds: float = 60.0) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)


def followed(room: TestClient, address: str) -> str:
    """The page of a job when it has ended."""
    when(lambda: "data-live" not in room.get(address).text)
    return room.get(address).text


def test_a_pasted_text_becomes_an_article_with_what_was_told_of_it(room: TestClient, ledger: Path) -> None:
    told = {"title": "Lock shut", "outlet": "Hamm Courier", "url": "https://hamm.example/1", "published": "2024-06-18"}
    taken = room.post("/add/text", data={"text": TEXT, **told}, follow_redirects=False)
    assert taken.status_code == 303
    waiting = room.get(taken.headers["location"]).text
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert "pasted text" in waiting
    assert "Getting ready" in waiting
    page = followed(room, taken.headers["location"])
    assert "1 added" in page
    article = room.get(html.unescape(re.findall(r'href="(/articles/[^"]+)"', page)[0])).text
    for words in ("Lock shut", "Hamm Courier", "2024-06-18", "Nobody was hurt"):
        assert words in article
    with Catalogue.open(ledger) as catalogue:
        assert catalogue.holdings().articles == 1
    again = room.post("/add/text", data={"text": TEXT, **told})
    assert "1 here already" in followed(room, str(again.url))


def test_a_text_too_short_for_a_page_is_read_where_every_word_counts(room: TestClient) -> None:
    short = {"text": "The lock is closed, the canal authority said."}
    page = followed(room, str(room.post("/add/text", data=short).url))
    assert "1 could not be read" in page
    assert "Every word belongs to the article" in page
    assert "1 added" in followed(room, str(room.post("/add/text", data={**short, "clean": "1"}).url))


def test_files_are_read_one_by_one_and_a_bad_one_costs_only_itself(room: TestClient) -> None:
    files = [
        ("files", ("C:\\pages\\<lock>.txt", TEXT.encode(), "text/plain")),
        ("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png")),
        ("files", ("rows.jsonl", b'{"text": ""}\nno json\n', "application/octet-stream")),
    ]
    taken = room.post("/add/files", files=files, data={"as": "articles"})
    page = followed(room, str(taken.url))
    assert "3 of 3 inputs" in page
    assert "&lt;lock&gt;.txt" in page
    assert "C:" not in page
    assert page.count("could not be read</span>") == page.count("What helps:") == 3
    assert "rows.jsonl:2" in page
    assert "1 added" in page


@pytest.mark.parametrize(
    ("way", "sent", "words"),
    [
        ("text", {"text": "  "}, "no text to add"),
        ("text", {"text": TEXT, "published": "soon"}, "is no date"),
        ("text", {"text": TEXT, "url": "javascript:alert(1)"}, "no web address"),
        ("files", {}, "no file to add"),
        ("addresses", {"addresses": "\n"}, "no address to fetch"),
        ("addresses", {"addresses": "https://a.example/\nfile:///etc/passwd"}, "no web address"),
        ("addresses", {"addresses": "https:///nowhere"}, "no web address"),
        ("addresses", {"addresses": "\n".join(f"https://a.example/{n}" for n in range(51))}, "at most 50"),
    ],
)
def test_what_cannot_be_added_is_told_on_the_form(room: TestClient, way: str, sent: dict[str, str], words: str) -> None:
    answer = room.post(f"/add/{way}", data=sent)
    assert answer.status_code == 400
    (told,) = re.findall(r'role="alert">([^<]*)', answer.text)
    assert words in told
    if sent.get("text", "").strip():
        assert "until Monday" in answer.text


def test_too_many_files_are_refused_in_words(room: TestClient) -> None:
    answer = room.post("/add/files", files=[("files", (f"{n}.txt", b"x")) for n in range(101)])
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_too_long_a_text_is_refused_in_words(room: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST_PASTED", 100)
    answer = room.post("/add/text", data={"text": TEXT})
    assert answer.status_code == 400
    assert "as a file" in answer.text


def test_nobody_adds_but_the_owner(ledger: Path) -> None:
    app = create_app(ledger, Rules("the owner alone knows", readers=True))
    reader = TestClient(app, base_url="http://desk.example")
    assert "/add" not in reader.get("/").text
    assert reader.get("/add").status_code == 403
    assert reader.get("/add/jobs/none").status_code == 403
    assert reader.post("/add/text", data={"text": TEXT}).status_code == 401
    owner = TestClient(app, base_url="http://desk.example", headers={"authorization": "Bearer the owner alone knows"})
    assert owner.get("/add").status_code == 200


def test_another_sites_page_adds_nothing(room: TestClient) -> None:
    answer = room.post("/add/text", data={"text": TEXT}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_job_that_nobody_remembers_is_told_kindly(room: TestClient) -> None:
    answer = room.get("/add/jobs/none")
    assert answer.status_code == 404
    assert "nothing is known of this job" in answer.text.lower()


def carried_out(order: list[Given], ledger: Path, answers: dict[str, httpx.Response] | None = None) -> list[News]:
    def answer(request: httpx.Request) -> httpx.Response:
        return (answers or {})[str(request.url)]

    told: list[News] = []
    carry_out(order, ledger, told.append, Outside(transport=httpx.MockTransport(answer)))
    return told


def test_a_feed_gives_the_pages_of_its_entries(ledger: Path) -> None:
    feed = (
        "<rss><channel><item><link>https://hamm.example/1</link></item>"
        "<item><link>https://hamm.example/2</link></item></channel></rss>"
    )
    page = "<html><article><h1>Lock shut</h1>" + "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n")) + "</article>"
    answers = {
        "https://hamm.example/feed": httpx.Response(200, text=feed, headers={"content-type": "application/rss+xml"}),
        "https://hamm.example/1": httpx.Response(200, html=page),
        "https://hamm.example/2": httpx.Response(404),
    }
    begun, first, second, ended = carried_out([Given("https://hamm.example/feed")], ledger, answers)
    assert begun == Begun(0)
    assert isinstance(first, Became)
    assert isinstance(second, Became)
    assert (first.filed.outcome, second.filed.outcome) == (Outcome.ADDED, Outcome.GONE)
    assert ended == Ended()


def test_a_ledger_that_cannot_be_written_ends_the_order_in_words(tmp_path: Path) -> None:
    (tmp_path / "none.db").write_text("no ledger", encoding="utf-8")
    (ended,) = carried_out([Given("x", tmp_path / "x")], tmp_path / "none.db")
    assert isinstance(ended, Ended)
    assert "it is no ledger" in ended.problem


@pytest.fixture
def taking(ledger: Path) -> Iterator[Intake]:
    one = Intake(ledger)
    yield one
    one.close()


def reading(one: Intake, name: str, number: int = 0) -> Job:
    job = one.job(name)
    assert job
    when(lambda: job.inputs[number].stage is Stage.READING)
    return job


def test_an_input_that_ends_the_process_costs_only_itself(taking: Intake, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "blocks")
    (tmp_path / "empty").touch()
    name = taking.take([Given("blocks.txt", tmp_path / "blocks"), Given("empty.txt", tmp_path / "empty")])
    job = reading(taking, name)
    assert taking._clerk
    assert taking._clerk.pid
    os.kill(taking._clerk.pid, signal.SIGKILL)
    when(lambda: job.ended)
    assert [one.stage for one in job.inputs] == [Stage.DONE, Stage.DONE]
    assert "ended the process" in job.inputs[0].filed[0].reason
    assert "ended the process" not in job.inputs[1].filed[0].reason


def test_a_job_can_be_stopped_and_the_next_one_is_done(taking: Intake, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "blocks")
    (tmp_path / "empty").touch()
    scratch = TemporaryDirectory()
    stopped = reading(taking, taking.take([Given("blocks.txt", tmp_path / "blocks")], scratch))
    following = taking.job(taking.take([Given("empty.txt", tmp_path / "empty", told=Told())]))
    assert following
    assert taking.before(following) == 1
    taking.stop(stopped)
    when(lambda: following.ended)
    assert [(one.stage, one.reason) for one in stopped.inputs] == [(Stage.LEFT, STOPPED)]
    assert following.inputs[0].stage is Stage.DONE
    assert not Path(scratch.name).exists()


def test_the_queue_is_bounded(taking: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_WAITING", 1)
    os.mkfifo(tmp_path / "blocks")
    given = [Given("blocks.txt", tmp_path / "blocks")]
    reading(taking, taking.take(given))
    waiting = taking.job(taking.take(given))
    with pytest.raises(UsageError, match="wait to be read already"):
        taking.take(given)
    assert waiting
    taking.stop(waiting)
    assert waiting.ended
    taking.take(given)
