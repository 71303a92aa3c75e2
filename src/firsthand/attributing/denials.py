"""Who denies a statement: in its own sentence, or elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.attributing.lexicon import ANAPHORIC_CLAIMS, CLAIM_NOUNS, DENY
from firsthand.attributing.parties import names_somebody, party_at, same
from firsthand.attributing.prose import Prose
from firsthand.model import Act, Party, Span, Statement
from firsthand.text.word_lists import listed

NEAR = 3
"""Sentences before a denial in which what it denies may stand."""
NEXT = 1
"""Sentences back at most where what stands there neither accuses nor names who denies."""
_LIGHT = listed("be have do say tell make take get go come that this it which who he she they not any all other")
_CONTENT_TAGS = ("NN", "VB", "JJ")
DENIABLE = frozenset({Act.ASSERT, Act.ACCUSE, Act.BELIEVE, Act.PREDICT})
_TAKEN_UP = ANAPHORIC_CLAIMS | frozenset(CLAIM_NOUNS) | {"which", "part", "role", "complicity", "guilt", "report"}


def with_denials(prose: Prose, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with those who deny them."""
    ordered = sorted(statements, key=lambda statement: statement.content[0])
    denied: dict[str, list[Party]] = {statement.id: list(statement.denied_by) for statement in ordered}
    for number, statement in enumerate(ordered):
        if statement.act is Act.DENY and statement.chain:
            for target in _targets(prose, ordered, number):
                denied[target.id].append(statement.chain[0].party)
    for statement, party in _denial_nouns(prose, ordered):
        denied[statement.id].append(party)
    for verb, party in _denying_clauses(prose):
        stated = _told_before(prose, ordered, verb)
        if stated:
            denied[stated.id].append(party)
    return tuple(replace(s, denied_by=_unrepeated(s, denied[s.id])) for s in ordered)


def _denying_clauses(prose: Prose) -> Iterator[tuple[int, Party]]:
    """ "…, which Y denies", "…, a charge that Y dismissed": the verbs, with those who deny."""
    syntax = prose.syntax
    for verb in range(len(syntax)):
        above = syntax.head(verb)
        if syntax.lemma(verb) not in DENY or syntax.relation(verb) not in {"relcl", "acl"} or above is None:
            continue
        subject = next(iter(syntax.dependents(verb, "nsubj")), None)
        which = [n for n in syntax.dependents(verb, "dobj") if syntax.form(n).lower() in {"which", "that"}]
        is_claim = syntax.lemma(above) in CLAIM_NOUNS and syntax.relation(above) == "appos"
        comma = above < verb and any(syntax.form(n) == "," for n in range(above + 1, verb))
        taken_up = is_claim or (comma and any(syntax.form(n).lower() == "which" for n in which))
        if taken_up and subject is not None and names_somebody(prose, subject) and not prose.negated(verb):
            yield verb, party_at(prose, subject)


def _told_before(prose: Prose, statements: Sequence[Statement], verb: int) -> Statement | None:
    """What its sentence states before a clause."""
    sentence, at = prose.syntax.sentence(verb), prose.syntax.words[verb].span.start
    stated = [s for s in statements if s.act in DENIABLE and sentence.start <= s.content[0].start < at]
    return stated[-1] if stated else None


