"""Whether a sentence speaks of what was or of what will be, at one of its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum, auto

from firsthand.model import Span

WINDOW = 300
"""Characters: verbs farther off do not tell when."""


class Direction(Enum):
    """Before or after the day of writing."""

    PAST = auto()
    FUTURE = auto()


_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col))[.!?][\"”’')]*\s+(?=[^a-z])|\n"
)
_FUTURE = (
    r"will|won['’]t|['’]ll|shall|would|wouldn['’]t|going\s+to|due|(?<!been\s)scheduled|slated|expected|expects?|plans?|planned|planning|aims?"
    r"|intends?|hopes?|about\s+to|could|may|might|must|(?:is|are)\s+to|set\s+(?:to|for)|upcoming|prepar(?:es?|ing)"
    r"|seeks?|wants?"
    # Timetables speak in the present: "the trial begins on Monday".
    r"|begins|starts|opens|ends|expires|takes\s+effect|arrives|leaves|returns|meets|travels|goes|kicks\s+off"
    r"|to\s+(?!have\b|the\b|an?\b|his\b|her\b|its\b|their\b|our\b|this\b|that\b|\w+ing\b)[a-z]+"
)
_PAST = (
    r"was|were|wasn['’]t|weren['’]t|had|did|didn['’]t|has|have|having|been|ago|[a-z]{2,}ed|said|told|came|went|met|made|took|gave|got|held|saw|found"
    r"|left|began|became|brought|built|bought|caught|chose|cut|dealt|drew|drove|fell|felt|fled|flew|fought|froze|grew"
    r"|heard|hit|hurt|kept|knew|laid|led|lent|let|lost|meant|paid|put|quit|ran|read|rose|sank|sent|set|shook|shot"
    r"|shut|sold|spent|spoke|split|spread|stood|stole|struck|swept|swore|taught|thought|threw|tore|understood|won"
    r"|withdrew|wrote|broke|burst|arose|bore|beat|bound|bred|clung|crept|dug|fed|forbade|forgot|forgave|hid|hung"
    r"|overtook|rang|rode|sang|sat|slept|slid|sought|spun|stuck|swam|underwent|woke|wore|wound"
)
_POSSESSIVE = re.compile(r"['’]s\b")
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b|(?P<short>['’]ll\b)")

_LEADING = re.compile(
    r"\b(?:(?P<future>until|till|payable|effective|ahead\s+of|as\s+(?:soon|early)\s+as|no\s+later\s+than)"
    r"|since|as\s+of)"
    r"(?:\s+(?:the|late|early|mid|about|around|next|\d\d?(?::\d\d)?\s*[ap]\.?m\.?|[A-Z]{2,4}|on|in))*[\s(-]*$"
)
"""Prepositions that look one way by themselves, right before the words of time."""


def led(text: str, start: int) -> Direction | None:
    """The direction of a preposition right before an expression, for those that look one way by themselves."""
    leading = _LEADING.search(text, max(0, start - 40), start)
    if leading is None:
        return None
    return Direction.FUTURE if leading["future"] else Direction.PAST


class Verbs:
    """The verbs of a text in the order of its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [0, *(stop.end() for stop in _SENTENCE_END.finditer(text)), len(text)]

    def direction(self, span: Span) -> Direction | None:
        """The direction of the verb nearest before an expression in its sentence, else of the first one behind.

        An adverbial of time stands behind its verb as a rule, or opens the sentence.
        """
        number = bisect_right(self._ends, span.start)
        first = max(self._ends[number - 1], span.start - WINDOW)
        nearest = None
        for cue in _CUE.finditer(self._text, first, span.start):
            nearest = cue
        last = self._ends[number] if number < len(self._ends) else len(self._text)
        nearest = nearest or _CUE.search(self._text, span.end, min(last, span.end + WINDOW))
        if nearest is None:
            return None
        if is_possessive(self._text, span.end) and not nearest["short"] and not nearest[0].startswith("will"):
            # "He spoke of Friday's attack", "he plans to answer Friday's attack": it is over, unless something will be.
            return Direction.PAST
        return Direction.PAST if nearest["past"] else Direction.FUTURE


def is_possessive(text: str, end: int) -> bool:
    """Whether an expression owns what follows: "Friday's attack"."""
    return _POSSESSIVE.match(text, end) is not None
