"""Reports within reports, told once: "Kolbe said Ilic had told her that the gates were rusted" is one chain."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Act, Form, Statement

MOSTLY = 0.4
"""The share of a report's words that the report in it holds, where the rest only says who told it."""


def retold(statements: Sequence[Statement]) -> frozenset[str]:
    """The ids of reports that say nothing but that somebody else says something: the report in each has them both."""
    return frozenset(
        outer.id for outer in statements if any(_is_told_in(inner, outer) for inner in statements if inner is not outer)
    )


def _is_told_in(inner: Statement, outer: Statement) -> bool:
    if inner.cue is None or outer.form is Form.DIRECT or outer.denied_by or outer.act is Act.DENY:
        return False
    within = [one for one in outer.content if one.contains(inner.cue)]
    if not within or not _goes_on_in(inner, outer):
        return False
    words = [span for span in inner.content if any(one.contains(span) for one in outer.content)]
    told = sum(map(len, words)) + len(inner.cue) + (len(inner.source) if inner.source else 0)
    led = [inner.cue, *([inner.source] if inner.source else [])]
    begins = min(span.start for span in led) <= outer.content[0].start + _SHORT
    held = sum(map(len, words))
    whole = sum(map(len, outer.content))
    return begins and held >= MOSTLY * whole and told + _SHORT >= whole


_SHORT = 40
"""Letters that may stand beside both: "had", "in writing", whom they told."""


def _goes_on_in(inner: Statement, outer: Statement) -> bool:
    """Whether the chain of the one ends with the chain of the other."""
    own = [link.party.name for link in outer.chain]
    return bool(own) and [link.party.name for link in inner.chain][-len(own) :] == own and len(inner.chain) > len(own)
