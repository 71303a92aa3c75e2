"""The statements of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from firsthand.attributing.confidence import SAID_BY_SOMEBODY, Signs, confidence, signs
from firsthand.attributing.continuing import continued, spoken
from firsthand.attributing.forms import form_of
from firsthand.attributing.layout import laid_out, overlaid
from firsthand.attributing.links import Attribution, join
from firsthand.attributing.parts import pieced
from firsthand.attributing.speakers import spoken_of_before
from firsthand.attributing.voice import in_the_passive
from firsthand.attributing.vouching import vouched
from firsthand.model import Form, Link, LinkRole, Party, Span, Statement, Tagged
from firsthand.text.quotation import Quotation, quotations
from firsthand.text.syntax import Syntax


def attribute(text: str, tagged: Tagged) -> tuple[Statement, ...]:
    """The statements that the tagged spans of a text make, in order of the text."""
    speech = spoken(text, quotations(text))
    found = attributions(text, tagged, Syntax(text, tagged.words))
    said = tuple(_statement(f"s{n}", one, speech, text) for n, one in enumerate(found, 1))
    return vouched(said, text, tagged)


class Attributed(NamedTuple):
    """An attribution, in what form its words are given, and what shows how sure it is."""

    attribution: Attribution
    form: Form
    shown: Signs


def attributions(text: str, tagged: Tagged, syntax: Syntax) -> list[Attributed]:
    """What is attributed in a text.

    Words that nobody is shown to say count only where quotation marks show that somebody does.
    """
    marks = quotations(text)
    linked = join(tagged, lambda span: form_of([span], text, marks) is not Form.INDIRECT)
    linked = in_the_passive(pieced(linked, tagged.spans, syntax), syntax)
    led = continued(overlaid(linked, laid_out(text, marks)), text, marks)
    found = spoken_of_before(led, spoken(text, marks), syntax, tagged.names)
    joined = [(attribution, _form(attribution, text, marks)) for attribution in found]
    return [
        Attributed(attribution, form, signs(attribution, form, syntax))
        for attribution, form in joined
        if attribution.cue or form is not Form.INDIRECT
    ]


def _form(attribution: Attribution, text: str, marks: tuple[Quotation, ...]) -> Form:
    return form_of([content.span for content in attribution.contents], text, marks)


def _confidence(one: Attributed, speech: Sequence[Span]) -> float:
    """How sure the attribution is; that somebody says a whole quotation is sure even where nobody is shown to."""
    sure = confidence(one.shown)
    held = one.attribution
    if held.cue is None and any(_mostly(content.span, speech) for content in held.contents):
        return max(sure, SAID_BY_SOMEBODY)
    return sure


def _mostly(content: Span, speech: Sequence[Span]) -> bool:
    return any(min(content.end, one.end) - max(content.start, one.start) > len(content) / 2 for one in speech)


def _statement(name: str, one: Attributed, speech: Sequence[Span], text: str) -> Statement:
    attribution = one.attribution
    source = attribution.source.span if attribution.source else None
    return Statement(
        id=name,
        content=tuple(content.span for content in attribution.contents),
        cue=attribution.cue.span if attribution.cue else None,
        source=source,
        form=one.form,
        confidence=_confidence(one, speech),
        chain=(Link(Party(" ".join(source.of(text).split()), source), LinkRole.ORIGIN),) if source else (),
    )
