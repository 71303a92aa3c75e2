"""When a page says that it was published and last modified: its metadata, its time elements, its URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from selectolax.lexbor import LexborHTMLParser

from firsthand.model import Basis, Publication
from firsthand.reading.json_ld import Node, words
from firsthand.reading.written_dates import published_from_url

# By Open Graph and schema.org, which mean the moment that readers are shown.
STANDARD_NAMES = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished")
# By publishing systems and trackers, which may mean another.
META_NAMES = (
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "published_time",
    "cxenseparse:recs:publishtime",
    "vf:published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "dcsext.articlefirstpublished",
    "article.published",
    "article:published",
    "last-modified-first",
    "originalpublicationdate",
    "cdate",
    "date",
)
MODIFIED_NAMES = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dateupdated",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
    "article.updated",
    "lastmod",
    "last_updated_date",
    "updated_time",
    "revised",
    "last-modified",
)
ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?![\d-])",
    re.IGNORECASE,
)
COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\d\d)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$")
# Earlier dates, and the zero of Unix time, are what clocks say that were never set.
EARLIEST = 1900
EPOCH = date(1970, 1, 1)


def iso_moment(written: str) -> str | None:
    """A date, or date and time, as ISO 8601 with the zone as written; None for anything else.

    Reads ISO 8601 with small liberties, compact digits and RFC 5322.
    """
    for pattern in (ISO, COMPACT):
        found = pattern.match(written)
        if found:
            return _assembled(*found.groups())
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds") if _plausible(moment.date()) else None


def _assembled(year: str, month: str, day: str, hour: str | None, minute: str | None, *rest: str | None) -> str | None:
    second, zone = rest
    try:
        moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    if not _plausible(moment.date()):
        return None
    if hour is None:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if second else "minutes") + _zone(zone)


def _zone(written: str | None) -> str:
    if not written:
        return ""
    if written.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def _plausible(day: date) -> bool:
    return day.year >= EARLIEST and day != EPOCH


def publication(article: Node, tree: LexborHTMLParser, meta: dict[str, str], url: str | None) -> Publication | None:
    """The moment the page's own metadata give, else its URL, else a lone time element of the article."""
    from_metadata = list(_metadata(article, tree, meta))
    if from_metadata:
        # A page whose own sources lie days apart was published again, or gives one of them wrongly.
        return Publication(from_metadata[0], Basis.METADATA, _agree(from_metadata[:3]))
    dated = published_from_url(url) if url else None
    if dated:
        return dated
    shown = _shown(tree)
    return Publication(shown, Basis.METADATA, certain=False) if shown else None


def modification(
    article: Node, tree: LexborHTMLParser, meta: dict[str, str], published: Publication | None
) -> Publication | None:
    """The moment the page's own metadata give for its last change; doubtful where it lies before its publication."""
    given = [words(article.get("dateModified")), *(meta.get(name) for name in MODIFIED_NAMES)]
    given += _marked(tree, "dateModified")
    moment = next(_valid(given), None)
    if not moment:
        return None
    return Publication(moment, Basis.METADATA, certain=not published or _day(moment) >= _day(published.value))


def _metadata(article: Node, tree: LexborHTMLParser, meta: dict[str, str]) -> Iterator[str]:
    given = [words(article.get("datePublished")), words(article.get("dateCreated"))]
    given += [meta.get(name) for name in STANDARD_NAMES]
    given += _marked(tree, "datePublished")
    given += [meta.get(name) for name in META_NAMES]
    yield from _valid(given)


def _marked(tree: LexborHTMLParser, property_name: str) -> Iterator[str]:
    """What the first elements with that property of schema.org say."""
    for node in tree.css(f'[itemprop~="{property_name}"]')[:3]:
        yield _written(node.attributes) or node.text()


def _shown(tree: LexborHTMLParser) -> str | None:
    """The moment of the time elements marked as publication, else of the first with a machine-readable moment."""
    marked = tree.css("time[pubdate], time[class*=publi], time[class*=date], time[class*=entry]")
    for group in (marked, tree.css("article time"), tree.css("main time, header time"), tree.css("time")):
        found = next(_valid(_written(node.attributes) for node in group[:5]), None)
        if found:
            return found
    return None


def _written(attributes: dict[str, str | None]) -> str | None:
    return attributes.get("datetime") or attributes.get("content")


def _valid(given: Iterable[str | None]) -> Iterator[str]:
    for written in given:
        moment = iso_moment(written) if written else None
        if moment:
            yield moment


def _agree(moments: list[str]) -> bool:
    days = [_day(moment) for moment in moments]
    return (max(days) - min(days)).days <= 1


def _day(moment: str) -> date:
    """The first day of a moment of any precision, in UTC where its zone is known."""
    if len(moment) < len("2024-06-18"):
        return date.fromisoformat((moment + "-01-01")[: len("2024-06-18")])
    parsed = datetime.fromisoformat(moment)
    return parsed.astimezone(UTC).date() if parsed.tzinfo else parsed.date()
