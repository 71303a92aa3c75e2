"""What is typed keeps its words and loses what would hide or turn them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.typed import one_line, paragraphs_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rosa\r\n Tal\t", "Rosa Tal"),
        ("Rosa\u202e\u2066 laT\u200f\ufeff\x00\x1b", "Rosa laT"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud83d\ud83d", "\ufffd\ufffd"),
        ("Z" + "\u0336" * 40 + "o", "Z" + "\u0336" * 8 + "o"),
    ],
)
def test_names(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One.\r\nTwo.\r\n \r\n\n\nThree.\n", "One.\nTwo.\n\nThree."),
        ("Two.\u2028\u202eThree.\u2069", "Two.\nThree."),
        ("a\t\tb   c", "a b c"),
    ],
)
def test_prose(typed: str, kept: str) -> None:
    assert paragraphs_of(typed) == kept


@given(st.text(st.characters()))
def test_what_is_kept_stays_as_it_is(typed: str) -> None:
    assert paragraphs_of(paragraphs_of(typed)) == paragraphs_of(typed)
    assert one_line(one_line(typed)) == one_line(typed)
