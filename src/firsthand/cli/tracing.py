"""`firsthand trace`: who stands behind what many articles claim."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from firsthand.cli.claims import claim_lines
from firsthand.cli.printing import put
from firsthand.cli.report import FAINT, WIDEST
from firsthand.errors import UsageError
from firsthand.export.tracing import as_tracing_record
from firsthand.ledger import Catalogue, Traces
from firsthand.model import Claim, Query, Slice, Tracing
from firsthand.tracing import trace

MOST = 200
"""So many articles that hold the words are traced from."""


def run(ledger: Path, asked: str, form: str) -> int:
    """Print the tracing of a ledger: all of it, or the claims with that id or those words. Raises LedgerError."""
    with Catalogue.open(ledger) as catalogue, catalogue.snapshot():
        stored = Traces(catalogue)
        tracing = trace(stored) if not asked or _is_id(asked) else _by_words(catalogue, stored, asked)
        worded = {claim.id: claim.text for claim in tracing.claims}
        tracing = _chosen(tracing, asked)
        wanted = {place.article for spoken in tracing.utterances for place in spoken.passages}
        texts = {found.article.id: found.article.text for found in stored.findings(sorted(wanted))}
    if form == "text":
        _report(tracing, worded)
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
        return _about(tracing, claims)
    words = [word.strip('"').casefold() for word in asked.split()]
    claims = tuple(claim for claim in tracing.claims if _holds(claim, words))
    return _about(tracing, claims)


def _about(tracing: Tracing, claims: tuple[Claim, ...]) -> Tracing:
    """Some claims, and the copies among the articles that make them."""
    told = {member.passage.article for claim in claims for member in claim.members}
    copies = tuple(group for group in tracing.copies if told & {member.article for member in group.members})
    return Tracing(copies=copies, claims=claims)


def _holds(claim: Claim, words: Sequence[str]) -> bool:
    every = " ".join([claim.text, *(member.text for member in claim.members)]).casefold()
    return all(word in every for word in words)


def _report(tracing: Tracing, worded: Mapping[str, str]) -> None:
    page = Console(highlight=False, width=None if sys.stdout.isatty() else WIDEST, emoji=False)
    width = min(page.width, WIDEST)
    if not tracing.claims:
        page.print(Text("No claim was found.", style=FAINT), width=width)
    for claim in sorted(tracing.claims, key=lambda claim: (-claim.support.independent, -len(claim.members), claim.id)):
        told = {member.passage.article for member in claim.members}
        copies = [group for group in tracing.copies if len(told & {member.article for member in group.members}) > 1]
        for line in claim_lines(claim, worded, copies):
            page.print(line, width=width)
        page.print()
