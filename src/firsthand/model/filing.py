"""What became of an input that was to be filed, and what is known of an address from the last time it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What became of one input."""

    ADDED = "added"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    BLOCKED = "blocked"
    GONE = "gone"
    PAYWALLED = "paywalled"
    UNREADABLE = "unreadable"


READ = frozenset({Outcome.ADDED, Outcome.KNOWN, Outcome.UNCHANGED})
"""Outcomes after which the ledger holds the article."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One input and what became of it: the article's id and its number of statements, or the reason and the way out."""

    name: str
    outcome: Outcome
    article: str | None = None
    statements: int = 0
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site gave with a page, so that it can be asked whether the page changed (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


class Visits(Protocol):
    """What is known of addresses from earlier visits."""

    def validators(self, url: str) -> Validators | None:
        """What came with the page that was filed under the address, None if none was."""
        ...
