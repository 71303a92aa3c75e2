"""The blocks of a plain text, each looked at by itself: its length, its stop, its phrases, its content words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.cohesion import content_keys, short_names, word_count
from firsthand.reading.paragraphs import Stretch
from firsthand.reading.written_dates import is_date_line

PROSE_SHORTEST = 12
"""Words: a block as long as this that ends in a stop tells something by itself."""

HEADLINE_LONGEST = 24
"""Words: headlines are hardly ever longer; a longer block without a stop has lost it."""

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
    """One block, looked at by itself."""

    text: str
    shape: Shape
    phrase: Zone | None
    marked: Zone | None
    words: int
    keys: frozenset[str]

    @property
    def told(self) -> int:
        """Words of prose."""
        return self.words if self.shape in (Shape.PROSE, Shape.SENTENCE) else 0


def look_at(stretch: Stretch) -> Look:
    """A block with its shape, its phrase's zone and its content words."""
    text = phrases.squeezed(stretch.text)
    words = word_count(text)
    zone = phrases.zone_of_phrase(text)
    if zone is None and is_date_line(text):
        zone = Zone.BYLINE
    if zone is None and (stretch.marked is Zone.CAPTION or phrases.ends_in_photo_credit(text)):
        zone = Zone.CAPTION
    if zone is None and phrases.is_error_notice(text):
        zone = Zone.OTHER
    if zone is not None or stretch.marked in (Zone.TITLE, Zone.HEADING):
        shape = Shape.PHRASE if zone else Shape.LINE
    else:
        shape = _shape(text, words)
    return Look(text, shape, zone, stretch.marked, words, content_keys(text) | short_names(text))


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
