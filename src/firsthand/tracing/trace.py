"""Everything that stored articles show together, derived anew from what was kept of each and of each two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from firsthand.model import Claim, Passage, Stored, Tracing
from firsthand.tracing.claims import Gathered, gather, kept_apart
from firsthand.tracing.copies import copies
from firsthand.tracing.newsstand import Newsstand
from firsthand.tracing.owners import Owners
from firsthand.tracing.scope import CopyTies, Scope
from firsthand.tracing.sheet import precedence, unpacked
from firsthand.tracing.utterances import utterances


def trace(stored: Stored) -> Tracing:
    """The tracing of all stored articles."""
    articles = sorted(stored.articles())
    sheets = {imprint.article: unpacked(imprint) for imprint in stored.imprints(articles)}
    findings = list(stored.findings(articles))
    scope = Scope(Newsstand.of((found.article for found in findings), Owners(stored.owners())))
    for found in findings:
        scope.admit(found, sheets[found.article.id])
    shared = sorted(stored.shared(), key=lambda tie: (tie.one, tie.other))
    likenesses = sorted(stored.likenesses(), key=lambda tie: (tie.one, tie.other))
    groups = copies(shared, scope.articles, scope.press)
    near = {(tie.one.article, tie.other.article) for tie in likenesses} | {(tie.one, tie.other) for tie in shared}
    said = utterances(scope.sheets, sorted(near))
    clauses = {passage: negated for name in articles for passage, negated in scope.clauses_of(name)}
    denying = frozenset(passage for passage, negated in clauses.items() if negated)
    judged = [one for one in stored.judgements() if one.one in clauses and one.other in clauses]
    scope.apart = kept_apart(judged)
    gathered = gather(clauses, likenesses, judged, denying)
    return Tracing(groups, said, tuple(_claims(gathered, scope, CopyTies(shared, groups))))


def claim_id(passage: Passage) -> str:
    """The name of a claim by one of its passages."""
    written = f"{passage.article}\n{passage.span.start}\n{passage.span.end}"
    return "c" + blake2b(written.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def clauses_of(stored: Stored, article: str) -> tuple[Passage, ...]:
    """The clauses of a stored article that can be members of claims."""
    sheets = (unpacked(imprint) for imprint in stored.imprints([article]))
    return tuple(Passage(article, place.span) for sheet in sheets for place in sheet.places)


def head_of(group: Iterable[Passage]) -> Passage:
    """The passage that a claim is called by: the first by precedence of its article, so additions seldom rename it."""
    return min(group, key=lambda passage: (precedence(passage.article), passage))


def _claims(gathered: Gathered, scope: Scope, copied: CopyTies) -> Iterator[Claim]:
    denials: dict[int, list[Passage]] = {}
    for passage, number in sorted(gathered.denials.items()):
        denials.setdefault(number, []).append(passage)
    moved = set(gathered.denials)
    names = [claim_id(head_of(group)) for group in gathered.groups]
    near: dict[int, set[int]] = {}
    for one, other in gathered.near:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    for number, group in enumerate(gathered.groups):
        kept = [passage for passage in group if passage not in moved]
        if not kept:
            continue
        distinct = sorted(names[other] for other in near.get(number, ()) if not set(gathered.groups[other]) <= moved)
        yield scope.claim(names[number], kept, denials.get(number, []), tuple(distinct), copied)
