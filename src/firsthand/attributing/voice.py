"""Who speaks where the verb is passive: the agent ("was warned by engineers"), not who is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from firsthand.attributing.links import Attribution
from firsthand.model import Role, Span, TaggedSpan
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

HEARERS = listed("""
    accuse admonish advise alert ask assure blame brief caution challenge command condemn contradict convince correct
    counsel criticise criticize denounce encourage entreat exhort grill implore inform instruct interrogate interview
    invite mock notify order persuade pester praise press prod promise query question quiz rebuke remind reprimand
    request scold summon teach tell threaten thank urge warn
""")
"""Verbs whose object hears or is talked of; as the subject of their passive it does not speak."""


def in_the_passive(found: list[Attribution], syntax: Syntax) -> list[Attribution]:
    """The attributions, those with a passive cue given to its agent, or to nobody where only a hearer is named."""
    return [_mended(one, syntax) for one in found]


_NOT_OF_A_NAME = frozenset({"relcl", "acl", "ccomp", "advcl", "punct"})
_SHARES_ITS_SUBJECT = frozenset({"conj", "xcomp", "advcl", "acl", "aux", "pcomp"})


def subject_of(cue: Span, syntax: Syntax) -> int | None:
    """The grammatical subject of a cue's last verb, its own or that of the verb which it shares it with."""
    words = syntax.within(cue)
    verbs = [number for number in words if syntax.tag(number).startswith("VB")] or list(words)
    if not verbs:
        return None
    for verb in (verbs[-1], *islice(syntax.ancestors(verbs[-1]), 3)):
        subjects = syntax.dependents(verb, "nsubj", "nsubjpass")
        if subjects:
            return subjects[0]
        if syntax.relation(verb) not in _SHARES_ITS_SUBJECT:
            return None
    return None


def _mended(one: Attribution, syntax: Syntax) -> Attribution:
    verb = _passive_verb(one.cue.span, syntax) if one.cue else None
    if verb is None:
        hearing = one.cue and one.source and _is_put_to(one.source.span, one.cue.span, syntax)
        return replace(one, source=None) if hearing else one
    hears = one.source is not None and _is_subject(one.source.span, verb, syntax)
    agent = _agent(verb, syntax)
    if agent and (hears or one.source is None):
        sure = min(content.confidence for content in one.contents)
        return replace(one, source=TaggedSpan(agent, Role.SOURCE, sure))
    if hears and syntax.lemma(verb) in HEARERS:
        return replace(one, source=None)
    return one


def _passive_verb(cue: Span, syntax: Syntax) -> int | None:
    """The last participle of a cue, if it is passive."""
    participles = [number for number in syntax.within(cue) if syntax.tag(number) == "VBN"]
    if not participles or not syntax.dependents(participles[-1], "auxpass", "nsubjpass", "agent"):
        return None
    return participles[-1]


def _is_put_to(source: Span, cue: Span, syntax: Syntax) -> bool:
    """Whether a source is who is asked or told: "Asked whether he knew, the mayor laughed"."""
    verb = next(iter(syntax.within(cue)), None)
    return verb is not None and opens_as_asked(verb, syntax) and source.start > cue.end


def opens_as_asked(verb: int, syntax: Syntax) -> bool:
    """Whether a sentence opens with a bare participle that tells what was put to its subject."""
    opens = syntax.form(verb)[:1].isupper() and syntax.relation(verb) in {"advcl", "acl", "prep"}
    return opens and syntax.tag(verb) == "VBN" and syntax.lemma(verb) in HEARERS


def _is_subject(source: Span, verb: int, syntax: Syntax) -> bool:
    clause = (verb, *(above for above in syntax.ancestors(verb) if syntax.relation(verb) in {"conj", "xcomp"}))
    subjects = (subject for number in clause[:2] for subject in syntax.dependents(number, "nsubjpass", "nsubj"))
    return any(source.contains(syntax.words[subject].span) for subject in subjects)


def _agent(verb: int, syntax: Syntax) -> Span | None:
    """The words behind "by"."""
    below = (noun for by in syntax.dependents(verb, "agent") for noun in syntax.dependents(by, "pobj"))
    noun = next((noun for noun in below if syntax.tag(noun).startswith(("NN", "PRP"))), None)
    return None if noun is None else syntax.phrase(noun, without=_NOT_OF_A_NAME)
