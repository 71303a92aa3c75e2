#!/usr/bin/env python3
"""Turn saved pages into plain text as a person copies it off a browser: select all, copy, paste.

    python quality/copied.py FOLDER OUT.jsonl

Each page of FOLDER (`.html`, `.html.gz`) becomes a line `{"id", "text"}` of OUT.jsonl, for `firsthand read`; its id is
the name of its file. Line ends follow what browsers put on the clipboard (HTML standard, `innerText`; Chromium also
sets blank lines around headings): one around blocks, two around paragraphs and headings, one for `br` and between
rows, a tab between cells. What scripts would hide or add is not known; of style, only the attributes are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firsthand.model import Page
from firsthand.reading.decode import decode

BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form header hgroup hr html legend li main menu nav ol optgroup option pre search section summary table tbody
    tfoot thead tr ul
"""
LINE_BREAKS = dict.fromkeys(BLOCKS.split(), 1) | dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), 2)
UNSEEN_NAMES = """
    audio canvas datalist embed head iframe img input math meta noembed noframes noscript object picture script select
    style svg template textarea title video
"""
UNSEEN = frozenset(UNSEEN_NAMES.split())
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CELLS = frozenset(("td", "th"))


class Clipboard:
    """Text as it gathers: white space collapsed, line breaks asked for merged into the most asked for."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._breaks = 0
        self._space = False

    def add(self, text: str) -> None:
        words = " ".join(text.split())
        if not words:
            self._space = self._space or bool(text)
            return
        if self._breaks:
            self.parts.append("\n" * self._breaks if self.parts else "")
        elif (self._space or text[0].isspace()) and self.parts and not self.parts[-1].endswith(("\n", "\t")):
            self.parts.append(" ")
        self.parts.append(words)
        self._breaks, self._space = 0, text[-1].isspace()

    def require(self, breaks: int) -> None:
        self._breaks = max(self._breaks, breaks)
        self._space = self._space and not breaks

    def put(self, mark: str) -> None:
        """A line break or tab of its own."""
        if self._breaks and self.parts:
            self.parts.append("\n" * self._breaks)
        self._breaks, self._space = 0, False
        if self.parts:
            self.parts.append(mark)


def is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in UNSEEN or "hidden" in attributes or HIDING.search(attributes.get("style") or ""):
        return True
    if node.tag == "dialog" and "open" not in attributes:
        return True
    folded = node.parent is not None and node.parent.tag == "details" and "open" not in node.parent.attributes
    return folded and node.tag != "summary"


def enter(node: LexborNode, clipboard: Clipboard) -> LexborNode | None:
    """Take a node's own text; its first child, if it is to be visited."""
    if node.is_text_node:
        clipboard.add(node.text_content or "")
        return None
    if not node.is_element_node or is_hidden(node):
        return None
    if node.tag == "br":
        clipboard.put("\n")
    clipboard.require(LINE_BREAKS.get(node.tag or "", 0))
    return node.first_child


def leave(node: LexborNode, clipboard: Clipboard) -> None:
    if node.tag in CELLS and node.next is not None:
        clipboard.put("\t")
    elif node.tag in LINE_BREAKS:
        clipboard.require(LINE_BREAKS[node.tag])


def copied(markup: str) -> str:
    """The text of a page as a browser copies it."""
    clipboard = Clipboard()
    root = LexborHTMLParser(markup).root
    node, depth = root, 0
    while node is not None:
        below = enter(node, clipboard)
        if below is not None:
            node, depth = below, depth + 1
            continue
        while depth and node.next is None:
            node, depth = node.parent, depth - 1  # type: ignore[assignment]
            leave(node, clipboard)
        if not depth:
            break
        node = node.next
    return "".join(clipboard.parts).strip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8", errors="replace") as out:
        for path in sorted([*arguments.folder.glob("*.html"), *arguments.folder.glob("*.html.gz")]):
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            text = copied(decode(Page(content, "text/html")))
            name = path.name.removesuffix(".gz").removesuffix(".html")
            out.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
