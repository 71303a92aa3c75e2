#!/usr/bin/env python3
"""Check in a real browser that blocks stand where their places say: XPath and offsets give the block's own text.

    python quality/places.py [--number N] [--browser chromium] [--scripts] FOLDER

Every page of FOLDER (`.html`, `.html.gz`; N of them, spread evenly) is read by firsthand, then parsed by headless
Chromium as where scripts are switched off; with `--scripts` as where they are on, which makes `noscript` one piece of
text. The page's own scripts never run, and nothing is fetched. For each block the XPath is evaluated, the offsets are
counted in code points of the element's text content, a Range is laid over them as a highlighter would do, and what it
holds is compared with the block's text, white space aside. Needs Debian's package chromium, or another Chromium named
with `--browser`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from browser import BROWSER

from firsthand.errors import InputError
from firsthand.model import Article, Page
from firsthand.reading import read
from firsthand.reading.acquire import acquire
from firsthand.reading.decode import decode

FLAGS = (
    *BROWSER,
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--allow-file-access-from-files",
    "--virtual-time-budget=20000",
    "--dump-dom",
)
SECONDS = 120
AROUND = "ok but for unseen text"
# The page under test becomes an inert document: by DOMParser, which parses with scripting switched off, or in a frame
# that inherits a policy under which nothing but this program's own script runs and nothing is fetched.
POLICY = "default-src 'none'; script-src 'nonce-checker'; style-src 'unsafe-inline'"
CHECKER = """<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="%(policy)s">
<pre id=out></pre><script nonce=checker>
const PAGE = %(page)s;
const UNSEEN = 'script, style, noscript, template, svg, [hidden], [style*="display:none"], [style*="display: none"]';
const bare = text => text.replace(/\\s+/gu, '');
async function opened() {
  if (!PAGE.scripts) return new DOMParser().parseFromString(PAGE.markup, 'text/html');
  const frame = document.createElement('iframe');
  const loaded = new Promise(done => frame.addEventListener('load', done));
  frame.srcdoc = PAGE.markup;
  document.body.append(frame);
  await loaded;
  return frame.contentDocument;
}
function range(parsed, element, start, end) {
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
function answer(parsed, block) {
  const first = XPathResult.FIRST_ORDERED_NODE_TYPE;
  const element = parsed.evaluate(block.xpath, parsed, null, first, null).singleNodeValue;
  if (!element) return 'no element';
  const content = Array.from(element.textContent).slice(block.start, block.end).join('');
  const held = range(parsed, element, block.start, block.end);
  if (bare(content) !== bare(block.text)) {
    const copy = held?.cloneContents();
    copy?.querySelectorAll(UNSEEN).forEach(one => one.remove());
    const same = copy && bare(copy.textContent) === bare(block.text);
    return same ? 'ok but for unseen text' : 'other text: ' + content.slice(0, 80);
  }
  return held && bare(held.toString()) === bare(block.text) ? 'ok' : 'no range';
}
opened().then(parsed => {
  const seen = PAGE.blocks.map(block => answer(parsed, block));
  document.getElementById('out').textContent = 'RESULT' + JSON.stringify(seen) + 'TLUSER';
});
</script>"""


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
    given = json.dumps({"markup": markup, "blocks": blocks, "scripts": scripts}).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory() as scratch:
        checker = Path(scratch, "check.html")
        checker.write_text(CHECKER % {"policy": POLICY, "page": given}, encoding="utf-8")
        command = [browser, *FLAGS, f"--user-data-dir={scratch}/profile", checker.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
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
    right = around = total = 0
    for page in pages(arguments.folder, arguments.number):
        try:
            article = read(page)
        except InputError as error:
            print(error)
            continue
        answers = checked(article, decode(page), arguments.browser, scripts=arguments.scripts)
        right += answers.count("ok")
        around += answers.count(AROUND)
        total += len(answers)
        print(f"{answers.count('ok'):5} of {len(answers):5}  {page.name}")
        for block, answer in zip(article.blocks, answers, strict=True):
            if answer != "ok":
                print(f"      {answer}: {block.at.xpath} {block.text[:60]!r}")
    print(f"{right} of {total} blocks stand where they say ({right / max(1, total):.2%})")
    print(f"{around} more with text between that the browser does not show ({(right + around) / max(1, total):.2%})")
    return 0 if right + around == total else 1


if __name__ == "__main__":
    sys.exit(main())
