"""The ledger: one file that keeps articles and what was found in them. Nothing else in the program speaks SQL."""

from __future__ import annotations

from firsthand.ledger.catalogue import Catalogue
from firsthand.ledger.notes import NoteKeeper, Notes
from firsthand.ledger.replies import Replies, ReplyKeeper, address_of
from firsthand.ledger.traces import Keeper, Traces
from firsthand.ledger.upkeep import Check, backup, check
from firsthand.ledger.writer import Saved, Writer, content_key

__all__ = [
    "Catalogue",
    "Check",
    "Keeper",
    "NoteKeeper",
    "Notes",
    "Replies",
    "ReplyKeeper",
    "Saved",
    "Traces",
    "Writer",
    "address_of",
    "backup",
    "check",
    "content_key",
]
