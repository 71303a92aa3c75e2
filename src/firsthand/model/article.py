"""Pages and the articles on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from firsthand.model.span import Span


@dataclass(frozen=True, slots=True)
class Told:
    """What the user knows of a page that the page does not say itself.

    `published` and `fetched` are ISO 8601 dates or times of any precision; `published` and `title` outrank the page's
    own.
    """

    published: str | None = None
    fetched: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched, and what is known of how they came; `id` is the input's own name for it, if it has one."""

    content: bytes
    media_type: str
    path: str | None = None
    id: str | None = None
    url: str | None = None
    fetched: str | None = None
    charset: str | None = None
    told: Told = Told()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256(self.content).hexdigest())

    @property
    def name(self) -> str:
        """How messages call the page."""
        return self.path or self.url or "standard input"


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What stays of a page beside its article: where it came from and how to know it again.

    `canonical` is the address that the page calls its own.
    """

    url: str | None
    path: str | None
    media_type: str
    sha256: str
    fetched: str | None
    canonical: str | None = None


class Zone(StrEnum):
    """What a block is on its page."""

    TITLE = "title"
    BYLINE = "byline"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    TEASER = "teaser"
    ASIDE = "aside"
    PROMO = "promo"
    COMMENT_FORM = "comment-form"
    COMMENT = "comment"
    COPYRIGHT = "copyright"
    NAVIGATION = "navigation"
    OTHER = "other"


ARTICLE_ZONES = frozenset({Zone.LEAD, Zone.HEADING, Zone.BODY, Zone.QUOTE})
"""The zones whose blocks make up `Article.text`."""

BLOCK_BREAK = "\n\n"
"""What stands between two blocks of `Article.text`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands on its page.

    In HTML, `xpath` names an element and the span counts code points of its text content, as the DOM gives it; in
    plain text `xpath` is None and the span counts code points of the decoded page.
    """

    span: Span
    xpath: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page; `span` is where it stands in `Article.text`, None if it is no part of it."""

    zone: Zone
    text: str
    span: Span | None
    at: Place


class Basis(StrEnum):
    """On what ground a publication moment is known."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, or last modified: an ISO 8601 date, or date and time, with its ground."""

    value: str
    basis: Basis
    certain: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes the article, by name and by the domain of its site; `owner` is whose house it belongs to."""

    name: str | None
    domain: str | None
    owner: str | None = None


class RepairKind(StrEnum):
    """What was damaged."""

    QUOTATION_MARK = "quotation-mark"
    SPACING = "spacing"
    STRAY_LETTERS = "stray-letters"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Repair:
    """A damaged piece of the text and what it should read; it lies over `text`, which stays as it is.

    A repair may insert: then `start` equals `end` and `was` is empty.
    """

    start: int
    end: int
    was: str
    now: str
    kind: RepairKind

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or len(self.was) != self.end - self.start:
            raise ValueError(f"no repair: {self.start}..{self.end} {self.was!r}")


@dataclass(frozen=True, slots=True)
class Article:
    """A page as its editor meant it: the head, and the text that all later offsets count in.

    `text` is the texts of the blocks whose zone is in ARTICLE_ZONES, in order, joined by BLOCK_BREAK (an article that
    came already clean keeps its own breaks). `corporate_authors` are those of `authors` that are no people: agencies
    and newsrooms. `stub` says that the text is only the beginning of an article that must be paid for. `remarks` say
    what the reader should know: a stub, another language.
    Raises ValueError where a block's or repair's words are not what stands at its place.
    """

    id: str
    page: PageRecord
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    corporate_authors: tuple[str, ...] = ()
    outlet: Outlet | None = None
    credits: tuple[str, ...] = ()
    published: Publication | None = None
    modified: Publication | None = None
    stub: bool = False
    repairs: tuple[Repair, ...] = ()
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block.span and block.span.of(self.text) != block.text:
                raise ValueError(f"block is not at {block.span}: {block.text[:40]!r}")
        for repair in self.repairs:
            if self.text[repair.start : repair.end] != repair.was:
                raise ValueError(f"nothing to repair at {repair.start}: {repair.was!r}")
