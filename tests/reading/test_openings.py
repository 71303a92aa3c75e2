"""Lists of beginnings match as one regular expression of all their alternatives does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading import phrase_lists
from firsthand.reading.openings import Openings, alternatives, first_characters

MARKS = r"[^\w#©(]{0,6}"
LISTS = [
    value for name, value in vars(phrase_lists).items() if name.isupper() and isinstance(value, str) and name[0] != "_"
]
WORDS = sorted({word for material in LISTS for word in re.findall(r"[^\W\d_]+|[^\w\s]", material)})


@pytest.mark.parametrize(
    ("pattern", "firsts"),
    [
        ("read more", {"r"}),
        ("(please )?(log|sign) in", {"p", "l", "s"}),
        ("[ab]c", {"a", "b"}),
        (r"\d+ comments", set("0123456789")),
        (r"(?!x)\(?photo", {"p"}),
        (r"(a|bc|)c", {"a", "b", "c"}),
        (r"(a|(b|))c", None),
        ("a*b", {"a", "b"}),
        ("a{0,3}b", {"a", "b"}),
        (".{0,40}app", None),
        (r"\w+", None),
        ("(a|b)?", None),
        ("[^a]", None),
        ("#", None),
    ],
)
def test_first_characters(pattern: str, firsts: set[str] | None) -> None:
    assert first_characters(pattern) == firsts


def test_alternatives_are_parted_outside_brackets_only() -> None:
    assert alternatives("a(b|c)|[|]d\n e|\\|f\n  g") == ["a(b|c)", "[|]d", " e", "\\|fg"]


@given(st.sampled_from(LISTS), st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=6), st.data())
def test_as_one_regular_expression(material: str, words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(st.sampled_from(["", " "])) for word in words)
    for case in (text, text.upper(), "«" + text):
        whole = re.compile(MARKS + "(?:" + "|".join(alternatives(material)) + ")", re.IGNORECASE).match(case)
        fast = Openings(material, MARKS, marks=6).match(case)
        assert (fast and fast.span()) == (whole and whole.span())
