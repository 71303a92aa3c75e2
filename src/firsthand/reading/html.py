"""From an HTML page to its article."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import NoArticle
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Article, Block, Page, PageRecord, Publication, Span, Zone
from firsthand.reading import stubs
from firsthand.reading.authors import settled, signers
from firsthand.reading.bylines import byline, says_author, signatures
from firsthand.reading.credits import agencies_of, credited
from firsthand.reading.decode import decode
from firsthand.reading.elements import SeenBlock
from firsthand.reading.evidence import Known, same_letters
from firsthand.reading.head import read_head
from firsthand.reading.language import language_of
from firsthand.reading.limits import (
    DEFAULT,
    Deadline,
    Limits,
    check_bytes,
    check_markup,
    check_places,
    check_text,
    check_visible,
)
from firsthand.reading.markup import parse
from firsthand.reading.phrases import is_error_notice, is_notice
from firsthand.reading.repairs import find_repairs
from firsthand.reading.written_dates import is_date_line, is_labelled_date, published_from_text, updated_from_text
from firsthand.reading.zones import label

# How many blocks before and after the text a byline may stand.
NEAR = 8
NAMES_LONGEST = 80
# Letters: less is no article.
SHORTEST = 40
ERROR_LONGEST = 400


def read_html(page: Page, limits: Limits = DEFAULT) -> Article:
    """The article on a page. Raises NotAPage, TooLarge, or NoArticle where there is none on it."""
    check_bytes(page.name, len(page.content), limits)
    deadline = Deadline(page.name, limits.seconds)
    utf8 = decode(page).encode("utf-8", errors="replace")
    check_markup(page.name, utf8, limits)
    markup = parse(utf8, deadline)
    check_visible(page.name, sum(len(block.text) for block in markup.blocks), limits)
    check_places(page.name, (block.anchor.xpath for block in markup.blocks), limits)
    head = read_head(markup.tree, page)
    labels = label(markup.blocks, Known(head.titles, head.descriptions), deadline)
    text, blocks = assemble(markup.blocks, labels)
    if not _says_something(text):
        raise NoArticle(
            page.name,
            "no article was found on the page",
            "give the address of a single article; if a script builds the page, save it from a browser",
        )
    check_text(page.name, text, limits)
    language = language_of(text, head.language)
    stub = stubs.is_stub(head.paywall, text, blocks, markup.tree)
    shown = _near_text(blocks)
    authors = settled((*head.signers[:2], signers(_signed(shown), head.houses), *head.signers[2:]))
    return Article(
        id=page.id or f"sha256:{page.sha256}",
        page=PageRecord(
            head.url, page.path, page.media_type, page.sha256, page.told.fetched or page.fetched, head.canonical
        ),
        text=text,
        blocks=blocks,
        language=language,
        title=head.title,
        authors=authors.names,
        corporate_authors=authors.bodies,
        outlet=head.outlet,
        credits=_credits(blocks, shown, authors.bodies),
        published=head.published or _published(shown, text, page.told.fetched or page.fetched),
        modified=head.modified or updated_from_text(shown),
        repairs=find_repairs(text, language),
        stub=stub,
        remarks=(stubs.REMARK,) if stub else (),
    )


def _says_something(text: str) -> bool:
    """Whether the text is more than a few letters or an error message."""
    # The beginning has enough letters, unless nothing has.
    enough = len(same_letters(text[: 10 * SHORTEST])) >= SHORTEST or len(same_letters(text)) >= SHORTEST
    return enough and not (len(text) <= ERROR_LONGEST and is_error_notice(text))


def assemble(seen: tuple[SeenBlock, ...], labels: list[Zone]) -> tuple[str, tuple[Block, ...]]:
    """The article's text, and all blocks with their places in it."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for block, zone in zip(seen, labels, strict=True):
        span = None
        if zone in ARTICLE_ZONES:
            span = Span(at, at + len(block.text))
            at = span.end + len(BLOCK_BREAK)
            parts.append(block.text)
        blocks.append(Block(zone, block.text, span, block.at))
    return BLOCK_BREAK.join(parts), tuple(blocks)


def _published(shown: list[str], text: str, fetched: str | None) -> Publication | None:
    """What date lines by the article say, else its prose: "LONDON, 18 June (Agency) –", "today, Tuesday, June 18"."""
    prose = [line for line in text.split("\n") if not is_date_line(line)]
    return published_from_text("\n".join(shown), fetched) or published_from_text("\n".join(prose), fetched)


def _near_text(blocks: tuple[Block, ...]) -> list[str]:
    """The bylines and date lines right before, in and after the article.

    Behind teasers only those that say what they are, once: other names and dates are those of teasers.
    """
    text = [n for n, block in enumerate(blocks) if block.span]
    first, last = text[0], text[-1]
    near = [block.text for block in blocks[max(0, first - NEAR) : last] if block.zone is Zone.BYLINE]
    after = blocks[last + 1 : last + 1 + 2 * NEAR]
    teasers = next((n for n, block in enumerate(after) if block.zone is Zone.TEASER), len(after))
    near += [block.text for block in after[: min(teasers, NEAR)] if block.zone is Zone.BYLINE]
    for says_so in (says_author, is_labelled_date):
        beyond = [block.text for block in after[teasers:] if block.zone is Zone.BYLINE and says_so(block.text)]
        near += beyond if len(beyond) == 1 else []
    return near


def _signed(lines: list[str]) -> Iterator[str]:
    """The names in bylines, and those in lines that are nothing but names."""
    for line in lines:
        yield from byline(line) or (signatures(line) if len(line) <= NAMES_LONGEST else None) or ()


def _credits(blocks: tuple[Block, ...], shown: list[str], bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The agencies that sign, and those credited in bylines, notices, the first and the last paragraphs."""
    text = [block.text for block in blocks if block.span]
    notices = [block.text for block in blocks if block.zone is Zone.OTHER and is_notice(block.text)]
    found = [agency for place in (*shown, *notices, *text[:2], *text[-2:]) for agency in credited(place)]
    return tuple(dict.fromkeys((*agencies_of(bodies), *found)))
