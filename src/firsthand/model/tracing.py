"""What many articles show together: shared text, the same words, the same claim, and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from firsthand.model.findings import Findings
from firsthand.model.owners import Owned
from firsthand.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words in an article: its id, and where they stand in its text."""

    article: str
    span: Span

    def __hash__(self) -> int:
        # Claims ask for it by the million; that of a span would be a call more.
        return hash((self.article, self.span.start, self.span.end))


# What is kept of each article, and of each two articles that were compared.


@dataclass(frozen=True, slots=True)
class Imprint:
    """What tracing keeps of one article, so that it can be compared without being read again.

    `keys` are signed 64-bit numbers, ascending, under which the article is found; they mean the same on every machine
    and in every release with the same `version`. `precedence` is a fixed random-looking 64-bit number of the article's
    id. `packed` is read by tracing alone.
    """

    article: str
    precedence: int
    keys: tuple[int, ...]
    packed: bytes
    version: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two articles that share text, `one` < `other` by id: the passages that answer each other, and how closely.

    `closeness` in 0..1 of each pair of passages: 1 is the same words.
    """

    one: str
    other: str
    passages: tuple[tuple[Span, Span, float], ...]


class Verdict(StrEnum):
    """How two assertions stand to each other; that they stem from independent origins only a person can say."""

    SAME = "same"
    DENIES = "denies"
    NEAR = "near"
    DIFFERENT = "different"
    UNSURE = "unsure"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two assertions of different articles, `one` < `other`: what the program holds of them, how surely, and why."""

    one: Passage
    other: Passage
    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person holds of two assertions; it outranks the program's view, and the latest of a pair counts.

    `at` is an ISO 8601 instant in UTC. Judgements are added, never changed: the earlier ones stay to be seen.
    """

    one: Passage
    other: Passage
    verdict: Verdict
    by: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One article against all that were there before it: what the ledger keeps, in the article's own transaction.

    `met` are the articles that it is compared with, now or before, by id.
    """

    imprint: Imprint
    shared: tuple[SharedText, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    met: frozenset[str] = frozenset()


Holder: TypeAlias = tuple[int, int]
"""Who holds a key: the precedence of an article, and its number among those that are stored with it."""


class Stored(Protocol):
    """The stored articles as tracing asks for them; ids are those of `Article.id`."""

    def articles(self) -> Iterator[str]:
        """The ids of all articles that were compared, in any order."""
        ...

    def findings(self, articles: Iterable[str]) -> Iterator[Findings]:
        """The articles in any order, with their heads, texts, actors and statements at least.

        Blocks, mentions, evidence and whatever else tracing does not ask may be left out.
        """
        ...

    def imprints(self, articles: Iterable[str]) -> Iterator[Imprint]:
        """The imprints of the articles, in any order."""
        ...

    def holders(self, keys: Sequence[int], most: int) -> Mapping[int, Sequence[Holder]]:
        """For each key that is held: the articles whose imprints hold it, by precedence, at most `most`."""
        ...

    def named(self, holders: Iterable[Holder]) -> Iterator[str]:
        """The ids of holders, in their order."""
        ...

    def shared(self, articles: Iterable[str] | None = None) -> Iterator[SharedText]:
        """What was kept of shared text with at least one of the articles, or all of it; each once."""
        ...

    def likenesses(self, articles: Iterable[str] | None = None) -> Iterator[Likeness]:
        """What was kept of likenesses with at least one of the articles, or all of them; each once."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """What people judged, in the order in which they did."""
        ...

    def owners(self) -> Sequence[Owned]:
        """What the user says of the owners of outlets, in the order of the outlets."""
        ...


class Keeping(Stored, Protocol):
    """Stored articles to which can be added."""

    def keep(self, findings: Findings, compared: Compared) -> None:
        """Add an article and what comparing it showed, all or nothing."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Add what a person judged."""
        ...


# What is shown.


class CopyKind(StrEnum):
    """How much of the original an article took over, and in which words."""

    ORIGINAL = "original"
    VERBATIM = "verbatim"
    SHORTENED = "shortened"
    PARTIAL = "partial"
    REWRITE = "rewrite"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class CopyMember:
    """An article among copies, and its passages that others have as well; `reasons` say why it is held a copy."""

    article: str
    kind: CopyKind
    passages: tuple[Span, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Articles that go back to one text; `original` is None where that text is none of them.

    `credited` is whom they credit for it.
    """

    members: tuple[CopyMember, ...]
    original: str | None
    credited: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words said once, and every place that quotes them."""

    passages: tuple[Passage, ...]
    speaker: str | None = None


class Stance(StrEnum):
    """What the voice that is reported does with a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    HEDGES = "hedges"


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """A place where a claim is made or denied; `chain` names the origin, then each relay, then the outlet."""

    passage: Passage
    text: str
    stance: Stance
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin of a claim: the articles that go back to it, and why they count once."""

    name: str
    reasons: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """The origins of a claim that are independent of one another."""

    origins: tuple[Origin, ...] = ()

    @property
    def independent(self) -> int:
        return len(self.origins)


@dataclass(frozen=True, slots=True)
class FirstSaid:
    """The earliest article with the claim, the origin behind it, when; not `certain` where it may have come earlier."""

    origin: str
    article: str
    datetime: str | None
    certain: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same thing, those that deny it, and the claims that come near but differ."""

    id: str
    text: str
    members: tuple[ClaimMember, ...]
    distinct_from: tuple[str, ...]
    support: Support
    first_said: FirstSaid | None


@dataclass(frozen=True, slots=True)
class Tracing:
    """All that was traced among some articles."""

    copies: tuple[Copy, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[Claim, ...] = ()
