"""Clauses put together to claims: what is alike joins, what a guard or a person keeps apart stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model import Judgement, Likeness, Passage, Verdict

LEAST_TOGETHER = 0.15
"""What two groups must be alike on average, over all pairs of their members, to become one."""

MOST_APART = 0.34
"""Groups stay apart where so many of their pairs are kept apart."""

Ends = tuple[Passage, Passage]


class Gathered(NamedTuple):
    """Groups of passages that claim one thing; which deny which group; which groups come near but differ."""

    groups: tuple[tuple[Passage, ...], ...]
    denials: Mapping[Passage, int]
    near: frozenset[tuple[int, int]]


def gather(
    passages: Iterable[Passage],
    likenesses: Iterable[Likeness],
    judgements: Iterable[Judgement],
    denying: frozenset[Passage],
) -> Gathered:
    """The claims among passages; `denying` are those whose words deny. The same for any order of what is given."""
    verdicts = _verdicts(likenesses, judgements)
    groups = clustered(sorted(set(passages)), verdicts)
    at = {passage: number for number, group in enumerate(groups) for passage in group}
    denials: dict[Passage, int] = {}
    near: set[tuple[int, int]] = set()
    for (one, other), (verdict, _) in sorted(verdicts.items(), key=lambda item: (-item[1][1], item[0])):
        first, second = at[one], at[other]
        if first == second:
            continue
        if verdict is Verdict.DENIES:
            denier, denied = (one, second) if one in denying else (other, first)
            group = groups[at[denier]]
            # A denial that many repeat is one still; what others say in other words than to deny is a claim.
            if denying.issuperset(group) or len({passage.article for passage in group}) == 1:
                denials.setdefault(denier, denied)
        if verdict in {Verdict.NEAR, Verdict.DENIES}:
            near.add((min(first, second), max(first, second)))
    return Gathered(tuple(groups), denials, frozenset(near))


def _verdicts(likenesses: Iterable[Likeness], judgements: Iterable[Judgement]) -> dict[Ends, tuple[Verdict, float]]:
    """What holds of each two passages; what a person judged last outranks the program."""
    found: dict[Ends, tuple[Verdict, float]] = {(tie.one, tie.other): (tie.verdict, tie.score) for tie in likenesses}
    for judgement in judgements:
        if judgement.verdict is Verdict.INDEPENDENT:
            continue
        ends = (min(judgement.one, judgement.other), max(judgement.one, judgement.other))
        found[ends] = (judgement.verdict, PERSON)
    return found


def kept_apart(judgements: Iterable[Judgement]) -> frozenset[Ends]:
    """The pairs of passages whose origins are two, as the last who judged them holds."""
    last = {(min(one.one, one.other), max(one.one, one.other)): one.verdict for one in judgements}
    return frozenset(ends for ends, verdict in last.items() if verdict is Verdict.INDEPENDENT)


PERSON = 100.0
"""What a person's judgement weighs."""


def clustered(passages: list[Passage], verdicts: Mapping[Ends, tuple[Verdict, float]]) -> list[tuple[Passage, ...]]:
    """Passages, given in their order, put together where they say the same; the groups in order."""
    members: dict[Passage, list[Passage]] = {passage: [passage] for passage in passages}
    above = {passage: passage for passage in passages}
    linked: dict[Passage, dict[Passage, tuple[Verdict, float]]] = defaultdict(dict)
    for (one, other), held in verdicts.items():
        if one in above and other in above:
            linked[one][other] = linked[other][one] = held
    joining = sorted(
        ((score, one, other) for (one, other), (verdict, score) in verdicts.items() if verdict is Verdict.SAME),
        key=lambda tie: (-tie[0], tie[1], tie[2]),
    )
    for _, one, other in joining:
        if one not in above or other not in above:
            continue
        first, second = above[one], above[other]
        if first == second or not _together(members[first], members[second], linked):
            continue
        first, second = min(first, second), max(first, second)
        for passage in members.pop(second):
            above[passage] = first
            members[first].append(passage)
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def _together(
    one: list[Passage], other: list[Passage], linked: Mapping[Passage, Mapping[Passage, tuple[Verdict, float]]]
) -> bool:
    """Whether two groups are alike on the whole; a person's word decides by itself."""
    total, apart, pairs = 0.0, 0, 0
    for here in one:
        for there in other:
            held = linked[here].get(there)
            if held and held[1] == PERSON:
                return held[0] is Verdict.SAME
            pairs += here.article != there.article
            if held and held[0] in {Verdict.NEAR, Verdict.DENIES, Verdict.DIFFERENT}:
                apart += 1
            elif held:
                total += held[1]
    return pairs > 0 and total / pairs >= LEAST_TOGETHER and apart / pairs <= MOST_APART
