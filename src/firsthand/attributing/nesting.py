"""Reports within reports: whose chain goes on in whose, and which of them says nothing of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attributing.chains import QUOTING, anchor_of, one_person, own_chain, reported_by, told_first, unrepeated
from firsthand.attributing.parties import is_document, is_outlet, party_at
from firsthand.attributing.prose import Prose
from firsthand.model import Form, Link, LinkRole, Party, Span, Statement

FIRST_PERSON = frozenset({"i", "we"})
MOSTLY = 0.6
"""The share of a report's words that the report in it must hold for the outer one to say no more."""


def chained(prose: Prose, marked: Sequence[Statement], read: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their chains, each told once, with the innermost words and the whole way of them.

    `read` are reports inside marked ones that were only read from the syntax: there the outer one stays beside them,
    since readers differ on which of the two is meant.
    """
    statements = (*marked, *read)
    read_ids = {statement.id for statement in read}
    holders = [_holder(statement, statements) for statement in statements]
    own = {statement.id: own_chain(prose, statement) for statement in statements}
    chains: list[tuple[Party, ...]] = []
    for statement, holder in zip(statements, holders, strict=True):
        chain = own[statement.id]
        held = holder
        if held is None:
            chain = unrepeated([*chain, *reported_by(prose, statement, chain)])
        for _ in statements:
            if held is None:
                break
            chain = _joined(prose, statement, chain, own[held.id])
            held = _holder(held, statements)
        chains.append(chain)
    chains = [
        _carried(prose, statement, chain, chains[:n])
        for n, (statement, chain) in enumerate(zip(statements, chains, strict=True))
    ]
    spent = {
        holder.id
        for statement, holder in zip(statements, holders, strict=True)
        if holder and statement.id not in read_ids and _says_no_more(prose, holder, statement)
    }
    return tuple(
        replace(statement, chain=_links(chain), content=_beyond_who(prose, statement, chain))
        for statement, chain in zip(statements, chains, strict=True)
        if statement.id not in spent and not _names_only_who(statement, chain) and not _is_only_cited(prose, statement)
    )


def _names_only_who(statement: Statement, chain: Sequence[Party]) -> bool:
    """Whether a "content" is no more than the name of who vouches: "citing the ministry"."""
    if not chain or chain[0].span is None:
        return False
    words = max(len(span) for span in statement.content)
    return (
        len(statement.content) == 1 and statement.content[0].contains(chain[0].span) and words <= len(chain[0].span) + 4
    )


def _beyond_who(prose: Prose, statement: Statement, chain: Sequence[Party]) -> tuple[Span, ...]:
    """The content without who vouches for it at its head: "quoting *a source in the navy*, that P"."""
    anchor = anchor_of(prose, statement)
    first = statement.content[0]
    who = chain[0].span if chain else None
    if anchor is None or who is None or prose.syntax.lemma(anchor.word) not in QUOTING or not first.contains(who):
        return statement.content
    start = next((n for n in prose.syntax.within(first) if prose.syntax.form(n).lower() == "that"), None)
    opens = (
        start is not None and who.start <= first.start + len("the ") and who.end <= prose.syntax.words[start].span.start
    )
    if start is None or not opens:
        return statement.content
    return (Span(prose.syntax.words[start].span.start, first.end), *statement.content[1:])


def _is_only_cited(prose: Prose, statement: Statement) -> bool:
    """Whether a "content" is a document that somebody goes by, not what it says: "citing the ship's register"."""
    anchor = anchor_of(prose, statement)
    if anchor is None or len(statement.content) != 1 or statement.form is not Form.INDIRECT:
        return False
    head = prose.syntax.head_of(statement.content[0])
    return (
        prose.syntax.lemma(anchor.word) in QUOTING
        and head is not None
        and is_document(prose, head)
        and not any(prose.is_verb(n) for n in prose.syntax.dependents(head, "acl", "ccomp") if prose.has_subject(n))
    )


def _links(chain: Sequence[Party]) -> tuple[Link, ...]:
    return tuple(Link(party, LinkRole.RELAY if n else LinkRole.ORIGIN) for n, party in enumerate(chain))


def _holder(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The smallest other statement whose words hold this one's cue."""
    if statement.cue is None:
        return None
    cue = statement.cue
    holding = [
        other for other in statements if other.id != statement.id and any(c.contains(cue) for c in other.content)
    ]
    # A cue between two halves of one quotation is not inside it; spans keep it out. Of two that hold each other, none.
    holding = [other for other in holding if not (other.cue and any(c.contains(other.cue) for c in statement.content))]
    return min(holding, key=lambda other: sum(map(len, other.content)), default=None)


def _joined(
    prose: Prose, statement: Statement, chain: tuple[Party, ...], outer: tuple[Party, ...]
) -> tuple[Party, ...]:
    if not outer:
        return chain
    if chain and _means(prose, statement, outer[0]):
        # "… I believe …," Ruiz told the Herald: the speaker is named by the report.
        return unrepeated([*chain[:1], *outer[1:], *chain[1:]])
    return unrepeated([*chain, *told_first(prose, statement, outer[0]), *outer])


def _means(prose: Prose, statement: Statement, outer: Party) -> bool:
    if statement.source is None or outer.span is None:
        return statement.source is None
    inner = prose.syntax.head_of(statement.source)
    head = prose.syntax.head_of(outer.span)
    return head is None or one_person(prose, inner, head)


def _says_no_more(prose: Prose, outer: Statement, inner: Statement) -> bool:
    """Whether a retold report consists of the report in it: "She said police told her that …"."""
    if outer.form is not Form.INDIRECT:
        return False
    anchor = anchor_of(prose, inner)
    head = prose.syntax.head_of(outer.content[0])
    if anchor is not None and anchor.word == head:
        return True
    held = sum(len(span) for span in inner.content if any(c.contains(span) for c in outer.content))
    return held >= MOSTLY * sum(map(len, outer.content))


def _carried(
    prose: Prose, statement: Statement, chain: tuple[Party, ...], before: Sequence[tuple[Party, ...]]
) -> tuple[Party, ...]:
    """ "He was quoted as saying": by the outlet that the sentence before names."""
    syntax = prose.syntax
    anchor = anchor_of(prose, statement)
    if len(chain) != 1 or anchor is None:
        return chain
    quoted = [
        n
        for n in (anchor.word, *list(syntax.ancestors(anchor.word))[:2])
        if syntax.lemma(n) in {"quote", "cite"} and syntax.tag(n) == "VBN"
    ]
    if not quoted or not any(syntax.form(n).lower() == "as" for n in syntax.dependents(quoted[0])):
        return chain
    sentence = syntax.sentence(quoted[0])
    earlier = [s for s in syntax.sentences if s.end <= sentence.start][-2:]
    for one in reversed(earlier):
        outlet = next(
            (n for n in syntax.within(one) if is_outlet(prose, n) and syntax.relation(n) not in {"compound", "amod"}),
            None,
        )
        if outlet is not None:
            return unrepeated([*chain, party_at(prose, outlet)])
    return chain
