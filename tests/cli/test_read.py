"""`firsthand read` as its users call it."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from firsthand.cli.app import app
from firsthand.cli.report import print_report
from firsthand.cli.terminal import safe
from firsthand.errors import FirsthandError
from firsthand.model import (
    Article,
    Block,
    Findings,
    Form,
    Link,
    LinkRole,
    Page,
    PageRecord,
    Party,
    Place,
    Span,
    Statement,
    Zone,
)
from firsthand.pipeline import findings

PAGES = Path(__file__).parents[1] / "pages"
SEED = str(PAGES / "north-korea-visit.txt")
DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *arguments], input=given)


def test_the_seed_as_jsonl() -> None:
    done = run(SEED, "--fetched", "2024-06")
    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    article = json.loads(line)
    assert article["published"] == {"value": "2024-06-18", "basis": "text", "certain": True}
    assert article["authors"] == []
    assert article["page"]["path"] == SEED


def test_piped_text_has_no_colours_and_says_who_said_what() -> None:
    done = run(SEED, "--format", "text")
    assert "\x1b" not in done.stdout
    assert "Yuri Ushakov" in done.stdout
    assert "Set aside on the page" in done.stdout


def test_several_inputs_come_in_their_order_and_a_bad_one_costs_nothing() -> None:
    done = run(SEED, "missing.html", SEED)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "missing.html: there is no such file" in done.stderr


def test_clean_articles_keep_their_text_and_their_id(tmp_path: Path) -> None:
    text = "Mayor Ines Kolbe said  that the old bridge over the river was safe again.\n\n\n\nNobody else spoke. \n"
    rows = [json.dumps({"id": "one", "text": text}), "{broken", json.dumps({"id": "three"})]
    (tmp_path / "articles.jsonl").write_text("\n".join(rows))
    done = run("--as", "articles", str(tmp_path / "articles.jsonl"))
    assert done.exit_code == 1
    (article,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (article["id"], article["text"]) == ("one", text)
    assert article["statements"][0]["source"]["text"] == "Mayor Ines Kolbe"
    assert "articles.jsonl:2" in done.stderr
    assert "articles.jsonl:3" in done.stderr


def test_half_a_surrogate_pair_comes_back_as_it_was(tmp_path: Path) -> None:
    row = '{"id": "s", "text": "Mayor Ines Kolbe said \\ud83d that the bridge was safe. She left."}'
    (tmp_path / "articles.jsonl").write_text(row)
    done = run("--as", "articles", str(tmp_path / "articles.jsonl"))
    assert json.loads(done.stdout)["text"] == json.loads(row)["text"]


def test_standard_input_is_read() -> None:
    done = run("-", given=Path(SEED).read_text(encoding="utf-8"))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["title"].startswith("Why did Putin go")


@pytest.mark.parametrize(
    "arguments", [("--published", "soon"), ("--fetched", "June 2024"), ("--min-confidence", "2"), ("--as", "books")]
)
def test_a_wrong_command_ends_with_two(arguments: tuple[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", "read", SEED, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert arguments[1] in done.stderr or "min-confidence" in done.stderr


def test_one_address_cannot_be_that_of_several_pages() -> None:
    done = run(SEED, SEED, "--url", "https://tide.example/1")
    assert isinstance(done.exception, FirsthandError)


def test_another_language_is_named_and_nothing_guessed(tmp_path: Path) -> None:
    page = tmp_path / "meldung.txt"
    page.write_text(
        "Brücke in Halm wird im Mai wieder geöffnet\n\n"
        "Die Bürgermeisterin sagte am Montag vor dem Rathaus, die Brücke über die Lenn sei nach den Arbeiten sicher und "
        "werde im Mai für den Verkehr freigegeben.\n\n"
        "„Wir haben lange genug gewartet“, erklärte sie vor den Anwohnern, die sich am Ufer versammelt hatten, und dankte "
        "den Arbeitern für ihre Geduld in diesem Winter.\n",
        encoding="utf-8",
    )
    done = run(str(page))
    assert done.exit_code == 0
    assert json.loads(done.stdout)["statements"] == []
    assert "'de'" in done.stderr
    assert "English only" in done.stderr


def report(result: Findings, *, colours: bool = False) -> str:
    out = io.StringIO()
    print_report(
        result, Console(file=out, width=100, force_terminal=colours, color_system="standard" if colours else None)
    )
    return out.getvalue()


def test_a_report_colours_sources_cues_and_quoted_words() -> None:
    page = Page(Path(SEED).read_bytes(), "text/plain", path="seed.txt")
    result = findings(page)
    assert isinstance(result, Findings)
    coloured = report(result, colours=True)
    assert re.search(r"\x1b\[1;35m[^\x1b]*Ushakov", coloured)
    assert re.search(r"\x1b\[33mrevealed", coloured)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == report(result)


def test_a_page_cannot_steer_the_terminal() -> None:
    title = "Red \x1b[31malert\x07 \u202egnp.exe"
    bare = Article(
        "x", PageRecord(None, None, "text/plain", "", None), "", (), title=title, remarks=("[bold]no[/bold]",)
    )
    shown = report(Findings(bare))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]no[/bold]" in shown
    assert len(safe(title)) == len(title)


def test_every_command_and_option_is_documented() -> None:
    from typer.main import get_command

    documented = DOCS.read_text(encoding="utf-8")
    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"firsthand {name}" in documented
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--"):
                    assert f"`{option}" in documented, f"{name} {option}"


def test_a_resolved_name_stands_beside_the_words_it_was_read_from() -> None:
    text = "Ines Kolbe left. She said the port was closed. Kolbe said it was open."
    block = Block(Zone.BODY, text, Span(0, len(text)), Place(Span(0, len(text))))
    article = Article("a", PageRecord(None, None, "text/plain", "", None), text, (block,))

    def said(name: str, source: str) -> Statement:
        at = text.rindex(source)
        content = Span(at + len(source) + 6, text.index(".", at))
        party = Party("Ines Kolbe", Span(at, at + len(source)))
        return Statement(name, (content,), None, party.span, Form.INDIRECT, 0.9, (Link(party, LinkRole.ORIGIN),))

    shown = report(Findings(article, (said("s1", "She"), said("s2", "Kolbe"))))
    assert "Ines Kolbe (“She”) → this page" in shown
    assert "Ines Kolbe → this page" in shown
