"""`firsthand serve`, up to the door."""

from pathlib import Path

import pytest

from firsthand.cli import serving
from firsthand.errors import LedgerError, UsageError
from firsthand.ledger import Catalogue


def test_a_ledger_that_is_missing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving.uvicorn, "run", lambda *_, **__: None)
    assert serving.run(tmp_path / "new.db", "127.0.0.1", 8000, None) == 0
    with Catalogue.open(tmp_path / "new.db") as ledger:
        assert ledger.holdings().articles == 0
    (tmp_path / "other.db").write_text("no ledger", encoding="utf-8")
    with pytest.raises(LedgerError, match="no ledger"):
        serving.run(tmp_path / "other.db", "127.0.0.1", 8000, None)


def test_a_door_open_to_readers_needs_an_owner(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tells the owner from them"):
        serving.run(tmp_path / "l.db", "127.0.0.1", 8000, None, readers=True)
