"""What needs many articles: copies, the same words, the same claim, and how many origins stand behind it."""

from __future__ import annotations

from firsthand.tracing.clashes import clashes
from firsthand.tracing.comparing import compare
from firsthand.tracing.contests import contests, standing
from firsthand.tracing.owners import NOBODY, Owners, known_digest, known_owners, owner_key, read_owners
from firsthand.tracing.retracing import Retracer, alone
from firsthand.tracing.sheet import VERSION, imprint_of, renamed
from firsthand.tracing.trace import claim_id, clauses_of, trace

__all__ = [
    "NOBODY",
    "VERSION",
    "Owners",
    "Retracer",
    "alone",
    "claim_id",
    "clashes",
    "clauses_of",
    "compare",
    "contests",
    "imprint_of",
    "known_digest",
    "known_owners",
    "owner_key",
    "read_owners",
    "renamed",
    "standing",
    "trace",
]
