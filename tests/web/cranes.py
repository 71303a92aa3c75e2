"""Articles in which somebody says that cranes were sent."""

from firsthand.model import (
    Act,
    Article,
    Basis,
    Event,
    Exchange,
    Findings,
    Form,
    Item,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Participant,
    Party,
    Publication,
    Quantity,
    Span,
    Statement,
    Status,
)

TEXT = "Ines Kolbe said Holm sent 40 cranes to Varn."


def findings(name: str, day: str, outlet: str, quantity: float) -> Findings:
    """An article with a statement, an exchange and an event."""
    said = Statement(
        "s1", (Span(16, 43),), Span(11, 15), Span(0, 10), Form.INDIRECT, 0.9,
        (Link(Party("Ines Kolbe", Span(0, 10)), LinkRole.ORIGIN), Link(Party("Northwire", None), LinkRole.RELAY)),
        Act.ASSERT, denied_by=(Party("the union", None),),
    )  # fmt: skip
    amount = Quantity(f"{quantity:.0f} cranes", quantity, quantity, None, approx=False)
    sent = Exchange(
        "x1", Party("Holm", None), Party("Varn", None), (Item(Span(26, 35), "crane", amount),), Span(21, 25),
        Status.COMPLETED, None, None, ("s1",), 0.8,
    )  # fmt: skip
    met = Event(
        "e1", "visit", None, Span(21, 25), (Participant(Party("Ines Kolbe", None), "visitor"),), None, None,
        Status.COMPLETED, 0.7,
    )  # fmt: skip
    article = Article(
        name, PageRecord(None, None, "text/plain", "00" * 32, None), TEXT, (), title="Cranes", credits=("Northwire",),
        outlet=Outlet(outlet, None), published=Publication(day, Basis.GIVEN, certain=True),
    )  # fmt: skip
    return Findings(article, (said,), (), (sent,), (met,))
