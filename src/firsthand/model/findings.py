"""The whole of what was found in one article, and the notice that one could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.actor import Actor, Moment
from firsthand.model.article import Article
from firsthand.model.exchange import Event, Exchange
from firsthand.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """An article and everything its page claims; every span counts in `article.text`."""

    article: Article
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    events: tuple[Event, ...] = ()
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read: its name, what is wrong with it, the way out."""

    name: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}" + (f" ({self.remedy})" if self.remedy else "")
