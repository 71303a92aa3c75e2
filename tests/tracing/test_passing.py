"""What was copied came through the outlet that it was copied from."""

from __future__ import annotations

from newsroom import article, traced
from test_copies import WIRE


def test_a_copy_has_from_its_original_what_it_names_nobody_for() -> None:
    wire = article("opa", WIRE, "Orva Press Agency", "2024-05-06T09:00+00:00")
    copy = article("tide", WIRE, "The Tide", "2024-05-06T11:00+00:00")
    chains = {
        member.passage.article: member.chain
        for claim in traced([wire, copy]).claims
        for member in claim.members
        if member.chain[0] == "Orva Press Agency"
    }
    assert chains["opa"] == ("Orva Press Agency",)
    assert chains["tide"] == ("Orva Press Agency", "The Tide")
