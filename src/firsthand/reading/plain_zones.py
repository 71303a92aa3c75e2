"""What each block of a plain text is: rules an editor would give for text that has lost its markup.

The article is the stretch with the most prose; its title is the headline above it that speaks of the same things; what
stands above the title, or below the form for comments, is the page's. Between paragraphs a headline that has its words
from the paragraphs around it divides the article; one that brings words of its own invites to another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, dropwhile, islice, pairwise, takewhile

from firsthand.model import Zone
from firsthand.reading import phrases
from firsthand.reading.bylines import byline
from firsthand.reading.cohesion import share_in, word_count
from firsthand.reading.looks import PROSE_SHORTEST, Look, Shape, asks, has_sentences, look_at, weighed
from firsthand.reading.paragraphs import Stretch
from firsthand.reading.plain_titles import title_of
from firsthand.reading.stretches import is_row, most_prose
from firsthand.reading.written_dates import is_clock_line

HEADING_ANYWAY = 5
"""Words: a short line between paragraphs is a heading even where none of its words return ("A long winter")."""

COHESIVE = 0.34
"""A heading over a paragraph has at least a third of its content words from the title or the paragraphs around it."""

COHESIVE_ALONE = 0.5
"""A line that another line follows, and no paragraph, must have half of them to be believed a heading or an item."""

NEAR = 30
"""Blocks to either side in which an article repeats itself, asks again, or speaks of the same."""

GOES_ON = 0.25
"""A paragraph behind a list of other articles has a quarter of its content words from the article if it goes on."""

ENTRY, ARTICLE_SHORTEST = 7, 80
"""Blocks that an entry of a dated list has at most; words of prose before it that can be an article."""

REPEATED_SHORTEST = 5
"""Words: shorter sentences come back in articles too ("It did not.")."""

ENTRY_REACH = 12
"""Blocks behind an article among which two dates or names show that a list of other articles begins."""

RUN_SHORTEST = 3
"""Paragraphs in a row that are more than the entry of a list."""

_LEADS_IN = re.compile(r"[:,;–—-]$")
_QUOTED = re.compile(r"^[\"“„«»‘'](?P<said>.+)[\"”“»«’'][.,]?$", re.DOTALL)
_ITEM = re.compile(r"(?:[-*•·–—▪●►»✓]|\d{1,2}[.)])\s+\S")
_ASKED = re.compile(r"[A-Z]{1,3}(?: ?\d{1,2})?\s?[:.]\s+\S")  # "Q: How do you …", "A. …"
_ATTRIBUTION = re.compile(r"[—–-]{1,2}\s?[^\W\d_a-z].{1,60}$")


def zones(stretches: Sequence[Stretch]) -> tuple[Zone, ...]:
    """The zone of each block of a page of plain text; no body zone anywhere means that it has no article."""
    looks = weighed([look_at(stretch) for stretch in stretches])
    end = _comments_begin(looks)
    title = title_of(looks, end)
    first, last = most_prose(looks, 0 if title is None else title + 1, end)
    if first == last:
        return tuple(_beside(looks, at, Zone.OTHER) for at in range(len(looks)))
    last = _with_items(looks, _closing_door(looks, first, last), end)
    given = [_above(looks, at) for at in range(title if title is not None else first)]
    if title is not None:
        given.append(Zone.TITLE)
        given.extend(_head(looks, title, first))
    given.extend(_inside(looks, first, last, title))
    given.extend(_below(looks, last, end))
    return tuple(given)


def _comments_begin(looks: Sequence[Look]) -> int:
    """Where the readers' part begins: the first form, head or signature of comments after some article."""
    told = tried = 0
    for at, look in enumerate(looks):
        told += look.told
        opens = look.phrase in (Zone.COMMENT_FORM, Zone.COMMENT) or phrases.signs_comment(look.text)
        if opens and told > tried:
            if _is_enough(looks, at):
                return at
            tried = told
    return len(looks)


