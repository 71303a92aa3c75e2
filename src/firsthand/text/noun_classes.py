"""What common nouns name in their commonest sense: people, a body, food, arms …"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def noun_classes() -> dict[str, str]:
    """The class of every noun listed, in its dictionary form; the file says where the list comes from."""
    found: dict[str, str] = {}
    for line in (files(__package__) / "nouns.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition(":")
            found.update(dict.fromkeys(words.split(), name))
    return found
