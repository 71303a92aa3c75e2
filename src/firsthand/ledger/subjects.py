"""What replies and notes are about, as their tables hold it, and lists of them in parts."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import TypeVar

from firsthand.ledger.words import maybe_plain, plain
from firsthand.model import About, Listing, Note, Reply, Subject, WrittenQuery

T = TypeVar("T", Reply, Note)

OF_CLAIM = "about = 'claim' AND part IN (SELECT value FROM json_each(?))"
ASKED = (
    "(?1 IS NULL OR article = ?1 AND about <> 'claim') "
    "AND (?2 IS NULL OR about = 'claim' AND part IN (SELECT value FROM json_each(?2)))"
)
NEWEST = f"{ASKED} AND id < coalesce(?3, id + 1) ORDER BY id DESC LIMIT ?4"


def subject(about: str, article: str, part: str) -> Subject:
    """The subject that a row names."""
    return Subject(About(about), article, part)


def columns(subject: Subject) -> tuple[str, str, str]:
    """What a row says of a subject."""
    return subject.about, plain(subject.article), plain(subject.part)


def listed(ids: Iterable[str]) -> str:
    """The ids that a claim has been known by, as SQL takes them."""
    return dumps(sorted(ids))


def asked(query: WrittenQuery) -> tuple[str | None, str | None]:
    """The values of `ASKED`."""
    return maybe_plain(query.article), None if query.claim is None else listed(query.claim)


def part(found: tuple[T, ...], size: int, total: int) -> Listing[T]:
    """What was found as a part of a list, where one more than `size` was looked for."""
    following = f"{found[size - 1].id:x}" if len(found) > size else None
    return Listing(found[:size], following, total)
