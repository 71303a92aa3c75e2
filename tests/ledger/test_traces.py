"""What tracing keeps in a ledger comes back as it went in, and traces as it would without one."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from firsthand.filing import catch_up, file_ready, ready
from firsthand.ledger import Keeper, Saved, Writer, check
from firsthand.model import (
    Actor,
    ActorType,
    Article,
    Compared,
    Findings,
    Imprint,
    Judgement,
    Keeping,
    Likeness,
    Outcome,
    Passage,
    SharedText,
    Span,
    Verdict,
)
from firsthand.tracing import VERSION, compare, imprint_of, trace

sys.path.append(str(Path(__file__).parents[1] / "tracing"))
from newsroom import article, filed

WORDS = (
    "The harbour board of Holm shut the north quay on Monday after two cracks were found in its wall. "
    "Ines Kolbe said the quay would stay shut for eleven weeks. Ferries to Brenz leave from the old pier until then. "
    "Some 340 passengers a day are affected, the board reckons, and the fish market moves to Tarn Street."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path / "ledger.db") as writer:
        yield writer


def kept(make, name: str, precedence: int, keys: tuple[int, ...]) -> tuple[Findings, Compared]:
    return make(name), Compared(Imprint(name, precedence, keys, b"\x00packed", 1))


def test_holders_come_by_precedence_and_no_more_than_asked(ledger: Writer, make) -> None:
    store: Keeping = Keeper(ledger)
    for name, precedence, keys in (("b", 2, (-7, 9)), ("a", 3, (-7,)), ("c", -1, (-7, 8))):
        store.keep(*kept(make, name, precedence, keys))
    found = store.holders([-7, 8, 5], 2)
    assert {key: list(store.named(holders)) for key, holders in found.items()} == {-7: ["c", "b"], 8: ["c"]}
    assert list(store.imprints(["b", "nobody"])) == [Imprint("b", 2, (-7, 9), b"\x00packed", 1)]
    assert sorted(store.articles()) == ["a", "b", "c"]


def test_ties_are_found_from_either_end_and_once(ledger: Writer, make) -> None:
    store: Keeping = Keeper(ledger)
    store.keep(*kept(make, "a", 1, ()))
    found, compared = kept(make, "b", 2, ())
    shared = SharedText("a", "b", ((Span(0, 8), Span(0, 8), 0.75),))
    alike = Likeness(Passage("a", Span(0, 17)), Passage("b", Span(0, 17)), Verdict.NEAR, 0.5, ("eleven, not twelve",))
    store.keep(found, Compared(compared.imprint, (shared,), (alike,)))
    for asked in (["a"], ["b"], ["a", "b"], None):
        assert list(store.shared(asked)) == [shared]
        assert list(store.likenesses(asked)) == [alike]
    assert list(store.shared(["c"])) == []


def test_an_article_that_cannot_be_kept_whole_is_not_kept_at_all(ledger: Writer, make) -> None:
    store = Keeper(ledger)
    found, compared = kept(make, "b", 2, ())
    astray = SharedText("a", "b", ((Span(0, 8), Span(0, 8), 1.0),))
    with pytest.raises(apsw.ConstraintError):
        store.keep(found, Compared(compared.imprint, (astray,)))
    assert ledger.holdings().articles == 0


def test_judgements_are_added_and_never_changed(ledger: Writer) -> None:
    store: Keeping = Keeper(ledger)
    ends = (Passage("a", Span(0, 17)), Passage("b", Span(0, 17)))
    made = [Judgement(*ends, verdict, "ann", "2024-05-01T10:00Z", "seen") for verdict in (Verdict.SAME, Verdict.NEAR)]
    for judgement in made:
        store.judge(judgement)
    assert list(store.judgements()) == made
    for sql in ("UPDATE judgement SET record = ''", "DELETE FROM judgement"):
        with pytest.raises(apsw.ConstraintError, match="judgements are added"):
            ledger.run(sql)


def newsroom() -> list[Findings]:
    said = ("Ines Kolbe", "said", "the quay would stay shut for eleven weeks")
    return [
        article("one", WORDS, "Holm Post", "2024-05-06T08:00+00:00", said),
        article("two", WORDS, "Brenz Courier", "2024-05-06T11:00+00:00", said),
        article("three", "A new library opens in Tarn on Sunday. Its garden has sixty trees.", "Tarn Echo"),
    ]


def test_a_ledger_traces_as_memory_does(ledger: Writer) -> None:
    store = Keeper(ledger)
    for found in newsroom():
        store.keep(found, compare(imprint_of(found), store))
    traced = trace(store)
    assert traced == trace(filed(newsroom()))
    assert [sorted(member.article for member in group.members) for group in traced.copies] == [["one", "two"]]
    assert not check(ledger.path).faults


def test_of_an_article_comes_back_what_tracing_asks(ledger: Writer, make) -> None:
    store: Keeping = Keeper(ledger)
    whole = replace(make("a"), actors=(Actor("x1", "Ines \ud800 Kolbe", ActorType.PERSON, "head"),))
    store.keep(whole, Compared(Imprint("a", 1, (), b"", 1)))
    (found,) = store.findings(["a", "nobody"])
    head, said = found.article, found.statements
    assert head == replace(
        Article("a", whole.article.page, whole.article.text, ()),
        authors=whole.article.authors,
        outlet=whole.article.outlet,
        credits=whole.article.credits,
        published=whole.article.published,
    )
    assert said
    assert [(one.content, one.cue, one.source, one.chain, one.act) for one in said] == [
        (one.content, one.cue, one.source, one.chain, one.act) for one in whole.statements
    ]
    assert found.actors == (Actor("x1", "Ines \ud800 Kolbe", ActorType.PERSON),)


def test_articles_filed_without_tracing_or_with_another_are_compared_later(ledger: Writer) -> None:
    one, two, three = newsroom()
    store = Keeper(ledger)
    for number, found in enumerate((one, two)):
        ledger.file(found, Saved(bytes([number]) * 32))
    old = compare(imprint_of(three), store)
    store.keep(three, Compared(replace(old.imprint, version=VERSION - 1)))
    catch_up(ledger, store)
    assert store.missing(VERSION) == ()
    assert trace(store) == trace(filed(newsroom()))


@pytest.mark.parametrize("seen", range(3))
def test_comparing_ahead_and_with_what_came_since_is_comparing_once(ledger: Writer, seen: int) -> None:
    *others, last = *newsroom()[:2], article("four", f"{WORDS} The board meets again in June.", "Holm Radio")
    store, behind = Keeper(ledger), filed(others[:seen])
    ahead = compare(imprint_of(last), behind)
    for found in others:
        store.keep(found, compare(imprint_of(found), store))
    later = compare(imprint_of(last), store, ahead.met)
    at_once = compare(imprint_of(last), store)
    assert len(ahead.met) == seen
    assert later.met == {"one", "two"}
    assert len(later.shared) == 2 - seen
    assert {*ahead.shared, *later.shared} == set(at_once.shared)
    assert {*ahead.likenesses, *later.likenesses} == set(at_once.likenesses)


def test_what_is_met_no_more_ties_no_more(ledger: Writer, tmp_path: Path) -> None:
    first, last = newsroom()[:2]
    with Writer(tmp_path / "other.db") as other:
        keeper = Keeper(other)
        keeper.keep(first, compare(imprint_of(first), keeper))
    made = ready(last.article, last, tmp_path / "other.db")
    assert [(tie.one, tie.other) for tie in made.ties] == [("one", "two")]
    store = Keeper(ledger)
    assert file_ready(last.article, made, store, ledger).outcome is Outcome.ADDED
    assert list(store.shared()) == list(store.likenesses()) == []