def _is_enough(looks: Sequence[Look], end: int) -> bool:
    """Whether the blocks before `end` hold an article, and not just what stands above one."""
    first, last = most_prose(looks, 0, end)
    before = sum(look.told for look in looks[first:last])
    signatures = sum(phrases.signs_comment(look.text) for look in looks[end : end + 12])
    if before >= (40 if signatures >= 2 else 80):
        return True
    first, last = most_prose(looks, end, len(looks))
    return before > sum(look.told for look in looks[first:last])


def _closing_door(looks: Sequence[Look], first: int, last: int) -> int:
    """Where the article ends before its prose does: at a list's head or copyright line, if it goes on no more."""
    total = sum(look.told for look in looks[first:last])
    told = 0
    for at in range(first, last):
        look = looks[at]
        told += look.told
        door = look.phrase is Zone.COPYRIGHT or phrases.heads_other_articles(look.text) or _ends(look)
        if door and told * 2 > total and not _goes_on(looks, first, at, last):
            return at
        if told > ARTICLE_SHORTEST and look.shape is Shape.LINE and _begins_entries(looks, at, last):
            return at
    return last


def _begins_entries(looks: Sequence[Look], at: int, last: int) -> bool:
    """Whether a headline is the first of three and more that each have a date of their own."""
    stamps = [other for other in range(at, min(last, at + 3 * ENTRY)) if looks[other].dated]
    if len(stamps) < 3 or stamps[0] - at > 3:
        return False
    between = [looks[before + 1 : after] for before, after in pairwise(stamps[:3])]
    return all(
        len(entry) <= ENTRY
        and any(look.shape is Shape.LINE for look in entry)
        and sum(look.shape is Shape.PROSE for look in entry) <= 1
        for entry in between
    )


def _ends(look: Look) -> bool:
    return phrases.ends_article(look.text) or (look.phrase is Zone.OTHER and phrases.is_notice(look.text))


def _with_items(looks: Sequence[Look], last: int, end: int) -> int:
    """The article's end with the list that its last paragraph sets up."""
    if not looks[last - 1].text.endswith((":", "：")):
        return last
    while last < end and looks[last].shape is Shape.LINE and _ITEM.match(looks[last].text):
        last += 1
    return last


def _goes_on(looks: Sequence[Look], first: int, door: int, last: int) -> bool:
    """Whether the paragraphs behind a door speak of what the title and several paragraphs before it spoke of.

    Entries that are dated one by one are a list of other articles, of whatever they speak.
    """
    if sum(look.dated for look in looks[door + 1 : door + ENTRY_REACH]) >= 2:
        return False
    before = [look.keys for look in looks[max(first, door - 2 * NEAR) : door] if look.told]
    topic = {
        key for key, times in Counter(chain.from_iterable(before)).items() if times >= 2 and times * 2 >= len(before)
    }
    beyond = [look for look in looks[door + 1 : last] if look.shape is Shape.PROSE][:2]
    if any(look.words >= 20 and (share_in(look.keys, before) >= GOES_ON or look.keys & topic) for look in beyond):
        return True
    run = _next_run(looks, door + 1, last)
    keys = frozenset().union(*(look.keys for look in run))
    return len(run) >= RUN_SHORTEST and share_in(keys, before) >= GOES_ON / 3


def _next_run(looks: Sequence[Look], start: int, end: int) -> list[Look]:
    """The first paragraphs from there on that follow one another with nothing between."""
    after = dropwhile(lambda look: not look.told, looks[start:end])
    return list(takewhile(lambda look: look.told > 0, after))


def _above(looks: Sequence[Look], at: int) -> Zone:
    """A block above the title."""
    look = looks[at]
    if look.phrase:
        return _beside(looks, at, look.phrase)
    # A testimonial: somebody's name with a saying under it, or over it.
    neighbours = [looks[other] for other in (at - 1, at + 1) if 0 <= other < len(looks)]
    if _is_name(look) and any(other.told and other.words <= 60 for other in neighbours):
        return Zone.PROMO
    if look.told and look.words <= 60 and any(_is_name(other) for other in neighbours):
        return Zone.PROMO
    return Zone.NAVIGATION if look.shape is Shape.LINE else Zone.OTHER


