"""Reports told inside other reports, where only the outer one was marked: "X said Y had told him that …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.attributing.chains import anchor_of, one_person
from firsthand.attributing.forms import form_of
from firsthand.attributing.lexicon import DENY, SAYING, SOURCES, SUGGESTING
from firsthand.attributing.parties import is_document, names_somebody
from firsthand.attributing.parts import MARKS
from firsthand.attributing.prose import Prose
from firsthand.model import Form, Span, Statement
from firsthand.text.noun_classes import noun_classes
from firsthand.text.quotation import quotations

_PERCEIVING = frozenset({"see", "find", "feel", "view", "sense", "consider", "want", "expect"})
"""Verbs whose bare clause is an object: "they saw prices go up"."""
_SHOWING = SUGGESTING | {"show", "find", "prove", "demonstrate", "reveal"}
"""Verbs that may be said of facts as well as of people."""
LESS_SURE = 0.65
"""How sure an inner report is, beside the outer one it is read from."""


def inner_reports(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The reports that stand in retold ones as a main clause, have a speaker of their own, and went unmarked."""
    marks = quotations(prose.text)
    quoted = [quotation.span for quotation in marks]
    for outer in statements:
        if outer.form is Form.DIRECT or outer.cue is None:
            continue
        for number, inner in enumerate(_inner(prose, outer), 1):
            if any(mark.overlaps(inner.cue) for mark in quoted if inner.cue):
                continue
            if not any(other.cue and inner.cue and other.cue.overlaps(inner.cue) for other in statements):
                yield replace(inner, id=f"{outer.id}i{number}", form=form_of(inner.content, prose.text, marks))


def _inner(prose: Prose, outer: Statement) -> Iterator[Statement]:
    """The reports among the main clauses of what is said, in their order."""
    verbs = list(_main_verbs(prose, outer))
    for number, verb in enumerate(verbs):
        after = next((n for n in verbs[number + 1 :] if _begins_anew(prose, n)), None)
        report = _report(prose, outer, verb, after)
        if report:
            yield report


def _main_verbs(prose: Prose, outer: Statement) -> Iterator[int]:
    """The verbs on which all that is said hangs: "that the dam was old and that engineers had warned them"."""
    syntax = prose.syntax
    for content in outer.content:
        top = syntax.head_of(content)
        inside = syntax.within(content)
        if top is not None and prose.is_verb(top):
            yield from (verb for verb in syntax.conjuncts(top) if prose.is_verb(verb) and verb in inside)


def _begins_anew(prose: Prose, verb: int) -> bool:
    """Whether a clause is told by the outer report, not by the one before it: "and that …", "and B said …"."""
    syntax = prose.syntax
    opens = any(syntax.form(n).lower() == "that" for n in syntax.dependents(verb, "mark"))
    return opens or syntax.lemma(verb) in SAYING


def _report(prose: Prose, outer: Statement, verb: int, after: int | None) -> Statement | None:
    syntax = prose.syntax
    if syntax.lemma(verb) not in SAYING or prose.negated(verb):
        return None
    speaker = _speaker(prose, verb)
    clauses = [n for n in syntax.dependents(verb, "ccomp") if n > verb and _tells(prose, verb, n)]
    if syntax.lemma(verb) in DENY:
        clauses += [n for n in syntax.dependents(verb, "dobj") if n > verb]
    if speaker is None or not clauses or not _may_report(prose, speaker, verb) or _is_outer(prose, outer, speaker):
        return None
    content = _content(prose, outer, verb, clauses[0], after)
    if content is None:
        return None
    return Statement(
        id=outer.id,
        content=(content,),
        cue=syntax.words[verb].span,
        source=syntax.phrase(speaker, without=frozenset({"relcl", "acl", "punct"})),
        form=Form.INDIRECT,
        confidence=outer.confidence * LESS_SURE,
    )


def _may_report(prose: Prose, speaker: int, verb: int) -> bool:
    """Whether somebody, or a document, reports: a gap or a trend that shows something has no voice."""
    syntax = prose.syntax
    if not names_somebody(prose, speaker):
        return False
    mute = syntax.tag(speaker) in {"NN", "NNS"} and noun_classes().get(syntax.lemma(speaker)) not in {"people", "body"}
    known = prose.name_at(speaker) or is_document(prose, speaker) or syntax.lemma(speaker) in SOURCES
    return bool(known) or not mute or syntax.lemma(verb) not in _SHOWING


def _tells(prose: Prose, verb: int, clause: int) -> bool:
    """Whether a clause can be told; "they saw prices go up" tells nothing."""
    syntax = prose.syntax
    perceived = syntax.lemma(verb) in _PERCEIVING and not syntax.dependents(clause, "mark")
    return prose.is_verb(clause) and not perceived


def _speaker(prose: Prose, verb: int) -> int | None:
    """Who says it: the subject; in the passive, whoever stands behind "by" ("they were told by engineers that …")."""
    syntax = prose.syntax
    if syntax.dependents(verb, "auxpass", "nsubjpass"):
        return prose.agent(verb)
    return next(iter(syntax.dependents(verb, "nsubj")), None)


def _content(prose: Prose, outer: Statement, verb: int, clause: int, after: int | None) -> Span | None:
    """What is told, from its clause on to where the outer report ends, or its next clause begins.

    It may run on in further clauses that the tree hangs elsewhere.
    """
    syntax = prose.syntax
    phrase = syntax.phrase(clause)
    opening = next((n for n in range(verb + 1, clause) if syntax.form(n).lower() == "that"), None)
    if opening is not None and syntax.tag(opening) == "IN":
        phrase = Span(min(phrase.start, syntax.words[opening].span.start), phrase.end)
    within = next((one for one in outer.content if one.start <= phrase.start < one.end), None)
    if within is None:
        # A tree that has gone astray may hang a clause of a later sentence here.
        return None
    if MARKS.intersection(prose.text[syntax.words[verb].span.end : phrase.start]):
        return None  # it begins amid quoted words
    end = within.end if after is None else min(within.end, max(phrase.end, syntax.words[clause].span.end))
    return _clipped(Span(phrase.start, end), within)


def _is_outer(prose: Prose, outer: Statement, subject: int) -> bool:
    anchor = anchor_of(prose, outer)
    speaker = prose.syntax.head_of(outer.source) if outer.source else (prose.subject(anchor.word) if anchor else None)
    return speaker is None or one_person(prose, subject, speaker)


def _clipped(span: Span, within: Span) -> Span | None:
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None
