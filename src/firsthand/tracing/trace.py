"""Everything that stored articles show together, derived anew from what was kept of each and of each two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from firsthand.model import (
    Article,
    Claim,
    ClaimMember,
    Copy,
    CopyKind,
    Findings,
    Judgement,
    Likeness,
    Passage,
    SharedText,
    Stance,
    Stored,
    Support,
    Tracing,
    Utterance,
)
from firsthand.tracing.claims import Gathered, gather
from firsthand.tracing.copies import LAST, copies
from firsthand.tracing.first import first_said
from firsthand.tracing.instants import has_time, instant
from firsthand.tracing.origins import Assertion, Copied, Ties, origins
from firsthand.tracing.press import Press
from firsthand.tracing.sheet import Piece, Sheet, precedence, unpacked
from firsthand.tracing.utterances import utterances
from firsthand.tracing.voices import Reader, Voice


def trace(stored: Stored, articles: Iterable[str] | None = None, owners: Mapping[str, str] | None = None) -> Tracing:
    """The tracing of all stored articles, or of some and whatever is tied to them.

    `owners` names the owners of outlets by domain or name, beside those that are known.
    """
    wanted = sorted(stored.articles() if articles is None else reach(stored, articles))
    shared = sorted(stored.shared(wanted), key=lambda tie: (tie.one, tie.other))
    likenesses = sorted(stored.likenesses(wanted), key=lambda tie: (tie.one, tie.other))
    return _Scope(stored, wanted, owners).tracing(shared, likenesses, tuple(stored.judgements()))


def reach(stored: Stored, articles: Iterable[str]) -> set[str]:
    """The articles and all that are tied to them by shared text or alike clauses, step by step."""
    seen = set(articles)
    fresh = set(seen)
    while fresh:
        ends = {end for tie in stored.shared(fresh) for end in (tie.one, tie.other)}
        ends |= {passage.article for tie in stored.likenesses(fresh) for passage in (tie.one, tie.other)}
        fresh = ends - seen
        seen |= fresh
    return seen


def claim_id(passage: Passage) -> str:
    """The name of a claim by one of its passages."""
    written = f"{passage.article}\n{passage.span.start}\n{passage.span.end}"
    return "c" + blake2b(written.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def clauses_of(stored: Stored, article: str) -> tuple[Passage, ...]:
    """The clauses of a stored article that can be members of claims."""
    sheets = (unpacked(imprint.packed) for imprint in stored.imprints([article]))
    return tuple(Passage(article, piece.span) for sheet in sheets for piece in sheet.pieces)


class _Scope:
    """The articles that are traced together."""

    def __init__(self, stored: Stored, wanted: list[str], owners: Mapping[str, str] | None) -> None:
        self.findings: dict[str, Findings] = {found.article.id: found for found in stored.findings(wanted)}
        self.articles: dict[str, Article] = {name: found.article for name, found in self.findings.items()}
        self.sheets: dict[str, Sheet] = {
            imprint.article: unpacked(imprint.packed) for imprint in stored.imprints(wanted)
        }
        self.press = Press(self.articles.values(), owners)
        self.readers: dict[str, Reader] = {}
        self.pieces: dict[Passage, Piece] = {
            Passage(name, piece.span): piece for name, sheet in self.sheets.items() for piece in sheet.pieces
        }

    def tracing(
        self, shared: list[SharedText], likenesses: list[Likeness], judgements: tuple[Judgement, ...]
    ) -> Tracing:
        groups = copies(shared, self.articles, self.press)
        near = {(tie.one.article, tie.other.article) for tie in likenesses} | {(tie.one, tie.other) for tie in shared}
        said = utterances(self.sheets, sorted(near))
        denying = frozenset(passage for passage, piece in self.pieces.items() if piece.features.negated)
        judged = [one for one in judgements if one.one in self.pieces and one.other in self.pieces]
        gathered = gather(self.pieces, likenesses, judged, denying)
        ties = Ties(_copied(shared, groups), self._uttered(said))
        return Tracing(groups, said, tuple(self._claims(gathered, ties, _derived(groups))))

    def _uttered(self, said: Iterable[Utterance]) -> frozenset[tuple[Passage, Passage]]:
        """Clauses that lie in quotations of one utterance."""
        found: set[tuple[Passage, Passage]] = set()
        for utterance in said:
            if len(utterance.passages) < 2:
                continue
            inside = [
                Passage(place.article, piece.span)
                for place in utterance.passages
                for piece in self.sheets[place.article].pieces
                if place.span.overlaps(piece.span)
            ]
            found |= {(one, other) for one in inside for other in inside if one < other}
        return frozenset(found)

    def _claims(self, gathered: Gathered, ties: Ties, derived: Mapping[str, str]) -> Iterable[Claim]:
        denials: dict[int, list[Passage]] = {}
        for passage, number in sorted(gathered.denials.items()):
            denials.setdefault(number, []).append(passage)
        moved = set(gathered.denials)
        names = [_named(group) for group in gathered.groups]
        near: dict[int, set[int]] = {}
        for one, other in gathered.near:
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
        for number, group in enumerate(gathered.groups):
            kept = [passage for passage in group if passage not in moved]
            if not kept:
                continue
            distinct = tuple(
                sorted(names[other] for other in near.get(number, ()) if not set(gathered.groups[other]) <= moved)
            )
            yield self._claim(names[number], kept, denials.get(number, []), distinct, (ties, derived))

    def _claim(
        self,
        name: str,
        kept: list[Passage],
        denied: list[Passage],
        distinct: tuple[str, ...],
        context: tuple[Ties, Mapping[str, str]],
    ) -> Claim:
        ties, derived = context
        members = [self._assertion(passage) for passage in kept]
        against = [self._assertion(passage, Stance.DENIES) for passage in denied]
        found = origins(members, ties)
        published = {
            article: self.articles[article].published.value if self.articles[article].published else None  # type: ignore[union-attr]
            for article in {passage.article for passage in kept}
        }
        return Claim(
            name,
            self._text(members),
            tuple(self._member(one) for one in sorted([*members, *against], key=lambda m: m.passage)),
            distinct,
            Support(found),
            first_said(members, found, derived, published),
        )

    def _text(self, members: list[Assertion]) -> str:
        """The words of the earliest member that says it at some length."""
        long = [m for m in members if len(m.passage.span) >= 30] or members
        first = min(long, key=lambda m: (m.instant, m.passage))
        return " ".join(first.passage.span.of(self.articles[first.passage.article].text).split())

    def _assertion(self, passage: Passage, stance: Stance | None = None) -> Assertion:
        article = self.articles[passage.article]
        voice = self._voice(passage)
        written = article.published.value if article.published else None
        return Assertion(
            passage,
            voice._replace(stance=stance) if stance else voice,
            self.press.house[article.id],
            instant(written) or LAST,
            has_time(written),
            passage.span.start,
        )

    def _voice(self, passage: Passage) -> Voice:
        if passage.article not in self.readers:
            self.readers[passage.article] = Reader(self.findings[passage.article], self.press)
        return self.readers[passage.article].voice(self.pieces[passage])

    def _member(self, member: Assertion) -> ClaimMember:
        words = member.passage.span.of(self.articles[member.passage.article].text)
        relays = [self.press.names.get(relay, relay) for relay in member.voice.relays]
        chain = dict.fromkeys([*([member.voice.name] if member.voice.name else []), *relays, member.house.name])
        return ClaimMember(member.passage, words, member.voice.stance, tuple(chain))


def _copied(shared: Iterable[SharedText], groups: Iterable[Copy]) -> Copied:
    """Whether two passages are one text: of articles that are copies as a whole, or inside what they share."""
    passages = {(tie.one, tie.other): ([p[0] for p in tie.passages], [p[1] for p in tie.passages]) for tie in shared}
    partial = {member.article for group in groups for member in group.members if member.kind is CopyKind.PARTIAL}

    def copied(one: Passage, other: Passage) -> bool:
        held = passages.get((one.article, other.article))
        if held is None:
            return False
        if not {one.article, other.article} & partial:
            return True
        return any(span.overlaps(one.span) for span in held[0]) or any(span.overlaps(other.span) for span in held[1])

    return copied


def _named(group: Iterable[Passage]) -> str:
    """A claim is called by the passage whose article comes first by precedence, so additions seldom rename it."""
    return claim_id(min(group, key=lambda passage: (precedence(passage.article), passage)))


def _derived(groups: Iterable[Copy]) -> dict[str, str]:
    """For each copy the article it goes back to."""
    return {
        member.article: group.original
        for group in groups
        for member in group.members
        if group.original and member.article != group.original
    }
