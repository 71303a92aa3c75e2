"""How many independent origins a claim has, and why those that count once do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from firsthand.model import Origin, Passage, Stance
from firsthand.tracing.bodies import Described, described, same_voice
from firsthand.tracing.press import House
from firsthand.tracing.voices import Voice

_VAGUE = re.compile(
    r"(?:both|several|many|some|multiple|various|two|three|four|a few|a number of|others|other|experts?|people|"
    r"observers|analysts|media|reports|sources|it|they|those|which|who|nobody|everybody)\b",
    re.IGNORECASE,
)


class Assertion(NamedTuple):
    """A member of a claim with all that independence asks of it; `instant` is when its article appeared."""

    passage: Passage
    voice: Voice
    house: House
    instant: datetime
    exact: bool
    position: int


Copied = Callable[[Passage, Passage], bool]
"""Whether two passages, the lesser first, are one text."""


class Ties(NamedTuple):
    """What ties members beside their voices: copied sentences, quoted utterances; and whom a person keeps `apart`."""

    copied: Copied
    uttered: frozenset[tuple[Passage, Passage]]
    apart: frozenset[tuple[Passage, Passage]] = frozenset()


def origins(members: Sequence[Assertion], ties: Ties) -> tuple[Origin, ...]:
    """The independent origins of a claim, the earliest first; only what asserts it can be one."""
    asserting = sorted((m for m in members if m.voice.stance is Stance.ASSERTS), key=lambda m: m.passage)
    heads = list(range(len(asserting)))
    reasons: list[list[str]] = [[] for _ in asserting]
    numbers = {member.passage: number for number, member in enumerate(asserting)}
    apart = [(numbers[one], numbers[other]) for one, other in ties.apart if one in numbers and other in numbers]
    pairs = list(combinations(heads, 2))
    for rule in (_copied(ties), _cited, _same_source, _leaning, _anonymous, _one_owner):
        # What is one already needs no further reason; in a claim of many copies that is nearly every pair.
        pairs = [(first, second) for first, second in pairs if heads[first] != heads[second]]
        for first, second in pairs:
            here, there = heads[first], heads[second]
            if here == there or (apart and _kept_apart(here, there, heads, apart)):
                continue
            if why := rule(asserting[first], asserting[second]):
                heads = [min(here, there) if head in (here, there) else head for head in heads]
                reasons[second].append(why)
    found = [[asserting[number] for number in group] for group in _groups(heads)]
    told = {member.passage: why for member, why in zip(asserting, reasons, strict=True)}
    return tuple(_origin(group, told) for group in _counting(found))


def _groups(heads: Sequence[int]) -> list[list[int]]:
    """The numbers that have the same head, in order."""
    found: dict[int, list[int]] = {}
    for number, head in enumerate(heads):
        found.setdefault(head, []).append(number)
    return list(found.values())


def _kept_apart(one: int, other: int, heads: Sequence[int], apart: Sequence[tuple[int, int]]) -> bool:
    """Whether a person said of some of two groups that their origins are two."""
    return any({heads[here], heads[there]} == {one, other} for here, there in apart)


Rule = Callable[[Assertion, Assertion], "str | None"]


def _copied(ties: Ties) -> Rule:
    def rule(one: Assertion, other: Assertion) -> str | None:
        ends = (min(one.passage, other.passage), max(one.passage, other.passage))
        if ties.copied(*ends):
            return f"one text: {one.passage.article} and {other.passage.article} are copies"
        if ends in ties.uttered:
            return f"one utterance: {one.passage.article} and {other.passage.article} quote the same words"
        return None

    return rule


def _cited(one: Assertion, other: Assertion) -> str | None:
    """One article cites the other's outlet for it, or both cite one outlet."""
    for here, there in ((one, other), (other, one)):
        if there.house.key in here.voice.relays:
            return f"{here.house.name} cites {there.house.name}"
    shared = sorted(set(one.voice.relays) & set(other.voice.relays))
    return f"both have it from {shared[0]}" if shared else None


