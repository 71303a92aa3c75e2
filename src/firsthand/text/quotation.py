"""Quotation marks as structure: which stretches of a text stand between double marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.model import Span
from firsthand.text.paragraphs import paragraphs

_MARK = re.compile("[\"“”„‟«»＂]|``|''")
_OPENING = frozenset({"“", "„", "‟", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between double marks, marks included; `closed` is False where it runs to its paragraph's end.

    A quotation that goes on in the next paragraph opens there anew, as printers do it, and is a quotation of its own.
    """

    span: Span
    closed: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, each within one paragraph.

    A mark that could open or close is judged by its neighbours; a closing mark with nothing open is left alone.
    """
    found: list[Quotation] = []
    for paragraph in paragraphs(text):
        opened: int | None = None
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            if opened is None:
                if _may_open(text, mark, paragraph):
                    opened = mark.start()
            elif _may_close(text, mark, paragraph):
                found.append(Quotation(Span(opened, mark.end()), closed=True))
                opened = None
        if opened is not None and opened + 1 < paragraph.end:
            found.append(Quotation(Span(opened, paragraph.end), closed=False))
    return tuple(found)


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _CLOSING:
        return False
    if mark.group() in _OPENING:
        # In „so“ the raised mark closes; with nothing open before it, it can only open.
        return True
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return bool(after.strip()) and (not before.isalnum() or after.isalnum())


def _may_close(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _CLOSING:
        return True
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    before = text[mark.start() - 1]
    if mark.group() == "“":
        return not before.isspace() and not after.isalnum()
    if mark.group() in _OPENING:
        return False
    return not before.isspace() or not after.isalnum()
