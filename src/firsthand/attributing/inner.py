"""Reports told inside other reports, where only the outer one was marked: "X said Y had told him that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.attributing.chains import anchor_of, one_person
from firsthand.attributing.lexicon import DENY, SAYING
from firsthand.attributing.parties import names_somebody
from firsthand.attributing.prose import Prose
from firsthand.model import Form, Span, Statement
from firsthand.text.quotation import quotations

LESS_SURE = 0.65
"""How sure an inner report is, beside the outer one it is read from."""


def inner_reports(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The reports that stand in retold ones as their main clause, have a speaker of their own, and went unmarked."""
    quoted = [quotation.span for quotation in quotations(prose.text)]
    for outer in statements:
        if outer.form is Form.DIRECT or outer.cue is None or len(outer.content) != 1:
            continue
        inner = _inner(prose, outer)
        if inner and any(mark.overlaps(inner.cue) for mark in quoted if inner.cue):
            continue
        if inner and not any(other.cue and inner.cue and other.cue.overlaps(inner.cue) for other in statements):
            yield inner


def _inner(prose: Prose, outer: Statement) -> Statement | None:
    syntax = prose.syntax
    verb = syntax.head_of(outer.content[0])
    if verb is None or not prose.is_verb(verb) or syntax.lemma(verb) not in SAYING or prose.negated(verb):
        return None
    subjects = syntax.dependents(verb, "nsubj")
    clauses = [n for n in syntax.dependents(verb, "ccomp") if prose.is_verb(n) and n > verb]
    if syntax.lemma(verb) in DENY:
        clauses += [n for n in syntax.dependents(verb, "dobj") if n > verb]
    if not subjects or not clauses or not names_somebody(prose, subjects[0]) or _is_outer(prose, outer, subjects[0]):
        return None
    # The clause may run on in further ones that the tree hangs elsewhere; what is retold ends with the outer report.
    start = syntax.phrase(clauses[0]).start
    if start >= outer.content[0].end:
        # A tree that has gone astray may hang a clause of a later sentence here.
        return None
    content = _clipped(Span(start, outer.content[0].end), outer.content[0])
    if content is None:
        return None
    return Statement(
        id=f"{outer.id}i",
        content=(content,),
        cue=syntax.words[verb].span,
        source=syntax.phrase(subjects[0], without=frozenset({"relcl", "acl", "punct"})),
        form=Form.INDIRECT,
        confidence=outer.confidence * LESS_SURE,
    )


def _is_outer(prose: Prose, outer: Statement, subject: int) -> bool:
    anchor = anchor_of(prose, outer)
    speaker = prose.syntax.head_of(outer.source) if outer.source else (prose.subject(anchor.word) if anchor else None)
    return speaker is None or one_person(prose, subject, speaker)


def _clipped(span: Span, within: Span) -> Span | None:
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None
