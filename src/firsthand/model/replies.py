"""What people write beside what was found: readers' replies, and notes of the ledger's owner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What kind of thing is written about."""

    ARTICLE = "article"
    STATEMENT = "statement"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is written about: an article, a statement in it, or a claim told in it; `part` is the latter's id."""

    about: About
    article: str
    part: str = ""


class ReplyState(StrEnum):
    """Whether the ledger's owner has looked at a reply, and what they decided."""

    HELD = "held"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a reader replied, under the name they gave; how to reach them is kept apart.

    `words` are what was replied to, as they stood then. `written` and `decided` are instants (ISO 8601).
    """

    id: int
    subject: Subject
    words: str
    name: str
    text: str
    written: str
    state: ReplyState = ReplyState.HELD
    decided: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the ledger's owner, theirs alone until it is `published` (that instant). `words` as in a reply."""

    id: int
    subject: Subject
    words: str
    text: str
    written: str
    changed: str | None = None
    published: str | None = None

    @property
    def shown_since(self) -> str:
        """Since when it reads as it does; what it was before it was published is its owner's business."""
        return max(filter(None, (self.published, self.changed or self.written)))


@dataclass(frozen=True, slots=True)
class WrittenQuery:
    """What was written about an article and statements in it, or about a claim under one of these ids.

    With neither, what was written at all.
    """

    article: str | None = None
    claim: frozenset[str] | None = None
