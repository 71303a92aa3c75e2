"""Adding from the browser: forms, the queue and the process that works it off."""

import html
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Writer
from firsthand.model import Filed, Outcome, Told
from firsthand.reading.acquire import Outside
from firsthand.web import adding, create_app, intake
from firsthand.web.clerk import Became, Begun, Ended, Given, News, carry_out
from firsthand.web.guard import Rules
from firsthand.web.intake import STOPPED, Intake, Job, Progress, Stage
from firsthand.web.tray import Happened, Line, Tray

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


def put(one: Intake, *names: str) -> str:
    """Give files to be added: one called "blocks" keeps its reader waiting, the others hold a text."""
    folder = one.folder()
    for name in names:
        if name == "blocks.txt":
            os.mkfifo(folder.files / name)
        else:
            (folder.files / name).write_text(TEXT.replace("Hamm", name.removesuffix(".txt").title()), encoding="utf-8")
    return one.take([Given(name, folder.files / name, told=Told(outlet="Courier")) for name in names], folder)


def reading(one: Intake, name: str, number: int = 0) -> Job:
    job = one.job(name)
    assert job
    when(lambda: job.inputs[number].stage is Stage.READING)
    return job


def kill_clerk(one: Intake) -> None:
    assert one._clerk
    assert one._clerk.pid
    os.kill(one._clerk.pid, signal.SIGKILL)


def test_an_input_that_ends_the_process_costs_only_itself(taking: Intake) -> None:
    job = reading(taking, put(taking, "blocks.txt", "rhede.txt"))
    kill_clerk(taking)
    when(lambda: job.ended)
    assert [one.stage for one in job.inputs] == [Stage.DONE, Stage.DONE]
    assert "ended the process" in job.inputs[0].filed[0].reason
    assert job.inputs[1].filed[0].outcome is Outcome.ADDED


def test_a_job_can_be_stopped_and_the_next_one_is_done(taking: Intake) -> None:
    stopped = reading(taking, put(taking, "blocks.txt"))
    following = taking.job(put(taking, "rhede.txt"))
    assert following
    assert taking.before(following) == 1
    taking.stop(stopped)
    when(lambda: following.ended)
    assert [(one.stage, one.reason) for one in stopped.inputs] == [(Stage.LEFT, STOPPED)]
    assert following.inputs[0].stage is Stage.DONE
    assert not stopped.folder.files.exists()


def test_the_queue_is_bounded(taking: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_WAITING", 1)
    reading(taking, put(taking, "blocks.txt"))
    waiting = taking.job(put(taking, "blocks.txt"))
    with pytest.raises(UsageError, match="wait to be read already"):
        put(taking, "blocks.txt")
    assert waiting
    taking.stop(waiting)
    assert waiting.ended


def open_blocks(job: Job) -> None:
    """Let what blocked be a text from now on."""
    for blocked in job.folder.files.glob("blocks.txt"):
        blocked.unlink()
        blocked.write_text(TEXT, encoding="utf-8")


def test_what_waits_goes_on_in_the_next_room_and_is_added_once(ledger: Path) -> None:
    closed = Intake(ledger)
    name = put(closed, "rhede.txt", "blocks.txt", "werne.txt")
    waiting = put(closed, "datteln.txt")
    half = reading(closed, name, 1)
    closed.close()
    open_blocks(half)
    following = Intake(ledger)
    following.open()
    try:
        jobs = [following.job(one) for one in (name, waiting)]
        assert [job.resumed for job in jobs if job] == [True, True]
        when(lambda: all(job and job.ended for job in jobs))
        outcomes = [one.filed[0].outcome for job in jobs if job for one in job.inputs]
        assert outcomes == [Outcome.ADDED] * 4
        assert [len(one.filed) for job in jobs if job for one in job.inputs] == [1] * 4
    finally:
        following.close()
    with Catalogue.open(ledger) as catalogue:
        assert catalogue.holdings().articles == 4
    later = Intake(ledger)
    later.open()
    remembered = later.job(name)
    assert remembered
    assert remembered.ended
    assert [one.given.name for one in remembered.inputs] == ["rhede.txt", "blocks.txt", "werne.txt"]
    assert remembered.inputs[0].given.told.outlet == "Courier"
    assert remembered.inputs[2].filed[0].article


KILLED = """
import os, pathlib, signal, sys
from firsthand.web.clerk import Given
from firsthand.web.intake import Intake
taking = Intake(pathlib.Path(sys.argv[1]))
folder = taking.folder()
for name in ("rhede", "werne"):
    (folder.files / name).write_text(sys.argv[2].replace("Hamm", name.title()))
taking.take([Given(name + ".txt", folder.files / name) for name in ("rhede", "werne")], folder)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_room_that_is_killed_loses_nothing_that_it_took(ledger: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, ledger, TEXT], check=False).returncode == -signal.SIGKILL
    following = Intake(ledger)
    following.open()
    (job,) = following.jobs()
    when(lambda: job.ended)
    # Its clerk may have lived a little longer and have been faster.
    assert {filed.outcome for one in job.inputs for filed in one.filed} <= {Outcome.ADDED, Outcome.KNOWN}
    following.close()
    with Catalogue.open(ledger) as catalogue:
        assert catalogue.holdings().articles == 2


def test_what_a_job_added_before_its_room_ended_is_told_as_added() -> None:
    progress = Progress(Given("rows.jsonl"))
    progress.begin()
    progress.add(Filed("rows.jsonl:1", Outcome.ADDED, "a"))
    progress.begin()
    assert progress.add(Filed("rows.jsonl:1", Outcome.KNOWN, "a")).outcome is Outcome.ADDED
    assert progress.add(Filed("rows.jsonl:2", Outcome.KNOWN, "b")).outcome is Outcome.KNOWN
    assert [one.article for one in progress.filed] == ["a", "b"]


def test_two_rooms_do_not_read_the_same_job(taking: Intake, ledger: Path) -> None:
    reading(taking, put(taking, "blocks.txt"))
    other = Intake(ledger)
    other.open()
    assert not other.jobs()


def test_an_input_in_whose_reading_rooms_end_is_tried_three_times(ledger: Path) -> None:
    tray = Tray(ledger)
    folder = tray.folder()
    (folder.files / "bad.txt").write_text(TEXT, encoding="utf-8")
    tray.keep(folder, [Given("bad.txt", folder.files / "bad.txt")])
    for _ in range(3):
        folder.tell(Line(Happened.BEGUN, 0))
        folder.let_go()
    with (folder.path / "news.jsonl").open("a", encoding="utf-8") as news:
        news.write('{"what": "fil')
    one = Intake(ledger)
    one.open()
    (job,) = one.jobs()
    when(lambda: job.ended)
    assert "ended the process" in job.inputs[0].filed[0].reason
    one.close()


def test_what_was_never_taken_is_thrown_away(ledger: Path) -> None:
    tray = Tray(ledger)
    begun = tray.folder()
    begun.let_go()
    assert not tray.found()
    assert not begun.path.exists()
