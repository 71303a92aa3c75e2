"""What was filed is kept, found again, and never twice."""

import contextlib
from pathlib import Path

import apsw
import pytest

from firsthand.errors import InputError, LedgerError, UsageError
from firsthand.ledger import Catalogue, Saved, Writer, backup, check, content_key, prepared
from firsthand.ledger.connection import check_sqlite, migrations
from firsthand.model import Act, ExchangeQuery, Findings, Form, Page, Query, Slice


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def file(path: Path, *articles: Findings, page: Page | None = None) -> list[bool]:
    with Writer(path) as ledger:
        return [ledger.file(one, Saved(content_key(one.article.id, None, None), page)) for one in articles]


def test_findings_come_back_as_they_went_in(path: Path, make) -> None:
    filed = make()
    assert file(path, filed) == [True]
    with Catalogue.open(path) as ledger:
        assert ledger.findings("a1") == filed
        assert ledger.findings("a2") is None
        assert list(ledger.articles()) == ["a1"]


def test_the_page_comes_back_byte_for_byte(path: Path, make) -> None:
    page = Page(b"<p>Ines Kolbe</p>\0\xff", "text/html", url="https://holm.example/a", charset="latin-1")
    file(path, make(), page=page)
    with Catalogue.open(path) as ledger:
        found = ledger.page("a1")
    assert found is not None
    assert (found.content, found.media_type, found.charset) == (page.content, "text/html", "latin-1")


def test_a_second_filing_adds_nothing(path: Path, make) -> None:
    assert file(path, make(), make()) == [True, False]
    assert file(path, make()) == [False]
    with Catalogue.open(path) as ledger:
        assert ledger.holdings().articles == 1
        assert ledger.holdings().statements == 1


def test_an_id_that_stands_for_something_else_is_refused(path: Path, make) -> None:
    with Writer(path) as ledger:
        ledger.file(make(), Saved(b"1" * 32))
        with pytest.raises(InputError, match="another article with the id"):
            ledger.file(make(text="Ines Kolbe said it snows in Holm again."), Saved(b"2" * 32))
        assert ledger.holdings().articles == 1


def test_half_a_transaction_is_nothing(path: Path, make) -> None:
    with Writer(path) as ledger:
        crash = contextlib.ExitStack()
        crash.callback(lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError), ledger.transaction(), crash:
            ledger.add(prepared(make()), Saved(b"1" * 32))
        assert ledger.holdings().articles == 0


def test_statements_are_found_by_words_speaker_act_and_form(path: Path, make) -> None:
    file(path, make(), make("a2", "Ines Kolbe said the ferry to Brenz runs again.", day="2024-07-01"))
    with Catalogue.open(path) as ledger:

        def found(query: Query) -> list[str]:
            return [said.entry.id for said in ledger.statements(query).found]

        assert found(Query("port")) == ["a1"]
        assert found(Query("ferries")) == ["a2"]  # stems
        assert found(Query('"ferry to Brenz"')) == ["a2"]
        assert found(Query("the -port")) == ["a2"]
        assert found(Query("bre*")) == ["a2"]
        assert found(Query(speaker="kolbe", act=Act.ASSERT)) == ["a2", "a1"]  # newest first
        assert found(Query(form=Form.DIRECT)) == []
        assert found(Query(since="2024-07")) == ["a2"]
        assert found(Query(until="2024-06-18")) == ["a1"]


def test_lists_go_on_where_they_ended(path: Path, make) -> None:
    file(path, *(make(f"a{n}", f"Ines Kolbe said that pier {n} of the port is closed.") for n in range(7)))
    seen, after = [], None
    with Catalogue.open(path) as ledger:
        while True:
            listing = ledger.statements(Query("port"), Slice(3, after))
            seen += [said.entry.id for said in listing.found]
            after = listing.next
            if after is None:
                break
    assert sorted(seen) == [f"a{n}" for n in range(7)]
    assert len(set(seen)) == 7


def test_an_alias_finds_the_speaker(path: Path, make) -> None:
    file(path, make())
    with Catalogue.open(path) as ledger:
        assert [voice.vouches for voice in ledger.voices("Kolbe")] == [1]
        assert [said.entry.id for said in ledger.said_by("Kolbe").found] == ["a1"]


def test_transfers_are_found_by_their_parties(path: Path, make) -> None:
    file(path, make())
    with Catalogue.open(path) as ledger:
        assert len(ledger.exchanges(ExchangeQuery(giver="Kolbe", receiver="Holm")).found) == 1
        assert not ledger.exchanges(ExchangeQuery(giver="Holm")).found


@pytest.mark.parametrize("words", ["AND", "NEAR(x", "a:b", "port -", "ø OR", "port \x00 \ud800"])
def test_what_looks_like_search_syntax_is_words(path: Path, make, words: str) -> None:
    file(path, make())
    with Catalogue.open(path) as ledger:
        ledger.statements(Query(words))
        ledger.texts(Query(words))


@pytest.mark.parametrize("words", ['"', "-port", "*", "("])
def test_a_search_for_no_word_is_told_so(path: Path, make, words: str) -> None:
    file(path, make())
    with Catalogue.open(path) as ledger, pytest.raises(UsageError, match="asks for no word"):
        ledger.statements(Query(words))


def test_readers_read_while_one_writes(path: Path, make) -> None:
    file(path, make())
    with Writer(path) as writer, Catalogue.open(path) as reader:
        with writer.transaction():
            writer.add(prepared(make("a2", "Ines Kolbe said that Brenz is open now.")), Saved(b"2" * 32))
            assert reader.holdings().articles == 1
        assert reader.holdings().articles == 2


def test_a_newer_ledger_is_refused(path: Path, make) -> None:
    file(path, make())
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", len(migrations()) + 1)
    connection.close()
    with pytest.raises(LedgerError, match="newer firsthand"):
        Catalogue.open(path)


def test_what_is_no_ledger_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Catalogue.open(path)
    (tmp_path / "notes.txt").write_text("nothing of ours " * 100)
    with pytest.raises(LedgerError):
        Writer(tmp_path / "notes.txt")
    other = apsw.Connection(str(tmp_path / "other.db"))
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(LedgerError, match="no ledger of firsthand"):
        Writer(tmp_path / "other.db")


def test_an_old_sqlite_is_refused() -> None:
    check_sqlite("3.51.3")
    with pytest.raises(LedgerError, match=r"3\.51\.2"):
        check_sqlite("3.51.2")


def test_a_backup_is_whole_and_checks_sound(path: Path, tmp_path: Path, make) -> None:
    file(path, make())
    with Writer(path) as writer, writer.transaction():
        backup(path, tmp_path / "copy.db")  # also while somebody writes
    assert not check(tmp_path / "copy.db").faults
    with Catalogue.open(tmp_path / "copy.db") as copy:
        assert copy.findings("a1") == make()


def test_a_check_names_the_damaged_article(path: Path, make) -> None:
    file(path, make())
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE article SET record = x'00'")
    connection.close()
    assert any("a1" in fault for fault in check(path).faults)
