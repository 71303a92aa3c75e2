"""The head of an article from what pages declare, truthfully or not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from firsthand.model import Basis, Page
from firsthand.reading.authors import is_person, people
from firsthand.reading.head import Head, host, read_head, without_outlet
from firsthand.reading.published import iso_moment


def head(markup: str, url: str | None = None) -> Head:
    return read_head(LexborHTMLParser(markup), Page(b"x", "text/html", url=url))


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Mill sold | The Daily Sluice", "Mill sold"),
        ("Mill sold - The Daily Sluice", "Mill sold"),
        ("The Daily Sluice: Mill sold", "The Daily Sluice: Mill sold"),
        ("The Daily Sluice – Mill sold", "Mill sold"),
        ("Mill sold - sluice.example", "Mill sold"),
        ("Mill sold - twice", "Mill sold - twice"),
        ("Price up 3 - 4 percent | The Daily Sluice", "Price up 3 - 4 percent"),
    ],
)
def test_title_without_outlet(title: str, bare: str) -> None:
    assert without_outlet(title, ("The Daily Sluice", "sluice.example")) == bare


def test_title_that_readers_see() -> None:
    seen = "Why the mill had to be sold in the end"
    markup = (
        f"{ld({'@type': 'NewsArticle', 'headline': 'Mill sale explained'})}<title>Mill sale explained - Sluice</title>"
    )
    assert head(f"{markup}<h1>Sluice</h1><h1>{seen}</h1>").title == "Mill sale explained"
    assert head(f"{markup}<meta property=og:title content='{seen}'><h1>{seen}</h1>").title == seen


def test_article_among_teasers() -> None:
    nodes = [
        {"@type": "NewsArticle", "headline": "Another story", "author": "Bea Other", "datePublished": "2020-01-01"},
        {"@type": "NewsArticle", "headline": "Mill sold", "author": "Ann Miller"},
    ]
    found = head(f"<title>Mill sold | Sluice</title>{ld(nodes)}")
    assert (found.title, found.authors, found.published) == ("Mill sold", ("Ann Miller",), None)


@pytest.mark.parametrize(
    ("given_names", "found"),
    [
        (["By Ann Miller and Bob Sawyer"], ("Ann Miller", "Bob Sawyer")),
        (["ANN MILLER, Bob Sawyer; Cy Turner"], ("Ann Miller", "Bob Sawyer", "Cy Turner")),
        (["Von Änne Müller"], ("Änne Müller",)),
        (["Ann Miller, Senior Correspondent"], ("Ann Miller",)),
        (["Ann Miller (Springfield)", "ann miller"], ("Ann Miller",)),
        (["https://social.example/ann", "@annmiller", "ann@sluice.example"], ()),
        (["admin", "Sluice Staff", "News Desk", "Die Redaktion", "The Daily Sluice", "Daily Sluice"], ()),
        (["김민수", "王小明"], ("김민수", "王小明")),
        (["Sluice Valley Bureau", "TDS", "Thomas Dean Smith"], ()),
    ],
)
def test_people_only(given_names: list[str], found: tuple[str, ...]) -> None:
    assert people(given_names, ("The Daily Sluice", "TDS")) == found


def test_who_is_a_person() -> None:
    assert is_person("Maria da Silva")
    assert not is_person("Room 101")
    assert not is_person("x")


def test_authors_from_markup_unless_they_are_those_of_teasers() -> None:
    assert head('<a rel="author" href=/a>Ann Miller</a>').authors == ("Ann Miller",)
    names = ["Ann Miller", "Bob Sawyer", "Cy Turner", "Dee Potter", "Ed Weaver"]
    assert head("".join(f"<a rel=author>{name}</a>" for name in names)).authors == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-06-18", "2024-06-18"),
        ("2024-06-18T07:30:00Z", "2024-06-18T07:30:00+00:00"),
        ("2024-06-18T07:30:00.123+0530", "2024-06-18T07:30:00+05:30"),
        ("2024-06-18 07:30", "2024-06-18T07:30"),
        ("2024-6-8 7:30:01 -03", "2024-06-08T07:30:01-03:00"),
        ("20240618", "2024-06-18"),
        ("20240618T073000Z", "2024-06-18T07:30:00+00:00"),
        ("Tue, 18 Jun 2024 07:30:00 +0200", "2024-06-18T07:30:00+02:00"),
        ("2024-02-30", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("06/07/2024", None),
        ("", None),
    ],
)
def test_moments_keep_their_zone(written: str, value: str | None) -> None:
    assert iso_moment(written) == value


@given(st.text())
def test_any_words_are_a_moment_or_none(written: str) -> None:
    iso_moment(written)


def test_published_by_rank() -> None:
    meta = '<meta property="article:published_time" content="2024-06-17T10:00:00+02:00">'
    data = ld({"@type": "Report", "datePublished": "2024-06-18"})
    found = head(meta + data).published
    assert found
    assert (found.value, found.basis, found.certain) == ("2024-06-18", Basis.METADATA, True)
    from_url = head("<p>x", url="https://a.example/2024/06/18/mill").published
    assert from_url
    assert (from_url.value, from_url.basis) == ("2024-06-18", Basis.URL)
    shown = head("<article><time datetime='2024-06-18'>today</time></article>").published
    assert shown
    assert (shown.value, shown.certain) == ("2024-06-18", False)
    assert head("<p>x").published is None


def test_sources_that_disagree_are_uncertain() -> None:
    meta = '<meta property="article:published_time" content="2019-06-17">'
    found = head(meta + ld({"@type": "NewsArticle", "datePublished": "2024-06-18"})).published
    assert found
    assert not found.certain


def test_outlet() -> None:
    found = head("<meta property=og:site_name content='The Sluice'>", url="https://www.sluice.example/a").outlet
    assert found
    assert (found.name, found.domain) == ("The Sluice", "sluice.example")
    assert head("<p>x").outlet is None
    assert host("https://[broken") is None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=10)
    | st.sampled_from(["NewsArticle", "Person", "2024-01-01"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "author", "name", "headline", "datePublished", "publisher", "description"]
            ),
            inside,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_ld_is_survived(value: object) -> None:
    found = head(f"<title>Mill sold</title>{ld(value)}")
    assert found.title


@given(st.text(max_size=60))
def test_broken_json_ld_is_survived(text: str) -> None:
    head(f'<script type="application/ld+json">{{"@type": "NewsArticle", {text}</script>')


def test_deep_json_ld_is_survived() -> None:
    assert (
        head('<script type="application/ld+json">' + '{"a":' * 100_000 + "</script><title>Mill</title>").title == "Mill"
    )
