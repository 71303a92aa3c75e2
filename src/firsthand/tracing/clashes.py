"""Where statements do not agree: one holds what the other denies, or both tell one thing differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.model import Act, Clash, Discord, Judgement, Likeness, Passage, Said, Verdict
from firsthand.tracing.instants import instant
from firsthand.tracing.judging import DIFFERING

LEAST_ALIKE, LEAST_OPPOSED = 0.4, 0.5
"""From these scores on, clauses that differ are shown as two tellings of one thing, or as its denial."""

SHORTEST = 25
"""Letters of a clause that says enough to be held against another: "he did not" answers everything."""

Ends = tuple[Passage, Passage]


class _Held(NamedTuple):
    """What is held of two clauses, how surely, why, and whether a person says so."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    judged: bool = False


def clashes(said: Iterable[Said], likenesses: Iterable[Likeness], judgements: Iterable[Judgement]) -> tuple[Clash, ...]:
    """Pairs among the statements that do not agree, by what is held of their clauses; opposed ones first."""
    by_article: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_article[one.entry.id].append(one)
    pairs = [clash for ends, held in _held(likenesses, judgements).items() if (clash := _clash(ends, held, by_article))]
    found: dict[tuple[str, str], Clash] = {}
    for clash in sorted(pairs, key=lambda clash: (_weight(clash), _order(clash.one), _order(clash.other))):
        # Copies say the same words again; the earliest stand for them.
        found.setdefault((_words(clash.one), _words(clash.other)), clash)
    return tuple(found.values())


def _clash(ends: Ends, held: _Held, by_article: Mapping[str, Sequence[Said]]) -> Clash | None:
    """The two statements in which two clauses lie, if they clash."""
    if not held.judged and min(len(end.span) for end in ends) < SHORTEST:
        return None
    one, other = (_saying(by_article, end) for end in ends)
    if one is None or other is None:
        return None
    discord = _discord(one, other, held)
    first, second = sorted((one, other), key=_order)
    return Clash(first, second, discord, held.score, held.reasons, held.judged) if discord else None


def _held(likenesses: Iterable[Likeness], judgements: Iterable[Judgement]) -> dict[Ends, _Held]:
    """What a person judged last outranks the program."""
    found: dict[Ends, _Held] = {(one.one, one.other): _Held(one.verdict, one.score, one.reasons) for one in likenesses}
    for judgement in judgements:
        if judgement.verdict is Verdict.INDEPENDENT:
            continue
        ends = (min(judgement.one, judgement.other), max(judgement.one, judgement.other))
        reason = f"{judgement.by} says so" + (f": {judgement.reason}" if judgement.reason else "")
        found[ends] = _Held(judgement.verdict, 1.0, (reason,), judged=True)
    return found


def _discord(one: Said, other: Said, held: _Held) -> Discord | None:
    """How two statements clash; a denial of the same, and a denial's denial, turn the verdict around."""
    turned = (one.statement.act is Act.DENY) != (other.statement.act is Act.DENY)
    if held.verdict is (Verdict.SAME if turned else Verdict.DENIES):
        return Discord.OPPOSED if held.judged or held.score >= LEAST_OPPOSED else None
    if held.verdict is not Verdict.NEAR or turned:
        return None
    differing = held.judged or (held.score >= LEAST_ALIKE and not DIFFERING.isdisjoint(held.reasons))
    return Discord.DIFFERING if differing else None


def _saying(by_article: Mapping[str, Sequence[Said]], passage: Passage) -> Said | None:
    """The statement in whose content a clause lies, the innermost."""
    holding = [
        (len(content), number, one)
        for number, one in enumerate(by_article.get(passage.article, ()))
        for content in one.statement.content
        if content.overlaps(passage.span)
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None


def _order(said: Said) -> tuple[bool, str, str]:
    moment = instant(said.entry.published)
    return moment is None, moment.isoformat() if moment else "", said.entry.id


def _words(said: Said) -> str:
    return " ".join(span.of(said.text) for span in said.statement.content).casefold()


def _weight(clash: Clash) -> tuple[bool, bool, float]:
    return clash.discord is not Discord.OPPOSED, not clash.judged, -clash.score
