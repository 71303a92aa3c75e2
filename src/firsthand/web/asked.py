"""What an address asks for: the queries of pages and API alike, read from the same parameters."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from firsthand.errors import UsageError
from firsthand.ledger import backing
from firsthand.model import Act, EventQuery, ExchangeQuery, Form, Order, Part, Query, Slice, Status, VoiceQuery

E = TypeVar("E", bound=StrEnum)
MOST_AT_ONCE = 100


def query(asked: Mapping[str, str]) -> Query:
    """Statements and articles by words, narrowed."""
    return Query(
        words=asked.get("q", "").strip(),
        speaker=asked.get("speaker") or None,
        outlet=asked.get("outlet") or None,
        since=asked.get("since") or None,
        until=asked.get("until") or None,
        act=one_of(Act, asked.get("act")),
        form=one_of(Form, asked.get("form")),
        backing=backing(asked.get("origins")),
    )


def exchange_query(asked: Mapping[str, str]) -> ExchangeQuery:
    """Transfers."""
    return ExchangeQuery(
        giver=asked.get("giver") or None,
        receiver=asked.get("receiver") or None,
        item=asked.get("item") or None,
        status=one_of(Status, asked.get("status")),
        outlet=asked.get("outlet") or None,
        since=asked.get("since") or None,
        until=asked.get("until") or None,
    )


def event_query(asked: Mapping[str, str]) -> EventQuery:
    """Events."""
    return EventQuery(
        type=asked.get("type") or None,
        participant=asked.get("participant") or None,
        outlet=asked.get("outlet") or None,
        since=asked.get("since") or None,
        until=asked.get("until") or None,
    )


def voice_query(asked: Mapping[str, str]) -> VoiceQuery:
    """Statements of one voice."""
    return VoiceQuery(
        name=asked.get("name", "").strip(),
        wide=flag(asked.get("wide")),
        part=one_of(Part, asked.get("part")),
        denied=flag(asked.get("denied")),
        act=one_of(Act, asked.get("act")),
        form=one_of(Form, asked.get("form")),
        outlet=asked.get("outlet") or None,
        since=asked.get("since") or None,
        until=asked.get("until") or None,
    )


def part(asked: Mapping[str, str], size: int) -> Slice:
    """Which part of a list, `size` things unless the address says another number. Raises UsageError for no number."""
    given = asked.get("size", str(size))
    if not (given.isascii() and given.isdecimal() and len(given) < 9 and 0 < int(given) <= MOST_AT_ONCE):
        raise UsageError(f"{given[:40]!r} is no size of a list; give a number from 1 to {MOST_AT_ONCE}")
    return Slice(int(given), asked.get("after") or None, one_of(Order, asked.get("order")) or Order.NEWEST)


def support(asked: Mapping[str, str]) -> int | None:
    """How many origins a claim is to have. Raises UsageError for no number."""
    given = asked.get("support", "")
    if given and not (given.isascii() and given.isdecimal() and len(given) < 4):
        raise UsageError(f"{given[:40]!r} is no number of origins; write it as 2")
    return int(given) if given else None


def flag(word: str | None) -> bool:
    """Whether something is asked for by 1. Raises UsageError for other words."""
    if word and word != "1":
        raise UsageError(f"{word[:40]!r} is neither 1 nor nothing")
    return bool(word)


def one_of(kind: type[E], word: str | None) -> E | None:
    """The member of an enumeration that a word names, None where none is given. Raises UsageError for others."""
    if not word:
        return None
    try:
        return kind(word)
    except ValueError:
        among = ", ".join(member.value for member in kind)
        raise UsageError(f"{word[:40]!r} is none of {among}") from None


def address(path: str, asked: Mapping[str, str]) -> str:
    """A path with the parameters that say something."""
    said = {name: value for name, value in asked.items() if value}
    return path + ("?" + urlencode(said) if said else "")


def onward(request: Request, after: str | None) -> str | None:
    """The address of the next part of a list, None at its end."""
    return address(request.url.path, {**request.query_params, "after": after}) if after else None
