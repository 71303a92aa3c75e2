"""Replies are held until they are decided; notes are private until published; addresses are read by nothing."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from firsthand.errors import UsageError
from firsthand.ledger import (
    Catalogue,
    NoteKeeper,
    Notes,
    Replies,
    ReplyKeeper,
    Saved,
    SearchKeeper,
    Writer,
    address_of,
    backup,
    check,
)
from firsthand.ledger.connection import APPLICATION_ID, migrations
from firsthand.model import About, Note, Reply, ReplyState, SavedSearch, Shelf, Slice, Subject, WrittenQuery

NOW, LATER = "2024-06-18T10:00:00+00:00", "2024-06-19T10:00:00+00:00"
SAID = Subject(About.STATEMENT, "a1", "s1")
REPLY = Reply(0, SAID, "the port of Holm is closed", "Rosa Tal", "It was open \x00\ud800.", NOW)
NOTE = Note(0, Subject(About.ARTICLE, "a1"), "The port", "Ask the harbour master.", NOW)


@pytest.fixture
def path(tmp_path: Path, make) -> Path:
    found = tmp_path / "ledger.db"
    with Writer(found) as ledger:
        ledger.file(make(), Saved(b"1" * 32))
        ReplyKeeper(ledger).hold(REPLY, "rosa@tal.example", 9)
    return found


def test_a_reply_is_held_then_approved_then_refused(path: Path) -> None:
    with Writer(path) as ledger, Catalogue.open(path) as reader:
        keeper, seen = ReplyKeeper(ledger), Replies(reader)
        assert seen.of_article("a1") == ()
        (held,) = seen.listed(ReplyState.HELD, Slice()).found
        assert held == replace(REPLY, id=1, text="It was open \ufffd\ufffd.")
        keeper.decide(1, ReplyState.APPROVED, LATER)
        (shown,) = seen.of_article("a1")
        assert (shown.state, shown.decided) == (ReplyState.APPROVED, LATER)
        keeper.decide(1, ReplyState.REFUSED, LATER)
        assert seen.of_article("a1") == ()
        assert seen.number(ReplyState.REFUSED) == 1


def test_no_connection_reads_how_to_reach_who_replied(path: Path) -> None:
    with Writer(path) as writer, Catalogue.open(path) as reader:
        for ledger in (writer, reader):
            with pytest.raises(apsw.AuthError):
                ledger.rows("SELECT address FROM reply_address")
            with pytest.raises(apsw.AuthError):
                ledger.rows("SELECT * FROM reply JOIN reply_address ON reply.id = reply")
    assert address_of(path, 1) == "rosa@tal.example"


def test_how_to_reach_who_is_refused_is_overwritten(path: Path) -> None:
    with Catalogue.open(path) as reader, Writer(path) as writer:
        assert Replies(reader).number(ReplyState.HELD) == 1
        ReplyKeeper(writer).decide(1, ReplyState.REFUSED, LATER)
        assert address_of(path, 1) is None
        assert not any(b"tal.example" in file.read_bytes() for file in path.parent.iterdir())
        with reader.snapshot():  # somebody reads, and keeps the log
            assert Replies(reader).number(ReplyState.REFUSED) == 1
            ReplyKeeper(writer).decide(1, ReplyState.REFUSED, LATER)


def test_replies_come_in_the_order_that_they_are_looked_at(path: Path) -> None:
    with Writer(path) as ledger:
        keeper = ReplyKeeper(ledger)
        for number in range(2, 8):
            assert keeper.hold(replace(REPLY, text=f"Reply {number}"), "a@b.example", 7)
        assert not keeper.hold(replace(REPLY, text="One more"), "a@b.example", 7)
        assert keeper.hold(replace(REPLY, text="Reply 7"), "a@b.example", 7)  # sent twice, held once
        seen, after = [], None
        while True:
            part = keeper.listed(ReplyState.HELD, Slice(3, after))
            seen += [reply.id for reply in part.found]
            if (after := part.next) is None:
                break
        assert seen == [1, 2, 3, 4, 5, 6, 7]
        assert part.total == 7
        for number in seen:
            keeper.decide(number, ReplyState.APPROVED, LATER)
        assert [reply.id for reply in keeper.listed(ReplyState.APPROVED, Slice(2, "6")).found] == [5, 4]
        found = keeper.approved(WrittenQuery(article="a1"), Slice(3, "6"))
        assert ([reply.id for reply in found.found], found.next, found.total) == ([5, 4, 3], "3", 7)
        assert keeper.approved(WrittenQuery(claim=frozenset({"s1"})), Slice()).total == 0
        with pytest.raises(UsageError):
            keeper.listed(ReplyState.HELD, Slice(3, "zz"))


def test_a_claim_is_answered_under_every_id_it_has_had(path: Path) -> None:
    with Writer(path) as ledger:
        keeper = ReplyKeeper(ledger)
        keeper.hold(replace(REPLY, subject=Subject(About.CLAIM, "a1", "c2")), "a@b.example", 9)
        keeper.decide(2, ReplyState.APPROVED, LATER)
        assert [reply.id for reply in keeper.of_claim(["c1", "c2"])] == [2]
        assert keeper.of_claim(["c1"]) == ()
        assert keeper.of_article("a1") == ()


def test_a_note_is_private_until_it_is_published(path: Path) -> None:
    with Writer(path) as ledger, Catalogue.open(path) as reader:
        keeper, seen = NoteKeeper(ledger), Notes(reader)
        number = keeper.write(NOTE)
        claim = keeper.write(replace(NOTE, subject=Subject(About.CLAIM, "a1", "c1")))
        assert seen.of_article("a1", private=False) == ()
        assert [note.id for note in seen.of_article("a1", private=True)] == [number]
        assert seen.of_claim(["c1"], private=False) == ()
        keeper.publish(claim, LATER)
        assert [note.published for note in seen.of_claim(["c1"], private=False)] == [LATER]
        assert [note.id for note in seen.published(WrittenQuery(), Slice()).found] == [claim]
        assert [note.id for note in seen.published(WrittenQuery(claim=frozenset({"c0", "c1"})), Slice()).found] == [
            claim
        ]
        assert seen.published(WrittenQuery(article="a1"), Slice()).total == 0
        keeper.publish(claim, None)
        assert seen.published(WrittenQuery(), Slice()).total == 0
        keeper.rewrite(number, "He is away.", LATER)
        changed = seen.note(number)
        assert changed == replace(NOTE, id=number, text="He is away.", changed=LATER)
        keeper.delete(number)
        assert seen.note(number) is None
        assert [note.id for note in seen.all(Slice(1)).found] == [claim]
        assert keeper.write(NOTE) > claim  # no number is given twice


def test_a_ledger_with_replies_is_sound_and_copied_whole(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy.db")
    assert not check(path).faults
    assert address_of(tmp_path / "copy.db", 1) == "rosa@tal.example"


def test_a_copy_to_hand_on_lacks_what_is_the_owners_alone(path: Path, tmp_path: Path) -> None:
    with Writer(path) as ledger:
        keeper, notes = ReplyKeeper(ledger), NoteKeeper(ledger)
        keeper.decide(1, ReplyState.APPROVED, LATER)
        keeper.hold(replace(REPLY, text="A held reply."), "a@held.example", 9)
        notes.publish(notes.write(NOTE), LATER)
        notes.write(replace(NOTE, text="A private note."))
        SearchKeeper(ledger).keep(SavedSearch("The port", Shelf.SEARCH, "q=private+wish"))
    backup(path, tmp_path / "copy.db", public=True)
    assert not check(tmp_path / "copy.db").faults
    with Catalogue.open(tmp_path / "copy.db") as copy:
        assert [reply.id for reply in Replies(copy).of_article("a1")] == [1]
        assert Replies(copy).number(ReplyState.HELD) == 0
        assert [note.text for note in Notes(copy).of_article("a1", private=True)] == [NOTE.text]
    assert address_of(tmp_path / "copy.db", 1) is None
    kept = (tmp_path / "copy.db").read_bytes()
    assert not any(
        words in kept
        for words in (b"tal.example", b"held.example", b"A held reply", b"A private note", b"private+wish")
    )


def test_a_ledger_of_before_gets_room_for_replies(tmp_path: Path, make) -> None:
    old = apsw.Connection(str(tmp_path / "old.db"))
    before = next(n for n, sql in enumerate(migrations()) if "CREATE TABLE reply (" in sql)
    for sql in migrations()[:before]:
        old.execute(sql)
    old.pragma("application_id", APPLICATION_ID)
    old.pragma("user_version", before)
    old.close()
    with Writer(tmp_path / "old.db") as ledger:
        ledger.file(make(), Saved(b"1" * 32))
        assert ReplyKeeper(ledger).hold(REPLY, "rosa@tal.example", 9)
