"""Charts: bars of a time line, quantities as dots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Amount, Entry, Exchange, Period, Span, Status, Step, Timeline, Transfer
from firsthand.web.charts import HEIGHT, WIDTH, bars, dots, short, spread

TRANSFER = Transfer(
    Entry("a", None, None, None, None, None, ""), "",
    Exchange("x1", None, None, (), Span(0, 1), Status.PLANNED, None, None, (), 0.5),
)  # fmt: skip


def amount(least: float | None, greatest: float | None, day: str = "2024-06-18") -> Amount:
    return Amount(day, least, greatest, False, "so many", TRANSFER)


def test_bars_are_as_high_as_they_count() -> None:
    months = Timeline(Step.MONTH, tuple(Period(f"2024-{n:02}-01", f"2024-{n:02}-28", n * 10) for n in range(3)), 4)
    chart = bars(months, lambda since, until: f"{since}..{until}")
    assert chart is not None
    assert [(bar.label, bar.height) for bar in chart.bars] == [("2024-00", 0), ("2024-01", 50), ("2024-02", 100)]
    assert all(bar.y + bar.height == HEIGHT for bar in chart.bars)
    assert chart.bars[1].address == "2024-01-01..2024-01-28"
    assert (chart.most, chart.undated, chart.few, chart.total) == (20, 4, 3, 30)
    assert bars(Timeline(undated=3), lambda since, _: since) is None


def test_labels_below_are_spread_evenly() -> None:
    assert spread("ab") == ("a", "b")
    assert spread("abcde") == ("a", "c", "e")
    assert spread("abcd") == ("a", "d")
    assert spread("abcdefghijklm") == ("a", "d", "g", "j", "m")
    assert spread("abcdefghijklmnop") == ("a", "f", "k", "p")
    assert spread("abcdefghijklmn") == ("a", "d", "g", "k", "n")
    assert spread("abcdefghijklmnopq") == ("a", "e", "i", "m", "q")


@given(st.lists(st.tuples(st.floats(0, 1e13), st.floats(0, 1e13)), min_size=2, max_size=9))
def test_dots_stay_inside_and_lines_go_up(values: list[tuple[float, float]]) -> None:
    chart = dots([amount(min(pair), max(pair), f"2024-06-{n + 1:02}") for n, pair in enumerate(values)])
    assert chart is not None
    for dot in chart.dots:
        points = [point.removesuffix("h0").split(" ") for point in dot.points.split("M")[1:]]
        assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)
        assert len(points) == 2 or not dot.reach


def test_a_quantity_told_to_one_side_is_drawn_to_the_edge() -> None:
    chart = dots([amount(None, 40), amount(10, None, "2024-06-19"), amount(20, 20, "2024-06-20")])
    assert chart is not None
    up_to, at_least, just = chart.dots
    assert up_to.reach.partition(" ")[2].startswith(f"{HEIGHT}V")
    assert at_least.reach.endswith("V0")
    assert just.reach == ""
    assert all(dot.points.count("M") == 1 for dot in chart.dots)


def test_quantities_far_apart_are_drawn_by_powers_of_ten() -> None:
    chart = dots([amount(300, 300), amount(4e6, 5e6, "2024-06-20")])
    assert chart is not None
    assert chart.logarithmic
    assert chart.levels == ("100 million", "1 million", "10,000", "100")
    near = dots([amount(300, 300), amount(400, 500)])
    assert near is not None
    assert (near.levels, near.ticks) == (("500", "250", "0"), ("2024-06-18",))
    assert dots([amount(300, 300)]) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (0.25, "0.25"), (1500, "1,500"), (2.5e6, "2.5 million"), (1e9, "1 billion"), (1e12, "1 trillion")],
)
def test_numbers_are_written_short(value: float, written: str) -> None:
    assert short(value) == written
