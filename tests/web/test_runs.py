"""An article's text cut into runs."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import (
    Article,
    Block,
    Findings,
    Form,
    Link,
    LinkRole,
    PageRecord,
    Party,
    Place,
    Repair,
    RepairKind,
    Span,
    Statement,
    Zone,
)
from firsthand.web.runs import Paragraph, SetAside, hues, laid_out

TEXT = "Ines Kolbe said the port is closed.\n\nNobody else spoke."
RECORD = PageRecord(None, None, "text/html", "", None)


def statement(name: str, content: Span, source: Span | None = None) -> Statement:
    chain = (Link(Party(source.of(TEXT), source), LinkRole.ORIGIN),) if source else ()
    return Statement(name, (content,), None, source, Form.INDIRECT, 0.9, chain)


def test_runs_carry_the_statement_they_belong_to_and_its_first_place() -> None:
    said = statement("s1", Span(16, 34), Span(0, 10))
    (first, second) = laid_out(Findings(Article("a", RECORD, TEXT, ()), (said,)))
    assert isinstance(first, Paragraph)
    assert [(run.text, run.part, run.anchor) for run in first.runs] == [
        ("Ines Kolbe", "source", "s1"), (" said ", None, None), ("the port is closed", "content", None), (".", None, None),
    ]  # fmt: skip
    assert first.notes == (said,)
    assert isinstance(second, Paragraph)
    assert second.notes == ()


def test_what_was_set_aside_stands_in_its_place() -> None:
    block = Block(Zone.BODY, TEXT[:35], Span(0, 35), Place(Span(0, 35)))
    teaser = Block(Zone.TEASER, "Read also: rain", None, Place(Span(35, 50)))
    after = Block(Zone.BODY, TEXT[37:], Span(37, len(TEXT)), Place(Span(50, 70)))
    parts = laid_out(Findings(Article("a", RECORD, TEXT, (block, teaser, after))))
    assert [type(part) for part in parts] == [Paragraph, SetAside, Paragraph]
    assert isinstance(parts[1], SetAside)
    assert parts[1].kinds == "teaser"


def test_an_insertion_is_a_run_without_words() -> None:
    article = Article("a", RECORD, "toNorth", (), repairs=(Repair(2, 2, "", " ", RepairKind.SPACING),))
    (paragraph,) = laid_out(Findings(article))
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.repair is not None) for run in paragraph.runs] == [
        ("to", False),
        ("", True),
        ("North", False),
    ]


def test_one_origin_has_one_colour() -> None:
    source, other = Span(0, 10), Span(37, 48)
    said = [
        statement("s1", Span(16, 34), source),
        statement("s2", Span(11, 15), source),
        statement("s3", Span(49, 54), other),
    ]
    assert hues(said) == {"s1": 0, "s2": 0, "s3": 1}


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@given(st.lists(SPANS, max_size=6))
def test_the_runs_laid_side_by_side_are_the_text(spans: list[Span]) -> None:
    statements = tuple(statement(f"s{n}", span) for n, span in enumerate(spans, 1))
    parts = laid_out(Findings(Article("a", RECORD, TEXT, ()), statements))
    shown = ["".join(run.text for run in part.runs) for part in parts if isinstance(part, Paragraph)]
    assert "\n\n".join(shown) == TEXT
    anchors = [run.anchor for part in parts if isinstance(part, Paragraph) for run in part.runs if run.anchor]
    assert len(anchors) == len(set(anchors))
