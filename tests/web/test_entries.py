"""The lines of an article's register."""

from firsthand.model import (
    Article,
    Exchange,
    Findings,
    Form,
    Item,
    Link,
    LinkRole,
    PageRecord,
    Party,
    Quantity,
    Span,
    Statement,
    Status,
)
from firsthand.web.entries import entries

TEXT = "word " * 40


def exchange(name: str, item: str, number: int | None, status: Status = Status.PLANNED, *said: str) -> Exchange:
    quantity = Quantity(str(number), number, number, None, approx=False) if number else None
    given = Item(Span(0, 4), item, quantity)
    return Exchange(name, Party("Holm", None), Party("Varn", None), (given,), Span(5, 9), status, None, None, said, 0.9)


def test_what_is_about_the_same_stands_together_and_different_numbers_are_marked() -> None:
    speaker = Link(Party("Kolbe", None), LinkRole.ORIGIN)
    said = Statement("s1", (Span(5, 20),), None, None, Form.INDIRECT, 0.9, (speaker,), denied_by=(Party("Tal", None),))
    given = (
        exchange("x1", "crane", 40, Status.PLANNED, "s1"),
        exchange("x2", "rice", 5),
        exchange("x3", "Crane", 30, Status.DENIED),
        exchange("x4", "crane", None),
    )
    article = Article("a", PageRecord(None, None, "text/plain", "", None), TEXT, ())
    lines = entries(Findings(article, (said,), exchanges=given))
    assert [(one.exchange.id, one.repeated, one.differs) for one in lines] == [
        ("x1", False, True), ("x3", True, True), ("x4", True, True), ("x2", False, False),
    ]  # fmt: skip
    assert [one.says for one in lines] == [(("Kolbe", "s1"),), (("Tal", "s1"),), (), ()]
