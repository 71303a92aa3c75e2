"""`firsthand trace`: who stands behind what many articles claim."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from firsthand.cli.printing import put
from firsthand.cli.report import FAINT, HEAD, SOURCE, WIDEST
from firsthand.cli.terminal import safe
from firsthand.errors import UsageError
from firsthand.export.tracing import as_tracing_record
from firsthand.ledger import Catalogue, Traces
from firsthand.model import Claim, ClaimMember, Query, Slice, Stance, Tracing
from firsthand.tracing import trace

MOST = 200
"""So many articles that hold the words are traced from."""


def run(ledger: Path, asked: str, form: str) -> int:
    """Print the tracing of a ledger: all of it, or the claims with that id or those words. Raises LedgerError."""
    with Catalogue.open(ledger) as catalogue, catalogue.snapshot():
        stored = Traces(catalogue)
        tracing = trace(stored) if not asked or _is_id(asked) else _by_words(catalogue, stored, asked)
        tracing = _chosen(tracing, asked)
        wanted = {place.article for spoken in tracing.utterances for place in spoken.passages}
        texts = {found.article.id: found.article.text for found in stored.findings(sorted(wanted))}
    if form == "text":
        _report(tracing)
    else:
        put(as_tracing_record(tracing, texts), 2 if form == "json" else None)
    return 0


def _is_id(asked: str) -> bool:
    return asked.startswith("c") and len(asked) == 13 and all(digit in "0123456789abcdef" for digit in asked[1:])


def _by_words(catalogue: Catalogue, stored: Traces, words: str) -> Tracing:
    found = catalogue.texts(Query(words), Slice(MOST)).found
    compared = set(stored.articles())
    articles = [excerpt.entry.id for excerpt in found if excerpt.entry.id in compared]
    return trace(stored, articles) if articles else Tracing()


def _chosen(tracing: Tracing, asked: str) -> Tracing:
    """The claims that were asked for, without the rest; all where nothing was."""
    if not asked:
        return tracing
    if _is_id(asked):
        claims = tuple(claim for claim in tracing.claims if claim.id == asked)
        if not claims:
            raise UsageError(f"no claim has the id {asked}; firsthand trace --all lists them")
        return Tracing(claims=claims)
    words = [word.strip('"').casefold() for word in asked.split()]
    claims = tuple(claim for claim in tracing.claims if _holds(claim, words))
    return Tracing(claims=claims)


def _holds(claim: Claim, words: Sequence[str]) -> bool:
    every = " ".join([claim.text, *(member.text for member in claim.members)]).casefold()
    return all(word in every for word in words)


def _report(tracing: Tracing) -> None:
    page = Console(highlight=False, width=None if sys.stdout.isatty() else WIDEST, emoji=False)
    width = min(page.width, WIDEST)
    if not tracing.claims:
        page.print(Text("No claim was found.", style=FAINT), width=width)
    for claim in sorted(tracing.claims, key=lambda claim: (-claim.support.independent, claim.id)):
        for line in _claim(claim):
            page.print(line, width=width)
        page.print()


def _claim(claim: Claim) -> list[RenderableType]:
    count = claim.support.independent
    shown: list[RenderableType] = [
        Text(safe(" ".join(claim.text.split())), style=HEAD),
        Text(f"{claim.id}  {count} independent origin{'' if count == 1 else 's'}", style=FAINT),
    ]
    for origin in claim.support.origins:
        articles = ", ".join(safe(article) for article in origin.articles)
        shown.append(Text(f"  {safe(origin.name)}", style=SOURCE) + Text(f"  in {articles}", style=FAINT))
        shown += [Text(f"    counted once: {safe(reason)}", style=FAINT) for reason in origin.reasons]
    shown += [_member(member) for member in claim.members]
    if first := claim.first_said:
        sure = "" if first.certain else ", uncertain"
        when = f", {first.datetime}" if first.datetime else ""
        shown.append(Text(f"  first said by {safe(first.origin)} in {safe(first.article)}{when}{sure}"))
    if claim.distinct_from:
        shown.append(Text(f"  near, but different: {', '.join(claim.distinct_from)}", style=FAINT))
    return shown


def _member(member: ClaimMember) -> Text:
    """Who passed it on to whom, and the place as `firsthand judge` takes it."""
    chain = " → ".join(safe(name) for name in member.chain)
    place = f"{safe(member.passage.article)}:{member.passage.span.start}-{member.passage.span.end}"
    style = FAINT if member.stance is Stance.ASSERTS else "red"
    return Text(f"  {member.stance.value}: {chain}  at {place}", style=style)
