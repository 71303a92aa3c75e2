"""An article is prepared away from the ledger, and filed as if it had been prepared there."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.errors import InputError
from firsthand.ledger import Catalogue, Prepared, Saved, Writer, content_key, places, prepared
from firsthand.model import Page


def key(name: str, url: str | None = None) -> bytes:
    return content_key(name, url, None)


def test_what_another_process_sends_is_filed_whole(tmp_path: Path, make) -> None:
    page = Page(b"<p>Ines Kolbe</p>", "text/html")
    findings = make(text="Ines Kolbe said the port of Holm\ud800 is closed.")
    sent = pickle.loads(pickle.dumps(prepared(findings, page)))
    assert sent == prepared(findings, page)
    with Writer(tmp_path / "ledger.db") as ledger, ledger.transaction():
        ledger.add(sent, Saved(key("a1"), page))
    with Catalogue.open(tmp_path / "ledger.db") as ledger:
        assert ledger.findings("a1") == findings
        kept = ledger.page("a1")
        assert kept is not None
        assert kept.content == page.content


def test_the_same_bytes_at_another_address_are_filed_under_an_id_of_their_own(tmp_path: Path, make) -> None:
    here, there = (make("sha256:0a", url=f"https://holm.example/{at}") for at in "ab")
    with Writer(tmp_path / "ledger.db") as ledger:
        assert ledger.file(here, Saved(key("0a", "a")))
        with ledger.transaction():
            admitted = ledger.admit(prepared(there), Saved(key("0a", "b")))
            assert isinstance(admitted, Prepared)
            ledger.add(admitted, Saved(key("0a", "b")))
        assert admitted.id == f"sha256:{key('0a', 'b').hex()}"
        renamed = replace(there, article=replace(there.article, id=admitted.id))
        assert admitted == replace(prepared(renamed), source="sha256:0a")
        assert ledger.findings(admitted.id) == renamed
        assert ledger.findings("sha256:0a") == here


def test_an_article_with_more_than_can_be_numbered_is_named(make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.ledger.preparing.MOST_IN_ARTICLE", 1)
    findings = make()
    with pytest.raises(InputError, match=r"^a1: it has more than 1 statements"):
        prepared(replace(findings, statements=findings.statements * 2))


def test_names_get_one_number_however_they_are_written(tmp_path: Path, make) -> None:
    with Writer(tmp_path / "ledger.db") as ledger:
        ledger.file(make(), Saved(key("a1")))
        ledger.file(make("a2", "Ines Kolbe said that Brenz is open."), Saved(key("a2")))
        assert ledger.rows("SELECT key, name FROM name ORDER BY id") == [
            ("ines kolbe", "Ines Kolbe"),
            ("kolbe", "Kolbe"),
            ("holm", "Holm"),
        ]
        assert ledger.rows("SELECT DISTINCT speaker FROM statement") == [(1,)]


def test_things_in_an_article_have_places_from_the_last_to_the_first() -> None:
    article = places.place("2024-06-18", 7)
    assert list(places.places_in(article, 3)) == [places.place("2024-06-18", 7, number) for number in (1, 2, 3)]
