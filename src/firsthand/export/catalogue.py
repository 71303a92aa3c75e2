"""The JSON of what is found in a ledger, and of what became of inputs; `docs/json.md` describes it."""

from __future__ import annotations

from typing import TypeAlias

from firsthand.export.contract import FORMAT, InText, Json, Record
from firsthand.model import Entry, Excerpt, Filed, Happening, Listing, Said, Transfer, Voice

Result: TypeAlias = Said | Excerpt | Transfer | Happening


def as_listing(name: str, listing: Listing[Said] | Listing[Excerpt] | Listing[Transfer] | Listing[Happening]) -> Record:
    """A part of a list, its results under `name`."""
    found: list[Json] = [as_result(result) for result in listing.found]
    return {"firsthand": FORMAT, "total": listing.total, "exact": listing.exact, "next": listing.next, name: found}


def as_result(result: Result) -> Record:
    """One thing found, with the head of its article under `article`."""
    text = InText(result.text)
    article: Record = {"article": _entry(result.entry)}
    if isinstance(result, Said):
        return {**text.statement(result.statement), **article, "marks": text.spans(result.marks)}
    if isinstance(result, Transfer):
        return {**text.exchange(result.exchange), **article}
    if isinstance(result, Happening):
        return {**text.event(result.event), **article}
    return {**article, "passage": text.maybe(result.passage), "marks": text.spans(result.marks)}


def _entry(entry: Entry) -> Record:
    outlet = entry.outlet
    return {
        "id": entry.id,
        "title": entry.title,
        "outlet": {"name": outlet.name, "domain": outlet.domain} if outlet else None,
        "published": entry.published,
        "url": entry.url,
        "language": entry.language,
        "filed": entry.filed,
    }


def voice_record(voice: Voice) -> Record:
    """A name, and in how many statements it does what."""
    return {"name": voice.name, "vouches": voice.vouches, "relays": voice.relays, "denies": voice.denies}


def filed_record(filed: Filed) -> Record:
    """What became of one input."""
    return {
        "input": filed.name,
        "outcome": filed.outcome.value,
        "article": filed.article,
        "statements": filed.statements,
        "reason": filed.reason or None,
        "remedy": filed.remedy or None,
    }
