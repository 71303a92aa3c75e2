"""Quotation marks as structure."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotation import quotations


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and «never».", ["“no”", "«never»"]),
        ("Er sagte „nein“ und ging.", ["„nein“"]),
        ("''Of course,'' she said, ``why not''?", ["``why not''"]),
        ('"First," he said. "Second."', ['"First,"', '"Second."']),
        ("“It was ‘very’ bad,” he said.", ["“It was ‘very’ bad,”"]),
        ("Nothing here.", []),
        ('A 6" pipe.', []),
    ],
)
def test_closed_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs_opens_in_each_and_closes_once() -> None:
    text = "“One.\n\n“Two,” she said. Three."
    first, second = quotations(text)
    assert (first.span.of(text), first.closed) == ("“One.", False)
    assert (second.span.of(text), second.closed) == ("“Two,”", True)


def test_a_closing_mark_with_nothing_open_is_left_alone() -> None:
    assert quoted("in return.» Professor Im said. “Yes.”") == ["“Yes.”"]


@given(st.text(alphabet='ab "“”«»„\n', max_size=60))
def test_quotations_are_in_order_apart_and_in_one_paragraph(text: str) -> None:
    found = [quotation.span for quotation in quotations(text)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all("\n" not in span.of(text) for span in found)
