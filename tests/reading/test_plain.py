"""Pages of plain text, and what an editor would say stands on them.

`FIRSTHAND_REWRITE=1 pytest tests/reading/test_plain.py` writes the expectations anew; review them as a diff.
"""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import NoArticle, NotAPage, TooLarge
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Article, Basis, Page, Told, Zone
from firsthand.reading import Limits, read
from firsthand.reading.paragraphs import cut

PAGES = Path(__file__).parent.parent / "pages"
EXPECTED = PAGES / "plain.expected.json"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix in {".txt", ".md"})
WITHOUT_ARTICLE = {"no-article.txt", "not-found.txt"}


def page(name: str) -> Page:
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    return Page((PAGES / name).read_bytes(), media_type, path=name, told=Told(fetched="2024-06-20"))


def told_by(article: Article) -> dict[str, object]:
    published = article.published
    return {
        "title": article.title,
        "authors": list(article.authors),
        "credits": list(article.credits),
        "published": [published.value, published.basis.value, published.certain] if published else None,
        "language": article.language,
        "blocks": [f"{block.zone.value}: {block.text[:60]}" for block in article.blocks],
    }


@pytest.fixture(scope="module")
def expected() -> dict[str, object]:
    if os.environ.get("FIRSTHAND_REWRITE"):
        found = {name: told_by(read(page(name))) for name in NAMES if name not in WITHOUT_ARTICLE}
        EXPECTED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    loaded: dict[str, object] = json.loads(EXPECTED.read_text())
    return loaded


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_ARTICLE])
def test_pages_are_read_as_expected(name: str, expected: dict[str, object]) -> None:
    assert told_by(read(page(name))) == expected[name]


@pytest.mark.parametrize("name", sorted(WITHOUT_ARTICLE))
def test_pages_without_an_article(name: str) -> None:
    with pytest.raises(NoArticle) as caught:
        read(page(name))
    assert caught.value.name == name
    assert caught.value.remedy


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_ARTICLE])
def test_every_block_stands_where_it_says(name: str) -> None:
    source = (PAGES / name).read_text()
    article = read(page(name))
    ends = 0
    for block in article.blocks:
        there = block.at.span.of(source)
        assert block.at.xpath is None
        assert block.at.span.start >= ends
        ends = block.at.span.end
        if name.endswith(".txt"):
            assert " ".join(there.split()) == " ".join(block.text.split())
        assert (block.span is not None) == (block.zone in ARTICLE_ZONES)
    texts = [block.text for block in article.blocks if block.span]
    assert article.text == BLOCK_BREAK.join(texts)


def test_the_first_document() -> None:
    article = read(page("north-korea-visit.txt"))
    assert article.title == (
        "Why did Putin go to North Korea? Exchange of weapons, aircraft, and technological assistance: all objectives"
    )
    assert article.authors == ()
    assert article.published
    assert (article.published.value, article.published.basis, article.published.certain) == (
        "2024-06-18",
        Basis.TEXT,
        True,
    )
    for foreign in ("John Doe", "wake up", "NATO", "READ", "Stuttgart", "sweets", "©", "Leave a Reply", "Posted by"):
        assert foreign not in article.text
    assert "What is behind Putin’s visit to North Korea?" in article.text.split(BLOCK_BREAK)
    assert article.text.startswith("An exchange affecting both countries")
    assert article.text.endswith("confirms the importance of the visit.")


def test_what_the_user_tells_outranks_the_page() -> None:
    told = Told(published="2024-06-17", url="https://www.example.org/2024/06/19/visit", outlet="The Example")
    content = (PAGES / "north-korea-visit.txt").read_bytes()
    article = read(Page(content, "text/plain", told=told))
    assert article.published
    assert (article.published.value, article.published.basis) == ("2024-06-17", Basis.GIVEN)
    assert article.outlet
    assert (article.outlet.name, article.outlet.domain) == ("The Example", "example.org")
    assert article.page.url == told.url


def test_the_address_tells_the_day_where_the_words_do_not() -> None:
    text = b"The bridge at Holm was closed on Tuesday night, the mayor of the town said.\n"
    article = read(Page(text, "text/plain", url="https://example.org/2023/04/05/bridge"))
    assert article.published
    assert (article.published.value, article.published.basis) == ("2023-04-05", Basis.URL)


