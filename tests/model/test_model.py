"""What the nouns promise."""

import pytest

from firsthand.model import (
    Act,
    Article,
    Block,
    Form,
    Link,
    LinkRole,
    Page,
    PageRecord,
    Party,
    Place,
    Repair,
    RepairKind,
    Span,
    Statement,
    Zone,
)

NOWHERE = PageRecord(None, None, "text/plain", "", None)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1)])
def test_a_span_is_never_empty_or_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(3, 5))


def test_a_page_knows_its_digest_and_its_name() -> None:
    page = Page(b"abc", "text/plain")
    assert page.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert page.name == "standard input"


def test_a_block_must_be_where_it_says() -> None:
    block = Block(Zone.BODY, "Words.", Span(1, 7), Place(Span(0, 6)))
    with pytest.raises(ValueError, match="block is not at"):
        Article("a", NOWHERE, "Words.", (block,))


def test_a_repair_must_be_of_what_stands_there() -> None:
    repair = Repair(0, 1, "«", "“", RepairKind.QUOTATION_MARK)
    with pytest.raises(ValueError, match="nothing to repair"):
        Article("a", NOWHERE, "Words.", (), repairs=(repair,))


def statement(**changed: object) -> Statement:
    given: dict[str, object] = {
        "id": "s1",
        "content": (Span(0, 2),),
        "cue": None,
        "source": None,
        "form": Form.DIRECT,
        "confidence": 0.5,
        "act": Act.ASSERT,
    }
    return Statement(**(given | changed))  # type: ignore[arg-type]  # the cases are wrong on purpose


@pytest.mark.parametrize(
    "changed",
    [
        {"content": ()},
        {"content": (Span(4, 5), Span(0, 2))},
        {"confidence": 1.2},
        {"chain": (Link(Party("A", None), LinkRole.RELAY), Link(Party("B", None), LinkRole.ORIGIN))},
    ],
)
def test_a_statement_that_cannot_be_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="statement s1"):
        statement(**changed)