def _is_name(look: Look) -> bool:
    words = look.text.split()
    return look.shape is Shape.LINE and 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _head(looks: Sequence[Look], title: int, first: int) -> list[Zone]:
    """The blocks between the title and the article's stretch."""
    body = [look.keys for look in looks[first : first + 12]] + [looks[title].keys]
    given = []
    for at in range(title + 1, first):
        look = looks[at]
        if look.phrase:
            given.append(_beside(looks, at, look.phrase))
        elif look.marked in (Zone.HEADING, Zone.QUOTE):
            given.append(look.marked)
        elif look.words >= 5 and share_in(look.keys, body) >= COHESIVE:
            given.append(Zone.LEAD)
        else:
            signs = _is_name(look) and any(
                other.phrase is Zone.BYLINE for other in (*looks[max(title, at - 2) : at], *looks[at + 1 : at + 3])
            )
            given.append(Zone.BYLINE if signs else Zone.NAVIGATION)
    return given


def _inside(looks: Sequence[Look], first: int, last: int, title: int | None) -> list[Zone]:
    """The blocks of the article's stretch."""
    given: list[Zone] = []
    signed = _signing_line(looks, first, last)
    written = Counter(look.text for look in looks[first:last] if look.told)
    authors = tuple(name for look in looks[:last] if look.phrase is Zone.BYLINE for name in byline(look.text) or ())
    listing = False
    for at in range(first, last):
        look = looks[at]
        if look.phrase:
            zone = _beside(looks, at, look.phrase)
            # "Read also:" with nothing behind it, "Related stories": the titles come in the next lines.
            listing = zone is Zone.TEASER and (phrases.heads_other_articles(look.text) or look.words <= 3)
        elif look.shape is Shape.LINE:
            zone = Zone.TEASER if listing and not look.marked else _line(looks, at, (first, last), title)
        else:
            listing = False
            zone = _paragraph(looks, at, (first, last), authors)
            if written[look.text] > 1 and look.words >= REPEATED_SHORTEST:
                zone = Zone.OTHER  # what stands in an article twice is an offer or a notice
            if title is not None and at < signed and zone is Zone.BODY:
                zone = Zone.LEAD
        given.append(zone)
    return given


def _signing_line(looks: Sequence[Look], first: int, last: int) -> int:
    """The byline or date line that ends the head, where it stands below the standfirst; `first` where none does."""
    for at in range(first, min(last, first + 3)):
        if looks[at].phrase is Zone.BYLINE and not is_clock_line(looks[at].text):
            return at
    return first


def _paragraph(looks: Sequence[Look], at: int, stretch: tuple[int, int], authors: Sequence[str]) -> Zone:
    look = looks[at]
    last = stretch[1]
    if look.marked is Zone.QUOTE:
        return Zone.QUOTE
    if at + 1 < last and looks[at + 1].phrase is Zone.CAPTION and phrases.places_people_in_picture(look.text):
        return Zone.CAPTION
    if at >= last - 2 and any(look.text.startswith(f"{name} ") for name in authors if " " in name):
        return Zone.ASIDE  # "Ann Lee covers the Koreas from Seoul."
    quoted = _QUOTED.match(look.text)
    if quoted and look.words <= 60:
        if _is_repeated(looks, at, stretch, quoted["said"]):
            return Zone.ASIDE
        if at + 1 < last and _ATTRIBUTION.match(looks[at + 1].text):
            return Zone.QUOTE
    return Zone.BODY


def _is_repeated(looks: Sequence[Look], at: int, stretch: tuple[int, int], words: str) -> bool:
    """Whether another block of the article says these words as well: a pull quote."""
    said = words.strip(" .,…")
    if word_count(said) < 5:
        return False
    near = range(max(stretch[0], at - NEAR), min(stretch[1], at + NEAR))
    longer = 1.5 * len(said)
    return any(len(looks[other].text) > longer and said in looks[other].text for other in near if other != at)


