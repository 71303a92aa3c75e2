"""Attributions that the layout of a page makes, with no verb to tell them by.

Three are common to the press of many countries: the signature, a dash and a name behind somebody's words ("… enough."
― Ines Kolbe); the lead, a name and a colon before a quotation that has a line to itself (From Chairwoman Kolbe: "We
waited …"); and the turn of an interview or a transcript, the same without marks (KOLBE: We waited …).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.attributing.links import Attribution
from firsthand.model import Role, Span, TaggedSpan
from firsthand.text.paragraphs import paragraphs
from firsthand.text.quotation import Quotation, quoted_runs

_NAME = r"[^\W\d_a-zß-öø-ÿ](?:[\w'’\-]|\.(?=[^\S\n]*\w))*"
_PARTICLE = r"(?:de|da|di|del|della|der|den|du|el|al|bin|ibn|la|le|of|the|van|von|y|e)"
_NAMES = rf"{_NAME}(?:[^\S\n]+(?:{_NAME}|{_PARTICLE})){{0,6}}"
_SIGNATURE = re.compile(rf"\s*([―—–]|--)\s*({_NAMES}(?:,[^\n]{{1,60}})?)[^\S\n]*[.]?[^\S\n]*$", re.MULTILINE)
_TURN = re.compile(rf"[\"“”„«'‘]?\s*({_NAME}(?:[^\S\n]+{_NAME}){{0,3}})[^\S\n]*(:)[^\S\n]+(?=\S)")
_LEAD = re.compile(
    rf"(?:[Ff]rom[^\S\n]+)?({_NAMES}(?:[^\S\n]*\([^()\n]{{1,40}}\))?(?:,[^\S\n]*(?:(?:an?|the)\b|\d|[A-Z])[^\n:,\"“”„«»‘]{{0,50}})?)[^\S\n]*(:)[^\S\n]*$"
)
_OPENS = frozenset('"“„«‘')
_NO_SPEAKERS = frozenset(
    {"note", "update", "updated", "correction", "clarification", "question", "answer", "example", "quote", "exclusive"}
    | {
        "breaking",
        "watch",
        "read",
        "related",
        "more",
        "also",
        "photo",
        "video",
        "image",
        "caption",
        "headline",
        "title",
    }
    | {"topic", "theme", "motto", "slogan", "subject", "warning", "editor’s note", "editor's note", "disclaimer"}
)
"""What stands before a colon and is nobody."""
_VERBS = frozenset(
    {
        "said",
        "says",
        "added",
        "adds",
        "asked",
        "asks",
        "wrote",
        "writes",
        "replied",
        "replies",
        "continued",
        "continues",
    }
    | {"tweeted", "tweets", "posted", "posts", "responded", "responds", "answered", "recalled", "concluded", "quoth"}
    | {"explained", "declared", "stated", "noted", "observed", "remarked", "commented", "insisted", "joked", "warned"}
)
"""What comes before a name and a colon where the verb stands first: Said Kolbe: "…"."""
SURE = 0.9
"""How sure an attribution by layout is: the form leaves little doubt, but not none."""
LONGEST_LABEL = 40
"""Characters of the name before a turn; longer ones are sentences that happen to hold a colon."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An attribution by layout; a turn may run over several paragraphs."""

    source: Span
    cue: Span
    contents: tuple[Span, ...]


def laid_out(text: str, quoted: tuple[Quotation, ...]) -> list[Laid]:
    """The signatures, leads and turns of a text, in order."""
    by_name = (*_signatures(text, quoted), *_leads(text, quoted))
    turns = [turn for turn in _turns(text) if not any(turn.cue.overlaps(one.cue) for one in by_name)]
    return sorted((*by_name, *turns), key=lambda laid: laid.contents[0])


def overlaid(found: list[Attribution], laid: list[Laid]) -> list[Attribution]:
    """The attributions with those by layout in place of what was found about the same words.

    What is said inside a turn stands beside it ("KOLBE: He told me …"); only a guess about the turn as a whole goes.
    """
    own = [_attribution(one) for one in laid]
    whole = [content.span for attribution in own for content in attribution.contents]
    kept = []
    for attribution in found:
        rest = tuple(content for content in attribution.contents if not any(_same(content.span, one) for one in whole))
        if rest:
            kept.append(replace(attribution, contents=rest))
    return sorted([*kept, *own], key=lambda attribution: attribution.contents[0].span)


def _same(found: Span, laid: Span) -> bool:
    """Whether a found content is, for the most part, the laid-out one."""
    shared = min(found.end, laid.end) - max(found.start, laid.start)
    return shared > len(laid) / 2


def _attribution(laid: Laid) -> Attribution:
    contents = tuple(TaggedSpan(span, Role.CONTENT, SURE) for span in laid.contents)
    return Attribution(contents, TaggedSpan(laid.cue, Role.CUE, SURE), TaggedSpan(laid.source, Role.SOURCE, SURE), SURE)


def _signatures(text: str, quoted: tuple[Quotation, ...]) -> Iterator[Laid]:
    """Lines that begin and end with a quotation, and that a dash and a name close."""
    for quotation in quoted:
        signed = _SIGNATURE.match(text, quotation.span.end)
        first = _first_of_line(text, quotation, quoted)
        if quotation.closed and signed and first:
            yield Laid(Span(*signed.span(2)), Span(*signed.span(1)), (Span(first.span.start, quotation.span.end),))


def _first_of_line(text: str, quotation: Quotation, quoted: tuple[Quotation, ...]) -> Quotation | None:
    """The quotation with which the line of a quotation begins, if it begins with one."""
    line = text.rfind("\n", 0, quotation.span.start) + 1
    first = next(one for one in quoted if one.span.start >= line)
    return first if _begins_line(text, first.span.start) else None


def _leads(text: str, quoted: tuple[Quotation, ...]) -> Iterator[Laid]:
    """Lines of a name, a colon and a quotation that goes to the line's end, with what continues it."""
    for run in quoted_runs(quoted):
        first = run[0].span
        line = text.rfind("\n", 0, first.start) + 1
        lead = _LEAD.fullmatch(text, line, first.start)
        if lead and _may_speak(lead[1]) and not text[run[-1].span.end :].split("\n", 1)[0].strip():
            yield Laid(Span(*lead.span(1)), Span(*lead.span(2)), tuple(quotation.span for quotation in run))


def _may_speak(name: str) -> bool:
    return name.lower() not in _NO_SPEAKERS and name.split(maxsplit=1)[0].lower() not in _VERBS


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _turns(text: str) -> Iterator[Laid]:
    """Paragraphs under the name of who speaks; only where names take turns, for one colon means little."""
    lines = list(paragraphs(text))
    labels = [_TURN.match(text, line.start, line.end) for line in lines]
    names = Counter(label[1] for label in labels if label and len(label[1]) <= LONGEST_LABEL)
    speakers = {name for name, count in names.items() if count > 1}
    if len(speakers) < 2:
        return
    number = 0
    while number < len(lines):
        label = labels[number]
        number += 1
        if not label or label[1] not in names:
            continue
        contents = [Span(label.end(), lines[number - 1].end)]
        while number < len(lines) and not labels[number] and text[lines[number].start] in _OPENS:
            contents.append(lines[number])
            number += 1
        yield Laid(Span(*label.span(1)), Span(*label.span(2)), tuple(contents))
