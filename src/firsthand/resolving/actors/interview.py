"""Interviews printed as questions and answers without names before them: who answers says "I" and is called "you"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.model import Span
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.reference import Reference
from firsthand.resolving.actors.scene import Scene
from firsthand.text.paragraphs import paragraphs

FEWEST = 3
"""Questions that make an interview; fewer are the rhetorical ones of any article."""
_TALK = re.compile(
    r"\b(?:interview\w*|spoke|speaks|talk(?:s|ed)?|asked|answers?|chat(?:s|ted)?|conversation|sat down|Q ?& ?A|met)\b",
    re.IGNORECASE,
)
"""What the lead of an interview says has happened."""
_CLOSING = "\"'”’)»] "


@dataclass(frozen=True, slots=True)
class Interview:
    """Who is asked, and which paragraphs ask; `starts` are those of the paragraphs from the first question on."""

    asked: Figure
    starts: tuple[int, ...]
    asks: tuple[bool, ...]

    def is_asking(self, offset: int) -> bool | None:
        """Whether an offset stands in a question; None before the first."""
        number = bisect_right(self.starts, offset) - 1
        return self.asks[number] if number >= 0 else None


def interview_in(scene: Scene, figures: Mapping[Reference, Figure]) -> Interview | None:
    """The interview that a text is, if it is one and says of whom before it begins."""
    lines = list(paragraphs(scene.text))
    asks = [_asks(scene, line) for line in lines]
    answers = sum(one and not after for one, after in zip(asks, [*asks[1:], True], strict=True))
    if answers < FEWEST:
        return None
    first = asks.index(True)
    if not _TALK.search(scene.text, 0, lines[first].start):
        return None
    asked = _asked(figures, lines[first].start)
    if asked is None:
        return None
    return Interview(asked, tuple(line.start for line in lines[first:]), tuple(asks[first:]))


def _asks(scene: Scene, line: Span) -> bool:
    return scene.text[line.start : line.end].rstrip(_CLOSING).endswith("?") and not scene.is_quoted(line.start)


def _asked(figures: Mapping[Reference, Figure], before: int) -> Figure | None:
    """The person whom the lead speaks of most."""
    counts = Counter(
        figure
        for reference, figure in figures.items()
        if reference.span.start < before and figure.is_person and figure.is_named and figure.plural is not True
    )
    return counts.most_common(1)[0][0] if counts else None