def _same_source(one: Assertion, other: Assertion) -> str | None:
    if one.voice.source is None or other.voice.source is None:
        return None
    if one.voice.source.words and one.voice.source.words == other.voice.source.words:
        return f"the same source, {one.voice.name}"
    return same_voice(one.voice.source, other.voice.source) or _belongs(one.voice.source, other.voice.source)


def _belongs(one: Described, other: Described) -> str | None:
    """A person and the campaign, party or firm that bears the name: one side, one voice."""
    for here, there in ((one, other), (other, one)):
        if here.persons & {word for body in there.bodies for word in body.words - {body.noun}}:
            return f"one side: {here.text} and {there.text}"
    return None


def _leaning(one: Assertion, other: Assertion) -> str | None:
    """One rests on the other's source: "the ministry has told me", "according to police figures"."""
    for here, there in ((one, other), (other, one)):
        if there.voice.source is None:
            continue
        for words in here.voice.leans:
            if same_voice(described(words), there.voice.source):
                return f"{here.voice.name or here.house.name} has it from {there.voice.name}"
    return None


def _anonymous(one: Assertion, other: Assertion) -> str | None:
    if one.voice.anonymous and other.voice.anonymous:
        return "unnamed sources cannot be told apart"
    return None


def _one_owner(one: Assertion, other: Assertion) -> str | None:
    """Outlets of one owner count once where they speak for themselves."""
    if not (_speaks_for_itself(one) and _speaks_for_itself(other)):
        return None
    if one.house.key == other.house.key:
        return f"both are of {one.house.name}"
    owners = [house.owner.casefold() for house in (one.house, other.house) if house.owner]
    if len(owners) == 2 and owners[0] == owners[1]:
        return f"{one.house.name} and {other.house.name} belong to {one.house.owner}"
    return None


def _speaks_for_itself(member: Assertion) -> bool:
    """Whether the outlet vouches: it cites nobody, or tells how it found out itself."""
    source = member.voice.source
    return not member.voice.relays if source is None else source.words == {member.house.key}


def _counting(groups: list[list[Assertion]]) -> list[list[Assertion]]:
    """The groups that count: those with a source; without any, the one in which the claim appears first.

    A line without a source adds nothing where the claim is already out.
    """
    ordered = sorted(groups, key=lambda group: min((m.instant, m.passage) for m in group))
    sourced = [group for group in ordered if any(_has_source(member) for member in group)]
    named = [group for group in sourced if any(not _is_vague(member) for member in group)]
    return named or sourced[:1] or ordered[:1]


def _has_source(member: Assertion) -> bool:
    return member.voice.source is not None or bool(member.voice.relays)


def _is_vague(member: Assertion) -> bool:
    """Whether a source is some people or others without a name: "both sides", "several media", "experts"."""
    source = member.voice.source
    if source is None:
        return not member.voice.relays
    return not source.persons and not member.voice.relays and bool(_VAGUE.match(source.text))


def _origin(group: Sequence[Assertion], reasons: Mapping[Passage, Iterable[str]]) -> Origin:
    why = tuple(dict.fromkeys(reason for member in group for reason in reasons[member.passage]))
    articles = tuple(dict.fromkeys(member.passage.article for member in sorted(group, key=_when)))
    return Origin(name_of(group), why or ("named by itself",), articles)


def _when(member: Assertion) -> tuple[datetime, Passage]:
    return member.instant, member.passage


def name_of(group: Sequence[Assertion]) -> str:
    """What to call an origin: its source in the fullest words of the earliest article, else the outlet."""
    ordered = sorted(group, key=_when)
    sourced = [member for member in ordered if member.voice.source and member.voice.source.words]
    named = [member for member in sourced if not member.voice.anonymous]
    if named or sourced:
        chosen = (named or sourced)[0]
        via = [relay for relay in chosen.voice.relays if relay != chosen.house.key]
        return f"{chosen.voice.name} (via {via[0]})" if via and chosen.voice.anonymous else chosen.voice.name
    relays = [relay for member in ordered for relay in member.voice.relays]
    return relays[0] if relays else ordered[0].house.name
