"""Quotation marks as structure: which stretches of a text stand between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.model import Span
from firsthand.text.paragraphs import paragraphs

_MARK = re.compile("[\"“”„‟«»＂‘’'`](?:(?<=')'|(?<=`)`|(?<!`))")
"""A mark of one character, or of two alike, as typewriters and TeX have it; a lone ` is none."""
_SINGLE = frozenset("‘’'")
_APOSTROPHE = re.compile(r"['’](?:\d|(?:em|til|tis|twas|twill|cause|cos|bout|round|n)\b)", re.IGNORECASE)
"""What an apostrophe may begin: '90s, 'em, 'til."""
_POSSESSIVE = re.compile(r"[sS]['’]\s+[a-z]")
_WORD = re.compile(r"\w")
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
    """A stretch between marks, marks included; `closed` is False where it runs to its paragraph's end.

    A quotation that goes on in the next paragraph opens there anew, as printers do it, and is a quotation of its own
    that `continues` the one before.
    """

    span: Span
    closed: bool
    continues: bool = False


class _Mark(NamedTuple):
    """A mark in its paragraph, and whether its surroundings let it open or close.

    `surely` is False for a single mark that may as well be the apostrophe of "the boys' club".
    """

    glyph: str
    start: int
    end: int
    may_open: bool
    may_close: bool
    surely: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, each within one paragraph.

    A mark is judged by its neighbours first and by its shape second, so that marks turned the wrong way pair as well.
    Quotations inside quotations are no quotations of their own. A closing mark with nothing open is left alone. Single
    marks quote where no double marks stand around them, as the British press and headlines have it.
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
    """The marks of one paragraph."""
    return [
        _single(text, found, line) if found.group() in _SINGLE else _double(text, found, line)
        for found in _MARK.finditer(text, line.start, line.end)
    ]


def _double(text: str, found: re.Match[str], line: Span) -> _Mark:
    before, after = _beside(text, found, line)
    begins = (before.isspace() or before in _BEFORE_AN_OPENING) and not after.isspace()
    ends = not before.isspace() and (after.isspace() or after in _BEHIND_A_CLOSING)
    glyph = found.group()
    if begins == ends or (before in _BEFORE_AN_OPENING and after in _BEHIND_A_CLOSING):
        # Between blanks, between letters or between marks, the shape alone can tell; a plain mark may do either.
        begins, ends = glyph not in _SHAPED_TO_CLOSE, glyph not in _SHAPED_TO_OPEN
    if glyph == '"' and before.isdigit() and after.isspace():  # feet and inches
        begins = False
    return _Mark(glyph, found.start(), found.end(), begins and found.end() < line.end, ends)


def _single(text: str, found: re.Match[str], line: Span) -> _Mark:
    before, after = _beside(text, found, line)
    glyph, at = found.group(), found.start()
    begins = glyph != "’" and (before.isspace() or before in _BEFORE_AN_OPENING) and bool(_WORD.match(after))
    ends = glyph != "‘" and not before.isspace() and (after.isspace() or after in _BEHIND_A_CLOSING)
    begins = begins and not _APOSTROPHE.match(text, at)
    return _Mark(glyph, at, found.end(), begins, ends, surely=not _POSSESSIVE.match(text, max(0, at - 1)))


def _beside(text: str, found: re.Match[str], line: Span) -> tuple[str, str]:
    """The characters before and behind a mark; blanks at the ends of its paragraph."""
    before = text[found.start() - 1] if found.start() > line.start else " "
    after = text[found.end()] if found.end() < line.end else " "
    return before, after


def _paired(marks: list[_Mark], line: Span, *, runs_on: bool) -> list[Quotation]:
    """The outermost quotations of one paragraph.

    A mark that opens inside a quotation begins one within it, if all of them close in the end (or the paragraph may
    run on into the next). Where they do not, a mark was lost: what opens anew is the quotation, and the first that
    closes ends it.
    """
    nested, left = _outermost(marks, line, nesting=True)
    if left > (1 if runs_on else 0):
        nested, left = _outermost(marks, line, nesting=False)
    last = nested[-1].span.end if nested else line.start
    if runs_on and not left and (opener := _lone_single(marks, last)):
        nested.append(Quotation(Span(opener.start, line.end), closed=False))
    return nested


def _lone_single(marks: list[_Mark], behind: int) -> _Mark | None:
    """A single mark that opens what nothing in its paragraph closes."""
    return next((mark for mark in marks if mark.glyph == "‘" and mark.may_open and mark.start >= behind), None)


def _outermost(marks: list[_Mark], line: Span, *, nesting: bool) -> tuple[list[Quotation], int]:
    """The outermost quotations, and how many are still open at the paragraph's end."""
    found: list[Quotation] = []
    waiting: list[_Mark] = []
    inside_single = line.start
    for number, mark in enumerate(marks):
        if mark.start < inside_single:
            continue
        if mark.glyph in _SINGLE:
            closing = None if waiting else _single_closing(mark, marks[number + 1 :])
            if closing:
                inside_single = closing.end
                found.append(Quotation(Span(mark.start, closing.end), closed=True))
        elif waiting and mark.may_close and mark.glyph in _PARTNERS[waiting[-1].glyph]:
            opener = waiting.pop()
            if not waiting:
                found.append(Quotation(Span(opener.start, mark.end), closed=True))
        elif _is_an_opening(mark, marks[number + 1 :]):
            waiting = [*waiting, mark] if nesting else [mark]
    if waiting:
        found.append(Quotation(Span(waiting[0].start, line.end), closed=False))
    return found, len(waiting)


def _single_closing(mark: _Mark, later: Sequence[_Mark]) -> _Mark | None:
    """What closes a single mark: the first that surely does, or, before another opens, the last that may."""
    doubtful = None
    for other in later if mark.may_open else ():
        if other.glyph not in _SINGLE:
            continue
        if other.may_close and other.surely:
            return other
        if other.may_close:
            doubtful = other
        elif other.may_open and doubtful:
            break
    return doubtful


def _is_an_opening(mark: _Mark, later: Sequence[_Mark]) -> bool:
    """Whether a mark opens: one shaped to close, or of two apostrophes, needs another that closes it."""
    if not mark.may_open:
        return False
    if mark.glyph not in _SHAPED_TO_CLOSE and mark.glyph != "''":
        return True
    return any(other.may_close and other.glyph in _PARTNERS[mark.glyph] for other in later)
