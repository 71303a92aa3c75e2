import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Span
from firsthand.text.quantities import quantities


@pytest.mark.parametrize(
    ("words", "least", "greatest", "unit", "approx"),
    [
        ("nearly five million artillery shells", 5e6, 5e6, None, True),
        ("thousands of containers", 1000, None, None, True),
        ("tens of thousands of rifles", 10_000, None, None, True),
        ("$1.2bn", 1.2e9, 1.2e9, "USD", False),
        ("two dozen tanks", 24, 24, None, False),
        ("billions of dollars", 1e9, None, "USD", True),
        ("dozens of trucks", 24, None, None, True),
        ("a few guns", 2, None, None, True),
        ("several hundred trucks", 200, None, None, True),
        ("between $10 million and $25 million", 10e6, 25e6, "USD", False),
        ("20 to 30 million euros", 20e6, 30e6, "EUR", False),
        ("more than 2,000 tons", 2000, None, None, False),
        ("up to 50 vehicles", None, 50, None, False),
        ("far less than the £100 billion", None, 100e9, "GBP", False),
        ("Rs 25 lakh", 2.5e6, 2.5e6, "INR", False),
        ("580 million Kenyan shillings", 580e6, 580e6, "KES", False),
        ("half a million rounds", 500_000, 500_000, None, False),
        ("three and a half million tons", 3.5e6, 3.5e6, None, False),
        ("one hundred and twenty-five lorries", 125, 125, None, False),
        ("40 000 tonnes", 40_000, 40_000, None, False),
        ("98 percent of the firm", 98, 98, "percent", False),
        ("2000 tons", 2000, 2000, None, False),
        ("10-15 jets", 10, 15, None, False),
    ],
)
def test_reads_quantities(words: str, least: float, greatest: float, unit: str | None, approx: bool) -> None:
    (found,) = quantities(words, Span(0, len(words)))
    quantity = found.quantity
    assert (quantity.least, quantity.greatest, quantity.unit, quantity.approx) == (least, greatest, unit, approx)


@pytest.mark.parametrize(
    "words", ["the first truck", "in 2004", "2015-20", "an F-16", "a 25-year loan", "the 3rd fleet", "a boat"]
)
def test_leaves_years_ordinals_and_names(words: str) -> None:
    assert list(quantities(words, Span(0, len(words)))) == []


@given(st.text(st.sampled_from("0123456789 ,.$-%abdhimnortuz"), min_size=1))
def test_stand_in_their_text_in_order(text: str) -> None:
    end = 0
    for found in quantities(text, Span(0, len(text))):
        assert found.span.start >= end
        assert found.quantity.text == found.span.of(text)
        end = found.span.end
