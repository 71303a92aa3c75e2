"""A room over a small ledger, and a clock that stands still until it is moved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.filing import catch_up
from firsthand.ledger import Keeper, Saved, Writer, content_key
from firsthand.model import (
    Article,
    Block,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Party,
    Place,
    Span,
    Statement,
    Zone,
)

TEXT = "Ines Kolbe said the port of Holm is closed."


def spoken(name: str = "holm/1?") -> Findings:
    """An article with one statement."""
    source, content = Span(0, 10), Span(16, len(TEXT) - 1)
    block = Block(Zone.BODY, TEXT, Span(0, len(TEXT)), Place(Span(0, len(TEXT))))
    record = PageRecord(None, None, "text/plain", "00" * 32, None)
    article = Article(name, record, TEXT, (block,), title="The port", outlet=Outlet("Holm Post", None))
    chain = (Link(Party("Ines Kolbe", source), LinkRole.ORIGIN),)
    return Findings(article, (Statement("s1", (content,), None, source, Form.INDIRECT, 0.9, chain),))


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with Writer(path) as writer:
        writer.file(spoken(), Saved(content_key("1", None, None)))
        catch_up(writer, Keeper(writer))
    return path


@pytest.fixture
def make() -> Callable[[str], Findings]:
    return spoken
