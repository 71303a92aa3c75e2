"""Quotation marks that lost their partner, or met one of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model import Repair, RepairKind

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_MARK = re.compile("[«»“”„]")
_PARTNERS = {"“": "”", "«": "»", "„": "“"}
# "… the war.».": the sentence's stop stands on both sides of the closing mark.
_DOUBLE_STOP = re.compile(r"(?P<inner>\.)(?<=\w.)(?P<mark>[»”])(?=\.(?!\.))")
_GLUED_AFTER = re.compile(r"[»”](?<=[.!?…].)(?=[A-ZÀ-Þ][a-zß-ÿ]+)")
_SENTENCE_START = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[\"“«‘(]?[^\W\d_a-zß-ÿ])|(?<=[.!?…][»”])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Jr|Sr|St|vs|No|Inc|Ltd|Co|Corp|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec|U\.S|U\.N|U\.K|E\.U|a\.m|p\.m|etc|e\.g|i\.e|Mt|Ft))\.$"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: where, which, and what its surroundings make of it."""

    at: int
    glyph: str
    opens: bool


def find_quotation_repairs(text: str) -> Iterator[Repair]:
    """The marks to put in, take out or exchange, paragraph by paragraph."""
    if not _MARK.search(text):
        return
    paragraphs = [(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
    both_ways = _glyphs_used_both_ways(text)
    carried: set[str] = set()
    for number, (start, end) in enumerate(paragraphs):
        following = text[slice(*paragraphs[number + 1])] if number + 1 < len(paragraphs) else ""
        yield from _stops(text, start, end)
        marks = [mark for mark in _marks(text, start, end) if mark.glyph not in both_ways]
        yield from _partners(text, start, marks, carried, following)


def _glyphs_used_both_ways(text: str) -> frozenset[str]:
    """Marks that open and close alike, as in Swedish, or as “ does in German: their shape does not tell their partner.

    A few stray uses are damage, not custom.
    """
    counts: dict[str, list[int]] = {}
    for mark in _marks(text, 0, len(text)):
        counts.setdefault(mark.glyph, [0, 0])[mark.opens] += 1
    custom = {"“": True, "«": True, "„": True, "”": False, "»": False}
    return frozenset(
        glyph
        for glyph, uses in counts.items()
        if uses[not custom[glyph]] > 0 and uses[not custom[glyph]] * 4 >= sum(uses)
    )


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, start, end):
        at = found.start()
        before = text[at - 1 : at] if at > start else " "
        after = text[at + 1 : at + 2] if at + 1 < end else " "
        # Between spaces, or between letters, the shape alone decides.
        opening, closing = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–-…"
        opens = found[0] in "“«„" if opening == closing else opening
        yield _Mark(at, found[0], opens)


def _stops(text: str, start: int, end: int) -> Iterator[Repair]:
    for found in _DOUBLE_STOP.finditer(text, start, end):
        yield Repair(found.start("inner"), found.end("inner"), ".", "", RepairKind.QUOTATION_MARK)
    for found in _GLUED_AFTER.finditer(text, start, end):
        yield Repair(found.end(), found.end(), "", " ", RepairKind.SPACING)


def _partners(text: str, start: int, marks: list[_Mark], carried: set[str], following: str) -> Iterator[Repair]:
    """Pair the marks of one paragraph; `carried` holds the marks that earlier paragraphs opened and left open."""
    waiting: list[_Mark] = []
    floor = start
    for mark in marks:
        if mark.opens:
            waiting.append(mark)
            continue
        fits = [opener for opener in waiting if _fit(opener.glyph, mark.glyph)]
        if fits:
            del waiting[waiting.index(fits[-1]) :]
        elif waiting:
            opener = waiting.pop()
            yield Repair(mark.at, mark.at + 1, mark.glyph, _PARTNERS[opener.glyph], RepairKind.QUOTATION_MARK)
        elif any(_fit(glyph, mark.glyph) for glyph in carried):
            carried.clear()
        else:
            yield from _opener(text, floor, mark)
        floor = mark.at + 1
    if waiting and following.lstrip()[:1] != waiting[-1].glyph:
        carried.update(opener.glyph for opener in waiting)
    elif not waiting:
        carried.clear()


def _opener(text: str, floor: int, mark: _Mark) -> Iterator[Repair]:
    """What should stand where the words begin that a lone closing mark ends."""
    if text[mark.at - 1] in "0123456789=":  # inches, seconds, a torn tag
        return
    glyph = "«" if mark.glyph == "»" else "“"
    straight = [at for at in range(floor, mark.at) if text[at] == '"']
    if len(straight) % 2:
        yield Repair(straight[-1], straight[-1] + 1, '"', glyph, RepairKind.QUOTATION_MARK)
        return
    # Nothing opens: the words begin at the latest with this sentence.
    at = _sentence_start(text, floor, mark.at)
    if re.search(r"\w", text[at : mark.at]):
        yield Repair(at, at, "", glyph, RepairKind.QUOTATION_MARK)


def _fit(opener: str, closer: str) -> bool:
    # A closing mark that stands where one opens was turned the wrong way: whatever closes it is right.
    return closer in {"“": "”", "«": "»", "„": "“”"}.get(opener, closer)


def _sentence_start(text: str, floor: int, end: int) -> int:
    """Where the sentence that runs up to `end` begins, not before `floor`."""
    at = floor
    for found in _SENTENCE_START.finditer(text, floor, end - 1):
        if not _ABBREVIATION.search(text[max(floor, found.start() - 8) : found.start()]):
            at = found.end()
    while at < end and text[at].isspace():
        at += 1
    return at
