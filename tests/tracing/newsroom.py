"""Articles of invented outlets, and their tracing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.model import (
    Article,
    Basis,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    Owned,
    PageRecord,
    Party,
    Publication,
    Span,
    Statement,
    Tracing,
)
from firsthand.tracing import compare, imprint_of, trace
from firsthand.tracing.memory import InMemory


def article(
    name: str,
    text: str,
    outlet: str = "",
    published: str = "2024-05-06T10:00+00:00",
    *said: tuple[str, str, str],
    owner: str | None = None,
) -> Findings:
    """An article with statements given as (source, cue, content), each as its words first stand in the text."""
    page = PageRecord(None, f"{name}.txt", "text/plain", "0" * 64, None)
    house = Outlet(outlet or f"The {name}", f"{name}.example", owner)
    made = Article(
        name, page, text, (), language="en", outlet=house, published=Publication(published, Basis.GIVEN, certain=True)
    )
    statements = tuple(_statement(text, f"s{number}", *one) for number, one in enumerate(said, 1))
    return Findings(made, statements)


def _statement(text: str, name: str, source: str, cue: str, content: str) -> Statement:
    at = text.index(content)
    span = Span(at, at + len(content))
    found = text.index(source)
    who = Span(found, found + len(source))
    saying = text.index(cue, span.end if text.find(cue, span.end) >= 0 and cue in text[span.end :] else 0)
    link = Link(Party(source, who), LinkRole.ORIGIN)
    return Statement(name, (span,), Span(saying, saying + len(cue)), who, Form.INDIRECT, 0.9, (link,))


def filed(articles: Iterable[Findings], owners: Mapping[str, str | None] | None = None) -> InMemory:
    stored = InMemory(Owned(*row) for row in (owners or {}).items())
    for findings in articles:
        stored.keep(findings, compare(imprint_of(findings), stored))
    return stored


def traced(articles: Iterable[Findings], owners: Mapping[str, str | None] | None = None) -> Tracing:
    return trace(filed(articles, owners))
