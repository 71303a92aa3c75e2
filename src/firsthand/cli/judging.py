"""`firsthand judge`: what a person holds of two places that the program put together or kept apart."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from firsthand.errors import UsageError
from firsthand.ledger import Keeper, Writer
from firsthand.model import Judgement, Passage, Span, Stored, Verdict
from firsthand.tracing import clauses_of

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)")


def run(ledger: Path, places: tuple[str, str], verdict: Verdict, by: str, reason: str) -> int:
    """Keep what a person judged. Raises UsageError where a place is no member of a claim, LedgerError."""
    if not ledger.exists():
        raise UsageError(f"there is no ledger {ledger}; firsthand add makes one")
    with Writer(ledger) as writer:
        stored = Keeper(writer)
        one, other = sorted(_passage(place, stored) for place in places)
        if one.article == other.article:
            raise UsageError("both places are in one article; a judgement is about two articles")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        stored.judge(Judgement(one, other, verdict, by, now, reason))
    sys.stderr.write(f"firsthand: kept: {verdict.value}, by {by}\n")
    return 0


def _passage(place: str, stored: Stored) -> Passage:
    """The passage at a place, written as the tracing prints it."""
    written = _PLACE.fullmatch(place)
    if not written or int(written["start"]) >= int(written["end"]):
        raise UsageError(f"{place!r} is no place; write ARTICLE:START-END, as firsthand trace prints its members")
    passage = Passage(written["article"], Span(int(written["start"]), int(written["end"])))
    known = clauses_of(stored, passage.article)
    if passage not in known:
        near = next((one for one in known if one.span.overlaps(passage.span)), None)
        hint = f"; the nearest is {near.article}:{near.span.start}-{near.span.end}" if near else ""
        raise UsageError(f"no claim is made at {place}{hint}")
    return passage
