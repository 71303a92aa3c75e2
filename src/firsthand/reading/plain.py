"""Text scraped off a page, or written as such: the article in it, with no markup to help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.errors import NoArticle
from firsthand.model import (
    ARTICLE_ZONES,
    BLOCK_BREAK,
    Article,
    Basis,
    Block,
    Outlet,
    Page,
    PageRecord,
    Place,
    Publication,
    Span,
    Zone,
)
from firsthand.reading import stubs
from firsthand.reading.authors import Authors
from firsthand.reading.bylines import byline, signatures
from firsthand.reading.credits import credited, is_agency
from firsthand.reading.decode import decode
from firsthand.reading.language import language_of
from firsthand.reading.limits import Limits, check_bytes, check_text, check_visible
from firsthand.reading.outlets import outlet_of
from firsthand.reading.paragraphs import Stretch, cut, cut_markdown
from firsthand.reading.plain_zones import zones
from firsthand.reading.repairs import find_repairs
from firsthand.reading.written_dates import (
    is_date_line,
    published_from_text,
    published_from_url,
    updated_from_text,
)
from firsthand.text.dates import iso_moment

HEAD = 12
"""Blocks above the article's first among which its bylines are looked for."""


def read_plain(page: Page, limits: Limits) -> Article:
    """The article in a page of plain text or Markdown; `Block.at` counts code points of the decoded page.

    Raises NotAPage for an empty or binary page, TooLarge beyond the limits, NoArticle where nothing on it is one.
    """
    check_bytes(page.name, len(page.content), limits)
    text = decode(page)
    check_visible(page.name, len(text), limits)
    stretches = cut_markdown(text) if "markdown" in page.media_type else cut(text)
    blocks, article = _laid_out(stretches, zones(stretches))
    if not article:
        raise NoArticle(page.name, "no paragraph on it reads like an article", "save the page with the article on it")
    check_text(page.name, article, limits)
    language = language_of(article, None)
    signing = _signing(blocks)
    authors = _authors(signing)
    stub = stubs.is_stub(stubs.Paywall(), article, blocks, None)
    return Article(
        id=page.id or f"sha256:{page.sha256}",
        page=PageRecord(_url(page), page.path, page.media_type, page.sha256, _fetched(page)),
        text=article,
        blocks=blocks,
        language=language,
        title=page.told.title or next((block.text for block in blocks if block.zone is Zone.TITLE), None),
        authors=authors.names,
        corporate_authors=authors.bodies,
        outlet=_outlet(page),
        credits=credited(_credit_lines(blocks)),
        published=_published(page, blocks, signing),
        modified=updated_from_text(signing),
        stub=stub,
        repairs=find_repairs(article, language),
        remarks=(stubs.REMARK,) if stub else (),
    )


def _laid_out(stretches: Sequence[Stretch], given: Sequence[Zone]) -> tuple[tuple[Block, ...], str]:
    """The blocks with their spans in the article's text, and that text."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for stretch, zone in zip(stretches, given, strict=True):
        span = None
        if zone in ARTICLE_ZONES:
            span = Span(at, at + len(stretch.text))
            parts.append(stretch.text)
            at = span.end + len(BLOCK_BREAK)
        blocks.append(Block(zone, stretch.text, span, Place(stretch.span)))
    return tuple(blocks), BLOCK_BREAK.join(parts)


def _url(page: Page) -> str | None:
    return page.told.url or page.url


def _fetched(page: Page) -> str | None:
    return page.told.fetched or page.fetched


def _outlet(page: Page) -> Outlet | None:
    return outlet_of(page.told.outlet, _url(page))


def _signing(blocks: Sequence[Block]) -> list[str]:
    """The bylines and date lines of the article: those in its head and right behind it, not those of teasers."""
    text = [at for at, block in enumerate(blocks) if block.span]
    near = [
        *range(max(0, text[0] - HEAD), min(text[0] + 4, text[-1])),
        *range(text[-1], min(len(blocks), text[-1] + 4)),
    ]
    return [blocks[at].text for at in dict.fromkeys(near) if blocks[at].zone is Zone.BYLINE]


def _authors(lines: Sequence[str]) -> Authors:
    """Who signs in bylines, and in lines that are nothing but names, each once: people, and agencies beside them."""
    names: list[str] = []
    for line in lines:
        signed = byline(line)
        if signed is None and not is_date_line(line):
            signed = signatures(line)
        names.extend(signed or ())
    found = dict.fromkeys(names)
    agencies = tuple(name for name in found if is_agency(name))
    return Authors(tuple(name for name in found if name not in agencies) + agencies, agencies)


def _credit_lines(blocks: Sequence[Block]) -> list[str]:
    """Where a page credits agencies: its bylines, its own paragraphs, the lines right behind them."""
    last = max(at for at, block in enumerate(blocks) if block.span)
    own = (Zone.BYLINE, Zone.OTHER, Zone.COPYRIGHT)
    return [block.text for at, block in enumerate(blocks) if block.span or (block.zone in own and at <= last + 4)]


def _published(page: Page, blocks: Sequence[Block], signing: Sequence[str]) -> Publication | None:
    """What the user told, else what the head and the text say, else the address."""
    if page.told.published and (given := iso_moment(page.told.published)):
        return Publication(given, Basis.GIVEN, certain=True)
    own = [block.text for block in blocks if block.span or block.zone is Zone.TITLE]
    written = published_from_text("\n".join([*signing, *own]), _fetched(page))
    address = _url(page)
    if written and written.certain:
        return written
    if found := (published_from_url(address) if address else None) or written:
        return found
    # A date line far from the article may still be its own, or a teaser's.
    lines = (block.text for block in blocks if block.zone is Zone.BYLINE)
    elsewhere = published_from_text("\n".join(lines), _fetched(page))
    return replace(elsewhere, certain=False) if elsewhere else None
