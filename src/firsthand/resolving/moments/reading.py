"""The moments of an article."""

from __future__ import annotations

from firsthand.model import Article, Moment, Span
from firsthand.resolving.moments.clock import clock_of
from firsthand.resolving.moments.finding import expressions
from firsthand.resolving.moments.resolution import Resolution
from firsthand.resolving.moments.tense import Direction, direction
from firsthand.resolving.moments.tokens import tokens


def moments(text: str, article: Article) -> tuple[Moment, ...]:
    """The moments that a text of an article names, in order; those an interval is made of come before it.

    Each expression is resolved against the publication, else, as far as that goes, the time of fetching. What cannot be
    resolved is left out, as are lengths of time that name no day ("a two-hour meeting").
    """

    def look(span: Span) -> Direction | None:
        return direction(text, span.start, span.end)

    return tuple(Resolution(clock_of(article), look).moments(expressions(tokens(text))))
