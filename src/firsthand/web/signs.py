"""Signs that turn the line around, shown as what they are: with them, words can be made to read as others."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

SIGNS = {
    "\u202a": ("LRE", "left-to-right embedding"),
    "\u202b": ("RLE", "right-to-left embedding"),
    "\u202c": ("PDF", "end of embedding or override"),
    "\u202d": ("LRO", "left-to-right override"),
    "\u202e": ("RLO", "right-to-left override"),
    "\u2066": ("LRI", "left-to-right isolate"),
    "\u2067": ("RLI", "right-to-left isolate"),
    "\u2068": ("FSI", "first strong isolate"),
    "\u2069": ("PDI", "end of isolate"),
}
"""The formatting characters of the bidirectional algorithm (UAX 9) that open or close something; text that runs from
right to left as a whole needs none of them."""
_SIGN = re.compile(f"([{''.join(SIGNS)}])")


def visible(text: str | None) -> Markup:
    """A text for a page, escaped, with a token in place of each sign that would turn the line around."""
    if not text or not _SIGN.search(text):  # as nearly always
        return escape(text or "")
    parts = _SIGN.split(text)
    return Markup("").join(_token(part) if number % 2 else escape(part) for number, part in enumerate(parts))


def _token(sign: str) -> Markup:
    short, name = SIGNS[sign]
    written = '<span class="sign" role="img" data-sign="{}" title="{}" aria-label="{}"></span>'
    return Markup(written).format(short, name, name)  # noqa: S704 - a text of ours
