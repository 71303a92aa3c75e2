"""The blocks of a plain text, each looked at by itself: its length, its stop, its phrases, its content words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.cohesion import content_keys, short_names, word_count
from firsthand.reading.paragraphs import Stretch
from firsthand.reading.written_dates import is_clock_line, is_date_line

PROSE_SHORTEST = 12
"""Words: a block as long as this that ends in a stop tells something by itself."""

HEADLINE_LONGEST = 24
"""Words: headlines are hardly ever longer; a longer block without a stop has lost it."""

REACH, FAR = 4, 25
"""Paragraphs to either side that are asked whether they speak of the same, and within how many blocks."""

BELONGING = ((0.15, 1.0), (0.1, 0.6), (0.05, 0.1), (0.0, -0.4))
"""How much of a paragraph counts from which share of its content words on that its neighbours have too."""

# A paragraph's stop, and what may stand behind it: closing marks, a note's number, the agency that signs.
_STOP = re.compile(r"[.!?…:。！？।؟۔][\"'”’»«›“)\]]*(?:\s?[\[(][^()\[\]]{1,30}[\])])?$")
_SENTENCE_GAP = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[^\W\d_a-z])")


class Shape(Enum):
    """What a block looks like before its neighbours are asked."""

    PROSE = auto()
    SENTENCE = auto()
    LINE = auto()
    PHRASE = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """One block, looked at by itself; `weight` is what `weighed` makes of its words of prose beside its neighbours."""

    text: str
    shape: Shape
    phrase: Zone | None
    marked: Zone | None
    words: int
    keys: frozenset[str]
    tabs: int = 0
    dated: bool = False
    weight: float = 0.0

    @property
    def told(self) -> int:
        """Words of prose."""
        return self.words if self.shape in (Shape.PROSE, Shape.SENTENCE) else 0


def look_at(stretch: Stretch) -> Look:
    """A block with its shape, its phrase's zone and its content words."""
    text = phrases.squeezed(stretch.text)
    words = word_count(text)
    zone = phrases.zone_of_phrase(text)
    if zone is Zone.BYLINE and words >= PROSE_SHORTEST and _STOP.search(text):
        zone = None  # "Author Ann Lee, from Kensington, said she …" tells something
    dated = is_date_line(text)
    if zone is None and (dated or is_clock_line(text)):
        zone = Zone.BYLINE
    if zone is None and (stretch.marked is Zone.CAPTION or phrases.ends_in_photo_credit(text)):
        zone = Zone.CAPTION
    if zone is None and phrases.is_error_notice(text):
        zone = Zone.OTHER
    if zone is not None or stretch.marked in (Zone.TITLE, Zone.HEADING):
        shape = Shape.PHRASE if zone else Shape.LINE
    else:
        shape = _shape(text, words)
    keys = content_keys(text) | short_names(text)
    return Look(text, shape, zone, stretch.marked, words, keys, stretch.text.count("\t"), dated)


def weighed(looks: Sequence[Look]) -> list[Look]:
    """The blocks with their words of prose weighed by how much they speak of what the paragraphs near them speak of.

    Paragraphs of one article have words in common; the entries of a list of articles have hardly any.
    """
    told = [at for at, look in enumerate(looks) if look.told]
    weighed = list(looks)
    for order, at in enumerate(told):
        look = looks[at]
        near = (looks[other] for other in told[max(0, order - REACH) : order + REACH + 1] if abs(other - at) <= FAR)
        around = frozenset().union(*(other.keys for other in near if other.text != look.text))
        weighed[at] = replace(look, weight=look.told * _belonging(look.keys, around))
    return weighed


def _belonging(keys: frozenset[str], around: frozenset[str]) -> float:
    """The share of a paragraph's words that count, by how many of its content words the paragraphs near it have."""
    if not around:
        return 1.0
    if len(keys) < 4:
        return 0.3
    share = len(keys & around) / len(keys)
    return next(counts for least, counts in BELONGING if share >= least)


def _shape(text: str, words: int) -> Shape:
    if words > HEADLINE_LONGEST:
        return Shape.PROSE
    if not _STOP.search(text) or (asks(text) and not has_sentences(text)):
        return Shape.LINE
    return Shape.PROSE if words >= PROSE_SHORTEST else Shape.SENTENCE


def asks(text: str) -> bool:
    """Whether a text ends in a question."""
    return text.rstrip("”\"'»)").endswith(("?", "？", "؟"))


def has_sentences(text: str) -> bool:
    """Whether a sentence ends and another begins within the text."""
    return _SENTENCE_GAP.search(text) is not None
