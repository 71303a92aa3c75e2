"""Whatever the bytes, reading ends in an article whose spans hold, or in an error of our own."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Page
from firsthand.reading import read

SENTENCE = "The mill at Springfield was sold on Monday, 17 June 2024, the mayor told Reuters. "
PIECES = [
    SENTENCE, "By Ann Miller", "READ ALSO: Mill sold", "© 2024 Sluice", "14:05", "“", "”", '"', "\u00ad", "\u200b", "\ud800",
    "<p>", "</p>", "<div hidden>", "</div>", "<article>", "<h1>", "<h1>Mill sold</h1>", "<br>", "<br><br>", "<a href=/x>", "</a>",
    "<script type='application/ld+json'>", '{"@type":"NewsArticle","author":[{"name":["x",{}]}],"datePublished":"2024-06-18"}',
    "</script>", "<noscript>", "<template>", "<svg>", "<table><tr><td>", "<meta name=author content=x>", "<title>", "</title>",
    "<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "&#xD800;", "\0", "\t", "\n\n", "\r", "- ", "# ", "> ", "1. ", "|", "/",
]  # fmt: skip
PAGES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)
KINDS = st.sampled_from(["text/html", "text/plain", "text/markdown"])


def holds(content: bytes, kind: str) -> None:
    try:
        article = read(Page(content, kind))
    except InputError:
        return
    text = [block for block in article.blocks if block.zone in ARTICLE_ZONES]
    assert article.text == BLOCK_BREAK.join(block.text for block in text)
    for block in article.blocks:
        assert (block.span is not None) == (block.zone in ARTICLE_ZONES)
        assert block.span is None or block.span.of(article.text) == block.text


@settings(max_examples=150, deadline=None)
@given(PAGES, KINDS)
@example("<p>" + SENTENCE * 3 + "\ud800", "text/html")
def test_any_page(markup: str, kind: str) -> None:
    holds(markup.encode("utf-8", "surrogatepass"), kind)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), PAGES, KINDS, st.sampled_from(["utf-16", "utf-16-le", "cp1252", "utf-8"]))
def test_any_bytes(noise: bytes, markup: str, kind: str, encoding: str) -> None:
    holds(markup.encode(encoding, "replace") + noise, kind)
    holds(noise + markup.encode(encoding, "replace"), kind)
