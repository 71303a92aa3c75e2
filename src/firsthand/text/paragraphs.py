"""The paragraphs of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.model import Span

_LINES = re.compile(r"\S(?:[^\n]*\S)?")


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than blanks, without the blanks at their edges."""
    for line in _LINES.finditer(text):
        yield Span(*line.span())
