"""Expressions of time and the days they mean."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Article, Basis, Block, Ground, Moment, PageRecord, Place, Publication, Span, Zone
from firsthand.resolving import moments

TUESDAY = "2024-06-18"


def read(text: str, published: str | None = TUESDAY, fetched: str | None = None, certain: bool = True) -> list[Moment]:
    span = Span(0, len(text))
    article = Article(
        id="a",
        page=PageRecord(None, None, "text/plain", "", fetched),
        text=text,
        blocks=(Block(Zone.BODY, text, span, Place(span)),),
        published=Publication(published, Basis.GIVEN, certain) if published else None,
    )
    return list(moments(text, article))


def values(text: str, published: str | None = TUESDAY, fetched: str | None = None) -> list[tuple[str, str]]:
    return [(moment.span.of(text), moment.value) for moment in read(text, published, fetched) if moment.span]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He spoke yesterday.", "yesterday", "2024-06-17"),
        ("It was closed last night.", "last night", "2024-06-17"),
        ("It is the aim of the visit today, Tuesday, June 18, he said.", "Tuesday, June 18", "2024-06-18"),
        ("He said last January that they cooperate.", "last January", "2024-01"),
        ("Ties have grown since Ines Kolbe visited in September.", "September", "2023-09"),
        ("Over the weekend the bridge was closed.", "the weekend", "2024-06-15/2024-06-16"),
        ("Earlier this month the bridge was closed.", "Earlier this month", "2024-06"),
        ("Sales rose in the third quarter of 2023.", "the third quarter of 2023", "2023-07/2023-09"),
        ("Third-quarter sales rose.", "Third-quarter", "2023-07/2023-09"),
        ("The bridge was built in the 1990s.", "the 1990s", "1990/1999"),
        ("The bridge was built in the late '80s.", "the late '80s", "1980/1989"),
        ("Two weeks ago the bridge was closed.", "Two weeks ago", "2024-06-03/2024-06-09"),
        ("The bridge will reopen early next year.", "early next year", "2025"),
        ("The council met on Monday.", "Monday", "2024-06-17"),
        ("The council will meet on Monday.", "Monday", "2024-06-24"),
        ("The council said on Tuesday it agreed.", "Tuesday", "2024-06-18"),
        ("The bridge closed last fall.", "last fall", "2023-09/2023-11"),
        ("The bridge will reopen this summer.", "this summer", "2024-06/2024-08"),
        ("They met on Christmas Eve.", "Christmas Eve", "2023-12-24"),
        ("Talks resume after Thanksgiving 2025.", "Thanksgiving 2025", "2025-11-27"),
        ("It was built in the 19th century.", "the 19th century", "1800/1899"),
        ("It was signed on 3 May 1998.", "3 May 1998", "1998-05-03"),
        ("It was signed on May 3rd, 1998.", "May 3rd, 1998", "1998-05-03"),
        ("Posted 18.06.2024 at noon.", "18.06.2024", "2024-06-18"),
        ("The trial is due to begin on Jan. 14.", "Jan. 14", "2025-01-14"),
        ("The first visit in nearly 25 years.", "nearly 25 years", "1999/2024"),
        ("Their second meeting in nine months.", "nine months", "2023-09/2024-06"),
        ("The talks will resume in two weeks.", "two weeks", "2024-07-01/2024-07-07"),
        ("It has shrunk over the past three months.", "the past three months", "2024-03/2024-06"),
        ("They were hit in the past 48 hours.", "the past 48 hours", "2024-06-16/2024-06-18"),
        ("Seventy-four years ago a battle was fought.", "Seventy-four years ago", "1950"),
        ("It began on June 16 of last year.", "June 16 of last year", "2023-06-16"),
        ("The toll was lifted more than a decade ago.", "more than a decade ago", "2014"),
        ("Prices are lower than two years ago.", "two years ago", "2022"),
        ("It will be lifted by the year 2030.", "the year 2030", "2030"),
        ("It ends beginning in May 2025.", "May 2025", "2025-05"),
        ("Following Monday's debate, he resigned.", "Monday", "2024-06-17"),
        ("They are in talks right now.", "right now", "2024-06-18"),
        ("It ends three weeks from now.", "three weeks from now", "2024-07-08/2024-07-14"),
        ("They agreed a summit set for April.", "April", "2025-04"),
        ("Guidelines will be out the week of July 1.", "the week of July 1", "2024-07-01/2024-07-07"),
        ("Sales of the full year rose, those for the year too.", "the year", "2024"),
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("He died the day before yesterday.", "the day before yesterday", "2024-06-16"),
        ("The deadline is the end of this week.", "the end of this week", "2024-06-17/2024-06-23"),
        ("It fell in January this year.", "January this year", "2024-01"),
        ("Exports fell in the first nine months of 2023.", "the first nine months of 2023", "2023-01/2023-09"),
    ],
)  # fmt: skip
def test_an_expression_means_its_days(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("It is the first meeting since 2019.", ("since 2019", "2019/..")),
        ("The bridge stays closed until Friday.", ("until Friday", "../2024-06-21")),
        ("All will be delivered by 2030.", ("by 2030", "../2030")),
        ("It ran from June 10 to 16.", ("from June 10 to 16", "2024-06-10/2024-06-16")),
        ("It ran 10-16 June 2023.", ("10-16 June 2023", "2023-06-10/2023-06-16")),
        ("It shrank between 2015 and 2018.", ("between 2015 and 2018", "2015/2018")),
        ("It shrank in 2015-18.", ("2015-18", "2015/2018")),
        ("It ran from May 2023 to last week.", ("from May 2023 to last week", "2023-05-01/2024-06-16")),
        ("It was closed from Friday to Monday.", ("from Friday to Monday", "2024-06-14/2024-06-17")),
    ],
)
def test_an_interval_is_named_and_so_is_what_it_is_made_of(text: str, moment: tuple[str, str]) -> None:
    found = values(text)
    assert found[-1] == moment
    assert len(found) > 1


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It was closed on June 10. The same day, he resigned.", ("The same day", "2024-06-10")),
        ("It was closed on June 10. A day earlier, he had warned.", ("A day earlier", "2024-06-09")),
        ("It was closed on June 10, 2009. Two days later, he resigned.", ("Two days later", "2009-06-12")),
        ("It was closed in 1996. The following year, it was torn down.", ("The following year", "1997")),
        ("It was closed in 1996. Later that year, he resigned.", ("Later that year", "1996")),
        ("It rose in the third quarter of 2023, from 5% a year earlier.", ("a year earlier", "2022-07/2022-09")),
    ],
)
def test_some_expressions_count_from_what_was_last_named(text: str, last: tuple[str, str]) -> None:
    assert values(text)[-1] == last
    assert read(text)[-1].basis is Ground.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "The Times and the Sunday Times reported it.",
        "Wait a second, he came second in the second round.",
        "May I ask what you may mean?",
        "Prime Minister Theresa May said so.",
        "Thousands joined the March on Example City. They march on.",
        "About 2000 soldiers and 1900 civilians fled.",
        "Nearly 2000 fled.",
        "The shop is open 24/7.",
        "Resolutions 1718 and 1874 forbid it.",
        "A two-hour meeting, a 90-day ban and 25 years in prison.",
        "Every day and every Friday they pray, on Fridays too.",
        "The fall of the city, the spring in her step.",
        "It cost $2000 or 1,999 euros, 3.5 per cent more.",
        "He is 45 years old. The score was 3-1.",
        "Mr. August and April Example live here.",
        "Recently, in recent years, in the past, now and then.",
        "Christmas trees and Easter Island.",
        "In the year he died and on the day that she left.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_the_ground_is_told() -> None:
    grounds = {
        "On June 18, 2024 it closed.": (Ground.WRITTEN, True),
        "It closed last week.": (Ground.PUBLICATION, True),
        "It closed on Tuesday, June 11.": (Ground.WEEKDAY, True),
        "It closed about two weeks ago.": (Ground.PUBLICATION, False),
        "It closed on Monday, June 18, 2024.": (Ground.WRITTEN, False),
        "It closed on 5/2/2013.": (Ground.PUBLICATION, False),
    }
    for text, expected in grounds.items():
        (moment,) = read(text)
        assert (moment.basis, moment.certain) == expected, text


def test_what_hangs_on_a_doubtful_publication_is_doubtful() -> None:
    doubtful = read("It closed yesterday, as it did in 2019.", certain=False)
    assert [moment.certain for moment in doubtful] == [False, True]


def test_without_a_publication_the_fetching_tells_the_year_and_nothing_else() -> None:
    text = "Yesterday, on Friday and last month it was closed, as on Tuesday, June 18, and on March 3."
    assert values(text, None, "2024-07-01") == [("Tuesday, June 18", "2024-06-18"), ("March 3", "2024-03-03")]
    dated, guessed = read(text, None, "2024-07-01")
    assert (dated.basis, dated.certain) == (Ground.WEEKDAY, True)
    assert (guessed.basis, guessed.certain) == (Ground.FETCHING, False)
    (late,) = read("It closed on Tuesday, June 18.", None, "2027-01-01")
    assert (late.value, late.certain) == ("2024-06-18", False)


def test_with_no_clock_at_all_only_what_is_written_counts() -> None:
    assert values("It closed yesterday, in 2019 and on March 3.", None) == [("2019", "2019"), ("March 3", "2019-03-03")]


def test_a_publication_known_to_the_month_tells_months_but_no_days() -> None:
    text = "Last month and last year it was open, on Monday and yesterday it was not."
    assert values(text, "2024-06") == [("Last month", "2024-05"), ("last year", "2023")]


_WORDS = (
    "the last next this on in June 18 2024 , Tuesday week year ago two three by since until from to - and of month"
    " quarter third early a day later summer May said will . between yesterday weekend 1990s same ( ) 's 31 Feb."
)
WORDS = st.sampled_from(_WORDS.split())


@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_every_moment_has_its_words_and_can_be_read_by_anybody(text: str, published: date) -> None:
    found = read(text, published.isoformat()) if text.strip() else []
    for moment in found:
        assert moment.span
        assert moment.span.of(text).strip() == moment.span.of(text) != ""
        first, _, last = moment.value.partition("/")
        assert first == ".." or last in {"", ".."} or first[:4] <= last[:4]
        for end in {first, last} - {"..", ""}:
            assert date.fromisoformat((end + "-01-01")[:10])
    plain = [moment.span for moment in found if moment.span]
    assert all(not one.overlaps(other) or other.contains(one) for one, other in pairwise(plain))


RELATIVE = "It closed yesterday and on Friday, not last week, two days ago or over the weekend; it will open on Monday."


@given(st.dates(date(1900, 1, 1), date(2050, 1, 1)), st.integers(1, 500))
def test_days_move_along_with_the_publication(published: date, weeks: int) -> None:
    def days(when: date) -> list[date]:
        ends = [end for moment in read(RELATIVE, when.isoformat()) for end in moment.value.split("/")]
        return [date.fromisoformat(end) for end in ends]

    shift = timedelta(7 * weeks)
    assert [day + shift for day in days(published)] == days(published + shift)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_a_day_is_found_again_by_its_weekday(day: date) -> None:
    text = f"The bridge was closed on {day:%A}, {day:%B} {day.day}."
    (moment,) = read(text, (day + timedelta(40)).isoformat())
    assert (moment.value, moment.basis) == (day.isoformat(), Ground.WEEKDAY)
