"""Pages as they are on the web, read as an editor would."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import NoArticle
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Article, Basis, Page, Publication, Told, Zone
from firsthand.reading.html import read_html
from firsthand.reading.stubs import REMARK

PAGES = Path(__file__).parent.parent / "pages"


def read(name: str, **known: str) -> Article:
    return read_html(Page((PAGES / name).read_bytes(), "text/html", path=name, told=Told(**known)))


def texts(article: Article, *zones: Zone) -> list[str]:
    return [block.text for block in article.blocks if block.zone in zones]


@pytest.fixture(scope="module")
def bridge() -> Article:
    return read("harbour-bridge.html")


def test_text_is_standfirst_headings_paragraphs_and_quotations(bridge: Article) -> None:
    assert bridge.text == BLOCK_BREAK.join(texts(bridge, *ARTICLE_ZONES))
    paragraphs = bridge.text.split(BLOCK_BREAK)
    assert [paragraph.split()[0] for paragraph in paragraphs] == [
        "Inspectors", "The", "An", "What", "According", "“Nobody", "Until", "The",
    ]  # fmt: skip
    assert paragraphs[1].endswith("said Oduya Marsh, the councillor for roads.")
    assert paragraphs[2].endswith("The council denies this.")


def test_each_zone_of_a_page(bridge: Article) -> None:
    assert texts(bridge, Zone.TITLE) == ["Harbour bridge to stay closed until spring"]
    assert texts(bridge, Zone.LEAD) == [
        "Inspectors found cracks in two pylons. The ferry will run every twenty minutes instead."
    ]
    assert texts(bridge, Zone.HEADING) == ["What the divers found"]
    assert [quote[:7] for quote in texts(bridge, Zone.QUOTE)] == ["“Nobody"]
    assert [caption[:10] for caption in texts(bridge, Zone.CAPTION)] == ["The bridge"]
    assert "By Ines Halloran and Tom Brackwater" in texts(bridge, Zone.BYLINE)
    assert "Read more: Ferry company asks for a longer contract" in texts(bridge, Zone.TEASER)
    assert "Storm takes roof off the old cannery" in texts(bridge, Zone.TEASER)
    assert "Sign up for our morning newsletter" in texts(bridge, Zone.PROMO)
    assert any("rust running down" in comment for comment in texts(bridge, Zone.COMMENT))
    assert texts(bridge, Zone.COPYRIGHT) == ["© 2024 The Northport Ledger Ltd. All rights reserved."]
    assert "Sport" in texts(bridge, Zone.NAVIGATION)


def test_head_of_a_page(bridge: Article) -> None:
    assert bridge.title == "Harbour bridge to stay closed until spring"
    assert bridge.authors == ("Ines Halloran", "Tom Brackwater")
    assert bridge.outlet
    assert (bridge.outlet.name, bridge.outlet.domain) == ("The Northport Ledger", "northport-ledger.example")
    assert bridge.published
    assert (bridge.published.value, bridge.published.basis) == ("2024-06-18T07:30:00+01:00", Basis.METADATA)
    assert bridge.page.url == "https://www.northport-ledger.example/news/2024/06/18/harbour-bridge"
    assert bridge.language == "en"
    assert bridge.id == f"sha256:{bridge.page.sha256}"
    assert bridge.remarks == ()


def test_what_the_user_knows_outranks_the_page() -> None:
    article = read("harbour-bridge.html", published="2020-01-02", outlet="Archive", url="https://old.example/1")
    assert article.published
    assert (article.published.value, article.published.basis) == ("2020-01-02", Basis.GIVEN)
    assert article.outlet
    assert (article.outlet.name, article.outlet.domain) == ("Archive", "old.example")


def test_windows_1252_that_calls_itself_latin_1() -> None:
    article = read("puente-cp1252.html")
    assert article.title == "El puente seguirá cerrado hasta otoño"
    assert article.authors == ("Íñigo Salcedo",)
    assert article.language == "es"
    paragraphs = texts(article, Zone.BODY)
    assert len(paragraphs) == 3
    assert "“No hay dinero para más”, dijo" in paragraphs[0]
    assert "300.000 €" in paragraphs[1]
    assert not any("Lea también" in paragraph for paragraph in paragraphs)


def test_date_in_the_page_alone() -> None:
    article = read("puente-cp1252.html")
    assert article.published
    assert (article.published.value, article.published.basis) == ("2019-03-12", Basis.TEXT)


def test_prose_tells_the_date_where_nothing_else_does() -> None:
    words = "<p>The bridge over the Holm was closed today, {}, after divers found cracks in two of its six pylons.</p>"
    told = Told(fetched="2024-06-20")

    def published(day: str) -> Publication | None:
        page = f"<html><body><article><h1>Bridge closed</h1>{words.format(day)}<p>{'It stays closed. ' * 9}</p>"
        return read_html(Page(page.encode(), "text/html", path="bridge.html", told=told)).published

    assert published("Tuesday, June 18") == Publication("2024-06-18", Basis.TEXT, certain=True)
    assert published("June 18") == Publication("2024-06-18", Basis.TEXT, certain=False)
    assert published("it seems") is None


def test_messy_page() -> None:
    article = read("messy.html")
    assert article.title == "Farmers block road to the port"
    assert article.authors == ("Mara Delacroix",)
    assert article.published is None
    assert [paragraph.split()[0] for paragraph in article.text.split(BLOCK_BREAK)] == [
        "Some", "The", "A", "Lorries", "The",
    ]  # fmt: skip
    assert "town, a driver told this paper" in article.text
    for unseen in ("hidden", "never", "Skip", "Choose", "old browsers"):
        assert not any(unseen in block.text for block in article.blocks)


def test_beginning_of_a_paid_article() -> None:
    article = read("bezahlschranke.html")
    assert article.remarks == (REMARK,)
    assert article.authors == ("Jonte Wiesengrund",)
    assert [block.zone for block in article.blocks if block.span] == [Zone.LEAD, Zone.BODY]
    assert "Weiterlesen mit Talbote Plus" in texts(article, Zone.PROMO)


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li><a href=/a>First of the links here</a><li><a href=/b>Second of the links here</a></ul>",
        "<h1>404</h1><p>Page not found. The page you are looking for does not exist.</p>",
        "<p>Please enable JavaScript to view this page.</p>",
        "<<<<<< >>>>>> . . . . . ! ! !" * 20,
        "<script>document.write('all of the article')</script>",
    ],
)
def test_no_article(markup: str) -> None:
    with pytest.raises(NoArticle, match="no article"):
        read_html(Page(markup.encode(), "text/html", path="empty.html"))


def test_title_repeated_in_the_body_is_no_text() -> None:
    paragraphs = "".join(
        f"<p>The mill by the river number {n} has been sold, its owner said on Friday.</p>" for n in range(4)
    )
    markup = f"<title>Mill sold</title><h1>Mill sold</h1><div><p>Mill sold</p>{paragraphs}</div>"
    article = read_html(Page(markup.encode(), "text/html"))
    assert texts(article, Zone.TITLE) == ["Mill sold", "Mill sold"]
    assert len(article.text.split(BLOCK_BREAK)) == 4


def test_reading_twice_gives_the_same() -> None:
    assert read("messy.html") == read("messy.html")