def _unrepeated(statement: Statement, parties: Sequence[Party]) -> tuple[Party, ...]:
    kept: list[Party] = []
    for party in parties:
        vouching = statement.chain and same(statement.chain[0].party, party)
        if not vouching and not any(same(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def _targets(prose: Prose, statements: Sequence[Statement], number: int) -> list[Statement]:
    """What a denial denies: by words in common where it names the matter, else the charge nearest before it."""
    denial = statements[number]
    if any(s.denied_by and _shares_words(s, denial) for s in statements):
        # "denied allegations that P": the claim stands right in the denial.
        return []
    place = _sentence_number(prose, denial.content[0])
    denier = denial.chain[0].party
    near = [
        s
        for s in statements
        if s is not denial
        and s.act in DENIABLE
        and 0 <= place - _sentence_number(prose, s.content[0]) <= NEAR
        and not (s.chain and same(s.chain[0].party, denier))
        and not any(c.overlaps(d) for c in s.content for d in denial.content)
    ]
    if not _takes_up(prose, denial):
        return [s for s in near if _overlap(prose, s, denial) and (_names(prose, s, denier) or s.act is Act.ACCUSE)]
    charges = [s for s in near if s.act is Act.ACCUSE or _names(prose, s, denier)] or _following(
        prose, statements, number, denier
    )
    charges = charges or [s for s in near[-1:] if place - _sentence_number(prose, s.content[0]) <= NEXT]
    if not charges:
        return []
    nearest = charges[-1]
    return [
        s for s in charges if s.chain[:1] and nearest.chain[:1] and same(s.chain[0].party, nearest.chain[0].party)
    ] or [nearest]


def _following(prose: Prose, statements: Sequence[Statement], number: int, denier: Party) -> list[Statement]:
    """A charge that is told only after the denial: "Ruiz rejected the claims. … accused Ruiz of …"."""
    place = _sentence_number(prose, statements[number].content[0])
    later = [s for s in statements[number + 1 :] if _sentence_number(prose, s.content[0]) - place <= NEAR]
    return [s for s in later if s.act is Act.ACCUSE and _names(prose, s, denier)][:1]


def _shares_words(one: Statement, other: Statement) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _sentence_number(prose: Prose, span: Span) -> int:
    sentences = prose.syntax.sentences
    return next((n for n, sentence in enumerate(sentences) if sentence.end > span.start), len(sentences))


def _takes_up(prose: Prose, denial: Statement) -> bool:
    """Whether what is denied is named only as something said before: "the allegations", "it", "any involvement"."""
    head = prose.syntax.head_of(denial.content[0])
    return head is not None and (prose.syntax.lemma(head) in _TAKEN_UP or prose.syntax.form(head).lower() in _TAKEN_UP)


def _lemmas(prose: Prose, statement: Statement) -> set[str]:
    syntax = prose.syntax
    words = (n for span in statement.content for n in syntax.within(span) if syntax.tag(n).startswith(_CONTENT_TAGS))
    return {syntax.lemma(n) for n in words} - _LIGHT


def _overlap(prose: Prose, one: Statement, other: Statement) -> bool:
    return bool(_lemmas(prose, one) & _lemmas(prose, other))


def _names(prose: Prose, statement: Statement, party: Party) -> bool:
    """Whether a statement speaks of a party, by a capitalised word of its name or by the whole of it."""
    said = {prose.syntax.form(n).lower() for span in statement.content for n in prose.syntax.within(span)}
    words = [word for word in party.name.replace("’s", "").replace("'s", "").split() if word[:1].isupper()]
    return any(word.lower() in said for word in words)


def _denial_nouns(prose: Prose, statements: Sequence[Statement]) -> list[tuple[Statement, Party]]:
    """ "…, despite denials from Y and Z": what the sentence states, denied by each of them."""
    syntax = prose.syntax
    found = []
    for noun in range(len(syntax)):
        if syntax.lemma(noun) not in {"denial", "rebuttal"} or not syntax.tag(noun).startswith("NN"):
            continue
        owners = [*prose.prepositions(noun, "from", "by"), *syntax.dependents(noun, "poss")]
        sentence = syntax.sentence(noun)
        stated = [s for s in statements if s.act in DENIABLE and any(c.overlaps(sentence) for c in s.content)]
        for owner in (each for one in owners for each in syntax.conjuncts(one)):
            if prose.is_noun(owner) and stated:
                nearest = max(
                    (s for s in stated if s.content[0].start <= syntax.words[noun].span.start),
                    key=lambda s: s.confidence,
                    default=stated[0],
                )
                found.append((nearest, _single(prose, owner)))
    return found


def _single(prose: Prose, owner: int) -> Party:
    """One of several, by itself."""
    name = prose.name_at(owner)
    span = (
        name.span
        if name
        else prose.syntax.phrase(owner, without=frozenset({"cc", "conj", "preconj", "punct", "relcl", "appos", "acl"}))
    )
    return party_at(prose, owner, span)
