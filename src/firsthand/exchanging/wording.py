"""Lists of words as they are written down in this room."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list, parted by white space."""
    return frozenset(listed.split())
