"""Articles that come already clean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import BadRow
from firsthand.model import Basis, Told, Zone
from firsthand.reading.rows import read_row

ROW = {
    "id": "holm-1",
    "text": "  The bridge was closed.\n\nNobody was hurt,\nthe mayor said. \n \n\nIt stays closed.\n",
    "title": "Bridge closed",
    "published": "2024-06-18",
    "outlet": "The Example",
    "url": "https://www.example.org/bridge",
    "authors": ["Ann Lee", "Bo Ray"],
}


def test_a_row_gives_its_article_unchanged() -> None:
    article = read_row(ROW, "rows.jsonl:1", Told())
    assert (article.id, article.text, article.title, article.authors) == (
        "holm-1",
        ROW["text"],
        "Bridge closed",
        ("Ann Lee", "Bo Ray"),
    )
    assert [block.text for block in article.blocks] == [
        "The bridge was closed.",
        "Nobody was hurt,\nthe mayor said.",
        "It stays closed.",
    ]
    assert {block.zone for block in article.blocks} == {Zone.BODY}
    assert article.published
    assert (article.published.value, article.published.basis) == ("2024-06-18", Basis.GIVEN)
    assert article.outlet
    assert (article.outlet.name, article.outlet.domain) == ("The Example", "example.org")
    assert article.page.url == ROW["url"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "has no text"),
        ({"text": ""}, "has no text"),
        ({"text": " \n"}, "text"),
        ({"text": 3}, "text"),
        ({"text": "a", "url": ["x"]}, "url"),
        ({"text": "a", "title": True}, "title"),
        ({"text": "a", "authors": [1]}, "authors"),
        ({"text": "a", "authors": {"a": 1}}, "authors"),
    ],
)
def test_rows_that_are_none(row: dict[str, object], words: str) -> None:
    with pytest.raises(BadRow) as caught:
        read_row(row, "rows.jsonl:7", Told())
    assert caught.value.name == "rows.jsonl:7"
    assert words in caught.value.problem
    assert caught.value.remedy


def test_a_date_that_is_none_is_remarked_upon() -> None:
    article = read_row(ROW | {"published": "18 June"}, "rows.jsonl:1", Told())
    assert article.published is None
    assert "18 June" in article.remarks[0]
    told = read_row(ROW | {"published": "18 June"}, "rows.jsonl:1", Told(published="2024-06-18"))
    assert told.published
    assert told.remarks == ()


def test_what_a_row_may_leave_out_or_write_otherwise() -> None:
    article = read_row({"text": "The bridge was closed.", "id": 12, "authors": "Ann Lee"}, "x", Told())
    assert (article.id, article.authors, article.title, article.outlet) == ("12", ("Ann Lee",), None, None)
    nameless = read_row({"text": "The bridge was closed."}, "x", Told())
    assert nameless.id.startswith("sha256:")
    assert nameless.id == read_row({"text": "The bridge was closed."}, "y", Told()).id
    assert nameless.id != read_row({"text": "The bridge was opened."}, "x", Told()).id


@given(st.text(min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    if not text.strip():
        return
    article = read_row({"text": text}, "x", Told())
    assert article.text == text
    shown = "".join(block.text for block in article.blocks)
    assert "".join(shown.split()) == "".join(text.split())


def test_a_row_says_whose_house_its_outlet_belongs_to() -> None:
    owned = read_row({**ROW, "owner": "Harbour Media"}, "rows.jsonl:1", Told())
    assert owned.outlet
    assert owned.outlet.owner == "Harbour Media"


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("1989-10-30", "1989-10-30"),
        ("2007-04-09T23:04pm", "2007-04-09T23:04"),
        ("Tue, 18 Jun 2024 09:30:00 +0000", None),
    ],
)
def test_dates_are_read_as_people_give_them(published: str, value: str | None) -> None:
    article = read_row(ROW | {"published": published}, "rows.jsonl:1", Told())
    assert article.published
    assert article.published.value == value or article.published.value.startswith("2024-06-18T09:30")
    assert article.published.basis is Basis.GIVEN


def test_an_article_without_a_date_is_dated_by_its_own_words() -> None:
    text = "The bridge was closed today, Tuesday, June 18, the mayor said. It was repaired in 2021."
    article = read_row({"text": text}, "rows.jsonl:1", Told())
    assert article.published
    assert (article.published.value, article.published.basis) == ("2024-06-18", Basis.TEXT)
    assert not article.published.certain
    assert read_row({"text": "The bridge was closed on June 18."}, "rows.jsonl:1", Told()).published is None
