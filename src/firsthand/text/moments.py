"""Moments among others: the whole ones, and those that belong to a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.model import Moment, Span
from firsthand.text.syntax import Syntax

_WAYS_OF_SAYING = """
address announcement appearance article book briefing broadcast call column comment communique conference conversation
debate documentary editorial email e-mail filing hearing interview letter meeting memo message note paper post posting
presentation press-release release remark report ruling sermon session speech statement story study summit talk
testimony tweet verdict video visit
"""
WAYS_OF_SAYING = frozenset(_WAYS_OF_SAYING.split())
"""Nouns whose moment is that of the words: "said in an interview on Sunday" was said on Sunday."""


def whole(moments: Iterable[Moment]) -> list[Moment]:
    """The moments that are no part of another: of "from June 10 to 16" the interval alone."""
    found: list[Moment] = []
    for moment in moments:
        span = moment.span
        while span and found and (last := found[-1].span) and span.contains(last):
            found.pop()
        found.append(moment)
    return found


_GAP = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|most|least|worst|best|\w{3,}est)\b"
    r"[^.!?;\n]{0,90}?(?P<link>\b(?:in|for)\s+)?$"
)


def dating(text: str, moments: Iterable[Moment]) -> list[Moment]:
    """The whole moments that say when something is: not those that only say since when nothing of the kind was.

    "The first visit since 2019" and "the worst storm in nearly 25 years" date neither visit nor storm.
    """
    return [moment for moment in whole(moments) if not _is_gap(text, moment)]


def _is_gap(text: str, moment: Moment) -> bool:
    if moment.span is None or "/" not in moment.value:
        return False
    before = _GAP.search(text, max(0, moment.span.start - 130), moment.span.start)
    since = moment.value.endswith("..")
    return before is not None and (since or before["link"] is not None)


def moment_of(syntax: Syntax, word: int, moments: Sequence[Moment], outside: Sequence[Span] = ()) -> Moment | None:
    """The moment that dates a word, such as the verb of a clause: the nearest that hangs on it and on no other verb.

    Moments inside one of the spans `outside` belong to other clauses.
    """
    fitting = [
        moment
        for moment in moments
        if moment.span and not any(span.overlaps(moment.span) for span in outside) and _dates(syntax, moment.span, word)
    ]
    at = syntax.words[word].span.start
    return min(fitting, key=lambda one: abs(one.span.start - at) if one.span else 0, default=None)


def _foot(syntax: Syntax, span: Span) -> int | None:
    """The word that an expression hangs by: its head, or the preposition before it where a tree left it hanging."""
    number = syntax.head_of(span)
    first = next(iter(syntax.within(span)), 0)
    if number is not None and syntax.head(number) is None and first and syntax.tag(first - 1) in {"IN", "TO"}:
        return first - 1
    return number


def _dates(syntax: Syntax, span: Span, word: int) -> bool:
    """Whether an expression hangs on a word, through prepositions and ways of saying alone."""
    number = _foot(syntax, span)
    if number is None or number == word:
        return False
    for above in syntax.ancestors(number):
        if above == word:
            return True
        is_inside = span.contains(syntax.words[above].span)
        if not is_inside and syntax.tag(above) not in {"IN", "TO"} and syntax.lemma(above) not in WAYS_OF_SAYING:
            return False
    return False
