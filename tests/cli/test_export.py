"""`firsthand export`, as its users call it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from pyarrow import parquet
from rich.console import Console
from typer.testing import CliRunner, Result

from firsthand.cli.commands import app
from firsthand.cli.export_app import Form
from firsthand.cli.exporting import Asked, _Shelf
from firsthand.errors import FirsthandError, LedgerError
from firsthand.ledger import Catalogue, NoteKeeper, ReplyKeeper, Saved, Writer, prepared
from firsthand.model import About, Note, Reply, Subject

NOW = "2024-06-18T10:00:00+00:00"
SAID = 'Mayor Ines Kolbe said on Friday that the harbour bridge of {} was safe. "It holds," Kolbe said. </script>'
TOWNS = ("Holm", "Lenn", "Tarsk")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three articles, with a reply that is held and a private note."""
    folder = tmp_path_factory.mktemp("export")
    given = [
        {"id": f"a{day}", "title": "=1+1", "published": f"2024-03-0{day}", "url": f"https://tide.example/{day}",
         "text": SAID.format(town)}
        for day, town in enumerate(TOWNS, 1)
    ]  # fmt: skip
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, given)) + "\n")
    done = CliRunner().invoke(
        app, ["add", "--as", "articles", str(folder / "a.jsonl"), "--ledger", str(folder / "l.db")]
    )
    assert done.exit_code == 0
    with Writer(folder / "l.db") as writer:
        reply = Reply(0, Subject(About.STATEMENT, "a1", "s1"), "words", "Rosa Tal", "A held reply.", NOW)
        ReplyKeeper(writer).hold(reply, "rosa@tal.example", 9)
        NoteKeeper(writer).write(Note(0, Subject(About.ARTICLE, "a1"), "The bridge", "A private note.", NOW))
    return folder / "l.db"


def lines(ledger: Path, *arguments: str) -> list[dict[str, object]]:
    done = run(*arguments, "--ledger", str(ledger))
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def table(ledger: Path, *arguments: str) -> list[dict[str, str]]:
    done = run("--format", "csv", *arguments, "--ledger", str(ledger))
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode("utf-8"), newline="")))


def test_jsonl_is_what_read_prints(ledger: Path) -> None:
    arguments = ["read", "--as", "articles", str(ledger.parent / "a.jsonl"), "--format", "jsonl"]
    assert run("--format", "jsonl", "--ledger", str(ledger)).stdout == CliRunner().invoke(app, arguments).stdout


def test_each_form_tells_of_each_statement(ledger: Path) -> None:
    records = lines(ledger, "--format", "jsonl")
    texts = {str(record["id"]): str(record["text"]) for record in records}
    number = sum(len(record["statements"]) for record in records)
    assert number >= 6
    rows = table(ledger)
    assert len(rows) == number
    assert all(texts[row["article"]][int(row["cue_start"]) : int(row["cue_end"])] == row["cue_text"] for row in rows)
    assert {row["title"] for row in rows} == {"'=1+1"}
    annotations = lines(ledger, "--format", "web-annotation")
    assert len(annotations) == number
    linked = lines(ledger, "--format", "json-ld")
    assert sum(len(article["hasPart"]) for article in linked) == number
    assert {annotation["id"] for annotation in annotations} == {
        part["@id"] for article in linked for part in article["hasPart"]
    }
    assert "</" not in run("--format", "json-ld", "--ledger", str(ledger)).stdout


def test_a_table_of_claims_comes_from_what_is_kept(ledger: Path) -> None:
    told = CliRunner().invoke(app, ["trace", "--all", "--ledger", str(ledger), "--format", "json"])
    claims = {claim["id"]: claim for claim in json.loads(told.stdout)["claims"]}
    rows = table(ledger, "--what", "claims")
    assert rows
    assert {row["id"]: int(row["independent"]) for row in rows} == {
        name: claim["independent"] for name, claim in claims.items()
    }


def test_articles_are_chosen_by_their_days(ledger: Path) -> None:
    assert [row["id"] for row in table(ledger, "--what", "articles")] == ["a1", "a2", "a3"]
    assert [row["id"] for row in table(ledger, "--what", "articles", "--since", "2024-03-02")] == ["a2", "a3"]
    assert [row["id"] for row in lines(ledger, "--format", "jsonl", "--until", "2024-03-01")] == ["a1"]


