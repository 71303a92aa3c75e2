"""The ledger: one file that keeps articles and what was found in them. Nothing else in the program speaks SQL."""

from __future__ import annotations

from firsthand.ledger.backing import backing
from firsthand.ledger.catalogue import Catalogue
from firsthand.ledger.docket import Docket, DocketKeeper
from firsthand.ledger.houses import Houses
from firsthand.ledger.notes import NoteKeeper, Notes
from firsthand.ledger.owning import OwnerKeeper
from firsthand.ledger.preparing import Prepared, prepared
from firsthand.ledger.reader import Reader
from firsthand.ledger.registers import Registers
from firsthand.ledger.replies import Replies, ReplyKeeper, address_of
from firsthand.ledger.searches import Searches, SearchKeeper
from firsthand.ledger.speakers import Speakers
from firsthand.ledger.traces import Keeper, Tied, Traces, tied
from firsthand.ledger.upkeep import Check, backup, check
from firsthand.ledger.writer import Saved, Writer, content_key

__all__ = [
    "Catalogue",
    "Check",
    "Docket",
    "DocketKeeper",
    "Houses",
    "Keeper",
    "NoteKeeper",
    "Notes",
    "OwnerKeeper",
    "Prepared",
    "Reader",
    "Registers",
    "Replies",
    "ReplyKeeper",
    "Saved",
    "SearchKeeper",
    "Searches",
    "Speakers",
    "Tied",
    "Traces",
    "Writer",
    "address_of",
    "backing",
    "backup",
    "check",
    "content_key",
    "prepared",
    "tied",
]
