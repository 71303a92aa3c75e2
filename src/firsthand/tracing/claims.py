"""Clauses put together to claims: what is alike joins, what a guard or a person keeps apart stays apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.model import Judgement, Likeness, Passage, Verdict

LEAST_TOGETHER = 0.15
"""What two groups must be alike on average, over all pairs of their members, to become one."""

MOST_APART = 0.34
"""Groups stay apart where so many of their pairs are kept apart."""

Ends = tuple[Passage, Passage]
Held = tuple[Verdict, float]
"""A verdict, and how surely."""

_APART = frozenset({Verdict.NEAR, Verdict.DENIES, Verdict.DIFFERENT})


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
    groups = _grouped(sorted(set(passages)), verdicts)
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


def _grouped(passages: Sequence[Passage], verdicts: Mapping[Ends, Held]) -> list[tuple[Passage, ...]]:
    numbers = {passage: number for number, passage in enumerate(passages)}
    held = {
        (numbers[one], numbers[other]): verdict
        for (one, other), verdict in verdicts.items()
        if one in numbers and other in numbers
    }
    groups = clustered([passage.article for passage in passages], held)
    return [tuple([passages[number] for number in group]) for group in groups]


def _verdicts(likenesses: Iterable[Likeness], judgements: Iterable[Judgement]) -> dict[Ends, Held]:
    """What holds of each two passages; what a person judged last outranks the program."""
    found: dict[Ends, Held] = {(tie.one, tie.other): (tie.verdict, tie.score) for tie in likenesses}
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


def clustered(articles: Sequence[str], verdicts: Mapping[tuple[int, int], Held]) -> list[list[int]]:
    """Passages put together where they say the same, by their numbers in order; the groups in order.

    `articles` are those of the passages; of two with a verdict the lesser comes first.
    """
    clusters = _Clusters(articles, verdicts)
    joining = [(-score, ends) for ends, (verdict, score) in verdicts.items() if verdict is Verdict.SAME]
    for _, (one, other) in sorted(joining):
        clusters.join(one, other)
    return [sorted(group) for _, group in sorted(clusters.members.items())]


class _Between:
    """What the pairs across two clusters come to: the scores of those alike, how many are apart, how many a person
    judged."""

    __slots__ = ("apart", "judged", "total")

    def __init__(self, total: float = 0.0, apart: int = 0, judged: int = 0) -> None:
        self.total = total
        self.apart = apart
        self.judged = judged


class _Clusters:
    """Passages on their way to groups, each cluster under its least member.

    What lies between two clusters is summed up when they grow, not when they are asked whether they belong together.
    """

    def __init__(self, articles: Sequence[str], verdicts: Mapping[tuple[int, int], Held]) -> None:
        self.members: dict[int, list[int]] = {number: [number] for number in range(len(articles))}
        self._above = list(range(len(articles)))
        self._articles = [{article: 1} for article in articles]
        self._verdicts = verdicts
        self._between: dict[int, dict[int, _Between]] = defaultdict(dict)
        for (one, other), (verdict, score) in verdicts.items():
            apart = verdict in _APART
            between = _Between(0.0 if apart else score, int(apart), int(score == PERSON))
            self._between[one][other] = self._between[other][one] = between

    def join(self, one: int, other: int) -> None:
        """Make one cluster of those of two passages, if they are alike on the whole."""
        first, second = self._above[one], self._above[other]
        if first == second or not self._together(first, second):
            return
        first, second = min(first, second), max(first, second)
        absorbed = self.members.pop(second)
        self.members[first] += absorbed
        for number in absorbed:
            self._above[number] = first
        for article, count in self._articles[second].items():
            self._articles[first][article] = self._articles[first].get(article, 0) + count
        self._widen(first, second)

    def _widen(self, first: int, second: int) -> None:
        mine, theirs = self._between[first], self._between.pop(second)
        mine.pop(second, None)
        for far, between in theirs.items():
            if far == first:
                continue
            held = mine.get(far)
            if held:
                held.total += between.total
                held.apart += between.apart
                held.judged += between.judged
            else:
                mine[far] = self._between[far][first] = between
            del self._between[far][second]

    def _together(self, first: int, second: int) -> bool:
        """Whether two clusters are alike on the whole; a person's word decides by itself."""
        between = self._between[first][second]
        if between.judged:
            return self._judged(first, second) is Verdict.SAME
        here, there = self._articles[first], self._articles[second]
        within = sum(here[article] * there[article] for article in here.keys() & there.keys())
        pairs = len(self.members[first]) * len(self.members[second]) - within
        return pairs > 0 and between.total / pairs >= LEAST_TOGETHER and between.apart / pairs <= MOST_APART

    def _judged(self, first: int, second: int) -> Verdict:
        """What a person said of two clusters' members: of the first pair in the order in which they joined."""
        pairs = ((min(one, other), max(one, other)) for one in self.members[first] for other in self.members[second])
        held = (self._verdicts[ends] for ends in pairs if ends in self._verdicts)
        return next(verdict for verdict, score in held if score == PERSON)