def test_a_single_paragraph_is_an_article() -> None:
    article = read(Page(b"The mayor of Holm said on Tuesday that the bridge would stay closed.", "text/plain"))
    assert [block.zone for block in article.blocks] == [Zone.BODY]
    assert article.title is None


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"%PDF-1.4 \x00\x01\x02"])
def test_what_is_no_page(content: bytes) -> None:
    with pytest.raises((NotAPage, NoArticle)):
        read(Page(content, "text/plain"))


def test_a_page_beyond_the_limit() -> None:
    with pytest.raises(TooLarge):
        read(Page(b"The mayor said so. " * 100, "text/plain"), Limits(bytes=1000))


def test_other_media_are_not_read() -> None:
    with pytest.raises(NotAPage):
        read(Page(b"x", "image/png"))


def test_line_ends_of_other_systems_change_nothing() -> None:
    content = (PAGES / "wrapped.txt").read_bytes()
    unix, dos = read(Page(content, "text/plain")), read(Page(content.replace(b"\n", b"\r\n"), "text/plain"))
    assert unix.text == dos.text
    assert [block.zone for block in unix.blocks] == [block.zone for block in dos.blocks]


WORDS = st.sampled_from(
    ["The", "minister", "said", "that", "READ", "By", "June", "18", "©", "«", "ships", "?", "\n", "\n\n", " "]
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    given_page = Page(text.encode("utf-8", "replace"), "text/plain")
    try:
        article = read(given_page)
    except (NoArticle, NotAPage):
        return
    assert article == read(given_page)
    for block in article.blocks:
        assert block.span is None or block.span.of(article.text) == block.text


@given(st.text(alphabet="ab.\n\r \u2028-", max_size=120))
def test_cutting_loses_and_doubles_nothing(text: str) -> None:
    stretches = cut(text)
    assert [letter for stretch in stretches for letter in stretch.text if letter in "ab."] == [
        letter for letter in text if letter in "ab."
    ]
    assert all(one.span.end <= two.span.start for one, two in pairwise(stretches))


BRIDGE = [
    "The bridge at Holm was closed on Tuesday night, the mayor of the town said.",
    "Engineers had found cracks in two of the bridge's pillars, according to the mayor's office in Holm.",
    "The mayor said that the bridge would stay closed until the engineers had looked at the other pillars.",
]


def zones_of(*blocks: str) -> list[tuple[str, str]]:
    article = read(Page("\n\n".join(blocks).encode(), "text/plain"))
    return [(block.zone.value, block.text) for block in article.blocks]


def test_rows_of_a_table_belong_to_the_article() -> None:
    found = zones_of(
        "Bridge at Holm closed", *BRIDGE, "Pillar\tCracks\tYear\nFirst\t4\t2019\nSecond\t7\t2021", *BRIDGE[::-1][:1]
    )
    assert ("body", "Pillar\tCracks\tYear") in found or ("body", "Pillar Cracks Year") in found


def test_what_stands_in_an_article_twice_is_no_part_of_it() -> None:
    offer = "Enjoy the latest local, national and international news with us."
    found = zones_of("Bridge at Holm closed", BRIDGE[0], offer, BRIDGE[1], offer, BRIDGE[2])
    assert [zone for zone, text in found if text == offer] == ["other", "other"]


def test_paragraph_over_a_photo_credit_that_places_people_is_a_caption() -> None:
    caption = "The mayor, second left, looks at the bridge with two engineers."
    found = zones_of("Bridge at Holm closed", BRIDGE[0], caption, "Photo: Ann Lee", *BRIDGE[1:])
    assert ("caption", caption) in found


def test_spaces_without_width_are_no_block() -> None:
    assert [block.text for block in cut("One line.\n\n\u200b\n\nAnother line.")] == ["One line.", "Another line."]


def test_pages_of_plain_text_may_be_stubs() -> None:
    behind = ["This article is for subscribers only.", "Subscribe to continue reading"]
    text = "\n\n".join(["Bridge at Holm closed", *BRIDGE, *behind])
    assert read(Page(text.encode(), "text/plain")).stub
