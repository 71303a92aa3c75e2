"""The JSON of what people wrote beside what was found; `docs/json.md` describes it."""

from __future__ import annotations

from firsthand.export.contract import FORMAT, Json, Record
from firsthand.model import About, Listing, Note, Reply, Subject


def as_replies(listing: Listing[Reply]) -> Record:
    """A part of the approved replies."""
    found: list[Json] = [
        {**_subject(one.id, one.subject, one.words), "name": one.name, "text": one.text, "written": one.written}
        for one in listing.found
    ]
    return _part(listing, "replies", found)


def as_notes(listing: Listing[Note]) -> Record:
    """A part of the published notes."""
    found: list[Json] = [
        {**_subject(one.id, one.subject, one.words), "text": one.text, "published": one.shown_since}
        for one in listing.found
    ]
    return _part(listing, "notes", found)


def _subject(number: int, subject: Subject, words: str) -> Record:
    return {
        "id": number,
        "about": subject.about.value,
        "article": subject.article,
        "statement": subject.part if subject.about is About.STATEMENT else None,
        "claim": subject.part if subject.about is About.CLAIM else None,
        "words": words,
    }


def _part(listing: Listing[Reply] | Listing[Note], name: str, found: list[Json]) -> Record:
    return {"firsthand": FORMAT, "total": listing.total, "exact": listing.exact, "next": listing.next, name: found}
