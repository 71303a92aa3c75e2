"""Contents that are parts of one: nothing but the cue and the source may stand between what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.attributing.lexicon import SAYING
from firsthand.attributing.links import Attribution
from firsthand.model import Role, Span, TaggedSpan
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_OPENS_A_CLAUSE = listed("that whether if how why what when where to because")
"""How a clause begins that cannot stand by itself, so goes on with what is said before it."""
WORDS_LEFT_OUT = 4
"""A gap of more words is seldom one by mistake."""
MARKS = frozenset('"“”„«»')
"""Where quoted words end or begin, something else does."""
_RUNS_ON = re.compile(r"[\s,–—-]*")
_PLAIN = re.compile(r"[\w\s'’-]*")


def pieced(found: list[Attribution], spans: Sequence[TaggedSpan], syntax: Syntax) -> list[Attribution]:
    """The attributions, contents that nobody is shown to say joined to those they run on from, and gaps closed."""
    for orphan in [one for one in found if one.cue is None and one.source is None]:
        before = next((one for one in found if one.cue and _runs_on(one, orphan, syntax)), None)
        if before:
            contents = tuple(sorted((*before.contents, *orphan.contents), key=lambda content: content.span))
            joined = replace(before, contents=contents)
            found = [joined if one is before else one for one in found if one is not orphan]
    parts = [span.span for span in spans if span.role is not Role.CONTENT]
    return [replace(one, contents=tuple(_closed(one, parts, syntax))) for one in found]


def _runs_on(one: Attribution, orphan: Attribution, syntax: Syntax) -> bool:
    """Whether an orphan begins where what is said ends, in the same sentence."""
    start = orphan.contents[0].span.start
    first = syntax.within(orphan.contents[0].span)
    if not first or syntax.form(first[0]).lower() not in _OPENS_A_CLAUSE:
        return False
    return any(
        content.span.end <= start
        and _RUNS_ON.fullmatch(syntax.text, content.span.end, start)
        and _in_one_sentence(content.span, orphan.contents[0].span, syntax)
        for content in one.contents
    )


def _closed(one: Attribution, parts: Sequence[Span], syntax: Syntax) -> Iterator[TaggedSpan]:
    held: TaggedSpan | None = None
    for content in one.contents:
        if held and _is_gap(held.span, content.span, parts, syntax):
            sure = min(held.confidence, content.confidence)
            held = replace(held, span=Span(held.span.start, content.span.end), confidence=sure)
            continue
        if held:
            yield held
        held = content
    if held:
        yield held


def _is_gap(first: Span, second: Span, parts: Sequence[Span], syntax: Syntax) -> bool:
    if second.start <= first.end:
        return False
    between = Span(first.end, second.start)
    marked = syntax.text[first.end - 1] in MARKS or syntax.text[second.start] in MARKS
    reported = any(syntax.lemma(word) in SAYING for word in syntax.within(between))
    return (
        not (marked or reported)
        and len(syntax.within(between)) <= WORDS_LEFT_OUT
        and bool(_PLAIN.fullmatch(syntax.text, between.start, between.end))
        and not any(part.overlaps(between) for part in parts)
        and _in_one_sentence(first, second, syntax)
    )


def _in_one_sentence(first: Span, second: Span, syntax: Syntax) -> bool:
    inside = syntax.within(Span(first.start, second.end))
    return bool(inside) and "\n" not in first.of(syntax.text) and syntax.root(inside[0]) == syntax.root(inside[-1])
