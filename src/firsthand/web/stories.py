"""The same story elsewhere: which articles share text with one, or make or deny the same claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import Claim, Copy, CopyKind, Entry, Stance
from firsthand.web.room import rendered, room

MOST = 60
"""Articles that are shown, those that have most in common first."""
MOST_CLAIMS = 4
"""Claims in common that are written out for each."""
COPIED = {
    CopyKind.ORIGINAL: "the text that was copied",
    CopyKind.VERBATIM: "the same text word for word",
    CopyKind.SHORTENED: "the same text, shortened",
    CopyKind.PARTIAL: "shares passages of the text",
    CopyKind.REWRITE: "the same text, rewritten",
    CopyKind.TRANSLATION: "the same text, translated anew",
}
"""What an article is to others that share its text."""


@dataclass(slots=True)
class Shared:
    """What an article has in common with another: how its text is copied, which claims it makes or denies too."""

    article: str
    copied: CopyKind | None = None
    claims: list[Claim] = field(default_factory=list)
    opposed: set[str] = field(default_factory=set)

    @property
    def words(self) -> str:
        """How the text is copied, in words."""
        return COPIED[self.copied] if self.copied else ""


def story(request: Request) -> Response:
    """The articles that tell what one tells, each with what says so."""
    catalogue, docket, name = room(request).catalogue, room(request).docket, request.path_params["id"]
    with catalogue.snapshot():
        entry = catalogue.entry(name)
        if entry is None:
            raise HTTPException(404)
        claims = docket.held({clause.claim for clause in docket.clauses_in([name]) if clause.claim})
        copies = docket.copies_of([name])
        found = shared(name, claims, copies)
        heads = catalogue.heads(one.article for one in found[:MOST])
        waiting = docket.waiting()
    own = next((member.kind for copy in copies for member in copy.members if member.article == name), None)
    return rendered(
        request,
        "story.html",
        entry=entry,
        own=COPIED[own] if own else "",
        found=[(heads[one.article], one) for one in found[:MOST] if one.article in heads],
        more=max(0, len(found) - MOST),
        outlets=_outlets(heads.values()),
        most_claims=MOST_CLAIMS,
        waiting=waiting,
    )


def shared(article: str, claims: Iterable[Claim], copies: Iterable[Copy]) -> list[Shared]:
    """What other articles have in common with one: copies first, then whoever shares most claims."""
    found: defaultdict[str, Shared] = defaultdict(lambda: Shared(""))
    for copy in copies:
        for member in copy.members:
            if member.article != article:
                found[member.article].copied = member.kind
    for claim in claims:
        stances: defaultdict[str, set[bool]] = defaultdict(set)
        for told in claim.members:
            stances[told.passage.article].add(told.stance is Stance.DENIES)
        for other in stances.keys() - {article}:
            found[other].claims.append(claim)
            if not stances[other] & stances[article]:
                found[other].opposed.add(claim.id)
    for name, one in found.items():
        one.article = name
        one.claims.sort(key=lambda claim: (claim.id not in one.opposed, -claim.support.independent, claim.id))
    return sorted(found.values(), key=lambda one: (one.copied is None, -len(one.claims), one.article))


def _outlets(heads: Iterable[Entry]) -> int:
    return len({(entry.outlet.domain or entry.outlet.name) for entry in heads if entry.outlet})
