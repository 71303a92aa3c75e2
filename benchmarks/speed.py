#!/usr/bin/env python3
"""How fast firsthand is, on one core, each stage beside a named peer in the same run.

    python benchmarks/speed.py [FOLDER]

FOLDER holds pages (`.html`, `.html.gz`, `.txt`); the pages of the tests unless given. Reading is measured beside
trafilatura on the same HTML; starting beside a bare Python.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from firsthand.attributing import attribute
from firsthand.errors import InputError
from firsthand.model import Article, Page, Told
from firsthand.pipeline import sources, works
from firsthand.reading import read
from firsthand.tagging import tag

PAGES = Path(__file__).parents[1] / "tests" / "pages"


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def start_up(*arguments: str) -> float:
    """The least wall time of five starts."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return min(times)


def article_of(page: Page) -> Article | None:
    try:
        return read(page)
    except InputError:
        return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(PAGES))
    folder = parser.parse_args().folder
    pages = [work for work in works(sources([folder]), Told()) if isinstance(work, Page)]
    html = [page for page in pages if "html" in page.media_type]
    articles = [article for page in pages if (article := article_of(page))]  # once, so that imports are not measured
    tag("Warm up, said the mayor.")
    texts = [article.text for article in articles if article.language == "en"]
    words = sum(len(text.split()) for text in texts)

    import trafilatura

    raw = [page.content for page in html]
    reading = timed(lambda: [article_of(page) for page in html])
    trafilatura.bare_extraction(raw[0], with_metadata=True)
    bare_peer = timed(lambda: [trafilatura.extract(content) for content in raw])
    peer = timed(lambda: [trafilatura.bare_extraction(content, with_metadata=True) for content in raw])
    tagged = []
    tagging = timed(lambda: tagged.extend(tag(text) for text in texts))
    attributing = timed(lambda: [attribute(text, spans) for text, spans in zip(texts, tagged, strict=True)])
    whole = reading * len(articles) / max(1, len(html)) + tagging + attributing

    print(f"{len(pages)} pages, {len(html)} of them HTML; {len(texts)} English articles, {words} words")
    print(
        f"reading      {len(html) / reading:8.1f} pages/s, with head and zones: {peer / reading:.2f} times the speed of"
        f" trafilatura with metadata, {bare_peer / reading:.2f} times that without"
    )
    print(f"tagging      {words / tagging:8.0f} words/s   {tagging / whole:.0%} of the cost of an article")
    print(f"attributing  {words / attributing:8.0f} words/s")
    print(f"whole        {len(articles) / whole:8.1f} articles/s, {words / whole:.0f} words/s a core")
    print(f"peak memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    bare = start_up("-c", "pass")
    for name, arguments in (
        ("import firsthand", ("-c", "import firsthand")),
        ("--help", ("-m", "firsthand", "--help")),
    ):
        seconds = start_up(*arguments)
        print(f"{name:17} {seconds:6.3f} s, {seconds / bare:.1f} times a bare Python")


if __name__ == "__main__":
    main()
