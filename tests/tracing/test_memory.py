"""Stored articles without a database, as every store of articles must behave."""

from __future__ import annotations

from firsthand.model import (
    Article,
    Compared,
    Findings,
    Imprint,
    Judgement,
    Keeping,
    Likeness,
    PageRecord,
    Passage,
    SharedText,
    Span,
    Verdict,
)
from firsthand.tracing.memory import InMemory


def kept(name: str, precedence: int, keys: tuple[int, ...]) -> tuple[Findings, Compared]:
    page = PageRecord(None, f"{name}.txt", "text/plain", "0" * 64, None)
    findings = Findings(Article(name, page, "The quay was shut.", ()))
    return findings, Compared(Imprint(name, precedence, keys, b"", 1))


def test_holders_come_by_precedence_and_no_more_than_asked() -> None:
    store: Keeping = InMemory()
    for name, precedence, keys in (("b", 2, (7, 9)), ("a", 3, (7,)), ("c", 1, (7, 8))):
        store.keep(*kept(name, precedence, keys))
    found = store.holders([7, 8, 5], 2)
    assert {key: list(store.named(holders)) for key, holders in found.items()} == {7: ["c", "b"], 8: ["c"]}


def test_ties_are_found_from_either_end_and_once() -> None:
    store: Keeping = InMemory()
    store.keep(*kept("a", 1, ()))
    findings, compared = kept("b", 2, ())
    shared = SharedText("a", "b", ((Span(0, 8), Span(0, 8), 1.0),))
    alike = Likeness(Passage("a", Span(0, 17)), Passage("b", Span(0, 17)), Verdict.SAME, 1.0)
    store.keep(findings, Compared(compared.imprint, (shared,), (alike,)))
    assert list(store.shared(["a"])) == list(store.shared(["b"])) == list(store.shared()) == [shared]
    assert list(store.likenesses(["a"])) == list(store.likenesses()) == [alike]


def test_judgements_stay_in_their_order() -> None:
    store: Keeping = InMemory()
    ends = (Passage("a", Span(0, 17)), Passage("b", Span(0, 17)))
    made = [
        Judgement(*ends, verdict, "ann", f"2024-05-0{day}T10:00Z")
        for day, verdict in ((1, Verdict.SAME), (2, Verdict.NEAR))
    ]
    for judgement in made:
        store.judge(judgement)
    assert list(store.judgements()) == made
