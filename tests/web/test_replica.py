"""Saved pages built anew, with words marked."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from firsthand.errors import InputError
from firsthand.model import Article, Page, Span
from firsthand.reading import read
from firsthand.reading.acquire import acquire
from firsthand.web.replica import KEPT_ATTRIBUTES, KEPT_TAGS, replica


class Marked(HTMLParser):
    """The text of a page and that within its marks; tags and attributes as they come."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.depth = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "mark"
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.depth:
            self.words += data


def bare(text: str) -> str:
    return "".join(text.split())


def readable() -> dict[str, tuple[Page, Article]]:
    found = {}
    for page in acquire([str(Path(__file__).parent.parent / "pages")]):
        if isinstance(page, Page):
            try:
                found[Path(page.name).name] = page, read(page)
            except InputError:
                continue
    return found


READ = readable()


@pytest.mark.parametrize("name", READ)
def test_the_very_words_are_marked_wherever_they_stand(name: str) -> None:
    page, article = READ[name]
    text = article.text
    for start in range(0, len(text), 97):
        span = Span(start, min(len(text), start + 150))
        if not span.of(text).isspace():
            assert bare(Marked(replica(page, article, [span]).body).words) == bare(span.of(text))


@pytest.mark.parametrize("name", READ)
def test_a_replica_has_all_words_of_the_page_and_nothing_that_acts(name: str) -> None:
    page, article = READ[name]
    shown = Marked(replica(page, article, []).body)
    assert not shown.words
    assert shown.tags <= KEPT_TAGS | {"pre"}
    assert shown.attributes <= KEPT_ATTRIBUTES | {"class", "title", "open"}
    if page.media_type != "text/markdown":
        for block in article.blocks:
            assert bare(block.text) in bare(shown.text)


EVIL = """<!doctype html><html onload=alert(1)><head><base href=//evil.example><meta http-equiv=refresh content=0>
<link rel=preconnect href=//evil.example><title>Port shut</title><style>*{display:none}</style></head><body onload=alert(1)>
<script>alert("port")</script><article><h1>Port shut</h1><p id=words style="color:red">The port of Holm is <b
onclick="alert(1)">closed</b> for <svg onload=alert(1)><text>never</text></svg>six <span hidden>hidden</span>weeks,
<a href="javascript:alert(1)">the &lt;script&gt; ministry</a> said on Tuesday, and <img src=x onerror=alert(1)>nobody may
enter it.<iframe src=//evil.example></iframe></p><form action=//evil.example><input name=a><button>Go</button></form>
<x-card><object data=x></object><p>The harbour master said that the ships of the union stay where they are until the quay is mended, and that a
pilot would look at it on Thursday morning.</p></x-card><plaintext>The rest of it"""


def test_nothing_that_runs_loads_or_leads_anywhere_is_left_of_a_page() -> None:
    page = Page(EVIL.encode(), "text/html")
    article = read(page)
    start = article.text.index("closed")
    span = Span(start, article.text.index("nobody") + 6)
    built = replica(page, article, [span])
    shown = Marked(built.body)
    assert shown.tags <= KEPT_TAGS
    assert shown.attributes <= KEPT_ATTRIBUTES | {"class", "title", "id"}
    assert bare(shown.words) == bare(span.of(article.text))
    assert "hidden" not in shown.text
    assert "never" not in shown.text
    assert built.body.count('id="words"') == 1
    assert "<script" not in built.body


def test_markdown_is_marked_between_its_signs() -> None:
    words = "The [port](https://port.example/the/quay) of **Holm** is closed, the *harbour ministry* said on Tuesday."
    more = (
        "Forty ships are waiting outside, and the union of dockers said that nobody had told it why, or for how long."
    )
    page = Page(f"# Port shut\n\n{words}\n\n{more} {more}\n\n{more} {words}".encode(), "text/markdown")
    article = read(page)
    start = article.text.index("Holm")
    marked = Marked(replica(page, article, [Span(start, article.text.index("said"))]).body)
    assert bare(marked.words) == "Holmisclosed,theharbourministry"
