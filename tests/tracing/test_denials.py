"""Who denies a claim stands beside those who assert it, and supports nothing."""

from __future__ import annotations

import pytest
from newsroom import article, traced

from firsthand.model import Claim, Findings, Stance
from firsthand.tracing.rejecting import rejects

MARCH = "Thirty thousand people marched through Lenn on Sunday."
ROUTE = "The march led from the Orva bridge past Saint Brandan to the old tram depot."
LIST = article(
    "list",
    f"{MARCH}\n\nThe harbour union had called them. {ROUTE}",
    "The Tide",
    "2024-05-06T12:00+00:00",
    ("The harbour union", "had called", "Thirty thousand people marched through Lenn on Sunday"),
)


def claim_of(articles: list[Findings], words: str) -> Claim:
    return next(claim for claim in traced(articles).claims if any(words in one.text for one in claim.members))


def stances(claim: Claim) -> dict[str, Stance]:
    return {member.passage.article: member.stance for member in claim.members}


@pytest.mark.parametrize(
    "denial",
    [
        "The figure of thirty thousand that is going round in Lenn is a fairy tale.",
        "At no time were there thirty thousand in Lenn, as had been claimed.",
        "The thirty thousand that were reported from Lenn would not have fitted into the streets.",
    ],
)
def test_a_figure_taken_up_and_turned_down_is_denied_in_whatever_words(denial: str) -> None:
    town = article("town", f"The shops were open. {ROUTE}\n\n{denial}", "Lenn Gazette", "2024-05-07T09:00+00:00")
    claim = claim_of([LIST, town], "marched")
    assert stances(claim) == {"list": Stance.ASSERTS, "town": Stance.DENIES}
    assert claim.support.independent == 1


def test_a_denial_that_two_papers_repeat_is_no_claim_of_its_own() -> None:
    said = "Police in Lenn have not found the stolen altar of Saint Orla."
    found = article("found", "Police in Lenn have found the stolen altar of Saint Orla.", "The Tide")
    denied = [
        article(name, f"{said}\n\n{rest}", outlet)
        for name, rest, outlet in (
            ("one", "A spokesman told this to the paper on the telephone.", "Lenn Gazette"),
            ("two", "The museum waits for news, and the bishop has asked all to pray.", "Orva Post"),
        )
    ]
    claim = claim_of([found, *denied], "have found")
    assert stances(claim) == {"found": Stance.ASSERTS, "one": Stance.DENIES, "two": Stance.DENIES}


def test_what_did_not_happen_to_some_denies_nothing_of_others() -> None:
    strike = article("strike", "The firm has dismissed 412 welders at the yard in Lenn.", "The Tide")
    unpaid = article("unpaid", "The 412 welders were not paid in April.", "Lenn Gazette")
    assert stances(claim_of([strike, unpaid], "dismissed")) == {"strike": Stance.ASSERTS}


def test_may_is_a_month_and_who_could_not_see_is_sure() -> None:
    text = "The crane has waited for its steel ropes since May.\n\nThe pilots could not see the northern light."
    hedged = [one.stance for claim in traced([article("crane", text)]).claims for one in claim.members]
    assert hedged == [Stance.ASSERTS] * 2


def test_what_hangs_on_a_claim_does_not_put_it_in_doubt() -> None:
    text = "The council has closed the road that might slide into the lake.\n\nThe dam might break before June."
    by_text = {one.text: one.stance for claim in traced([article("road", text)]).claims for one in claim.members}
    assert list(by_text.values()) == [Stance.ASSERTS, Stance.HEDGES]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the ministry called the report of a leak false", True),
        ("the report is false the ministry said", True),
        ("it is simply untrue", True),
        ("contrary to reports no ship has sailed", True),
        ("she used false papers", False),
        ("he could not come to the wedding", False),
    ],
)
def test_rejecting_takes_up_what_others_claim(sentence: str, *, expected: bool) -> None:
    assert rejects(tuple(sentence.split())) is expected
