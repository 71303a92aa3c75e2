"""Who said it first: the earliest article, after what credits and citations say of who had it from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import FirstSaid, Origin, Stance
from firsthand.tracing.origins import Assertion


def first_said(
    members: Sequence[Assertion],
    origins: Sequence[Origin],
    derived: Mapping[str, str],
    published: Mapping[str, str | None],
) -> FirstSaid | None:
    """The first assertion of a claim; `derived` names, for an article, one that it takes its text from.

    Nothing is earlier than what it copies or cites, whatever the clocks say.
    """
    asserting = [member for member in members if member.voice.stance is Stance.ASSERTS]
    if not asserting:
        return None
    first = [member for member in asserting if not _taken_over(member, asserting, derived)] or asserting
    chosen = min(first, key=lambda member: (member.instant, member.passage))
    article = chosen.passage.article
    origin = next((one.name for one in origins if article in one.articles), chosen.voice.name or chosen.house.name)
    doubts = tuple(_doubts(chosen, first))
    return FirstSaid(origin, article, published.get(article), not doubts, doubts)


def _taken_over(member: Assertion, others: Sequence[Assertion], derived: Mapping[str, str]) -> bool:
    sources = {other.passage.article for other in others}
    if derived.get(member.passage.article) in sources:
        return True
    keys = {other.house.key for other in others if other is not member}
    return any(relay in keys and relay != member.house.key for relay in member.voice.relays)


def _doubts(chosen: Assertion, first: Sequence[Assertion]) -> Iterable[str]:
    if chosen.voice.relays:
        yield f"it is taken from {chosen.voice.relays[0]}, whose own report is not among the articles"
    elif chosen.voice.source is None:
        yield "the article names no source, so it may have been said before"
    if not chosen.exact and len(first) > 1:
        yield "the article gives a date without a time"
