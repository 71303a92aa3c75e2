"""Statements that do not agree."""

from firsthand.model import (
    Act,
    Discord,
    Entry,
    Form,
    Judgement,
    Likeness,
    Passage,
    Said,
    Span,
    Statement,
    Verdict,
)
from firsthand.tracing import clashes
from firsthand.tracing.judging import NUMBERS

TEXT = "the port of Holm is closed for six weeks, and the ferry to Brenz runs"
PORT, FERRY = Span(0, 40), Span(46, len(TEXT))


def said(article: str, day: str, act: Act = Act.ASSERT, content: Span = PORT, words: str = "") -> Said:
    statement = Statement("s1", (content,), None, None, Form.INDIRECT, 0.9, act=act)
    text = words + TEXT[len(words) :]
    return Said(Entry(article, None, None, day, None, "en", day), text, statement)


def alike(verdict: Verdict, score: float = 0.9, reasons: tuple[str, ...] = (), span: Span = PORT) -> Likeness:
    return Likeness(Passage("a", span), Passage("b", span), verdict, score, reasons)


def found(held: Likeness, one: Act = Act.ASSERT, other: Act = Act.ASSERT) -> list[Discord]:
    pair = [said("a", "2024-06-18", one), said("b", "2024-06-17", other, words="yet")]
    return [clash.discord for clash in clashes(pair, [held], [])]


def test_a_denial_turns_what_is_held_around() -> None:
    assert found(alike(Verdict.DENIES)) == [Discord.OPPOSED]
    assert found(alike(Verdict.SAME), Act.DENY) == [Discord.OPPOSED]
    assert found(alike(Verdict.SAME)) == []
    assert found(alike(Verdict.SAME), Act.DENY, Act.DENY) == []
    assert found(alike(Verdict.DENIES), other=Act.DENY) == []
    assert found(alike(Verdict.DENIES, 0.3)) == []


def test_what_is_told_differently_says_how() -> None:
    assert found(alike(Verdict.NEAR, reasons=(NUMBERS,))) == [Discord.DIFFERING]
    assert found(alike(Verdict.NEAR, reasons=("names that the other article does not know",))) == []
    assert found(alike(Verdict.NEAR, 0.2, (NUMBERS,))) == []
    assert found(alike(Verdict.NEAR, reasons=(NUMBERS,)), Act.DENY) == []


def test_the_earlier_comes_first_and_a_clause_that_says_little_is_passed_over() -> None:
    pair = [said("a", "2024-06-18"), said("b", "2024-06-17")]
    (clash,) = clashes(pair, [alike(Verdict.DENIES)], [])
    assert [clash.one.entry.id, clash.other.entry.id] == ["b", "a"]
    assert clashes(pair, [alike(Verdict.DENIES, span=Span(0, 8))], []) == ()
    assert clashes(pair, [alike(Verdict.DENIES, span=FERRY)], []) == ()  # no statement of theirs holds it


def test_a_person_outranks_the_program() -> None:
    pair = [said("a", "2024-06-18"), said("b", "2024-06-17")]
    ends = Passage("b", PORT), Passage("a", PORT)
    apart = Judgement(*ends, Verdict.DIFFERENT, "Ida", "2024-07-01T00:00:00Z")
    against = Judgement(*ends, Verdict.DENIES, "Ida", "2024-07-02T00:00:00Z", "she took it back")
    assert clashes(pair, [alike(Verdict.DENIES)], [apart]) == ()
    (clash,) = clashes(pair, [], [apart, against])
    assert (clash.judged, clash.reasons) == (True, ("Ida says so: she took it back",))


def test_copies_that_say_it_again_are_told_once() -> None:
    held = [alike(Verdict.DENIES), Likeness(Passage("b", PORT), Passage("c", PORT), Verdict.DENIES, 0.9)]
    again = [said("a", "2024-06-18"), said("b", "2024-06-17", words="yet"), said("c", "2024-06-19")]
    (clash,) = clashes(again, held, [])
    assert [clash.one.entry.id, clash.other.entry.id] == ["b", "a"]
