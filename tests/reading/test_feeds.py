"""Feeds: whole entries are pages, others are fetched or reported."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from firsthand.errors import InputError, NotAPage, Unreachable
from firsthand.model import Page, Zone
from firsthand.reading import read
from firsthand.reading.acquire import Outside, acquire
from firsthand.reading.acquire.feeds import entries

SENTENCES = [
    f"Part {n} of the mill at Springfield was sold on Monday to a maker of paper, the mayor told the council of the town."
    for n in range(9)
]
WHOLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Sluice</title>
<item><title>Mill sold &amp; gone</title><link>https://sluice.example/mill</link><guid>mill-1</guid>
<pubDate>Tue, 18 Jun 2024 07:30:00 +0200</pubDate><dc:creator>Ann Miller</dc:creator>
<description>The mill is sold.</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded></item>
<item><title>Ferry stopped</title><link>https://sluice.example/ferry</link>
<description>The ferry will not sail before noon, its captain said. [&#8230;]</description></item>
<item><title>Shortened</title><link>https://sluice.example/short</link>
<description><![CDATA[{WHOLE}<p>… <a href="https://sluice.example/short">Continue reading</a></p>]]></description></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sluice</title><entry><title>Mill sold</title><id>urn:1</id>
<link href="https://sluice.example/mill"/><updated>2024-06-18T05:30:00Z</updated><author><name>Ann Miller</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry></feed>""".encode()
HTML = f"<title>Fetched</title><article><h1>Fetched</h1>{WHOLE}</article>".encode()


def pages_of(content: bytes, folder: Path, name: str) -> list[Page | InputError]:
    path = folder / name
    path.write_bytes(content)
    return list(acquire([str(path)]))


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed"])
def test_a_feed_file_gives_its_whole_entries_and_names_the_others(tmp_path: Path, name: str) -> None:
    page, ferry, shortened = pages_of(RSS, tmp_path, name)
    assert isinstance(page, Page)
    assert (page.id, page.url, page.media_type) == ("mill-1", "https://sluice.example/mill", "text/html")
    article = read(page)
    assert (article.id, article.title, article.authors) == ("mill-1", "Mill sold & gone", ("Ann Miller",))
    assert article.published
    assert article.published.value == "2024-06-18T05:30:00+00:00"
    assert [block.text for block in article.blocks if block.zone is Zone.BODY] == SENTENCES
    for error in (ferry, shortened):
        assert isinstance(error, Unreachable)
        assert "beginning" in error.problem
        assert "https://sluice.example/" in error.name


@pytest.mark.parametrize("name", ["feed.atom", "feed.xml"])
def test_atom(tmp_path: Path, name: str) -> None:
    (page,) = pages_of(ATOM, tmp_path, name)
    assert isinstance(page, Page)
    article = read(page)
    assert (article.id, article.title, article.authors) == ("urn:1", "Mill sold", ("Ann Miller",))


def test_the_entries_of_a_feed_at_an_address_are_fetched() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/feed":
            return httpx.Response(200, content=RSS, headers={"Content-Type": "application/rss+xml"})
        if request.url.path == "/ferry":
            return httpx.Response(404)
        return httpx.Response(200, content=HTML, headers={"Content-Type": "text/html"})

    outside = Outside(transport=httpx.MockTransport(answer))
    mill, ferry, shortened = acquire(["https://sluice.example/feed"], outside=outside)
    assert isinstance(mill, Page)
    assert (mill.url, mill.content) == ("https://sluice.example/mill", HTML)
    assert isinstance(ferry, Unreachable)
    assert ferry.name == "https://sluice.example/ferry"
    assert isinstance(shortened, Page)


@pytest.mark.parametrize(
    "content", [b"<rss></rss>", b"<rss><channel><item", b"<feed xmlns='x'>\x00\xff", b"<rdf:RDF />"]
)
def test_a_feed_with_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    (error,) = pages_of(content, tmp_path, "feed.rss")
    assert isinstance(error, NotAPage | Unreachable)


def test_a_page_in_xml_is_no_feed(tmp_path: Path) -> None:
    (page,) = pages_of(b"<?xml version='1.0'?><html><body><p>feed</p></body></html>", tmp_path, "page")
    assert isinstance(page, Page)
    assert page.media_type == "text/html"


def test_entries_do_not_swell() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    bomb = (
        f"<?xml version='1.0'?><!DOCTYPE rss [{laughs}]><rss><channel><item><title>&l9;</title></item></channel></rss>"
    )
    assert sum(len(entry.title or "") for entry in entries(bomb.encode())) < 10_000
