"""From inputs to findings, one by one and side by side."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import ModelError, NoArticle, UsageError
from firsthand.model import (
    Article,
    Block,
    Findings,
    Page,
    PageRecord,
    Place,
    Rejected,
    Repair,
    RepairKind,
    Span,
    Told,
    Zone,
)
from firsthand.pipeline import Options, Work, checked, find, findings, findings_of_many

PAGES = Path(__file__).parent / "pages"
SEED = PAGES / "north-korea-visit.txt"


def article(text: str, language: str | None = "en", repairs: tuple[Repair, ...] = ()) -> Article:
    block = Block(Zone.BODY, text, Span(0, len(text)), Place(Span(0, len(text))))
    return Article("a", PageRecord(None, None, "text/plain", "", None), text, (block,), language, repairs=repairs)


def test_statements_are_found_in_english_only_and_the_reader_is_told() -> None:
    found = find(article("„Wir haben gewonnen“, sagte die Ministerin am Montag.", "de"))
    assert found.statements == ()
    assert "English only" in found.article.remarks[0]
    assert "no language" in find(article("¿?", None)).article.remarks[0]


def test_statements_are_read_in_the_repaired_text_and_answer_in_the_text_as_it_stands() -> None:
    text = "The deal is off, â€œthe price is madâ€\x9d, mayor Ines Kolbe told reporters."
    repairs = tuple(
        Repair(start, start + 3, text[start : start + 3], mark, RepairKind.ENCODING)
        for start, mark in ((text.index("â"), "“"), (text.rindex("â"), "”"))
    )
    statements = find(article(text, repairs=repairs)).statements
    assert any(span.of(text) == "Ines Kolbe" or "Kolbe" in span.of(text) for s in statements if (span := s.source))
    assert any("â€œthe price is mad" in span.of(text) for s in statements for span in s.content)


def test_less_sure_statements_can_be_left_out() -> None:
    text = SEED.read_text(encoding="utf-8")
    every = find(article(text)).statements
    surer = find(article(text), Options(min_confidence=0.8)).statements
    assert {s.confidence >= 0.8 for s in surer} == {True}
    assert [s.content for s in surer] == [s.content for s in every if s.confidence >= 0.8]
    assert 0 < len(surer) < len(every)


def test_a_bad_input_is_rejected_with_its_name_and_reason() -> None:
    rejected = findings(Page(b"", "text/plain", path="empty.txt"))
    assert isinstance(rejected, Rejected)
    assert rejected.name == "empty.txt"
    assert findings(NoArticle("x.html", "nothing there")) == Rejected("x.html", "nothing there")


def bad_and_good() -> Iterator[Work]:
    yield NoArticle("gone", "it is gone")
    for number in range(12):
        yield article(f"Mayor Ines Kolbe said that bridge {number} was safe. Nobody else spoke.")
    yield Page(b"\x00\x01\x02\x03" * 100, "text/plain", path="noise")


def test_many_side_by_side_give_what_one_by_one_gives_in_the_same_order() -> None:
    alone = list(findings_of_many(bad_and_good()))
    together = list(findings_of_many(bad_and_good(), processes=2))
    assert together == alone
    assert [type(result) for result in alone] == [Rejected, *[Findings] * 12, Rejected]


class Deadly:
    """Work that ends the process that takes it up, as a crash in a parser would."""

    name = "deadly"

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


def test_a_worker_that_dies_costs_only_its_own_input() -> None:
    works: list[Work] = [article(f"Mayor Ines Kolbe said that bridge {n} was safe.") for n in range(5)]
    works.insert(2, Deadly())  # type: ignore[arg-type]
    results = list(findings_of_many(works, processes=2))
    assert [isinstance(result, Rejected) for result in results] == [False, False, True, False, False, False]
    assert results[2].name == "deadly"  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["yesterday", "18.06.2024", "2024-13-01", ""])
def test_a_date_that_is_none_is_the_users_mistake(written: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        checked(Told(published=written))


def test_a_fault_of_ours_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(one: Article, _: Options) -> Findings:
        if one.text == "bad":
            raise ValueError("no span: 9..3")
        return Findings(one)

    monkeypatch.setattr("firsthand.pipeline.find", fail)
    first, second, third = findings_of_many([article("good"), article("bad"), article("good")])
    assert isinstance(first, Findings)
    assert isinstance(second, Rejected)
    assert second.name == "a"
    assert "ValueError: no span: 9..3" in second.reason
    assert isinstance(third, Findings)


def test_a_model_that_cannot_be_loaded_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Findings:
        raise ModelError("it is altered")

    monkeypatch.setattr("firsthand.pipeline.find", fail)
    with pytest.raises(ModelError):
        list(findings_of_many([article("good")]))
