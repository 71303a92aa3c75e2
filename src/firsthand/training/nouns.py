"""The list of nouns by class, made from the noun files of WordNet 3.0 (Debian: wordnet-base).

python -m firsthand.training.nouns /usr/share/wordnet > src/firsthand/text/nouns.txt
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_CLASSES = {
    "05": "goods", "06": "goods", "13": "food", "14": "body", "15": "land", "18": "people", "20": "food",
    "21": "money", "27": "goods",
}  # fmt: skip
"""Lexicographer files of WordNet, and what nouns of theirs are to an exchange."""

_NARROWER = {
    "arms": ("weaponry", "weapon", "ammunition", "armament", "military_vehicle", "warship", "warplane", "explosive"),
    "medicine": ("drug", "vaccine", "medical_instrument"),
    "energy": ("fuel", "petroleum"),
    "building": ("structure",),
}
"""Classes of goods: all that lies under the first sense of these words."""

_SEEN_ONLY = frozenset({"05", "20"})
"""Animals and plants: only words that the tagged corpora of WordNet hold, not the whole of biology."""

LICENCE = """\
# Nouns by the class of their commonest sense; made by firsthand.training.nouns from WordNet 3.0.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and
# without fee or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
# statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES
# OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR
# DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution
# of the software and/or database. Title to copyright in this software, database and any associated documentation shall
# at all times remain with Princeton University and LICENSEE agrees to preserve same."""


class _Sense(NamedTuple):
    file: str
    above: tuple[str, ...]
    is_a_name: bool


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="latin-1") as lines:
        yield from (line.split(" | ")[0].split() for line in lines if not line.startswith("  "))


def _senses(path: Path) -> dict[str, _Sense]:
    senses = {}
    for fields in _lines(path):
        pointers = fields[4 + 2 * int(fields[3], 16) :]
        pairs = [(pointers[at], pointers[at + 1]) for at in range(1, 1 + 4 * int(pointers[0]), 4)]
        above = tuple(other for sign, other in pairs if sign in {"@", "@i"})
        senses[fields[0]] = _Sense(fields[1], above, any(sign == "@i" for sign, _ in pairs))
    return senses


def _ancestors(sense: str, senses: dict[str, _Sense]) -> set[str]:
    found: set[str] = set()
    waiting = [sense]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += senses[one].above
    return found


def classes(folder: Path) -> dict[str, list[str]]:
    """The single words of each class, in order of the alphabet."""
    senses = _senses(folder / "data.noun")
    first, seen = {}, set()
    for fields in _lines(folder / "index.noun"):
        pointers = int(fields[3])
        first[fields[0]] = fields[6 + pointers]
        if int(fields[5 + pointers]):
            seen.add(fields[0])
    roots = {name: {first[word] for word in words} for name, words in _NARROWER.items()}
    found = defaultdict(list)
    for word, sense in sorted(first.items()):
        file = senses[sense].file
        is_wanted = re.fullmatch(r"[a-z][a-z-]{1,20}", word) and not senses[sense].is_a_name
        if file in _CLASSES and is_wanted and (word in seen or file not in _SEEN_ONLY):
            above = _ancestors(sense, senses)
            narrower = next((name for name, tops in roots.items() if above & tops), None)
            found[(narrower if file in {"06", "27"} else None) or _CLASSES[file]].append(word)
    return dict(found)


if __name__ == "__main__":
    # ruff: noqa: T201
    print(LICENCE)
    for name, words in sorted(classes(Path(sys.argv[1])).items()):
        print(f"{name}:", *words)
