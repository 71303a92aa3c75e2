"""Which passage of a text shows best what was looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import Span

LONGEST = 280
"""Characters of a passage in a list."""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


def densest(text: str, marks: Sequence[Span]) -> Span | None:
    """The line with most marks, cut to LONGEST around them; the first line where there are none."""
    lines = [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]
    if not lines:
        return None
    line = max(lines, key=lambda line: len({mark.of(text).casefold() for mark in marks if line.contains(mark)}))
    if len(line) <= LONGEST:
        return line
    inside = [mark for mark in marks if line.contains(mark)]
    start = max(line.start, min(inside[0].start - LONGEST // 4, line.end - LONGEST)) if inside else line.start
    return _whole_words(text, line, start)


def _whole_words(text: str, line: Span, start: int) -> Span:
    """The passage from `start`, begun and ended between words where the line has spaces."""
    end = min(line.end, start + LONGEST)
    if start > line.start:
        start = text.find(" ", start, end) + 1 or start
    if end < line.end:
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else end
    return Span(start, end)
