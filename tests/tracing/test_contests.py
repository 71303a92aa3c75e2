"""Who holds the opposite of a statement's claim."""

import pytest

from firsthand.model import (
    Claim,
    ClaimMember,
    Entry,
    Form,
    Origin,
    Passage,
    Relation,
    Said,
    Span,
    Stance,
    Standing,
    Statement,
    Support,
    Verdict,
)
from firsthand.tracing import claim_id, contests, standing

PORT = Span(0, 40)


def said(article: str, day: str = "2024-06-18", content: Span = PORT) -> Said:
    statement = Statement("s1", (content,), None, None, Form.INDIRECT, 0.9)
    return Said(Entry(article, None, None, day, None, "en", day), "x" * 99, statement)


def claim(*members: tuple[str, Stance], span: Span = PORT, name: str = "c1") -> Claim:
    told = tuple(ClaimMember(Passage(article, span), "words", stance, (article,)) for article, stance in members)
    return Claim(name, "words", told, (), Support((Origin("a", (), ("a",)),)), None)


def related(*articles: str, verdict: Verdict = Verdict.DENIES, score: float = 0.9, span: Span = PORT) -> Relation:
    one, other = (claim_id(Passage(article, span)) for article in articles)
    return Relation(one, other, verdict, score)


BOTH = claim(("a", Stance.ASSERTS), ("b", Stance.DENIES), ("c", Stance.ASSERTS))


def test_a_denial_is_held_against_who_asserts_and_the_other_way_around() -> None:
    (denied,) = contests([said("a")], [BOTH], [related("a", "b")])
    assert (denied.denies, [one.passage.article for one in denied.against]) == (False, ["b"])
    (denies,) = contests([said("b")], [BOTH], [related("b", "a"), related("b", "c", verdict=Verdict.SAME)])
    assert (denies.denies, [one.passage.article for one in denies.against]) == (True, ["a", "c"])


@pytest.mark.parametrize(
    ("mine", "contested", "tie"),
    [
        ("a", BOTH, related("c", "b")),  # another clause of the claim, not this one, is what b denies
        ("a", BOTH, related("a", "b", score=0.2)),
        ("a", BOTH, related("a", "b", verdict=Verdict.NEAR)),
        ("d", BOTH, related("a", "b")),
        ("a", claim(("a", Stance.ASSERTS), ("b", Stance.HEDGES)), related("a", "b")),
        ("a", claim(("a", Stance.ASSERTS), ("b", Stance.DENIES), span=Span(0, 9)), related("a", "b", span=Span(0, 9))),
    ],
)
def test_what_is_not_surely_the_opposite_is_passed_over(mine: str, contested: Claim, tie: Relation) -> None:
    assert contests([said(mine)], [contested], [tie]) == ()


def test_somebody_is_not_held_against_themselves() -> None:
    both_own = claim(("a", Stance.ASSERTS), ("b", Stance.DENIES))
    ties = [related("a", "b"), related("b", "a")]
    assert contests([said("a"), said("b")], [both_own], ties) == ()
    assert len(contests([said("b")], [both_own], ties)) == 1


def test_a_statement_stands_by_its_longest_clause() -> None:
    def made(name: str, span: Span, stance: Stance = Stance.ASSERTS) -> Claim:
        return claim(("a", stance), ("b", Stance.ASSERTS), span=span, name=name)

    claims = [
        made("c1", Span(0, 12)),
        made("c2", Span(12, 40), Stance.DENIES),
        made("c3", Span(40, 99)),
    ]
    assert standing([said("a"), said("c")], claims) == {("a", "s1"): Standing(claims[1], Stance.DENIES)}
    assert Standing(claims[1], Stance.DENIES).denials == 1
