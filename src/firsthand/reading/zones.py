"""The zone of each visible block: which are the article's text, and what kind of thing the rest is."""

from __future__ import annotations

import re

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.elements import SeenBlock
from firsthand.reading.evidence import Evidence, Known, gather, is_boxed
from firsthand.reading.layout import drop_lone_headings, fill_boxes, find_lead, find_signature, trim
from firsthand.reading.limits import Deadline
from firsthand.reading.prose import SENTENCE_END, is_heading
from firsthand.reading.written_dates import is_date_line

# Where a broken page shows its own markup as text.
RAW_MARKUP = re.compile(r"<(?:img|script|iframe|div|a|style)\b[^>]*[=>]|^\s*(?:var|function|window\.)\b.*[;{]")
# "SEE MORE NEWS | …", "Background: …": a few words that introduce a link.
LABELLED = re.compile(r"\W*\w[^|:.!?]{2,40}[|:]\s*\S")
QUOTE_TAGS = frozenset(("blockquote", "q"))
CAPTION_LONGEST = 300


def label(blocks: tuple[SeenBlock, ...], known: Known, deadline: Deadline) -> list[Zone]:
    """The zone of each block, in order. Raises TooLarge when the deadline passes."""
    evidence = gather(blocks, known, deadline)
    zones = [_zone(evidence, n) for n in deadline.watch(range(len(blocks)))]
    find_lead(evidence, zones)
    fill_boxes(evidence, zones)
    find_signature(evidence, zones)
    trim(evidence, zones)
    drop_lone_headings(evidence, zones)
    return zones


def _zone(evidence: Evidence, n: int) -> Zone:
    """The zone of a block by itself: its title, its words, its names, its place, in this order."""
    block = evidence.blocks[n]
    if evidence.letters[n] in evidence.titles:
        return Zone.TITLE
    quoted = n in evidence.text and _is_quoted(block)
    against = _zone_against(evidence, n, quoted)
    if against:
        return against
    if n not in evidence.text or (n in evidence.repeated and is_boxed(block, evidence.middle)):
        return Zone.OTHER
    return _zone_in_text(block, quoted)


def _zone_against(evidence: Evidence, n: int, quoted: bool) -> Zone | None:
    """What speaks against a block being text; quotations may be signed, dated and from social media."""
    said, named = evidence.said[n], evidence.hints[n]
    if said and not (quoted and said is Zone.BYLINE):
        return said
    if is_date_line(evidence.blocks[n].text) and not quoted:
        return Zone.BYLINE
    if named and not (quoted and named is Zone.NAVIGATION):
        return named
    return Zone.TEASER if n in evidence.teasers else None


def _zone_in_text(block: SeenBlock, quoted: bool) -> Zone:
    """The zone of a block that stands where the article is and has nothing said against it."""
    if RAW_MARKUP.search(block.text):
        return Zone.OTHER
    if quoted:
        return Zone.QUOTE
    if _is_invitation(block):
        return Zone.TEASER
    if is_heading(block):
        return Zone.HEADING
    if _is_under_picture(block) or phrases.ends_in_photo_credit(block.text):
        return Zone.CAPTION
    return Zone.BODY


def _is_quoted(block: SeenBlock) -> bool:
    return any(element.tag in QUOTE_TAGS for element in block.nearest(4))


def _is_invitation(block: SeenBlock) -> bool:
    """Whether the block is one link, or a few words and a link."""
    if block.linked > 0.8 and (not SENTENCE_END.search(block.text) or block.linked > 0.95):
        return True
    return block.linked > 0.5 and bool(LABELLED.match(block.text))


def _is_under_picture(block: SeenBlock) -> bool:
    """Whether the block stands alone with a picture in a small element."""
    if len(block.text) > CAPTION_LONGEST:
        return False
    for element in block.nearest(4):
        if element.texts > 2:
            return False
        if element.pictures:
            return element.tag != "p"
    return False
