"""`firsthand trace`: who stands behind what many articles claim."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from firsthand.cli.claims import claim_lines
from firsthand.cli.pace import Pace
from firsthand.cli.printing import put
from firsthand.cli.report import FAINT, WIDEST
from firsthand.errors import LedgerError, UsageError
from firsthand.export.tracing import as_tracing_record
from firsthand.filing import put_together
from firsthand.ledger import Catalogue, Docket, Writer
from firsthand.model import Claim, Query, Slice, Tracing
from firsthand.tracing import alone, trace

MOST = 200
"""So many claims about some words are shown."""

MOST_READ = 40
"""In so many articles that hold the words, claims are looked for that no other article makes."""


def run(ledger: Path, asked: str, form: str) -> int:
    """Print the tracing of a ledger: all of it, or the claims with that id or those words. Raises LedgerError."""
    if asked:
        gather(ledger)
    with Catalogue.open(ledger) as catalogue, catalogue.snapshot():
        docket = Docket(catalogue)
        if not asked:
            tracing = trace(docket)
        else:
            claims = (_named(docket, asked),) if _is_id(asked) else tuple(_by_words(catalogue, docket, asked))
            told = {member.passage.article for claim in claims for member in claim.members}
            tracing = Tracing(copies=tuple(docket.copies_of(told)), claims=claims)
        worded = {claim.id: claim.text for claim in tracing.claims}
        beside = {other for claim in tracing.claims for other in claim.distinct_from} - worded.keys()
        worded.update((other, near.text) for other in beside if (near := docket.claim(other)))
        wanted = {place.article for spoken in tracing.utterances for place in spoken.passages}
        texts = {found.article.id: found.article.text for found in docket.findings(sorted(wanted))}
    if form == "text":
        _report(tracing, worded)
    else:
        put(as_tracing_record(tracing, texts), 2 if form == "json" else None)
    return 0


def gather(ledger: Path) -> None:
    """Put together the claims of articles added since the last time; where the ledger may not be written, leave it."""
    with Catalogue.open(ledger) as catalogue:
        waiting = Docket(catalogue).waiting()
    if not waiting:
        return
    notices = Console(stderr=True, highlight=False)
    try:
        with Writer(ledger) as writer, Pace(notices, waiting, "tracing") as pace:

            def report(done: int) -> None:
                for _ in range(done):
                    pace.step()

            put_together(writer, report)
    except LedgerError as error:
        notices.print(f"firsthand: {waiting:,} articles are not traced yet: {error.problem}", style=FAINT)


def _is_id(asked: str) -> bool:
    return asked.startswith("c") and len(asked) == 13 and all(digit in "0123456789abcdef" for digit in asked[1:])


def _named(docket: Docket, name: str) -> Claim:
    if found := docket.claim(name):
        return found
    clause = docket.clause(name)
    found = alone(docket, docket.houses(), clause.passage.article, name) if clause else None
    if found is None:
        raise UsageError(f"no claim has the id {name}; firsthand trace --all lists them")
    return found


def _by_words(catalogue: Catalogue, docket: Docket, words: str) -> Iterator[Claim]:
    """Claims made in several places, then those of the newest articles that nobody else makes."""
    found = docket.claims(words, Slice(MOST)).found
    yield from found
    shown = {claim.id for claim in found}
    houses = docket.houses()
    wanted = [word.strip('"*').casefold() for word in words.split() if not word.startswith("-")]
    for excerpt in catalogue.texts(Query(words), Slice(MOST_READ)).found:
        for clause in docket.clauses_in([excerpt.entry.id]):
            said = clause.passage.span.of(excerpt.text).casefold()
            if not all(word in said for word in wanted):
                continue
            if (clause.claim or clause.id) not in shown:
                shown.add(clause.claim or clause.id)
                kept = docket.claim(clause.claim) if clause.claim else None
                if claim := kept or alone(docket, houses, excerpt.entry.id, clause.id):
                    yield claim


def _report(tracing: Tracing, worded: Mapping[str, str]) -> None:
    page = Console(highlight=False, width=None if sys.stdout.isatty() else WIDEST, emoji=False)
    width = min(page.width, WIDEST)
    if not tracing.claims:
        page.print(Text("No claim was found.", style=FAINT), width=width)
    for claim in _ranked(tracing.claims):
        told = {member.passage.article for member in claim.members}
        copies = [group for group in tracing.copies if len(told & {member.article for member in group.members}) > 1]
        for line in claim_lines(claim, worded, copies):
            page.print(line, width=width)
        page.print()


def _ranked(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (-claim.support.independent, -len(claim.members), claim.id))
