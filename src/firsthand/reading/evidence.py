"""What speaks for and against each block of a page: its names, its words, its links, its neighbours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.cues import hinted
from firsthand.reading.elements import Element, SeenBlock, within
from firsthand.reading.limits import Deadline
from firsthand.reading.prose import SENTENCE_END, held, is_heading, length_of, nucleus, prose, teasers, widened

NOT_LETTERS = re.compile(r"[\W_]+")
# The share of the page's prose from which on an element holds the article, not one thing in it.
HOLDS_ARTICLE = 0.35
# Prose near the nucleus, as a share of what lies around it, that makes the surroundings part of the search.
WIDENING = 0.1
# A nucleus with less than this share of the prose around it is one entry of many, as in a live blog.
SCATTERED = 0.4
PARAGRAPH_SHORTEST = 60
BYLINE_LONGEST = 60
REPEATED_SHORTEST = 20
LIST_TAGS = frozenset(("ul", "ol"))


@dataclass(frozen=True, slots=True)
class Known:
    """What the page's head says of the article: wordings of its title and of its description."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of a page's blocks before their zones are decided; every tuple has one entry a block.

    `raw` is the prose of each block in characters, `weights` the same where nothing speaks against it; `held` is the
    prose that elements hold. `text` are the numbers of the blocks that stand where the article is, around `middle`;
    `whole` are the elements around them all.
    """

    blocks: tuple[SeenBlock, ...]
    letters: tuple[str, ...]
    raw: tuple[float, ...]
    weights: tuple[float, ...]
    held: Mapping[Element, float]
    hints: tuple[Zone | None, ...]
    said: tuple[Zone | None, ...]
    teasers: frozenset[int]
    repeated: frozenset[int]
    titles: frozenset[str]
    descriptions: tuple[str, ...]
    whole: frozenset[Element]
    middle: Element | None
    text: frozenset[int]


def gather(blocks: tuple[SeenBlock, ...], known: Known, deadline: Deadline) -> Evidence:
    """Look at all blocks of a page. Raises TooLarge when the deadline passes."""
    raw = tuple(prose(block) for block in blocks)
    weight = held(blocks, raw)
    whole, common = _telling_nothing(weight, HOLDS_ARTICLE * sum(raw))
    hints = tuple(hinted(deadline.watch(blocks), whole, common))
    said = tuple(_said(block) for block in deadline.watch(blocks))
    linked = frozenset(teasers(blocks, weight))
    letters = tuple(same_letters(block.text) for block in blocks)
    titles = frozenset(map(same_letters, known.titles)) - {""}
    weights = tuple(0.0 if hints[n] or said[n] or n in linked else weight for n, weight in enumerate(raw))
    middle, text = _whereabouts(blocks, raw, weights)
    return Evidence(
        blocks=blocks,
        letters=letters,
        raw=raw,
        weights=weights,
        held=weight,
        hints=hints,
        said=said,
        teasers=linked,
        repeated=_repeated(blocks, letters),
        titles=titles,
        descriptions=tuple(filter(None, map(same_letters, known.descriptions))),
        whole=whole,
        middle=middle,
        text=text,
    )


def same_letters(text: str) -> str:
    """The text's letters and digits alone, in lower case: what is left when two writings of one line are compared."""
    return NOT_LETTERS.sub("", text).casefold()


def _telling_nothing(
    weight: Mapping[Element, float], least: float
) -> tuple[frozenset[Element], frozenset[tuple[str, str]]]:
    """The elements that hold so much of the prose that their names say nothing, and the tags and classes that do."""
    alike: dict[tuple[str, str], float] = defaultdict(float)
    for element, inside in weight.items():
        if "class" in element.attributes:
            alike[element.kind] += inside
    return (
        frozenset(element for element, inside in weight.items() if inside >= least),
        frozenset(kind for kind, inside in alike.items() if inside >= least),
    )


def _said(block: SeenBlock) -> Zone | None:
    """The zone of the block's words; sentences that begin like a byline are sentences all the same."""
    zone = phrases.zone_of_words(block.text)
    if zone is Zone.BYLINE and len(block.text) > BYLINE_LONGEST and SENTENCE_END.search(block.text):
        return None
    return zone


def _repeated(blocks: Sequence[SeenBlock], letters: Sequence[str]) -> frozenset[int]:
    """The blocks that say what stands elsewhere on the page: all of three or more, the later of two."""
    alike: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        if len(block.text) >= REPEATED_SHORTEST:
            alike[letters[block.number]].append(block.number)
    found: set[int] = set()
    for numbers in alike.values():
        found.update(numbers if len(numbers) > 2 else numbers[1:])
    return frozenset(found)


def _whereabouts(
    blocks: Sequence[SeenBlock], raw: Sequence[float], weights: Sequence[float]
) -> tuple[Element | None, frozenset[int]]:
    """The element at the article's core, and the blocks in it, or near it and made like its paragraphs."""
    middle = nucleus(blocks, weights)
    if not middle:
        return None, frozenset()
    weight = held(blocks, weights)
    around = widened(middle, weight, WIDENING)
    if around.tag != "body" and weight[middle] < SCATTERED * weight[around]:
        middle = around
    inside = set(within(blocks, (middle,)))
    likeness = {signature(blocks[n]) for n in inside if weights[n] >= PARAGRAPH_SHORTEST}
    near = [n for n in within(blocks, (around,)) if n not in inside]
    inside |= {n for n in near if weights[n] >= PARAGRAPH_SHORTEST and signature(blocks[n]) in likeness}
    first, last = min(inside), max(inside)
    inside |= {n for n in near if first < n < last and (raw[n] or is_heading(blocks[n]))}
    return middle, frozenset(inside)


def signature(block: SeenBlock) -> tuple[tuple[str, str], ...]:
    """What the block's element and the two above it are, by tag and first class: later classes vary the look."""
    return tuple((element.tag, element.kind[1].partition(" ")[0]) for element in block.nearest(3))


def is_boxed(block: SeenBlock, middle: Element | None) -> bool:
    """Whether the block stands deeper than the paragraphs around it, and in no list."""
    parent = block.element.parent
    return parent is not middle and (parent is None or parent.tag not in LIST_TAGS)


def is_sentence(block: SeenBlock, shortest: int) -> bool:
    """Whether the block ends like a sentence and has at least that many characters."""
    return length_of(block.text) >= shortest and bool(SENTENCE_END.search(block.text))
