"""The way back from a repaired text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Party, Repair, RepairKind, Span
from firsthand.text.repaired import Repaired, relocated

TEXT = "at a time whenBoth grew closer».X"


def repair(start: int, end: int, now: str, text: str = TEXT) -> Repair:
    return Repair(start, end, text[start:end], now, RepairKind.SPACING)


@st.composite
def views(draw: st.DrawFn) -> Repaired:
    text = draw(st.text(alphabet="abc ", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    repairs: list[Repair] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        now = draw(st.text(alphabet="XYZ", max_size=3))
        if (start < end or now) and (not repairs or start > repairs[-1].end):
            repairs.append(repair(start, end, now, text))
    return Repaired(text, tuple(repairs))


@st.composite
def spans_in_views(draw: st.DrawFn) -> tuple[Repaired, Span, Span]:
    view = draw(views().filter(lambda view: bool(view.text) and bool(view.original)))
    points = st.integers(0, len(view.text))
    first, second = (Span(*sorted(draw(st.lists(points, min_size=2, max_size=2, unique=True)))) for _ in range(2))
    return view, first, second


def test_spans_lead_back() -> None:
    view = Repaired(TEXT, (repair(14, 14, " "), repair(30, 31, "”")))
    assert view.text == "at a time when Both grew closer”.X"
    assert view.to_original(Span(15, 19)).of(TEXT) == "Both"
    assert view.to_original(Span(10, 19)).of(TEXT) == "whenBoth"
    assert view.to_original(Span(25, 32)).of(TEXT) == "closer»"
    assert view.to_original(Span(14, 15)).of(TEXT) == "B"


@given(st.text(max_size=60), st.data())
def test_no_repairs_change_nothing(text: str, data: st.DataObject) -> None:
    view = Repaired(text, ())
    assert view.text == text
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        assert view.to_original(span) == span


@given(spans_in_views())
def test_a_span_that_touches_no_repair_keeps_its_words(case: tuple[Repaired, Span, Span]) -> None:
    view, span, _ = case
    back = view.to_original(span)
    assert back.end <= len(view.original)
    touched = any(one.start <= back.end and back.start <= one.end for one in view.repairs)
    if not touched:
        assert back.of(view.original) == span.of(view.text)
    if not set(span.of(view.text)) & set("XYZ") and not any(
        one.start < back.end and back.start < one.end for one in view.repairs
    ):
        assert back.of(view.original) == span.of(view.text)


@given(spans_in_views())
def test_the_order_of_spans_is_kept(case: tuple[Repaired, Span, Span]) -> None:
    view, one, two = case
    back_one, back_two = view.to_original(one), view.to_original(two)
    if one.start <= two.start:
        assert back_one.start <= back_two.start
    # Marks alone that were put in stand for the character behind them, where a span that they end does not reach.
    if one.end <= two.end and set(one.of(view.text)) - set("XYZ"):
        assert back_one.end <= back_two.end


def test_repairs_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Repaired(TEXT, (repair(3, 9, ""), repair(5, 12, "")))
    with pytest.raises(ValueError, match="fit"):
        Repaired("another text", (repair(14, 18, ""),))
    with pytest.raises(ValueError, match="no such span"):
        Repaired("short", ()).to_original(Span(2, 9))


def test_nouns_are_led_back_with_all_their_spans() -> None:
    view = Repaired(TEXT, (repair(14, 14, " "),))
    party = Party(name="Both", span=Span(15, 19), actor=None)
    (back,) = relocated((party,), view)
    assert back == Party(name="Both", span=Span(14, 18), actor=None)
    assert relocated(party, Repaired(TEXT, ())) is party
