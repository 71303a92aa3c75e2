"""Claims that the page passes on without saying whose they are: "is accused of", "allegedly", "denied rumours that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.attributing.lexicon import CLAIM_NOUNS, DENY, HEARSAY
from firsthand.attributing.parties import names_somebody, party_at
from firsthand.attributing.prose import SUBJECTS, Prose
from firsthand.model import Act, Certainty, Form, Party, Span, Statement

PASSIVES: dict[str, tuple[Act, Certainty]] = {
    "accuse": (Act.ACCUSE, Certainty.POSSIBLE),
    **dict.fromkeys(
        ("believe", "think", "suspect", "presume", "assume", "understand"), (Act.BELIEVE, Certainty.PROBABLE)
    ),
    **dict.fromkeys(("fear",), (Act.BELIEVE, Certainty.POSSIBLE)),
    **dict.fromkeys(("say", "report", "allege", "rumour", "rumor", "claim"), (Act.ASSERT, Certainty.POSSIBLE)),
}
"""Verbs whose passive hides who says it, with what that makes of the claim."""
BEHIND_OF = frozenset({"accuse", "suspect"})
MADE = frozenset({"make", "raise", "level", "voice", "express", "air", "bring", "lodge", "repeat", "have", "share",
                  "lay", "hurl", "put"})  # fmt: skip
"""What one does who puts a claim forward himself: then it has a source."""
SURE = 0.7
"""How sure a claim found by rule is."""


def parted(prose: Prose, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The statements that have a source, and the claims that have none, in place of guesses about their cue."""
    found = [*_passives(prose), *_hearsay(prose, statements), *_denied(prose, statements), *_nouns(prose, statements)]
    kept = tuple(s for s in statements if not any(_same_cue(s, new) for new in found))
    new = tuple(new for n, new in enumerate(found) if not any(_same_cue(new, earlier) for earlier in found[:n]))
    return kept, new


def _same_cue(old: Statement, new: Statement) -> bool:
    return bool(old.cue and new.cue and old.cue.overlaps(new.cue))


def _claim(
    cue: Span, content: Sequence[Span], act: Act, certainty: Certainty, denied_by: tuple[Party, ...] = ()
) -> Statement:
    return Statement(
        id=f"r{cue.start}-{content[0].start}",
        content=tuple(sorted(content)),
        cue=cue,
        source=None,
        form=Form.INDIRECT,
        confidence=SURE,
        act=act,
        certainty=certainty,
        denied_by=denied_by,
    )


def _trimmed(prose: Prose, span: Span) -> Span:
    """The span without the marks and spaces at its end."""
    end = span.end
    while end > span.start + 1 and not (prose.text[end - 1].isalnum() or prose.text[end - 1] in "\"”’'»)%"):
        end -= 1
    return Span(span.start, end)


def _passives(prose: Prose) -> Iterator[Statement]:
    """ "X is accused of P", "a man believed to P", "it is thought that P"."""
    syntax = prose.syntax
    for verb in range(len(syntax)):
        if syntax.tag(verb) != "VBN" or syntax.lemma(verb) not in PASSIVES:
            continue
        if (
            prose.agent(verb) is not None
            or syntax.dependents(verb, "dobj", "nsubj")
            or (syntax.dependents(verb, "aux") and not syntax.dependents(verb, "auxpass"))
        ):
            continue
        about = _undergoer(prose, verb)
        complement = _complement(prose, verb)
        if about is None or complement is None:
            continue
        act, certainty = PASSIVES[syntax.lemma(verb)]
        cue = syntax.words[verb].span
        content = [_trimmed(prose, syntax.phrase(complement))]
        if syntax.form(about).lower() != "it" or syntax.relation(complement) != "ccomp":
            content.append(_noun_phrase(prose, about, verb))
        if not any(span.overlaps(cue) for span in content) and (
            len(content) == 1 or not content[0].overlaps(content[1])
        ):
            yield _claim(cue, content, act, certainty)


def _noun_phrase(prose: Prose, noun: int, verb: int) -> Span:
    """A noun with what belongs to it, short of the clause of the verb."""
    return prose.syntax.phrase(noun, without=frozenset({"acl", "relcl", "appos", "punct", "advcl"}))


def _undergoer(prose: Prose, verb: int) -> int | None:
    syntax = prose.syntax
    own = syntax.dependents(verb, "nsubjpass", "expl")
    if own:
        return own[0]
    above = syntax.head(verb)
    if above is None:
        return None
    if syntax.relation(verb) == "acl" and prose.is_noun(above):
        return above
    if syntax.relation(verb) == "conj" and syntax.dependents(above, "nsubjpass") and syntax.dependents(verb, "auxpass"):
        return syntax.dependents(above, "nsubjpass")[0]
    return None


def _complement(prose: Prose, verb: int) -> int | None:
    """The clause or phrase behind the verb that says what is claimed."""
    syntax = prose.syntax
    clause = next((n for n in syntax.dependents(verb, "xcomp", "ccomp") if n > verb), None)
    if syntax.lemma(verb) in BEHIND_OF:
        behind = next(
            (n for n in syntax.dependents(verb, "prep") if n > verb and syntax.form(n).lower() in {"of", "in"}), None
        )
        return behind if behind is not None else (clause if syntax.lemma(verb) == "suspect" else None)
    if clause is None:
        return None
    infinitive = any(syntax.form(n).lower() == "to" for n in syntax.dependents(clause, "aux"))
    return clause if infinitive or syntax.relation(clause) == "ccomp" else None


