"""The head of an article from what pages declare, truthfully or not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from firsthand.model import Basis, Page
from firsthand.reading.authors import Authors, is_person, people, settled
from firsthand.reading.head import Head, host, read_head, without_outlet
from firsthand.reading.published import iso_moment


def head(markup: str, url: str | None = None) -> Head:
    return read_head(LexborHTMLParser(markup), Page(b"x", "text/html", url=url))


def signed(markup: str) -> Authors:
    return settled(head(markup).signers)


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
    assert (found.title, settled(found.signers).names, found.published) == ("Mill sold", ("Ann Miller",), None)


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
    assert signed('<a rel="author" href=/a>Ann Miller</a>').names == ("Ann Miller",)
    names = ["Ann Miller", "Bob Sawyer", "Cy Turner", "Dee Potter", "Ed Weaver"]
    assert signed("".join(f"<a rel=author>{name}</a>" for name in names)).names == ()


SLUICE = "<meta property=og:site_name content='The Sluice'>"
WIRE = {"@type": "Organization", "name": "Reuters"}
HOUSE = {"@type": "Organization", "name": "The Sluice"}
ANN = {"@type": "Person", "givenName": "Ann", "familyName": "Miller"}


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ([ANN, HOUSE], Authors(("Ann Miller",))),
        ([ANN, [WIRE]], Authors(("Ann Miller", "Reuters"), ("Reuters",))),
        ([WIRE, HOUSE], Authors(("Reuters", "The Sluice"), ("Reuters", "The Sluice"))),
        (HOUSE, Authors(("The Sluice",), ("The Sluice",))),
        ({"@type": "Person", "name": "The Sluice"}, Authors(("The Sluice",), ("The Sluice",))),
        ({"@type": "Person", "name": "Sluice Valley Newsroom"}, Authors(*2 * [("Sluice Valley Newsroom",)])),
        (
            [{"@type": "Person", "name": name} for name in ("admin", "Guest Author", "Staff Writer", "Editor")],
            Authors(),
        ),
    ],
)
def test_bodies_sign_only_where_the_page_declares_them(author: object, authors: Authors) -> None:
    assert signed(SLUICE + ld({"@type": "NewsArticle", "author": author})) == authors


def test_people_of_a_later_source_outrank_bodies() -> None:
    meta = "<meta name=author content='By Ann Miller'>"
    assert signed(SLUICE + meta + ld({"@type": "NewsArticle", "author": WIRE})).names == ("Ann Miller",)
    assert signed(SLUICE + ld({"@type": "NewsArticle", "author": HOUSE}) + "<meta name=articleAuthor content=AFP>") == (
        Authors(("AFP",), ("AFP",))
    )


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


def test_microdata_outrank_what_trackers_say() -> None:
    tracked = "<meta name=DCSext.articleFirstPublished content='2019-02-05 16:07'>"
    shown = "<time itemprop=datePublished datetime='2023-08-30T16:45+0100'>30 August</time>"
    found = head(tracked + shown).published
    assert found
    assert (found.value, found.certain) == ("2023-08-30T16:45+01:00", False)


def test_modified() -> None:
    article = {"@type": "NewsArticle", "datePublished": "2024-06-18T07:30:00Z", "dateModified": "2024-06-19"}
    found = head(ld(article)).modified
    assert found
    assert (found.value, found.basis, found.certain) == ("2024-06-19", Basis.METADATA, True)
    earlier = head(ld(article | {"dateModified": "2024-06-01T07:30:00Z"})).modified
    assert earlier
    assert not earlier.certain
    tagged = head("<meta property=article:modified_time content=2024-06-19T10:00+02:00>").modified
    assert tagged
    assert tagged.value == "2024-06-19T10:00+02:00"
    assert head("<p>x").modified is None


def test_canonical_address() -> None:
    link = "<link rel=canonical href='/mill'>"
    assert head(link, url="https://sluice.example/mill?from=mail").canonical == "https://sluice.example/mill"
    assert head(link).canonical is None
    assert (
        head("<meta property=og:url content='https://sluice.example/mill'>").canonical == "https://sluice.example/mill"
    )
    assert head("<link rel=canonical href='javascript:alert(1)'>").canonical is None


def test_publishing_system_is_no_outlet() -> None:
    found = head(ld({"@type": "NewsArticle", "publisher": {"name": "Blogger"}}), url="https://sluice.example/a").outlet
    assert found
    assert (found.name, found.domain) == (None, "sluice.example")


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
