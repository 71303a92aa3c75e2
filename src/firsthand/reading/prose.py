"""Where on a page the running text is: how much prose each block holds, and the element at the core of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.reading.elements import Element, SeenBlock, within

SENTENCE_END = re.compile(r"[.!?…。！？।।][\"'”“’‘»«)\]]*$")
# Letters of scripts that say in one character what others say in two or three.
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HEADING_LONGEST = 160
ITEM_TAGS = frozenset(("li", "article"))
ITEM_TEXTS = 8
ITEM_PROSE = 600
# How much a paragraph counts for the elements above it, step by step: the nearer, the more they belong together.
DECAY = 0.6
CORE_STEPS = 6


def prose(block: SeenBlock) -> float:
    """How much running text a block holds, in characters; links, menus and short lines count little or nothing."""
    length = length_of(block.text)
    if length < 30 or block.linked > 0.5 or is_heading(block):
        return 0.0
    weight = length * (1 - block.linked)
    return weight if SENTENCE_END.search(block.text) else weight * (0.6 if length > 120 else 0.2)


def length_of(text: str) -> int:
    """Characters, those of dense scripts counted twice."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def is_heading(block: SeenBlock) -> bool:
    """Whether the block stands in a heading element and is no paragraph dressed as one."""
    if len(block.text) > HEADING_LONGEST:
        return False
    return any(element.tag in HEADING_TAGS for element in block.nearest(2))


def teasers(blocks: Sequence[SeenBlock], weight: Mapping[Element, float]) -> list[int]:
    """The numbers of blocks in items that consist of a linked line and a few words about what it leads to.

    `weight` is the prose that elements hold.
    """
    linked = (block for block in blocks if block.linked >= 0.8 and len(block.text) >= 15)
    items = {item for block in linked if (item := _item(block)) and weight.get(item, 0.0) < ITEM_PROSE}
    return within(blocks, items)


def _item(block: SeenBlock) -> Element | None:
    """The element that stands for one entry of a list around a linked line."""
    for element in block.nearest(5):
        if element.texts > ITEM_TEXTS or element.parent is None or element.tag in {"body", "main"}:
            return None
        if element.tag in ITEM_TAGS or element.parent.count(element.tag) >= 3:
            return element
    return None


def held(blocks: Iterable[SeenBlock], weights: Sequence[float]) -> dict[Element, float]:
    """The weight of all blocks within each element that holds any."""
    found: dict[Element, float] = {}
    for block in blocks:
        if weights[block.number]:
            unknown = []
            element: Element | None = block.element
            while element is not None and element not in found:
                unknown.append(element)
                element = element.parent
            found.update(dict.fromkeys(reversed(unknown), 0.0))
            found[block.element] += weights[block.number]
    for element in reversed(found):  # those inside stand behind those around
        if element.parent is not None:
            found[element.parent] += found[element]
    return found


def nucleus(blocks: Iterable[SeenBlock], weights: Sequence[float]) -> Element | None:
    """The element around which paragraphs gather most; None where the page has no prose."""
    score: dict[Element, float] = defaultdict(float)
    for block in blocks:
        if not weights[block.number]:
            continue
        # Articles are made of paragraphs; long entries of a list are more often about other articles.
        share = weights[block.number] * (0.5 if any(element.tag == "li" for element in block.nearest(3)) else 1)
        for steps, element in enumerate(block.nearest(CORE_STEPS + 1)):
            if steps or element.tag not in {"p", "li"}:
                score[element] += share
                share *= DECAY
    return max(score, key=lambda element: score[element], default=None)


def widened(element: Element, weight: Mapping[Element, float], share: float) -> Element:
    """The element, or the highest above it whose further prose is at least that share of what it then holds."""
    best = element
    for above in element.lineage():
        if above.tag == "html":
            break
        if weight[above] - weight[best] > share * weight[above]:
            best = above
    return best