def _line(looks: Sequence[Look], at: int, stretch: tuple[int, int], title: int | None) -> Zone:
    """A line without a stop between paragraphs: a heading, an item of a list, a caption or a teaser."""
    look = looks[at]
    if look.marked:
        return look.marked
    if title is not None and look.text == looks[title].text:
        return Zone.OTHER
    if _is_repeated(looks, at, stretch, look.text.strip('“”"«»')):
        return Zone.ASIDE
    if _is_item(looks, at, stretch):
        return Zone.BODY
    return Zone.HEADING if _divides(looks, at, stretch, title) else Zone.TEASER


def _is_item(looks: Sequence[Look], at: int, stretch: tuple[int, int]) -> bool:
    """Whether a line is prose that has lost its stop, or belongs to a list that the article itself sets up."""
    text = looks[at].text
    if is_row(looks[at]):
        return True
    if _ITEM.match(text) or _LEADS_IN.search(text) or not text[0].isalnum() or text[0].islower() or _ASKED.match(text):
        return True
    if has_sentences(text) and looks[at].words >= PROSE_SHORTEST:
        return True
    # A paragraph that ends in a colon announces the lines below it.
    before = at - 1
    while before >= stretch[0] and looks[before].shape is Shape.LINE and at - before <= 12:
        before -= 1
    return before >= stretch[0] and looks[before].text.endswith((":", "：")) and looks[before].told > 0


def _divides(looks: Sequence[Look], at: int, stretch: tuple[int, int], title: int | None) -> bool:
    """Whether a headline between paragraphs is a heading of this article: its words come from what it stands in."""
    look = looks[at]
    first, last = stretch
    follows = at + 1 < last and looks[at + 1].told > 0
    if follows and (look.words <= HEADING_ANYWAY or (asks(look.text) and _is_interview(looks, at, stretch))):
        return True
    around = [looks[other].keys for other in range(max(first, at - 1), at)]
    after = (looks[other].keys for other in range(at + 1, last) if looks[other].told)
    around += islice(after, 3)
    if title is not None:
        around.append(looks[title].keys)
    needed = COHESIVE if follows else COHESIVE_ALONE
    if asks(look.text):
        needed /= 2  # a question is seldom another article's headline, and asks for what is not yet said
    return bool(look.keys) and share_in(look.keys, around) >= needed


def _is_interview(looks: Sequence[Look], line: int, stretch: tuple[int, int]) -> bool:
    """Whether lines that ask alternate with paragraphs that answer."""
    near = range(max(stretch[0], line - NEAR), min(stretch[1] - 1, line + NEAR))
    answered = sum(looks[at].shape is Shape.LINE and asks(looks[at].text) and looks[at + 1].told > 0 for at in near)
    return answered >= 3


def _below(looks: Sequence[Look], last: int, end: int) -> list[Zone]:
    """The blocks after the article: other articles up to `end`, then the readers'."""
    given = []
    commenting = False
    for at in range(last, len(looks)):
        look = looks[at]
        commenting = commenting or look.phrase is Zone.COMMENT or phrases.signs_comment(look.text)
        if look.phrase and not (commenting and look.phrase is Zone.BYLINE):
            given.append(_beside(looks, at, look.phrase))
        elif phrases.signs_comment(look.text) or (commenting and at >= end):
            given.append(Zone.COMMENT)
        elif look.shape is Shape.LINE:
            given.append(Zone.TEASER if look.words >= 4 else Zone.NAVIGATION)
        else:
            given.append(Zone.COMMENT if at >= end and look.told else Zone.OTHER)
    return given


def _beside(looks: Sequence[Look], at: int, otherwise: Zone) -> Zone:
    """A block that is no part of the article, by its own words."""
    look = looks[at]
    return look.phrase or (Zone.NAVIGATION if look.shape is Shape.LINE else otherwise)
