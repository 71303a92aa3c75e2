"""What is kept of claims, so that one can be shown without tracing all: clauses, what relates them, who prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from firsthand.model.tracing import Claim, Copy, Passage, Stored, Verdict


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage that can be a member of claims, under its id: what a claim is called that it makes alone.

    `group` is the id of the clause that stands for all that say the same, `claim` that of the claim it makes or denies;
    both None for one that is alike to no other.
    """

    id: str
    passage: Passage
    negated: bool
    group: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds of two clauses, by their ids."""

    one: str
    other: str
    verdict: Verdict
    score: float


class Retracing(Stored, Protocol):
    """Stored articles with their claims as far as they were put together. All is called inside one transaction."""

    def untraced(self, most: int) -> Sequence[str]:
        """Articles whose clauses are still to be put together with others."""
        ...

    def traced(self, articles: Iterable[str]) -> None:
        """Strike articles off `untraced`."""
        ...

    def houses(self) -> Mapping[str, str]:
        """The outlets of traced articles: their names by their keys."""
        ...

    def meet(self, key: str, name: str, article: str) -> bool:
        """Know the outlet of an article; whether `houses` changes by it."""
        ...

    def suspect(self, articles: Iterable[str]) -> None:
        """Put articles on `untraced`."""
        ...

    def mentioning(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The compared articles that hold one of the names in whatever case, and their texts."""
        ...

    def credited(self, codes: Iterable[str]) -> Sequence[str]:
        """The copies that are credited to agencies by these short names."""
        ...

    def codes(self) -> Iterable[str]:
        """The short names of agencies that copies credit."""
        ...

    def enter(self, clauses: Iterable[Clause]) -> None:
        """Know clauses; those that are known stay as they are."""
        ...

    def clauses(self, ids: Iterable[str]) -> Sequence[Clause]:
        """The clauses with these ids, as far as they are known."""
        ...

    def clauses_in(self, articles: Iterable[str]) -> Sequence[Clause]:
        """The known clauses of articles."""
        ...

    def members(self, groups: Iterable[str]) -> Sequence[Clause]:
        """The clauses of groups."""
        ...

    def relate(self, articles: Iterable[str], judged: Iterable[Relation]) -> None:
        """Let what comparing showed hold of the clauses of articles, and what people `judged` of them instead."""
        ...

    def relations(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        """The relations of clauses to known ones, `one` being the clause asked for."""
        ...

    def among(self, clauses: Iterable[Clause]) -> Sequence[Relation]:
        """The relations of clauses with each other, each once."""
        ...

    def denials(self, clauses: Iterable[str]) -> Sequence[Relation]:
        """The relations of clauses to known ones that they deny or are denied by, `one` being the clause asked for."""
        ...

    def regroup(self, clauses: Iterable[Clause]) -> None:
        """Change the group and the claim of known clauses to what they say."""
        ...

    def put(self, claims: Iterable[Claim], gone: Iterable[str]) -> None:
        """Keep claims, without what is near them, in place of those of the same ids; drop those that are gone."""
        ...

    def copies_of(self, articles: Iterable[str]) -> Sequence[Copy]:
        """The kept groups of copies with at least one of the articles."""
        ...

    def put_copies(self, groups: Iterable[tuple[Copy, Sequence[str]]]) -> None:
        """Keep groups of copies, each with the short names of agencies that its articles credit, for older ones."""
        ...
