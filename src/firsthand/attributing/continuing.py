"""Quotations that go on with what was quoted before them, with no cue of their own.

“The dam will hold,” she said. “But the gates are rusted.” Newspapers let one "she said" serve for the rest of its
paragraph, and a paragraph that is one quotation goes on with the speaker of the quotation before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.attributing.links import Attribution
from firsthand.model import Span, TaggedSpan
from firsthand.text.quotation import Quotation, quoted_runs

_WORD = re.compile(r"\w+")
_SENTENCE_ENDS = re.compile(r"[.?!…:][\"”’'»)\]]*\s*$")
_ENDS_WITH_STOP = re.compile(r"[.?!…—–-][\"”’'»]*$")
_NEW_SENTENCE = re.compile(r"\s*(?:$|\n|[\"“‘«'„]|[A-Z])")
LEAST_WORDS = 4
"""Shorter quotations are as often titles and words held at arm's length."""
LONG = 7
"""Of quotations of so many words, 98 of 100 are something that somebody says."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A quotation that is a sentence or more by itself, and where its paragraph starts."""

    span: Span
    paragraph: int

    @property
    def leads(self) -> bool:
        return self.span.start == self.paragraph


def continued(found: list[Attribution], text: str, quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions with every whole quotation that has no cue of its own given to the one it goes on with."""
    for run in quoted_runs(quoted):
        found = _as_one(found, [quotation.span for quotation in run])
    for whole in _wholes(text, quoted):
        owner = next((one for one in found if any(_is_of(content, whole) for content in one.contents)), None)
        if owner is None or _has_own_cue(owner, whole, text):
            continue
        before = _goes_on_with(found, owner, whole, text)
        if before:
            moved = tuple(content for content in owner.contents if _is_of(content, whole))
            found = [one for one in (_without(one, moved) if one is owner else one for one in found) if one]
            found = [_with(one, moved) if one is before else one for one in found]
    return sorted(found, key=lambda one: one.contents[0].span)


def _as_one(found: list[Attribution], run: list[Span]) -> list[Attribution]:
    """The attributions, the parts of a quotation that runs on over paragraphs held together under the cue of one."""
    owners = [one for one in found if any(_is_in(content, span) for content in one.contents for span in run)]
    alone = [one for one in owners if one.cue is None]
    if len(owners) < 2 or not alone:
        return found
    keeper = next((one for one in owners if one.cue), alone[0])
    joined = _with(keeper, tuple(content for one in alone if one is not keeper for content in one.contents))
    return [joined if one is keeper else one for one in found if one is keeper or one not in alone]


def spoken(text: str, quoted: Sequence[Quotation]) -> tuple[Span, ...]:
    """The quotations that are speech by their form: whole sentences, or too long for a title or a borrowed phrase."""
    whole = {one.span for one in _wholes(text, quoted)}
    return tuple(one.span for one in quoted if one.span in whole or len(_WORD.findall(one.span.of(text))) >= LONG)


def _wholes(text: str, quoted: Sequence[Quotation]) -> Iterator[_Whole]:
    for quotation in quoted:
        span = quotation.span
        paragraph = text.rfind("\n", 0, span.start) + 1
        before = text[paragraph : span.start]
        if (
            len(_WORD.findall(span.of(text))) >= LEAST_WORDS
            and (not before.strip() or _SENTENCE_ENDS.search(before))
            and (not quotation.closed or _ENDS_WITH_STOP.search(span.of(text)))
            and _NEW_SENTENCE.match(text, span.end)
        ):
            yield _Whole(span, paragraph + len(before) if not before.strip() else paragraph)


def _is_of(content: TaggedSpan, whole: _Whole) -> bool:
    return _is_in(content, whole.span)


def _is_in(content: TaggedSpan, quotation: Span) -> bool:
    """Whether a content is the quotation or lies in it."""
    shared = min(content.span.end, quotation.end) - max(content.span.start, quotation.start)
    return shared > len(content.span) / 2


def _has_own_cue(owner: Attribution, whole: _Whole, text: str) -> bool:
    """Whether its cue stands in its paragraph or before; one in a later paragraph is somebody else's."""
    return owner.cue is not None and "\n" not in text[whole.span.end : owner.cue.span.start]


def _goes_on_with(found: list[Attribution], owner: Attribution, whole: _Whole, text: str) -> Attribution | None:
    """The attribution that ends nearest before the quotation, if nothing else is said between the two."""
    ends = [
        (end, -number)
        for number, one in enumerate(found)
        if one is not owner and one.cue and (end := _end_before(one, whole.span.start)) is not None
    ]
    if not ends:
        return None
    end, number = max(ends)
    between = text[end : whole.span.start]
    if "\n" in between.strip("\n") or (not whole.leads and "\n" in between):
        return None
    return found[-number]


def _end_before(one: Attribution, at: int) -> int | None:
    spans = [held.span for held in (*one.contents, one.cue, one.source) if held]
    return max((span.end for span in spans if span.end <= at), default=None)


def _without(one: Attribution, moved: tuple[TaggedSpan, ...]) -> Attribution | None:
    rest = tuple(content for content in one.contents if content not in moved)
    return replace(one, contents=rest) if rest else None


def _with(one: Attribution, moved: tuple[TaggedSpan, ...]) -> Attribution:
    return replace(one, contents=tuple(sorted((*one.contents, *moved), key=lambda content: content.span)))
