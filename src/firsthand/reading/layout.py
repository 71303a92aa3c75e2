"""What the order of the blocks says: the standfirst, boxes under a telling line, headings with nothing below."""

from __future__ import annotations

from firsthand.model import ARTICLE_ZONES, Zone
from firsthand.reading.bylines import signatures
from firsthand.reading.cues import speaks_of_lead
from firsthand.reading.elements import Element, within
from firsthand.reading.evidence import PARAGRAPH_SHORTEST, Evidence, is_sentence
from firsthand.reading.prose import SENTENCE_END

LEAD_SHORTEST = 30
LEAD_REACH = 6
LINKED_LEAST = 0.4
# Zones that a standfirst is never in, and those in which only the page's own description tells one.
NO_LEAD = frozenset((Zone.TITLE, Zone.CAPTION, Zone.NAVIGATION, Zone.COMMENT, Zone.COPYRIGHT))
DOUBTFUL_LEAD = frozenset((Zone.BYLINE, Zone.PROMO, Zone.TEASER))
DESCRIPTION_BEGINS = 60
BOX_SHARE = 0.2
BOX_TEXTS = 15
BOX_HEAD_SHORTEST = 8
BOX_ZONES = frozenset((Zone.TEASER, Zone.PROMO, Zone.COMMENT, Zone.COMMENT_FORM))
SIGNATURE_LONGEST = 60
BELOW_HEADINGS = BOX_ZONES | {Zone.ASIDE, Zone.OTHER, Zone.NAVIGATION}
ENTRY_TAGS = frozenset(("li", "td", "th", "dd", "dt"))


def find_lead(evidence: Evidence, zones: list[Zone]) -> None:
    """Turn the standfirst, between the title and the first paragraph, from whatever it is into a lead."""
    paragraphs = [n for n, zone in enumerate(zones) if _is_paragraph(evidence, n, zone)]
    if not paragraphs:
        return
    first = paragraphs[0]
    if len(paragraphs) > 1 and speaks_of_lead(evidence.blocks[first], evidence.whole):
        zones[first] = Zone.LEAD
    titles = [n for n in range(first) if zones[n] is Zone.TITLE]
    heads = [n for n in titles if evidence.blocks[n].element.tag == "h1"] or titles
    for n in range(heads[-1] + 1 if heads else max(0, first - LEAD_REACH), first):
        if _may_lead(evidence, n, zones[n]):
            zones[n] = Zone.LEAD


def _is_paragraph(evidence: Evidence, n: int, zone: Zone) -> bool:
    return zone is Zone.BODY and evidence.weights[n] >= PARAGRAPH_SHORTEST


def _may_lead(evidence: Evidence, n: int, zone: Zone) -> bool:
    block = evidence.blocks[n]
    if zone in NO_LEAD or evidence.said[n] or len(block.text) < LEAD_SHORTEST or block.linked > LINKED_LEAST:
        return False
    if _describes(evidence.letters[n], evidence.descriptions):
        return True
    if zone in DOUBTFUL_LEAD:
        return False
    return speaks_of_lead(block, evidence.whole) or is_sentence(block, LEAD_SHORTEST)


def _describes(letters: str, descriptions: tuple[str, ...]) -> bool:
    """Whether the block begins as one of the page's descriptions of itself does, or the other way round."""
    begin = letters[:DESCRIPTION_BEGINS]
    return any(
        letters == text or (len(begin) > LEAD_SHORTEST and (begin in text or text[:DESCRIPTION_BEGINS] in letters))
        for text in descriptions
    )


def fill_boxes(evidence: Evidence, zones: list[Zone]) -> None:
    """Give all blocks of a box the zone of the line at its head, such as "Related" or "Subscribe"."""
    most = BOX_SHARE * sum(evidence.weights)
    for n, said in enumerate(evidence.said):
        if said not in BOX_ZONES or evidence.blocks[n].linked > 0.5 or len(evidence.blocks[n].text) < BOX_HEAD_SHORTEST:
            continue
        box = None
        before = frozenset(evidence.blocks[n - 1].element.lineage() if n else ())
        for element in evidence.blocks[n].element.lineage():
            if element in before or element.texts > BOX_TEXTS or evidence.held.get(element, 0) > most:
                break
            box = element
        _fill(evidence, zones, box, n, said)


def _fill(evidence: Evidence, zones: list[Zone], box: Element | None, first: int, zone: Zone) -> None:
    inside = within(evidence.blocks[first : first + BOX_TEXTS], (box,) if box else ())
    # A box with the article's head in it is no box: the line is a button beside the title.
    if any(zones[n] in {Zone.TITLE, Zone.LEAD, Zone.BYLINE} for n in inside):
        return
    for n in inside:
        if zones[n] in ARTICLE_ZONES or zones[n] is Zone.OTHER:
            zones[n] = zone


def trim(evidence: Evidence, zones: list[Zone]) -> None:
    """Take lines that are no sentences from around the article: rubrics above the title, signs below the end."""
    title = next((n for n, zone in enumerate(zones) if zone is Zone.TITLE), 0)
    long = [n for n, zone in enumerate(zones) if zone in ARTICLE_ZONES and evidence.raw[n] >= PARAGRAPH_SHORTEST]
    if not long:
        return
    for n, zone in enumerate(zones):
        block = evidence.blocks[n]
        if zone not in ARTICLE_ZONES or zone is Zone.LEAD or evidence.raw[n] >= PARAGRAPH_SHORTEST:
            continue
        above = n < title < long[0]
        between = title < n < long[0] and zone is Zone.BODY
        after = n > long[-1] and zone is Zone.BODY and block.element.tag not in ENTRY_TAGS
        if above or ((between or after) and not SENTENCE_END.search(block.text)):
            zones[n] = Zone.OTHER


def find_signature(evidence: Evidence, zones: list[Zone]) -> None:
    """Turn names that stand alone above the first paragraph or below the last into a byline.

    A single name must be in strong type: two words with capitals are also a heading.
    """
    text = [n for n, zone in enumerate(zones) if zone in ARTICLE_ZONES]
    first = next((at for at, n in enumerate(text) if evidence.raw[n] >= PARAGRAPH_SHORTEST), 0)
    for n in {*text[: first + 1], *text[-1:]} if len(text) > 2 else ():
        block = evidence.blocks[n]
        if len(block.text) <= SIGNATURE_LONGEST and not SENTENCE_END.search(block.text):
            names = signatures(block.text) or ()
            if len(names) > (0 if block.bold >= 0.9 else 1) and all(" " in name for name in names):
                zones[n] = Zone.BYLINE


def drop_lone_headings(evidence: Evidence, zones: list[Zone]) -> None:
    """A heading with no text below it heads whatever stands there instead."""
    below, text_below, heading_below = Zone.OTHER, False, False
    for n in range(len(zones) - 1, -1, -1):
        zone = zones[n]
        if zone is Zone.HEADING:
            if not text_below and not heading_below and not is_sentence(evidence.blocks[n], LEAD_SHORTEST):
                zones[n] = below
            heading_below, text_below = text_below or heading_below, False
        elif zone in ARTICLE_ZONES:
            text_below = True
        else:
            heading_below = False
            below = zone if zone in BELOW_HEADINGS else below
