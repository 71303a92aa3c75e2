"""Names for the web: what is exported as linked data is called by IRIs that stay the same in every export."""

from __future__ import annotations

import json
import re
from uuid import UUID, uuid5

from firsthand.model import Article

_NAMESPACE = UUID("5d0cf7c2-51a5-4ff0-a9cf-9a1f0f1f2d31")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\ud800-\udfff<>\"{}|\\^`]+", re.IGNORECASE)


def iri(*parts: str) -> str:
    """The name of an article (its id), or of something in it (the ids of both): a UUID of version 5."""
    # As JSON in ASCII no two lists of parts are written alike, and half a surrogate pair does no harm.
    return uuid5(_NAMESPACE, json.dumps(parts)).urn


def address(article: Article) -> str | None:
    """Where the article's page stands on the web, if that is known and a link may lead there."""
    url = article.page.url
    return url if url and _ADDRESS.fullmatch(url) else None
