"""The moments of an article."""

from __future__ import annotations

from firsthand.model import Article, Moment, Span
from firsthand.resolving.moments.clock import clock_of
from firsthand.resolving.moments.finding import expressions
from firsthand.resolving.moments.resolution import Resolution
from firsthand.resolving.moments.tense import Direction, Verbs, is_possessive, led
from firsthand.resolving.moments.tokens import tokens
from firsthand.resolving.moments.verbs import direction_by_tree
from firsthand.text.syntax import Syntax


def moments(text: str, article: Article, syntax: Syntax | None = None) -> tuple[Moment, ...]:
    """The moments that a text of an article names, in order; those an interval is made of come before it.

    Each expression is resolved against the publication, else, as far as that goes, the time of fetching. What cannot be
    resolved is left out, as are lengths of time that name no day ("a two-hour meeting"). Verbs tell what is before the
    day of writing and what after it: by the trees of `syntax`, else by the order of the words.
    """

    verbs = Verbs(text)

    def look(span: Span) -> Direction | None:
        found = led(text, span.start)
        if not found and syntax and not is_possessive(text, span.end):
            found = direction_by_tree(syntax, span)
        return found or verbs.direction(span)

    return tuple(Resolution(clock_of(article), look).moments(expressions(tokens(text))))
