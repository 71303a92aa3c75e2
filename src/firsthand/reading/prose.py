"""Where on a page the running text is: how much prose each block holds, and the element at the core of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.reading.elements import Element, SeenBlock

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
    return len(text) + len(WIDE.findall(text))


def is_heading(block: SeenBlock) -> bool:
    """Whether the block stands in a heading element and is no paragraph dressed as one."""
    if len(block.text) > HEADING_LONGEST:
        return False
    return any(element.tag in HEADING_TAGS for element in block.lineage[:2])


def teasers(blocks: Sequence[SeenBlock], weights: Sequence[float]) -> set[int]:
    """The numbers of blocks in items that consist of a linked line and a few words about what it leads to."""
    inside: dict[Element, list[int]] = defaultdict(list)
    for block in blocks:
        for element in block.lineage:
            inside[element].append(block.number)
    found: set[int] = set()
    for block in blocks:
        if block.linked >= 0.8 and len(block.text) >= 15:
            item = _item(block)
            if item and sum(weights[n] for n in inside[item]) < ITEM_PROSE:
                found.update(inside[item])
    return found


def _item(block: SeenBlock) -> Element | None:
    """The element that stands for one entry of a list around a linked line."""
    for steps, element in enumerate(block.lineage):
        if steps > 4 or element.texts > ITEM_TEXTS or element.parent is None or element.tag in {"body", "main"}:
            return None
        if element.tag in ITEM_TAGS or element.parent.count(element.tag) >= 3:
            return element
    return None


def held(blocks: Iterable[SeenBlock], weights: Sequence[float]) -> dict[Element, float]:
    """The weight of all blocks within each element."""
    found: dict[Element, float] = defaultdict(float)
    for block in blocks:
        if weights[block.number]:
            for element in block.lineage:
                found[element] += weights[block.number]
    return found


def nucleus(blocks: Iterable[SeenBlock], weights: Sequence[float]) -> Element | None:
    """The element around which paragraphs gather most; None where the page has no prose."""
    score: dict[Element, float] = defaultdict(float)
    for block in blocks:
        # Articles are made of paragraphs; long entries of a list are more often about other articles.
        share = weights[block.number] * (0.5 if any(element.tag == "li" for element in block.lineage[:3]) else 1)
        for steps, element in enumerate(block.lineage):
            if not share or steps > CORE_STEPS:
                break
            if steps or element.tag not in {"p", "li"}:
                score[element] += share
                share *= DECAY
    return max(score, key=lambda element: score[element], default=None)


def widened(element: Element, weight: dict[Element, float], share: float) -> Element:
    """The element, or the highest above it whose further prose is at least that share of what it then holds."""
    best = element
    for above in element.lineage():
        if above.tag == "html":
            break
        if weight[above] - weight[best] > share * weight[above]:
            best = above
    return best
