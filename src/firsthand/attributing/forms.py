"""Whether words are quoted or retold."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Form, Span
from firsthand.text.quotation import Quotation


def form_of(content: Sequence[Span], text: str, quoted: Sequence[Quotation]) -> Form:
    """Direct where every word of the content stands in quotation marks, indirect where none does, mixed otherwise."""
    inside = outside = 0
    for span in content:
        covered = sum(_shared(span, quotation.span, text) for quotation in quoted)
        inside += covered
        outside += _letters(span.of(text)) - covered
    if not inside:
        return Form.INDIRECT
    return Form.MIXED if outside else Form.DIRECT


def _shared(one: Span, other: Span, text: str) -> int:
    if not one.overlaps(other):
        return 0
    return _letters(text[max(one.start, other.start) : min(one.end, other.end)])


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
