"""The commands that fill a ledger and look into it, as their users call them."""

import io
import json
from pathlib import Path

import click
import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from firsthand.cli.commands import app
from firsthand.cli.keeping import run_address
from firsthand.cli.pace import Pace, duration
from firsthand.errors import FirsthandError, UsageError
from firsthand.ledger import Catalogue, ReplyKeeper, Traces, Writer
from firsthand.model import About, Reply, Subject

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
ROWS = [
    {
        "id": "a1",
        "title": "Harbour bridge opens",
        "outlet": "The Tide",
        "domain": "tide.example",
        "published": "2024-03-01",
        "text": "Mayor Ines Kolbe said on Friday that the harbour bridge was safe again. The works took a year.",
    },
    {
        "id": "a2",
        "title": "Bridge doubts",
        "outlet": "The Gull",
        "published": "2024-03-02",
        "text": "Engineer Tomas Brand said the harbour bridge would not last ten years. Its steel is weak.",
    },
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, one line broken, and a ledger of them."""
    folder = tmp_path_factory.mktemp("room")
    (folder / "a.jsonl").write_text("\n".join([*map(json.dumps, ROWS), "{broken"]) + "\n")
    done = run("add", "--as", "articles", str(folder / "a.jsonl"), "--ledger", str(folder / "l.db"))
    assert done.exit_code == 1
    assert [json.loads(line)["outcome"] for line in done.stdout.splitlines()] == ["added", "added", "unreadable"]
    assert "a.jsonl:3: the line is not JSON" in done.stderr
    assert "2 added, 1 could not be read" in done.stderr
    return folder


def asked(room: Path, *arguments: str) -> dict[str, object]:
    done = run(*arguments, "--ledger", str(room / "l.db"), "--format", "json")
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_second_run_adds_nothing(room: Path) -> None:
    done = run("add", "--as", "articles", str(room / "a.jsonl"), "--ledger", str(room / "l.db"), "--format", "json")
    sums = json.loads(done.stdout)
    assert (sums["added"], sums["known"], sums["unreadable"]) == (0, 2, 1)
    assert [filed["article"] for filed in sums["inputs"]] == ["a1", "a2", None]


def test_several_processes_find_the_ties_that_one_finds(tmp_path: Path) -> None:
    told = "The harbour board of Holm shut the north quay after cracks were found, Ines Kolbe said. It reopens in May. "
    rows = [
        {**ROWS[0], "id": f"b{n}", "url": f"https://o{n}.example/b", "text": f"{told * 2}Page {n}."} for n in range(12)
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, rows)))
    traced = []
    for processes in ("1", "2"):
        ledger = str(tmp_path / f"{processes}.db")
        added = run("add", "--as", "articles", str(tmp_path / "b.jsonl"), "--ledger", ledger, "--processes", processes)
        assert "12 added" in added.stderr
        traced.append(run("trace", "--all", "--ledger", ledger, "--format", "json").stdout)
    assert traced[0] == traced[1]
    assert [len(group["members"]) for group in json.loads(traced[0])["copies"]] == [12]


def test_statements_are_found_and_their_words_marked(room: Path) -> None:
    found = asked(room, "search", "bridges")
    assert found["total"] == 2
    first = found["statements"][0]  # type: ignore[index]
    assert first["article"]["id"] == "a2"
    assert [mark["text"] for mark in first["marks"]] == ["bridge"]
    assert asked(room, "search", "bridge", "--outlet", "tide.example")["total"] == 1
    assert asked(room, "search", "bridge", "--since", "2024-03-02")["total"] == 1
    assert asked(room, "search", "bridges", "--origins", "1")["total"] == found["total"]
    assert asked(room, "search", "bridges", "--origins", "2+")["total"] == 0
    articles = asked(room, "search", "--in", "articles", "steel", "--order", "best")["articles"]
    assert "steel" in articles[0]["passage"]["text"]  # type: ignore[index]


def test_statements_are_listed_by_what_their_claims_rest_on_alone(room: Path) -> None:
    assert asked(room, "search", "--origins", "1")["total"] == asked(room, "search", "bridge")["total"]
    assert asked(room, "search", "--origins", "2+")["total"] == 0


def test_a_statement_less_sure_than_is_asked_for_is_not_listed_and_stays_in_the_ledger(room: Path) -> None:
    every = asked(room, "search", "bridge", "--min-confidence", "0")
    said = {one["article"]["id"]: one["confidence"] for one in every["statements"]}  # type: ignore[attr-defined]
    surer = max(said, key=said.__getitem__)
    least = str(sum(said.values()) / 2)
    found = asked(room, "search", "bridge", "--min-confidence", least)
    assert [one["article"]["id"] for one in found["statements"]] == [surer]  # type: ignore[attr-defined]
    heard = {name: asked(room, "who", name, "--min-confidence", least) for name in ("kolbe", "brand")}
    assert sorted((found["total"], len(found["voices"])) for found in heard.values()) == [(0, 0), (1, 1)]  # type: ignore[arg-type]


def test_a_list_that_is_cut_says_how_it_goes_on(room: Path) -> None:
    first = asked(room, "search", "bridge", "--limit", "1")
    rest = asked(room, "search", "bridge", "--limit", "1", "--after", str(first["next"]))
    assert [one["statements"][0]["article"]["id"] for one in (first, rest)] == ["a2", "a1"]  # type: ignore[index]
    assert rest["next"] is None


def test_who_tells_names_and_what_they_said(room: Path) -> None:
    found = asked(room, "who", "kolbe")
    assert [voice["vouches"] for voice in found["voices"]] == [1]  # type: ignore[attr-defined]
    shown = run("who", "Kolbe", "--ledger", str(room / "l.db"), "--format", "text").stdout
    assert "Ines Kolbe" in shown
    assert "the harbour bridge was safe again" in shown


def test_claims_are_traced(room: Path) -> None:
    whole = asked(room, "trace", "--all")
    claims = whole["claims"]
    assert claims
    one = asked(room, "trace", claims[0]["id"])["claims"]  # type: ignore[index]
    assert [claim["id"] for claim in one] == [claims[0]["id"]]  # type: ignore[attr-defined, index]
    shown = run("trace", "bridge", "--ledger", str(room / "l.db"), "--format", "text").stdout
    assert "1 independent origin" in shown


def test_what_a_person_judges_outranks_the_program_and_stays(room: Path) -> None:
    copy = room / "judged.db"
    assert run("ledger", "backup", str(copy), "--ledger", str(room / "l.db")).exit_code == 0
    claims = asked(room, "trace", "--all")["claims"]
    members = [member for claim in claims for member in claim["members"]]  # type: ignore[attr-defined]
    first = {
        member["article"]: f"{member['article']}:{member['start']}-{member['end']}" for member in reversed(members)
    }
    for verdict, together in (("same", True), ("different", False)):
        done = run("judge", first["a1"], first["a2"], verdict, "--by", "Ann", "--ledger", str(copy))
        assert done.exit_code == 0, done.output
        whole = json.loads(run("trace", "--all", "--ledger", str(copy), "--format", "json").stdout)
        joined = [claim for claim in whole["claims"] if len({one["article"] for one in claim["members"]}) == 2]
        assert bool(joined) is together
    with Catalogue.open(copy) as catalogue:
        assert [judgement.verdict.value for judgement in Traces(catalogue).judgements()] == ["same", "different"]


def test_transfers_and_events_are_listed(room: Path) -> None:
    assert asked(room, "exchanges", "--giver", "nobody")["exchanges"] == []
    assert asked(room, "events", "--type", "visit")["events"] == []


def test_a_ledger_is_checked_and_copied(room: Path) -> None:
    assert asked(room, "ledger", "check")["sound"] is True
    assert asked(room, "ledger", "backup", str(room / "copy.db"))["backup"] == str(room / "copy.db")
    assert run("search", "bridge", "--ledger", str(room / "copy.db")).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "bridge", "--ledger", "missing.db"),
        ("search", "..", "--ledger", "{room}/l.db"),
        ("search", "--ledger", "{room}/l.db"),
        ("search", "bridge", "--origins", "few", "--ledger", "{room}/l.db"),
        ("search", "bridge", "--after", "nowhere!", "--ledger", "{room}/l.db"),
        ("search", "bridge", "--since", "soon", "--ledger", "{room}/l.db"),
        ("trace", "--ledger", "{room}/l.db"),
        ("trace", "c00000000000a", "--ledger", "{room}/l.db"),
        ("judge", "a1:0-3", "a2:0-3", "same", "--by", "Ann", "--ledger", "{room}/l.db"),
        ("judge", "a1", "a2", "same", "--by", "Ann", "--ledger", "{room}/l.db"),
    ],
)
def test_a_wrong_command_is_told_so(room: Path, arguments: tuple[str, ...]) -> None:
    done = run(*(argument.format(room=room) for argument in arguments))
    assert isinstance(done.exception, FirsthandError)
    assert done.stdout == ""


def test_the_time_left_is_taken_from_the_latest_pace() -> None:
    from rich.console import Console

    now = [0.0]
    pace = Pace(Console(file=None, stderr=True, force_terminal=False), 1_200, "adding", clock=lambda: now[0])
    for _ in range(1_000):  # known already: they fly by
        pace.step()
    assert "left" not in pace.line()
    for _ in range(100):
        now[0] += 2
        pace.step()
        pace.line()
    assert pace.line() == "adding: 1,100 of 1,200, about 3 min left"
    assert [duration(seconds) for seconds in (0.2, 80, 600, 7_500)] == ["1 s", "80 s", "10 min", "2 h 5 min"]


def test_every_command_and_option_is_documented() -> None:
    documented = DOCS.read_text(encoding="utf-8")

    def look(command: click.Command, name: str) -> None:
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option not in ("--help", "--version"):
                    assert f"`{option}" in documented, f"{name} {option}"
        for inner, below in getattr(command, "commands", {}).items():
            assert f"{name} {inner}" in documented
            look(below, f"{name} {inner}")

    look(get_command(app), "firsthand")


def test_an_address_is_told_at_a_terminal_alone(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = Reply(0, Subject(About.STATEMENT, "a1", "s1"), "words", "Rosa Tal", "No.", "2024-06-18T10:00:00+00:00")
    with Writer(room / "l.db") as ledger:
        ReplyKeeper(ledger).hold(reply, "rosa@tal.example", 9)
    asked = ("ledger", "address", "1", "--ledger", str(room / "l.db"))
    assert isinstance(run(*asked).exception, UsageError)
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdout", terminal)
    assert run_address(room / "l.db", 1) == 0
    assert terminal.getvalue() == "rosa@tal.example\n"
    with pytest.raises(UsageError, match="no address is kept"):
        run_address(room / "l.db", 2)
