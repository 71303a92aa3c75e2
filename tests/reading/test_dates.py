"""Publication moments out of words and addresses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Basis
from firsthand.reading.calendar_words import MONTHS
from firsthand.reading.written_dates import (
    is_date_line,
    published_from_text,
    published_from_url,
    written_dates,
)
from firsthand.text.dates import iso_moment

VISIT = "This is the goal of the president’s visit today, Tuesday, June 18, and the first in nearly 25 years."


def resolved(text: str, fetched: str | None) -> tuple[str, bool] | None:
    found = published_from_text(text, fetched)
    assert found is None or found.basis is Basis.TEXT
    return (found.value, found.certain) if found else None


@pytest.mark.parametrize(
    "fetched", ["2024", "2024-06", "2024-06-18", "2024-06-20", "2024-06-20T08:00:00Z", "2025-03-01"]
)
def test_a_year_left_out_comes_from_the_fetching(fetched: str) -> None:
    assert resolved(VISIT, fetched) == ("2024-06-18", True)


def test_a_year_left_out_stays_unknown_where_several_fit() -> None:
    assert resolved(VISIT, None) is None
    assert resolved(VISIT + " It is the first meeting since 2019.", None) is None
    assert resolved(VISIT, "no date") is None


def test_the_weekday_may_tell_the_year_by_itself() -> None:
    # Of the years from the last one named, 2021, to six years on, June 18 is a Tuesday in 2024 alone.
    assert resolved(VISIT + " The first was in 2021.", None) == ("2024-06-18", False)
    assert resolved(VISIT + " The first was in 2021, the next is due by 2030.", None) == ("2024-06-18", False)


def test_an_old_page_is_dated_by_its_weekday_but_not_for_certain() -> None:
    assert resolved(VISIT, "2026-01-01") == ("2024-06-18", False)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on June 18, 2024 at 9:14 am", "2024-06-18"),
        ("18 June 2024", "2024-06-18"),
        ("2024-06-18", "2024-06-18"),
        ("Di., 18. Juni 2024, 12:30 Uhr", "2024-06-18"),
        ("18.06.2024 - 10:22", "2024-06-18"),
        ("Publié le 18 juin 2024 à 18h30", "2024-06-18"),
        ("martedì 18 giugno 2024", "2024-06-18"),
        ("18 de junio de 2024", "2024-06-18"),
        ("Опубликовано: 18 июня 2024", "2024-06-18"),
        ("2024年6月18日", "2024-06-18"),
        ("By Ann Lee | June 18, 2024", "2024-06-18"),
        ("Published 17 June 2024, updated 18 June 2024", "2024-06-17"),
        ("LONDON, June 18, 2024 (Reuters) - The bridge was closed.", "2024-06-18"),
        ("18/06/2024", "2024-06-18"),
        ("06/18/2024", "2024-06-18"),
    ],
)
def test_dates_with_their_year_are_certain(line: str, day: str) -> None:
    assert resolved(line, None) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "On 18 June 2024 the court ruled that the bridge had to be closed at once.",
        "31 February 2024",
        "May 12 people be invited?",
        "The minister said today that nobody knew.",
        "",
    ],
)
def test_what_gives_no_day_of_publication(text: str) -> None:
    assert resolved(text, "2024-07-01") is None


def test_only_an_update_is_not_certain() -> None:
    assert resolved("Updated: 18 Jun 2024 10:20 GMT", None) == ("2024-06-18", False)
    assert resolved("Updated: 19 June 2024\nPublished: 18 June 2024", None) == ("2024-06-18", True)


def test_a_weekday_that_disagrees_makes_a_date_doubtful() -> None:
    assert resolved("Monday, June 18, 2024", None) == ("2024-06-18", False)


def test_a_dateline_without_a_year_is_resolved_but_not_certain() -> None:
    assert resolved("(ANSA) - ROMA, 18 GIU - Il ponte è chiuso.", "2024-07") == ("2024-06-18", False)
    assert resolved("PARIS, June 18 (AFP) - The bridge was closed.", "2025-01-01") == ("2024-06-18", False)


@given(st.dates(date(1995, 1, 1), date(2090, 12, 31)), st.integers(0, 300))
def test_weekday_and_day_are_found_again_within_a_year(day: date, later: int) -> None:
    written = f"The visit began today, {day:%A}, {day:%B} {day.day}, the ministry said."
    fetched = (day + timedelta(days=later)).isoformat()
    found = published_from_text(written, fetched)
    if (day.month, day.day) != (2, 29):
        assert found
        assert (found.value, found.certain) == (day.isoformat(), True)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/06/18/bridge", "2024-06-18"),
        ("https://example.org/world/2024/jun/18/bridge", "2024-06-18"),
        ("https://example.org/bridge-20240618", "2024-06-18"),
        ("https://example.org/bridge-2024-06-18.html", "2024-06-18"),
        ("https://example.org/2024/13/18/bridge", None),
        ("https://example.org/12345678/bridge", None),
        ("https://example.org/2024/", None),
    ],
)
def test_addresses(url: str, day: str | None) -> None:
    found = published_from_url(url)
    assert (found.value if found else None) == day
    assert found is None or (found.basis is Basis.URL and found.certain)


def test_iso_moments() -> None:
    for good in (
        "2024",
        "2024-06",
        "2024-06-18",
        "2024-06-18T09:14",
        "2024-06-18T09:14:00.5+02:00",
        "2024-06-18 09:14Z",
    ):
        assert iso_moment(f" {good} ") == good
    for bad in ("", "18 June 2024", "2024-13", "2024-02-30", "2024-06-18T9", "20240618", "yesterday"):
        assert iso_moment(bad) is None


def test_date_lines_say_little_else() -> None:
    assert is_date_line("Published on Tuesday, 18 June 2024 at 9:14 am CET")
    assert not is_date_line("The ministry of transport closed the bridge on 18 June 2024 after a storm")
    assert not is_date_line("What happened on June 18?")


@pytest.mark.parametrize("month", sorted(MONTHS))
def test_months_are_known_in_any_letters(month: str) -> None:
    for written in (month, month.upper(), month.title()):
        if len(written) != len(month):
            continue  # ΐ has no capital of its own
        assert [found.month for found in written_dates(f"Posted 18 {written}")] == [MONTHS[month]], written


@given(st.text(max_size=200))
def test_written_dates_lie_in_the_text(text: str) -> None:
    for found in written_dates(text):
        assert 0 <= found.start < found.end <= len(text)
        date(found.year or 2024, found.month, found.day)
