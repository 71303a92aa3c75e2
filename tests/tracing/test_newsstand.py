"""Outlets are found in texts, and texts by the words under which an index of words has them."""

import re

import pytest

from firsthand.tracing.newsstand import Newsstand, ways

KINDS = ("agency", "newspaper", "daily", "radio", "wire", "news", "press")
TEXTS = [
    ("The Orva Courant", "the Courant was told that the ferry sank"),
    ("The Orva Courant", "The ferry sank, the Orva Courant reports"),
    ("Orva Bay Times", "as Orva Bay had it"),
    ("Lenn Press Agency", "the LPA reported"),
    ("Meridian Times", "the Meridian newspaper"),
    ("Meridian Times", "Meridian news agency"),
    ("Outlet 17", "Outlet 17 has it"),
    ("Brenz24 (online)", "Brenz24 says"),
]


def tokens(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""])


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_a_text_that_names_an_outlet_holds_one_of_its_ways(name: str, text: str) -> None:
    assert Newsstand({"key": name}).named(text) == ["key"]
    assert any(tokens(way) in tokens(text) for way in ways(name))


def test_words_that_stand_everywhere_lead_to_no_outlet() -> None:
    assert ways("Outlet 17") == {"Outlet 17", *(f"Outlet {kind}" for kind in KINDS)}
