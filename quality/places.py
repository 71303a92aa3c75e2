#!/usr/bin/env python3
"""Check in a real browser that blocks stand where their places say: XPath and offsets give the block's own text.

    python quality/places.py [--number N] [--browser chromium] [--scripts] FOLDER

Every page of FOLDER (`.html`, `.html.gz`; N of them, spread evenly) is read by firsthand, then opened in headless
Chromium, without its scripts unless `--scripts` keeps the browser's own parsing of `noscript`, and without network. For
each block the XPath is evaluated, the offsets are counted in code points of the element's text content, a Range is laid
over them as a highlighter would do, and what it holds is compared with the block's text, white space aside. Needs
Debian's package chromium, or another Chromium named with `--browser`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from firsthand.errors import InputError
from firsthand.model import Article, Page
from firsthand.reading import read
from firsthand.reading.acquire import acquire
from firsthand.reading.decode import decode

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--allow-file-access-from-files",
    "--virtual-time-budget=20000",
    "--dump-dom",
)
SECONDS = 120
# The page under test is parsed by the browser into an inert document: nothing of it runs or is fetched. DOMParser parses
# as with scripting switched off; a frame whose sandbox allows no scripts does so, too.
CHECKER = """<!doctype html><meta charset=utf-8><pre id=out></pre><script>
const page = JSON.parse(document.getElementById('page')?.textContent ?? 'null') ?? window.PAGE;
const bare = text => text.replace(/\\s+/gu, '');
const parsed = SCRIPTING ? (() => { const made = document.implementation.createHTMLDocument('');
  made.open(); made.write(PAGE.markup); made.close(); return made; })() : new DOMParser().parseFromString(PAGE.markup, 'text/html');
function range(element, start, end) {
  const walker = parsed.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = parsed.createRange();
  let at = 0, begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const points = Array.from(node.data);
    const units = count => points.slice(0, count).join('').length;
    if (!begun && start < at + points.length) { found.setStart(node, units(start - at)); begun = true; }
    if (begun && end <= at + points.length) { found.setEnd(node, units(end - at)); return found; }
    at += points.length;
  }
  return null;
}
const seen = PAGE.blocks.map(block => {
  const element = parsed.evaluate(block.xpath, parsed, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
  if (!element) return 'no element';
  const content = Array.from(element.textContent).slice(block.start, block.end).join('');
  const held = range(element, block.start, block.end);
  if (bare(content) !== bare(block.text)) return 'other text: ' + content.slice(0, 80);
  return held && bare(held.toString()) === bare(block.text) ? 'ok' : 'no range';
});
document.getElementById('out').textContent = 'RESULT' + JSON.stringify(seen) + 'TLUSER';
</script>"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the browser made of one page: an answer for each block, "ok" or what is wrong."""

    name: str
    answers: tuple[str, ...]


class _Texts(HTMLParser):
    """The text of the first `pre` in what the browser dumps."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def checked(article: Article, markup: str, browser: str, *, scripts: bool) -> tuple[str, ...]:
    """The browser's answer for each block of an article; raises RuntimeError where it gives none."""
    blocks = [
        {"xpath": block.at.xpath, "start": block.at.span.start, "end": block.at.span.end, "text": block.text}
        for block in article.blocks
    ]
    given = json.dumps({"markup": markup, "blocks": blocks}).replace("<", "\\u003c")
    setup = f"<script>const SCRIPTING = {json.dumps(scripts)}; window.PAGE = {given};</script>"
    with tempfile.TemporaryDirectory() as scratch:
        checker = Path(scratch, "check.html")
        checker.write_text(CHECKER.replace("<pre", setup + "<pre", 1), encoding="utf-8", errors="replace")
        command = [browser, *FLAGS, f"--user-data-dir={scratch}/profile", checker.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    texts = _Texts()
    texts.feed(done.stdout.decode("utf-8", "replace"))
    found = re.findall(r"RESULT(\[.*\])TLUSER", texts.text, re.DOTALL)
    if not found:
        raise RuntimeError(f"the browser gave no answer: {done.stderr.decode(errors='replace')[-500:]}")
    answers: list[str] = json.loads(found[-1])
    return tuple(answers)


def pages(folder: Path, number: int) -> list[Page]:
    """So many HTML pages of a folder, spread evenly over it."""
    found = [page for page in acquire([str(folder)]) if isinstance(page, Page) and "html" in page.media_type]
    step = max(1, len(found) // number)
    return found[::step][:number]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--scripts", action="store_true")
    arguments = parser.parse_args()
    right = total = 0
    for page in pages(arguments.folder, arguments.number):
        try:
            article = read(page)
        except InputError as error:
            print(error)
            continue
        answers = checked(article, decode(page), arguments.browser, scripts=arguments.scripts)
        right += answers.count("ok")
        total += len(answers)
        print(f"{answers.count('ok'):5} of {len(answers):5}  {page.name}")
        for block, answer in zip(article.blocks, answers, strict=True):
            if answer != "ok":
                print(f"      {answer}: {block.at.xpath} {block.text[:60]!r}")
    print(f"{right} of {total} blocks stand where they say ({right / max(1, total):.2%})")
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(main())
