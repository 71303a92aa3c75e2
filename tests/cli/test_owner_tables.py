"""`firsthand ledger owners`, as its users call it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from firsthand.cli.commands import app
from firsthand.errors import FirsthandError
from firsthand.ledger import Docket, Writer

LOST = "Fourteen boats lay in the harbour of Lenn on Sunday night after the storm broke the outer wall"
ROWS = [
    {
        "id": "a1",
        "outlet": "The Pier",
        "domain": "pier.example",
        "text": f"We counted the boats from the wall. {LOST}.",
    },
    {"id": "a2", "outlet": "The Gull", "text": f"Our reporter counted them at dawn. {LOST}, with torn sails."},
]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with a ledger of two articles whose outlets counted for themselves."""
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    assert run(tmp_path, "add", "--as", "articles", str(tmp_path / "a.jsonl")).exit_code == 0
    return tmp_path


def run(room: Path, *arguments: str, form: str = "json") -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(room / "l.db"), "--format", form])


def said(room: Path, table: str, name: str = "owners.tsv") -> Result:
    (room / name).write_text(table, encoding="utf-8")
    return run(room, "ledger", "owners", str(room / name))


def origins(room: Path) -> int:
    claims = json.loads(run(room, "trace", "fourteen boats").stdout)["claims"]
    (claim,) = [one for one in claims if len(one["members"]) == 2]
    return int(claim["independent"])


def test_a_table_of_owners_changes_how_many_origins_a_claim_has(room: Path) -> None:
    assert origins(room) == 2
    done = said(room, "outlet\towner\npier.example\tHarbour Media\nThe Gull\tHarbour Media\nfoam.example\t-\n")
    told = json.loads(done.stdout)
    assert told["articles"] == 2
    assert [row["outlet"] for row in told["added"]] == ["pier.example", "The Gull", "foam.example"]
    assert "outlets kept: 3 (3 added, 0 changed, 0 removed); articles touched: 2" in done.stderr
    assert origins(room) == 1
    told = json.loads(said(room, 'Pier.example,"Lenn Press"\nthe gull,Harbour Media', "owners.csv").stdout)
    assert told["changed"] == [{"outlet": "Pier.example", "owner": "Lenn Press"}]
    assert (told["added"], told["removed"]) == ([], [{"outlet": "foam.example", "owner": None}])
    assert origins(room) == 2


def test_what_is_printed_can_be_given_back(room: Path) -> None:
    table = "The Gull\tHarbour Media\nfoam.example\t-\n"
    said(room, table)
    printed = run(room, "ledger", "owners", form="text")
    assert printed.stdout == table
    assert "more come with firsthand" in printed.stderr
    again = json.loads(said(room, printed.stdout).stdout)
    assert (again["articles"], again["added"], again["changed"], again["removed"]) == (0, [], [], [])
    everything = json.loads(run(room, "ledger", "owners", "--all").stdout)["owners"]
    assert [row["outlet"] for row in everything if row["given"]] == ["The Gull", "foam.example"]
    assert {"outlet": "apnews.com", "owner": "Associated Press", "given": False} in everything


def test_a_bad_line_is_named_with_the_way_out_and_nothing_is_changed(room: Path) -> None:
    done = said(room, "pier.example\tHarbour Media\nThe Gull Harbour Media\nhttps://foam.example/\tX\n")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{room / 'owners.tsv'}:2: there is one field in place of two (write the outlet's" in done.stderr
    assert "owners.tsv:3: https://foam.example/ is an address" in done.stderr
    assert "nothing was changed" in done.stderr
    with Writer(room / "l.db") as ledger:
        assert Docket(ledger).owners() == []


def test_a_table_or_ledger_that_is_not_there_is_told(room: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.tsv").write_bytes("pier.example\tÅland".encode("latin-1"))
    for arguments, told in (
        (("ledger", "owners", str(tmp_path / "none.tsv")), "cannot be read"),
        (("ledger", "owners", str(tmp_path / "latin.tsv")), "is not UTF-8 from byte 13 on"),
    ):
        assert told in str(run(room, *arguments).exception)
    for arguments in (("ledger", "owners"), ("ledger", "owners", str(tmp_path / "latin.tsv"))):
        assert isinstance(run(tmp_path / "nowhere", *arguments).exception, FirsthandError)
