#!/usr/bin/env python3
"""Look for pages that reading breaks on: pages are bent and mixed where that reaches code not reached before.

    python quality/fuzz.py [--seconds N] [--longest BYTES] [--kept FOLDER] [FOLDER]

Starts from the pages of FOLDER (those of the tests unless given) and from small pieces of markup; each page is read as
HTML, as plain text or as Markdown. Whatever the bytes, an article must come out whose spans and places hold, the same
one twice, or an error of our own, within ten seconds. Ends with status 1 at the first page that breaks this, which is
kept in the folder `--kept` and can be given as FOLDER again. Needs atheris, which is no dependency of firsthand.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.errors import InputError
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Article, Page, Place
from firsthand.reading import read
from firsthand.reading.decode import decode

PAGES = Path(__file__).parents[1] / "tests" / "pages"
KINDS = ("text/html", "text/html", "text/html", "text/plain", "text/markdown")
"""The first byte of what the fuzzer makes up says which; most code is for HTML."""

AS_IT_COMES = 128
"""From this first byte on, what follows is left as it is; else it is made UTF-8, since to guess charsets takes long."""

SECONDS = 10.0
SENTENCE = "The mill at Springfield was sold on Monday, 17 June 2024, the mayor told Reuters. "
PIECES = [
    SENTENCE, "By Ann Miller", "READ ALSO: Mill sold", "© 2024 Sluice", "14:05", "“", "”", '"', "\u00ad", "\u200b",
    "\ud800", "<p>", "</p>", "<div hidden>", "</div>", "<article>", "<h1>", "<h1>Mill sold</h1>", "<br>", "<br><br>",
    "<a href=/x>", "</a>", "<noscript>", "<template>", "<svg>", "<table><tr><td>", "<!--", "-->", "<![CDATA[", "&amp;",
    "<script type='application/ld+json'>", '{"@type":"NewsArticle","author":[{"name":["x",{}]}],', "</script>",
    '"datePublished":"2024-06-18"}', "<meta name=author content=x>", "<title>", "</title>", "&#0;", "&#xD800;", "\0",
    "\t", "\n\n", "\r", "- ", "# ", "> ", "1. ", "|", "/",
]  # fmt: skip


def faults(page: Page) -> Iterator[str]:
    """What is wrong with what reading makes of a page; errors that are not ours are raised."""
    began = monotonic()
    try:
        article = read(page)
    except InputError:
        return
    finally:
        if monotonic() - began > SECONDS:
            yield f"reading took {monotonic() - began:.1f} seconds"
    yield from _of_spans(article)
    if page.media_type == "text/html":
        yield from _of_places(article, LexborHTMLParser(decode(page).encode("utf-8", errors="replace")))
    if read(page) != article:
        yield "read twice, it is another article"


def _of_spans(article: Article) -> Iterator[str]:
    text = [block.text for block in article.blocks if block.zone in ARTICLE_ZONES]
    if article.text != BLOCK_BREAK.join(text):
        yield "the text is not made of its blocks"
    for block in article.blocks:
        if (block.span is not None) != (block.zone in ARTICLE_ZONES):
            yield f"a block of zone {block.zone} has the span {block.span}"
        if block.span and block.span.of(article.text) != block.text:
            yield f"a block is not where it says, at {block.span}"
    for repair in article.repairs:
        if article.text[repair.start : repair.end] != repair.was:
            yield f"a repair is not of what stands there: {repair}"


def _of_places(article: Article, tree: LexborHTMLParser) -> Iterator[str]:
    """What stands in the tree where a block says is the block's text, but for what is not shown in between."""
    for block in article.blocks:
        text, words = without_space(block.text), without_space(words_at(tree, block.at))
        rest = iter(words)
        if (text[:1], text[-1:]) != (words[:1], words[-1:]) or not all(character in rest for character in text):
            yield f"a block is {text!r}, but on the page {words!r} stands at {block.at}"


def words_at(tree: LexborHTMLParser, place: Place) -> str:
    """What the page has at a place in HTML."""
    return place.span.of(evaluate(tree, place.xpath or "").text())


def evaluate(tree: LexborHTMLParser, xpath: str) -> LexborNode:
    """The element at an absolute XPath of numbered steps, as ours are."""
    found = [node for node in (tree.root,) if node]
    for step in xpath.removeprefix("/").split("/"):
        tag, _, number = step.removesuffix("]").partition("[")
        fitting = [node for node in found if node.is_element_node and tag in {"*", node.tag}]
        element = fitting[int(number) - 1]
        found = list(element.iter())
    return element


def without_space(text: str) -> str:
    return "".join(text.split())


def seeds(folder: Path) -> Iterator[bytes]:
    """The pages to begin with, each behind the byte for its kind."""
    for path in sorted(folder.iterdir()):
        yield bytes([0 if path.suffix.startswith(".htm") else 3]) + path.read_bytes()
    for kind in (0, 3, 4):
        yield bytes([kind]) + "".join(PIECES).encode("utf-8", "surrogatepass")


def once(given: bytes) -> None:
    """Read what the fuzzer made up."""
    if not given:
        return
    content = given[1:] if given[0] >= AS_IT_COMES else given[1:].decode("utf-8", "replace").encode()
    for fault in faults(Page(content, KINDS[given[0] % len(KINDS)], path="page")):
        raise RuntimeError(fault)


def main() -> None:
    import atheris

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--longest", type=int, default=3000)
    parser.add_argument("--kept", type=Path, default=Path())
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as begun:
        for number, page in enumerate(seeds(asked.folder)):
            Path(begun, str(number)).write_bytes(page)
        words = Path(begun, "words.dict")
        escaped = ("".join(f"\\x{byte:02x}" for byte in piece.encode("utf-8", "surrogatepass")) for piece in PIECES)
        words.write_text("".join(f'"{piece}"\n' for piece in escaped))
        options = (f"-max_total_time={asked.seconds}", f"-max_len={asked.longest}", f"-dict={words}", "-timeout=30")
        with atheris.instrument_imports(include=["firsthand.reading"]):
            import firsthand.reading.html
            import firsthand.reading.plain  # noqa: F401 - what is imported here tells the fuzzer which code it reached
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={asked.kept}/", begun], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
