"""Whom a sentence names as its source by its form, and what an outlet found out itself."""

from __future__ import annotations

import pytest
from newsroom import article, traced

from firsthand.tracing.instants import told_at


def origins_of(text: str, *said: tuple[str, str, str]) -> set[str]:
    claims = traced([article("paper", text, "The Tide", "2024-05-06", *said)]).claims
    return {origin.name for claim in claims for origin in claim.support.origins}


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Forty tents were burned in the camp at Lenn, the team of doctor Ilse Brandt alleges.", "doctor Ilse Brandt"),
        ("Forty tents were burned in the camp at Lenn, the harbour union said on Sunday.", "the harbour union"),
        ("According to the harbour union, forty tents were burned in the camp.", "the harbour union"),
    ],
)
def test_a_source_stands_in_front_of_its_claim_or_behind_it(text: str, origin: str) -> None:
    assert any(origin in name for name in origins_of(text))


def test_whom_a_semicolon_parts_from_a_claim_does_not_make_it() -> None:
    text = "The union counted forty tents; police said twenty."
    said = ("police", "said", "The union counted forty tents")
    claims = traced([article("paper", text, "The Tide", "2024-05-06", said)]).claims
    chains = {member.text: member.chain for claim in claims for member in claim.members}
    assert "police" not in chains["The union counted forty tents"]


@pytest.mark.parametrize(("counted", "origins"), [("We counted them in the camp.", 2), ('"We counted them."', 1)])
def test_we_in_quotation_marks_is_who_is_quoted(counted: str, origins: int) -> None:
    burned = "Forty tents were burned in the camp at Lenn on Saint Orla's day"
    own = article("own", f"{counted} {burned}.", "The Tide")
    union = article("union", f"{burned}, the harbour union said.", "Lenn Gazette")
    supports = [claim.support for claim in traced([own, union]).claims if burned in claim.text]
    assert [support.independent for support in supports] == [origins]


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ("an internal memo", "lawyer Anton Vey with a copy of the memo", 1),
        ("an internal memo", "lawyer Anton Vey", 2),
        ("a letter of Ilse Brandt", "a letter of Anton Vey", 2),
    ],
)
def test_a_document_is_one_however_many_read_it(one: str, other: str, origins: int) -> None:
    burned = "forty tents were burned in the camp at Lenn on Saint Orla's day"
    papers = [article(name, f"According to {who}, {burned}.", name) for name, who in (("one", one), ("two", other))]
    supports = [claim.support for claim in traced(papers).claims if burned in claim.text]
    assert [support.independent for support in supports] == [origins]


def test_the_day_on_which_a_source_spoke_is_no_part_of_its_name() -> None:
    text = "A court in Lenn on Thursday said that forty tents were burned in the camp."
    said = ("A court in Lenn on Thursday", "said", "forty tents were burned in the camp")
    assert origins_of(text, said) == {"A court in Lenn"}


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("The hall burned down on Monday evening.", 17),
        ("The hall burned down on Monday morning.", 9),
        ("The hall burned down on Sunday evening.", 9),
        ("The hall opens on Monday evening.", 9),
    ],
)
def test_what_tells_of_an_evening_was_not_written_in_the_morning(sentence: str, hour: int) -> None:
    moment = told_at("2024-05-06T09:30:00+00:00", [sentence])
    assert moment is not None
    assert moment.hour == hour
