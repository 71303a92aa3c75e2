"""What a page says, made fit to be printed on a terminal."""

from __future__ import annotations

import re

# Escape sequences and marks that turn the direction of writing would let a page write over what the report says.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(words: str) -> str:
    """Words of a page without what would steer the terminal; as long as before, so that offsets hold."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words)
