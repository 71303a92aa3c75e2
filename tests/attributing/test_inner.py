"""Reports inside reports, read from trees, also from those that went astray."""

import pytest

from firsthand.attributing.inner import inner_reports
from firsthand.attributing.prose import Prose
from firsthand.model import Form, Span, Statement, Tagged, Word

TEXT = "Kolbe said Ilic told them the dam broke. The gates held."
ROWS = [  # form, tag, head, relation
    ("Kolbe", "NNP", 1, "nsubj"), ("said", "VBD", 1, "ROOT"), ("Ilic", "NNP", 3, "nsubj"), ("told", "VBD", 1, "ccomp"),
    ("them", "PRP", 3, "dobj"), ("the", "DT", 6, "det"), ("dam", "NN", 7, "nsubj"), ("broke", "VBD", 3, "ccomp"),
    (".", ".", 1, "punct"), ("The", "DT", 10, "det"), ("gates", "NNS", 11, "nsubj"), ("held", "VBD", 11, "ROOT"),
    (".", ".", 11, "punct"),
]  # fmt: skip


SECOND = "Kolbe said the dam was old and that Ilic told them the gates held."
SECOND_ROWS = [
    ("Kolbe", "NNP", 1, "nsubj"), ("said", "VBD", 1, "ROOT"), ("the", "DT", 3, "det"), ("dam", "NN", 4, "nsubj"),
    ("was", "VBD", 1, "ccomp"), ("old", "JJ", 4, "acomp"), ("and", "CC", 4, "cc"), ("that", "IN", 9, "mark"),
    ("Ilic", "NNP", 9, "nsubj"), ("told", "VBD", 4, "conj"), ("them", "PRP", 9, "dobj"), ("the", "DT", 12, "det"),
    ("gates", "NNS", 13, "nsubj"), ("held", "VBD", 9, "ccomp"), (".", ".", 1, "punct"),
]  # fmt: skip


def prose(text: str = TEXT, rows: list[tuple[str, str, int, str]] = ROWS, **heads: tuple[int, str]) -> Prose:
    words, at = [], 0
    for form, tag, head, relation in rows:
        at = text.index(form, at)
        words.append(Word(Span(at, at + len(form)), tag, *heads.get(form, (head, relation))))
        at += len(form)
    return Prose(text, Tagged(words=tuple(words)))


@pytest.fixture
def outer() -> Statement:
    content = Span(TEXT.index("Ilic"), TEXT.index("."))
    return Statement("s1", (content,), Span(6, 10), Span(0, 5), Form.INDIRECT, 0.9)


def test_the_report_inside_is_read_with_its_own_speaker(outer: Statement) -> None:
    (inner,) = inner_reports(prose(), [outer])
    assert [span.of(TEXT) for span in inner.content] == ["the dam broke"]
    assert inner.source
    assert inner.source.of(TEXT) == "Ilic"


def test_a_clause_of_a_later_sentence_is_no_report_in_this_one(outer: Statement) -> None:
    astray = prose(broke=(6, "relcl"), held=(3, "ccomp"))
    assert list(inner_reports(astray, [outer])) == []


def test_a_second_clause_of_what_is_said_may_be_a_report_too() -> None:
    content = Span(SECOND.index("the dam"), SECOND.index("."))
    outer = Statement("s1", (content,), Span(6, 10), Span(0, 5), Form.INDIRECT, 0.9)
    (inner,) = inner_reports(prose(SECOND, SECOND_ROWS), [outer])
    assert [span.of(SECOND) for span in inner.content] == ["the gates held"]
    assert inner.source
    assert inner.source.of(SECOND) == "Ilic"
