"""Stored articles without a database: for tests, and for a few articles traced on the spot."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.model import Compared, Findings, Holder, Imprint, Judgement, Likeness, Owned, SharedText


class InMemory:
    """Fulfils `Keeping` with plain dictionaries."""

    def __init__(self, owners: Iterable[Owned] = ()) -> None:
        self._owners = sorted(owners)
        self._findings: dict[str, Findings] = {}
        self._compared: dict[str, Compared] = {}
        self._holders: dict[int, list[Holder]] = {}
        self._names: list[str] = []
        self._shared: dict[str, list[SharedText]] = {}
        self._likenesses: dict[str, list[Likeness]] = {}
        self._judgements: list[Judgement] = []

    def articles(self) -> Iterator[str]:
        return iter(self._findings)

    def findings(self, articles: Iterable[str]) -> Iterator[Findings]:
        return (self._findings[article] for article in articles)

    def imprints(self, articles: Iterable[str]) -> Iterator[Imprint]:
        return (self._compared[article].imprint for article in articles)

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        return {key: self._holders[key][:most] for key in keys if key in self._holders}

    def named(self, holders: Iterable[Holder]) -> Iterator[str]:
        return (self._names[number] for _, number in holders)

    def shared(self, articles: Iterable[str] | None = None) -> Iterator[SharedText]:
        wanted = self._findings if articles is None else dict.fromkeys(articles)
        return iter({(tie.one, tie.other): tie for name in wanted for tie in self._shared.get(name, ())}.values())

    def likenesses(self, articles: Iterable[str] | None = None) -> Iterator[Likeness]:
        wanted = self._findings if articles is None else dict.fromkeys(articles)
        return iter({(tie.one, tie.other): tie for name in wanted for tie in self._likenesses.get(name, ())}.values())

    def judgements(self) -> Iterator[Judgement]:
        return iter(self._judgements)

    def owners(self) -> Sequence[Owned]:
        return self._owners

    def keep(self, findings: Findings, compared: Compared) -> None:
        name = findings.article.id
        self._findings[name] = findings
        self._compared[name] = compared
        for key in compared.imprint.keys:
            insort(self._holders.setdefault(key, []), (compared.imprint.precedence, len(self._names)))
        self._names.append(name)
        for shared in compared.shared:
            for end in (shared.one, shared.other):
                self._shared.setdefault(end, []).append(shared)
        for likeness in compared.likenesses:
            for passage in (likeness.one, likeness.other):
                self._likenesses.setdefault(passage.article, []).append(likeness)

    def judge(self, judgement: Judgement) -> None:
        self._judgements.append(judgement)
