"""The articles at hand with all that a claim is made of: their clauses, their voices, the outlets they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import Any

from firsthand.model import (
    Article,
    Claim,
    ClaimMember,
    Copy,
    CopyKind,
    Findings,
    Passage,
    SharedText,
    Span,
    Stance,
    Support,
)
from firsthand.tracing.alignment import overlaps
from firsthand.tracing.copies import LAST
from firsthand.tracing.first import first_said
from firsthand.tracing.grouping import Groups
from firsthand.tracing.instants import has_time, names_hours, told_at
from firsthand.tracing.newsstand import Newsstand
from firsthand.tracing.origins import Assertion, Copied, Ties, origins
from firsthand.tracing.passing import chains
from firsthand.tracing.sheet import Line, Piece, Sheet
from firsthand.tracing.utterances import SHORTEST, same_time, same_words
from firsthand.tracing.voices import Reader, Voice


class Scope:
    """Articles by id, to which more can be added; what is read of one stays.

    `apart` are members of claims of which a person said that their origins are two.
    """

    def __init__(self, press: Newsstand) -> None:
        self.press = press
        self.apart: frozenset[tuple[Passage, Passage]] = frozenset()
        self.articles: dict[str, Article] = {}
        self.sheets: dict[str, Sheet] = {}
        self._findings: dict[str, Findings] = {}
        self._readers: dict[str, Reader] = {}
        self._voices: dict[str, dict[Span, Voice]] = {}
        self._numbers: dict[str, dict[Span, int]] = {}
        self._instants: dict[str, datetime | None] = {}
        self._of_articles: tuple[dict[str, Any], ...] = (
            self.articles,
            self.sheets,
            self._findings,
            self._readers,
            self._voices,
            self._numbers,
            self._instants,
        )

    def admit(self, findings: Findings, sheet: Sheet) -> None:
        """Have an article at hand; the press must know its house."""
        name = findings.article.id
        self._findings[name], self.articles[name], self.sheets[name] = findings, findings.article, sheet

    def under(self, press: Newsstand, naming: Iterable[str]) -> None:
        """Know other outlets; who speaks is read anew in the articles that name them."""
        press.house.update(self.press.house)
        self.press = press
        for reader in self._readers.values():
            reader.press = press
        for name in naming:
            self._readers.pop(name, None)
            self._voices.pop(name, None)

    def forget(self, most: int) -> None:
        """Have no more than so many articles at hand, those admitted last."""
        for name in list(self.articles)[: max(0, len(self.articles) - most)]:
            for held in self._of_articles:
                held.pop(name, None)

    def clauses_of(self, article: str) -> list[tuple[Passage, bool]]:
        """The clauses of an article at hand, and whether each denies."""
        return [(Passage(article, place.span), place.negated) for place in self.sheets[article].places]

    def claim(
        self, name: str, kept: Iterable[Passage], denied: Iterable[Passage], distinct: tuple[str, ...], copied: CopyTies
    ) -> Claim:
        """The claim that passages make; `denied` are those that deny it."""
        members = [self._assertion(passage) for passage in kept]
        against = [self._assertion(passage, Stance.DENIES) for passage in denied]
        own = {member.passage for member in members}
        apart = frozenset(ends for ends in self.apart if own.issuperset(ends))
        found = origins(members, Ties(copied.copied, self._uttered(members), apart))
        every = sorted([*members, *against], key=lambda m: m.passage)
        passed = chains(every, copied.copied, copied.derived, self.press.names)
        written = {passage.article: self._written(passage.article) for passage in (m.passage for m in members)}
        return Claim(
            name,
            self._text(members),
            tuple(self._member(one, passed[one.passage]) for one in every),
            distinct,
            Support(found),
            first_said(members, found, copied.derived, written),
        )

    def _written(self, article: str) -> str | None:
        published = self.articles[article].published
        return published.value if published else None

    def _text(self, members: list[Assertion]) -> str:
        """The words of the earliest member that says it at some length."""
        long = [m for m in members if len(m.passage.span) >= 30] or members
        first = min(long, key=lambda m: (m.instant, m.passage))
        return " ".join(first.passage.span.of(self.articles[first.passage.article].text).split())

    def _assertion(self, passage: Passage, stance: Stance | None = None) -> Assertion:
        voice, written = self._voice(passage), self._written(passage.article)
        return Assertion(
            passage,
            voice._replace(stance=stance) if stance else voice,
            self.press.house[passage.article],
            self._instant(passage.article) or LAST,
            has_time(written),
            passage.span.start,
        )

    def _instant(self, article: str) -> datetime | None:
        """When an article can have appeared; what it says is still to come happened later."""
        if article not in self._instants:
            text = self.articles[article].text
            lines = self.sheets[article].lines if names_hours(text) else ()
            happened = (line.span.of(text) for line in lines if not line.features.planned)
            self._instants[article] = told_at(self._written(article), happened)
        return self._instants[article]

    def _voice(self, passage: Passage) -> Voice:
        article, span = passage.article, passage.span
        voices = self._voices.setdefault(article, {})
        if span not in voices:
            if article not in self._readers:
                self._readers[article] = Reader(self._findings[article], self.press)
            voices[span] = self._readers[article].voice(self._piece(article, span))
        return voices[span]

    def _piece(self, article: str, span: Span) -> Piece:
        sheet = self.sheets[article]
        if article not in self._numbers:
            self._numbers[article] = {place.span: number for number, place in enumerate(sheet.places)}
        return sheet.pieces[self._numbers[article][span]]

    def _member(self, member: Assertion, chain: tuple[str, ...]) -> ClaimMember:
        words = member.passage.span.of(self.articles[member.passage.article].text)
        return ClaimMember(member.passage, words, member.voice.stance, chain)

    def _uttered(self, members: Sequence[Assertion]) -> frozenset[tuple[Passage, Passage]]:
        """The members that stand in quotations of the same words, two by two."""
        quoted = [(member.passage, line) for member in members for line in self._quoted(member.passage)]
        if len(quoted) < 2:
            return frozenset()
        bags = [line.features.terms for _, line in quoted]
        alike = overlaps(bags, bags)
        groups: Groups[Passage] = Groups()
        for (row, (here, one)), (column, (there, other)) in combinations(enumerate(quoted), 2):
            if here.article == there.article or not self._same_time(here.article, there.article):
                continue
            if same_words(one, other, float(alike[row, column])):
                groups.join(Passage(here.article, one.span), Passage(there.article, other.span))
        said: dict[Passage, list[Passage]] = {}
        for passage, line in quoted:
            said.setdefault(groups.of(Passage(passage.article, line.span)), []).append(passage)
        return frozenset(
            (min(one, other), max(one, other))
            for inside in said.values()
            if len({passage.article for passage in inside}) > 1
            for one, other in combinations(inside, 2)
            if one != other
        )

    def _quoted(self, passage: Passage) -> list[Line]:
        lines = self.sheets[passage.article].quoted
        return [line for line in lines if len(line.words) >= SHORTEST and line.span.overlaps(passage.span)]

    def _same_time(self, one: str, other: str) -> bool:
        return same_time(self.sheets[one], self.sheets[other])


class CopyTies:
    """What copies tell of a claim's members: which are one text, and which article takes its text from which."""

    def __init__(self, shared: Iterable[SharedText], groups: Iterable[Copy]) -> None:
        self._passages = {(tie.one, tie.other): tie.passages for tie in shared}
        groups = list(groups)
        self._partial = {m.article for group in groups for m in group.members if m.kind is CopyKind.PARTIAL}
        self.derived: Mapping[str, str] = {
            member.article: group.original
            for group in groups
            for member in group.members
            if group.original and member.article != group.original
        }

    @property
    def copied(self) -> Copied:
        return self._copied

    def _copied(self, one: Passage, other: Passage) -> bool:
        """Whether two passages are one text: of articles that are copies as a whole, or inside what they share."""
        held = self._passages.get((one.article, other.article))
        if held is None:
            return False
        if not {one.article, other.article} & self._partial:
            return True
        return any(mine.overlaps(one.span) or theirs.overlaps(other.span) for mine, theirs, _ in held)
