"""Searches that somebody keeps."""

from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.ledger import Catalogue, Searches, SearchKeeper, Writer
from firsthand.model import SavedSearch, Shelf


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_kept_search_is_there_until_it_is_dropped(path: Path) -> None:
    with Writer(path) as ledger:
        keeper = SearchKeeper(ledger)
        kept = keeper.keep(SavedSearch("  The  port ", Shelf.SEARCH, "q=port&act=deny&speaker="))
        assert (kept.name, kept.asked, kept.number) == ("The port", "act=deny&q=port", 1)
        assert keeper.keep(SavedSearch("Again", Shelf.SEARCH, "act=deny&q=port")) == kept
        other = keeper.keep(SavedSearch("Grain", Shelf.EXCHANGES, "item=grain"))
    with Catalogue.open(path) as ledger:
        assert Searches(ledger).all() == (other, kept)
        assert Searches(ledger).same(Shelf.SEARCH, "q=port&act=deny") == kept
        assert Searches(ledger).same(Shelf.EVENTS, "q=port&act=deny") is None
    with Writer(path) as ledger:
        assert SearchKeeper(ledger).drop(2)
        assert not SearchKeeper(ledger).drop(2)
        assert SearchKeeper(ledger).one(2) is None
        assert SearchKeeper(ledger).keep(SavedSearch("New", Shelf.EVENTS, "")).number == 3  # a feed is no other's


@pytest.mark.parametrize(("name", "asked"), [("", "q=a"), ("x" * 121, "q=a"), ("x", "q=" + "a" * 2_000)])
def test_what_cannot_be_kept_is_told_so(path: Path, name: str, asked: str) -> None:
    with Writer(path) as ledger, pytest.raises(UsageError):
        SearchKeeper(ledger).keep(SavedSearch(name, Shelf.SEARCH, asked))
