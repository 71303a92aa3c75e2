"""Days put together to periods."""

from datetime import date

import pytest

from firsthand.ledger.places import day
from firsthand.ledger.timelines import dates, timeline
from firsthand.model import Count, Step


def counted(*days: str) -> dict[int, int]:
    return {day(one): number for number, one in enumerate(days, 1)}


@pytest.mark.parametrize(
    ("days", "step", "periods"),
    [
        (("2024-02-28", "2024-03-01"), Step.DAY, ["2024-02-28", "2024-02-29", "2024-03-01"]),
        (("2024-06-05", "2024-08-01"), Step.WEEK, [f"2024-{d}" for d in ("06-03", "06-10", "06-17", "06-24", "07-01", "07-08", "07-15", "07-22", "07-29")]),
        (("2023-11-30", "2024-12-01"), Step.MONTH, [*("2023-11-01", "2023-12-01"), *(f"2024-{m:02}-01" for m in range(1, 13))]),
        (("2018-05-05", "2024-01-01"), Step.YEAR, [f"{y}-01-01" for y in range(2018, 2025)]),
    ],
)  # fmt: skip
def test_periods_are_as_long_as_fits_and_have_no_gaps(days: tuple[str, str], step: Step, periods: list[str]) -> None:
    found = timeline(counted(*days))
    assert (found.step, [one.since for one in found.periods]) == (step, periods)
    assert (found.periods[0].number, found.periods[-1].number) == (1, 2)
    assert all(date.fromisoformat(one.since) <= date.fromisoformat(one.until) for one in found.periods)


def test_what_has_no_date_is_told_apart() -> None:
    assert timeline({0: 3}).undated == 3
    assert timeline({}).periods == ()


def test_dates_are_told_apart_by_years_months_or_days() -> None:
    assert dates(counted("2023-05-01", "2024-06-18", "2024-07-01"), 9) == (Count("2024", 5), Count("2023", 1))
    assert dates(counted("2024-06-18", "2024-07-01"), 1) == (Count("2024-07", 2),)
    assert dates(counted("2024-06-18"), 9) == (Count("2024-06-18", 1),)
    assert dates({0: 4}, 9) == ()