def _hearsay(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """ "He allegedly P": the subject, and what is said of it."""
    syntax = prose.syntax
    for number in range(len(syntax)):
        if syntax.form(number).lower() not in HEARSAY or syntax.tag(number) != "RB":
            continue
        verb = syntax.head(number)
        cue = syntax.words[number].span
        if (
            verb is None
            or not prose.is_verb(verb)
            or any(c.contains(cue) and not _same_span(s.cue, cue) for s in statements for c in s.content)
        ):
            continue
        act = Act.ASSERT
        held = [n for n in syntax.subtree(verb) if (n > number and syntax.relation(n) != "punct") or n == verb]
        subject = next(iter(syntax.dependents(verb, *SUBJECTS)), None)
        start = min((n for n in held if n > number), default=None)
        if start is None:
            continue
        last = _last_of_run(prose, start, set(syntax.subtree(verb)))
        content = [_trimmed(prose, Span(syntax.words[start].span.start, syntax.words[last].span.end))]
        if subject is not None and subject < number:
            about = _noun_phrase(prose, subject, verb)
            if about.end <= cue.start:
                content.append(about)
        yield _claim(cue, content, act, Certainty.POSSIBLE)


def _same_span(one: Span | None, other: Span) -> bool:
    return one is not None and one.overlaps(other)


def _last_of_run(prose: Prose, start: int, held: set[int]) -> int:
    last = start
    while last + 1 in held:
        last += 1
    return last


def _is_sourced(prose: Prose, noun: int) -> bool:
    """Whether the page says whose claim it is: "Ruiz's allegations", "allegations made by", "raised concerns"."""
    syntax = prose.syntax
    if syntax.dependents(noun, "poss") or prose.prepositions(noun, "by", "from", "among"):
        return True
    if any(prose.agent(verb) is not None for verb in syntax.dependents(noun, "acl", "relcl")):
        return True
    above = syntax.head(noun)
    return above is not None and syntax.relation(noun) == "dobj" and syntax.lemma(above) in MADE


def _said_by(prose: Prose, noun: int) -> Span | None:
    """What a noun of claiming says, behind it: "that P", "of P"."""
    syntax = prose.syntax
    for clause in syntax.dependents(noun, "acl", "ccomp", "relcl"):
        if clause > noun and syntax.tag(clause) != "VBN" and _is_content_clause(prose, clause):
            return _trimmed(prose, syntax.phrase(clause))
    for preposition in syntax.dependents(noun, "prep"):
        if preposition > noun and syntax.form(preposition).lower() in {"of", "about"}:
            noun_below = prose.pobj(preposition)
            verb_below = syntax.dependents(preposition, "pcomp")
            if noun_below is not None or verb_below:
                return _trimmed(prose, syntax.phrase(preposition))
    return None


def _is_content_clause(prose: Prose, clause: int) -> bool:
    """Whether a clause is what is claimed: "that he lied", not "that he made"."""
    syntax = prose.syntax
    marks = [syntax.form(n).lower() for n in syntax.dependents(clause, "mark")]
    has_subject = bool(syntax.dependents(clause, "nsubj", "nsubjpass", "expl"))
    return "that" in marks or (not marks and has_subject and syntax.relation(clause) != "relcl")


def _denied(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The claim in "X denied allegations that P", beside X's denial."""
    syntax = prose.syntax
    for noun in range(len(syntax)):
        if syntax.lemma(noun) not in CLAIM_NOUNS or not syntax.tag(noun).startswith("NN"):
            continue
        verb = _denying(prose, noun)
        content = _said_by(prose, noun)
        if verb is None or content is None or _is_sourced(prose, noun):
            continue
        subject = prose.subject(verb)
        denier = (party_at(prose, subject),) if subject is not None and names_somebody(prose, subject) else ()
        yield _noun_claim(prose, noun, content, denier)


def _denying(prose: Prose, noun: int) -> int | None:
    """The verb of denying whose object a noun is."""
    syntax = prose.syntax
    above = syntax.head(noun)
    if above is None or syntax.relation(noun) not in {"dobj", "conj"}:
        return None
    if syntax.relation(noun) == "conj":
        return _denying(prose, above) if above != noun and above < noun else None
    return above if syntax.lemma(above) in DENY and not prose.negated(above) else None


def _nouns(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """ "amid allegations that P", with nobody to whom they belong."""
    syntax = prose.syntax
    for noun in range(len(syntax)):
        if (
            syntax.lemma(noun) not in CLAIM_NOUNS
            or syntax.tag(noun) not in {"NN", "NNS"}
            or _denying(prose, noun) is not None
        ):
            continue
        cue = syntax.words[noun].span
        content = _said_by(prose, noun)
        sourced = _is_sourced(prose, noun) or any(_same_span(s.cue, cue) and s.source for s in statements)
        if content is None or sourced or any(c.contains(cue) for s in statements for c in s.content):
            continue
        if (
            CLAIM_NOUNS[syntax.lemma(noun)] is Act.BELIEVE
            or syntax.lemma(noun) in _LOOSE
            or not prose.text[content.start : content.end].lower().startswith(("that ", "of "))
        ):
            continue
        yield _noun_claim(prose, noun, content, ())


_LOOSE = frozenset(
    {
        "idea",
        "notion",
        "story",
        "account",
        "statement",
        "talk",
        "report",
        "complaint",
        "charge",
        "criticism",
        "claim",
        "assertion",
        "suggestion",
        "hint",
    }
)


def _noun_claim(prose: Prose, noun: int, content: Span, denier: tuple[Party, ...]) -> Statement:
    act = CLAIM_NOUNS[prose.syntax.lemma(noun)]
    return _claim(prose.syntax.words[noun].span, [content], act, Certainty.POSSIBLE, denier)
