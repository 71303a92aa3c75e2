"""When statements were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Moment, Span, Statement
from firsthand.text.moments import moment_of
from firsthand.text.syntax import Syntax


def with_moments(statements: Sequence[Statement], moments: Sequence[Moment], syntax: Syntax) -> tuple[Statement, ...]:
    """The statements with the moment at which each was made, where the clause of its cue tells it.

    "Kolbe said on Monday that the bridge would close on Friday": Monday. What stands in the content is when something
    happened, not when it was said.
    """
    return tuple(replace(one, when=_when(one, moments, syntax)) for one in statements)


def _when(statement: Statement, moments: Sequence[Moment], syntax: Syntax) -> Moment | None:
    if statement.cue is None:
        return None
    numbers = syntax.within(statement.cue)
    verbs = [number for number in numbers if syntax.tag(number).startswith("VB")]
    for word in (*verbs, *(number for number in numbers if number not in verbs)):
        if found := moment_of(syntax, word, moments, statement.content):
            return found
    return _right_behind(statement.cue, statement.content, moments, syntax.text)


def _right_behind(cue: Span, content: Sequence[Span], moments: Sequence[Moment], text: str) -> Moment | None:
    """ "Said last January that …", whatever the tree makes of it."""
    for moment in moments:
        if moment.span and moment.span.start >= cue.end and not any(moment.span.overlaps(span) for span in content):
            return moment if text[cue.end : moment.span.start].strip() in {"", "on", "in"} else None
    return None
