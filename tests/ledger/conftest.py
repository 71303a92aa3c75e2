from collections.abc import Callable

import pytest

from firsthand.model import (
    Act,
    Actor,
    ActorType,
    Article,
    Basis,
    Block,
    Exchange,
    Findings,
    Form,
    Item,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Party,
    Place,
    Publication,
    Span,
    Statement,
    Status,
    Zone,
)

Make = Callable[..., Findings]


def findings(
    name: str = "a1",
    text: str = "Ines Kolbe said the port of Holm is closed.",
    *,
    day: str | None = "2024-06-18",
    outlet: str = "Holm Post",
    url: str | None = None,
) -> Findings:
    """An article with one statement and one exchange."""
    source, content = Span(0, 10), Span(16, len(text) - 1)
    article = Article(
        name,
        PageRecord(url, None, "text/plain", "00" * 32, None),
        text,
        (Block(Zone.BODY, text, Span(0, len(text)), Place(Span(0, len(text)))),),
        language="en",
        title="The port",
        outlet=Outlet(outlet, None),
        published=Publication(day, Basis.GIVEN, certain=True) if day else None,
    )
    party = Party("Ines Kolbe", source, "a1")
    said = Statement(
        "s1", (content,), Span(11, 15), source, Form.INDIRECT, 0.9, (Link(party, LinkRole.ORIGIN),), act=Act.ASSERT
    )
    given = Exchange(
        "x1", party, Party("Holm", None), (Item(content, "port", None),), Span(11, 15), Status.PLANNED, None, None,
        ("s1",), 0.5,
    )  # fmt: skip
    actor = Actor("a1", "Ines Kolbe", ActorType.PERSON, "harbour master", ("Kolbe",))
    return Findings(article, (said,), (actor,), (given,))


@pytest.fixture
def make() -> Make:
    return findings
