"""Lists of words as people write them: in a row, parted by blanks."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())
