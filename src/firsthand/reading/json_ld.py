"""Schema.org data that a page carries as JSON-LD: hints for the head, never trusted blindly."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

# The types of schema.org under which news is published; any other type that ends in "Article" counts too.
ARTICLE_TYPES = frozenset(
    ("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting", "CreativeWork", "MediaReview", "ClaimReview")
)
LARGEST = 2_000_000
MOST_NODES = 5_000
CDATA = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MARKUP = re.compile(r"<[^<>]{1,200}>")

Node = dict[str, Any]


def nodes(tree: LexborHTMLParser) -> list[Node]:
    """All objects with a type in the page's JSON-LD, outer before inner; what does not parse is left out."""
    found: list[Node] = []
    for script in tree.css('script[type*="ld+json" i]'):
        content = script.text(deep=True)
        if content and len(content) <= LARGEST:
            found.extend(_typed(_parsed(content)))
    return found


def types(node: Node) -> frozenset[str]:
    """The short names of a node's types: `https://schema.org/NewsArticle` is `NewsArticle`."""
    given = node.get("@type", node.get("type"))
    names = given if isinstance(given, list) else [given]
    return frozenset(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str))


def is_article(node: Node) -> bool:
    """Whether a node describes a piece of writing."""
    return any(name.endswith("Article") or name in ARTICLE_TYPES for name in types(node))


def words(value: object) -> str | None:
    """A value as plain text: markup and character references resolved, white space normalised; None if it has none."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if isinstance(value, dict):
        value = value.get("@value", value.get("name"))
    if not isinstance(value, str):
        return None
    text = html.unescape(html.unescape(value)) if "&" in value else value
    return " ".join(MARKUP.sub(" ", text).split()) or None


def listed(value: object) -> list[object]:
    """A value as a list: itself if it is one, nothing if it is empty."""
    if isinstance(value, list):
        return value
    return [] if value in (None, "", {}) else [value]


def _parsed(content: str) -> object:
    text = CDATA.sub("", content).strip().rstrip(";")
    for candidate in (text, TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _typed(top: object) -> Iterator[Node]:
    """Objects with a type anywhere inside, breadth first and at most MOST_NODES of all kinds."""
    level: list[object] = [top]
    seen = 0
    while level and seen < MOST_NODES:
        below: list[object] = []
        for value in level:
            seen += 1
            if isinstance(value, dict):
                if types(value):
                    yield value
                below.extend(inner for inner in value.values() if isinstance(inner, dict | list))
            elif isinstance(value, list):
                below.extend(inner for inner in value if isinstance(inner, dict | list))
        level = below
