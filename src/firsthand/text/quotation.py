"""Quotation marks as structure: which stretches of a text stand between double marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.model import Span
from firsthand.text.paragraphs import paragraphs

_MARK = re.compile("''|``|[\"“”„‟«»＂]")
_PARTNERS = {
    "“": frozenset({"”", "“", "‟", '"'}),
    "„": frozenset({"”", "“", "‟"}),
    "‟": frozenset({"”", "“", "‟"}),
    "”": frozenset({"”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«", "»"}),
    "``": frozenset({"''", '"', "``"}),
    "''": frozenset({"''", '"'}),
    '"': frozenset({'"', "”", "''"}),
    "＂": frozenset({"＂", '"'}),
}
"""What may close a quotation that a mark opened: its partner in some language's custom, or what careless sites mix."""
_SHAPED_TO_OPEN = frozenset({"“", "„", "‟", "«", "``"})
_SHAPED_TO_CLOSE = frozenset({"”", "»"})
_BEFORE_AN_OPENING = frozenset("([{—–-―/‘'’“„«\"")
_BEHIND_A_CLOSING = frozenset(".,;:!?…)]}—–-―/’'”»\"")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between double marks, marks included; `closed` is False where it runs to its paragraph's end.

    A quotation that goes on in the next paragraph opens there anew, as printers do it, and is a quotation of its own
    that `continues` the one before.
    """

    span: Span
    closed: bool
    continues: bool = False


class _Mark(NamedTuple):
    """A double mark in its paragraph, and whether its surroundings let it open or close."""

    glyph: str
    start: int
    end: int
    may_open: bool
    may_close: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, each within one paragraph.

    A mark is judged by its neighbours first and by its shape second, so that marks turned the wrong way pair as well.
    Quotations inside quotations are no quotations of their own. A closing mark with nothing open is left alone.
    """
    lines = list(paragraphs(text))
    marked = [_marks(text, line) for line in lines]
    found: list[Quotation] = []
    open_behind = False
    for number, (line, marks) in enumerate(zip(lines, marked, strict=True)):
        following = marked[number + 1] if number + 1 < len(marked) else []
        runs_on = bool(following) and following[0].start == lines[number + 1].start and following[0].may_open
        own = _paired(marks, line, runs_on=runs_on)
        if own and open_behind and own[0].span.start == line.start:
            own[0] = Quotation(own[0].span, own[0].closed, continues=True)
        open_behind = bool(own) and not own[-1].closed
        found += own
    return tuple(found)


def quoted_runs(found: Sequence[Quotation]) -> tuple[tuple[Quotation, ...], ...]:
    """Quotations with those that continue them: what one mark opens and one mark closes, over paragraphs."""
    runs: list[list[Quotation]] = []
    for quotation in found:
        if quotation.continues and runs:
            runs[-1].append(quotation)
        else:
            runs.append([quotation])
    return tuple(map(tuple, runs))


def _marks(text: str, line: Span) -> list[_Mark]:
    """The double marks of one paragraph."""
    marks = []
    for found in _MARK.finditer(text, line.start, line.end):
        before = text[found.start() - 1] if found.start() > line.start else " "
        after = text[found.end()] if found.end() < line.end else " "
        begins = (before.isspace() or before in _BEFORE_AN_OPENING) and not after.isspace()
        ends = not before.isspace() and (after.isspace() or after in _BEHIND_A_CLOSING)
        glyph = found.group()
        if begins == ends or (before in _BEFORE_AN_OPENING and after in _BEHIND_A_CLOSING):
            # Between blanks, between letters or between marks, the shape alone can tell; a plain mark may do either.
            begins, ends = glyph not in _SHAPED_TO_CLOSE, glyph not in _SHAPED_TO_OPEN
        # Feet and inches, and the last mark of a line that opens nothing.
        if glyph == '"' and before.isdigit() and found.end() < line.end and after.isspace():
            begins = False
        marks.append(_Mark(glyph, found.start(), found.end(), begins and found.end() < line.end, ends))
    return marks


def _paired(marks: list[_Mark], line: Span, *, runs_on: bool) -> list[Quotation]:
    """The outermost quotations of one paragraph.

    A mark that opens inside a quotation begins one within it, if all of them close in the end (or the paragraph may
    run on into the next). Where they do not, a mark was lost, and the first that closes ends the quotation.
    """
    nested, left = _outermost(marks, line, nesting=True)
    if left <= (1 if runs_on else 0):
        return nested
    flat, _ = _outermost(marks, line, nesting=False)
    return flat


def _outermost(marks: list[_Mark], line: Span, *, nesting: bool) -> tuple[list[Quotation], int]:
    """The outermost quotations, and how many are still open at the paragraph's end."""
    found: list[Quotation] = []
    waiting: list[_Mark] = []
    for number, mark in enumerate(marks):
        closes = bool(waiting) and mark.may_close and mark.glyph in _PARTNERS[waiting[-1].glyph]
        if closes:
            opener = waiting.pop()
            if not waiting:
                found.append(Quotation(Span(opener.start, mark.end), closed=True))
        elif mark.may_open and (not waiting or nesting) and _is_an_opening(mark, marks[number + 1 :]):
            waiting.append(mark)
    if waiting:
        found.append(Quotation(Span(waiting[0].start, line.end), closed=False))
    return found, len(waiting)


def _is_an_opening(mark: _Mark, later: Sequence[_Mark]) -> bool:
    """Whether a mark that could open does: one shaped to close, or of two apostrophes, needs another that closes it."""
    if mark.glyph not in _SHAPED_TO_CLOSE and mark.glyph != "''":
        return True
    return any(other.may_close and other.glyph in _PARTNERS[mark.glyph] for other in later)
