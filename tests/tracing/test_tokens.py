"""Words as tracing compares them, and where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tracing.tokens import Words, tokens

WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")


@given(st.text("aé’'1,.- _\n\u2028«", max_size=120))
def test_words_stand_where_they_are_written(text: str) -> None:
    assert [(token.start, token.end) for token in tokens(text)] == [match.span() for match in WORD.finditer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour of Lenn was shut.", ["Lenn"]),
        ("Shut. Harbour closed, says Mayor May.", ["Mayor", "May"]),
        ("The long-drawn-out-and-never-ending-tale-of-Lenn-and-Ostby", ["Lenn", "Ostby"]),
    ],
)
def test_names_are_told_from_words_that_begin_a_sentence(text: str, expected: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text) if token.name] == expected


def test_a_stretch_has_the_words_and_verbs_that_begin_in_it() -> None:
    text = "Four men drowned off Lenn, others swam."
    words = Words(text)
    comma = text.index(",")
    assert [word.lower for word in words.within(comma, len(text))] == ["others", "swam"]
    assert words.count(0, comma) == 5
    assert words.has_verb(0, comma)
    assert not words.has_verb(0, len("Four men"))
