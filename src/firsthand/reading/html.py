"""From an HTML page to its article."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import NoArticle
from firsthand.model import ARTICLE_ZONES, BLOCK_BREAK, Article, Block, Page, PageRecord, Span, Zone
from firsthand.reading.authors import people
from firsthand.reading.bylines import byline, signatures
from firsthand.reading.credits import credited
from firsthand.reading.decode import decode
from firsthand.reading.evidence import Known, same_letters
from firsthand.reading.head import read_head
from firsthand.reading.language import language_of
from firsthand.reading.limits import DEFAULT, Deadline, Limits, check_bytes, check_markup, check_text
from firsthand.reading.markup import SeenBlock, parse
from firsthand.reading.phrases import is_error_notice, is_notice
from firsthand.reading.repairs import find_repairs
from firsthand.reading.written_dates import published_from_text
from firsthand.reading.zones import label

# How many blocks before and after the text a byline may stand.
NEAR = 8
NAMES_LONGEST = 80
# Letters: less is no article.
SHORTEST = 40
# Characters: a longer text of a paid article is more than its beginning.
STUB_LONGEST = 1500
STUB = "the page shows only the beginning of an article that readers must pay for"
ERROR_LONGEST = 400


def read_html(page: Page, limits: Limits = DEFAULT) -> Article:
    """The article on a page. Raises NotAPage, TooLarge, or NoArticle where there is none on it."""
    check_bytes(page.name, len(page.content), limits)
    deadline = Deadline(page.name, limits.seconds)
    characters = decode(page)
    check_markup(page.name, characters, limits)
    markup = parse(characters, deadline)
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
    shown = _near_text(blocks)
    return Article(
        id=f"sha256:{page.sha256}",
        page=PageRecord(head.url, page.path, page.media_type, page.sha256, page.told.fetched or page.fetched),
        text=text,
        blocks=blocks,
        language=language,
        title=head.title,
        authors=head.authors or people(_signed(shown), head.houses),
        outlet=head.outlet,
        credits=_credits(blocks, shown),
        published=head.published or published_from_text("\n".join(shown), page.told.fetched or page.fetched),
        repairs=find_repairs(text, language),
        remarks=(STUB,) if head.paid and len(text) < STUB_LONGEST else (),
    )


def _says_something(text: str) -> bool:
    """Whether the text is more than a few letters or an error message."""
    return len(same_letters(text)) >= SHORTEST and not (len(text) <= ERROR_LONGEST and is_error_notice(text))


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


def _near_text(blocks: tuple[Block, ...]) -> list[str]:
    """The bylines and date lines right before, in and right after the article."""
    text = [n for n, block in enumerate(blocks) if block.span]
    around = blocks[max(0, text[0] - NEAR) : text[-1] + NEAR]
    return [block.text for block in around if block.zone is Zone.BYLINE]


def _signed(lines: list[str]) -> Iterator[str]:
    """The names in bylines, and those in lines that are nothing but names."""
    for line in lines:
        yield from byline(line) or (signatures(line) if len(line) <= NAMES_LONGEST else None) or ()


def _credits(blocks: tuple[Block, ...], shown: list[str]) -> tuple[str, ...]:
    """The agencies credited where pages credit them: in bylines, notices, the first and the last paragraphs."""
    text = [block.text for block in blocks if block.span]
    notices = [block.text for block in blocks if block.zone is Zone.OTHER and is_notice(block.text)]
    found = dict.fromkeys(agency for place in (*shown, *notices, *text[:2], *text[-2:]) for agency in credited(place))
    return tuple(found)
