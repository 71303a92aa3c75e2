"""From a page to the article on it."""

from __future__ import annotations

from firsthand.errors import NotAPage
from firsthand.model import Article, Page
from firsthand.reading.collection import put_off
from firsthand.reading.limits import Limits

__all__ = ["Limits", "read"]

MARKUP = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
TEXT = frozenset({"text/plain", "text/markdown", "text/x-markdown"})


def read(page: Page, limits: Limits = Limits()) -> Article:  # noqa: B008 - frozen
    """The article on a page.

    Raises an InputError: NotAPage where the bytes are no page, TooLarge beyond the limits, NoArticle where nothing on
    the page is one.
    """
    kind = page.media_type.partition(";")[0].strip().lower()
    if kind in MARKUP:
        from firsthand.reading.html import read_html

        with put_off():
            return read_html(page, limits)
    if kind in TEXT:
        from firsthand.reading.plain import read_plain

        return read_plain(page, limits)
    raise NotAPage(page.name, f"{page.media_type or 'its kind'} is not read", "give it as HTML or as plain text")
