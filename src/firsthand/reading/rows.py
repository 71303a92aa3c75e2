"""Articles that come already clean, one a row: their text stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from firsthand.errors import BadRow
from firsthand.model import Article, Basis, Block, PageRecord, Place, Publication, Span, Told, Zone
from firsthand.reading.credits import credited
from firsthand.reading.language import language_of
from firsthand.reading.outlets import outlet_of
from firsthand.reading.published import iso_moment as read_liberally
from firsthand.reading.repairs import find_repairs
from firsthand.reading.written_dates import published_from_text
from firsthand.text.dates import iso_moment

MEDIA_TYPE = "application/json"
"""What a row is, in the article's record of its page."""

TEXT_KEYS = ("id", "title", "published", "outlet", "domain", "owner", "url")
"""Keys whose values are text where they are given; numbers may stand as ids."""

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)


def read_row(row: Mapping[str, object], name: str, told: Told) -> Article:
    """The article of a row `{"text", "id"?, "title"?, "published"?, "outlet"?, "domain"?, "owner"?, "url"?, …}`.

    `name` is how messages call the row (file:line). Raises BadRow where the text is missing or a value is of the
    wrong type; a publication date that is none is left out, with a remark.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        problem = "has no text" if text is None or text == "" else "its text is empty or no string"
        raise BadRow(name, problem, 'give each line a "text" with the article\'s words')
    values = {key: _string(row, key, name) for key in TEXT_KEYS}
    raw = json.dumps(dict(row), ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    digest = sha256(raw).hexdigest()
    published, remarks = _published(values["published"], told)
    published = published or published_from_text(text, told.fetched)
    url = told.url or values["url"]
    language = language_of(text, _language(row))
    return Article(
        id=values["id"] or f"sha256:{digest}",
        page=PageRecord(url, name, MEDIA_TYPE, digest, told.fetched),
        text=text,
        blocks=_blocks(text),
        language=language,
        title=told.title or values["title"],
        authors=_authors(row, name),
        outlet=outlet_of(told.outlet or values["outlet"], url, values["domain"], values["owner"]),
        credits=credited([found[0] for found in _PARAGRAPH.finditer(text)]),
        published=published,
        repairs=find_repairs(text, language),
        remarks=remarks,
    )


def _string(row: Mapping[str, object], key: str, name: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise BadRow(name, f'"{key}" is {_kind(value)}, not text', f'put "{key}" in quotation marks or leave it out')
    return value.strip() or None


def _authors(row: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = row.get("authors")
    given = [value] if isinstance(value, str) else value if value is not None else []
    if not isinstance(given, list | tuple) or not all(isinstance(author, str) for author in given):
        raise BadRow(name, f'"authors" is {_kind(value)}, not a list of names', 'write "authors": ["Name", …]')
    return tuple(dict.fromkeys(author.strip() for author in given if author.strip()))


def _language(row: Mapping[str, object]) -> str | None:
    value = row.get("language")
    return value if isinstance(value, str) else None


def _published(written: str | None, told: Told) -> tuple[Publication | None, tuple[str, ...]]:
    if told.published and (given := iso_moment(told.published)):
        return Publication(given, Basis.GIVEN, certain=True), ()
    if written is None:
        return None, ()
    moment = iso_moment(written) or read_liberally(written)
    if moment is None:
        return None, (f"its publication date {written!r} is no ISO 8601 date and was left out",)
    return Publication(moment, Basis.GIVEN, certain=True), ()


def _blocks(text: str) -> tuple[Block, ...]:
    """The stretches between blank lines, each as it stands."""
    spans = (Span(*found.span()) for found in _PARAGRAPH.finditer(text))
    return tuple(Block(Zone.BODY, span.of(text), span, Place(span)) for span in spans)


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), type(value).__name__)