def test_a_file_is_made_whole(ledger: Path, tmp_path: Path) -> None:
    printed = run("--format", "csv", "--ledger", str(ledger)).stdout_bytes
    (tmp_path / "to.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to(tmp_path / "to.csv")
    assert run("--format", "csv", "--ledger", str(ledger), "-o", str(tmp_path / "link.csv")).stdout == ""
    assert (tmp_path / "to.csv").read_bytes() == printed
    assert run("--format", "parquet", "--ledger", str(ledger), "-o", str(tmp_path / "to.parquet")).exit_code == 0
    assert parquet.read_table(tmp_path / "to.parquet").num_rows == len(table(ledger))
    piped = run("--format", "parquet", "--ledger", str(ledger)).stdout_bytes
    assert parquet.read_table(io.BytesIO(piped)).num_rows == len(table(ledger))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "to.csv", "to.parquet"]


def test_a_file_stays_as_it_was_where_an_export_fails(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "to.csv").write_text("before")

    def broken(*_: object) -> None:
        raise LedgerError("l.db", "it is damaged")

    monkeypatch.setattr("firsthand.cli.exporting.rows_of", broken)
    done = run("--format", "csv", "--ledger", str(ledger), "-o", str(tmp_path / "to.csv"))
    assert isinstance(done.exception, LedgerError)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_what_is_the_owners_alone_is_in_no_form(ledger: Path) -> None:
    for form in Form:
        told = run("--format", form.value, "--ledger", str(ledger)).stdout_bytes
        assert not any(word in told for word in (b"tal.example", b"Rosa Tal", b"A held reply", b"A private note"))


def test_a_damaged_article_costs_the_others_nothing(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "damaged.db"
    CliRunner().invoke(app, ["ledger", "backup", str(copy), "--ledger", str(ledger)])
    connection = apsw.Connection(str(copy))
    connection.execute("UPDATE article SET text = x'00' WHERE name = 'a2'")
    connection.close()
    done = run("--format", "jsonl", "--ledger", str(copy))
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a1", "a3"]
    assert "'a2' is damaged" in done.stderr


def test_articles_stream_and_are_of_one_moment(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "growing.db"
    CliRunner().invoke(app, ["ledger", "backup", str(copy), "--ledger", str(ledger)])
    with Catalogue.open(copy) as catalogue, catalogue.snapshot():
        taken: list[str] = []
        found = catalogue.findings
        catalogue.findings = lambda name: (taken.append(name), found(name))[1]
        quiet = Console(quiet=True)
        coming = _Shelf(catalogue, Asked(copy, Form.JSONL), quiet, quiet).lines()
        first = json.loads(next(iter(coming)))
        assert taken == [first["id"]] == ["a1"]
        whole = found("a1")
        assert whole
        with Writer(copy) as writer:  # somebody adds meanwhile
            added = replace(whole, article=replace(whole.article, id="a4"))
            writer.add(prepared(added), Saved(b"4" * 32))
        assert [json.loads(line)["id"] for line in coming] == ["a2", "a3"]
    assert [record["id"] for record in lines(copy, "--format", "jsonl")] == ["a1", "a2", "a3", "a4"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "csv", "--ledger", "missing.db"),
        ("--format", "csv", "--since", "soon"),
        ("--format", "csv", "--what", "claims", "--since", "2024"),
        ("--format", "jsonl", "--what", "events"),
        ("--format", "csv", "-o", "{ledger}"),
        ("--format", "csv", "-o", "{ledger}/nowhere"),
    ],
)
def test_a_wrong_command_is_told_so(ledger: Path, arguments: tuple[str, ...]) -> None:
    before = ledger.read_bytes()
    done = run("--ledger", str(ledger), *(argument.format(ledger=ledger) for argument in arguments))
    assert isinstance(done.exception, FirsthandError)
    assert done.stdout == ""
    assert ledger.read_bytes() == before


def test_parquet_is_not_written_to_a_terminal(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from firsthand.cli.exporting import run as export

    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdout", terminal)
    with pytest.raises(FirsthandError, match="--output"):
        export(Asked(ledger, Form.PARQUET), None)
