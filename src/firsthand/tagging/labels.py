"""The labels of the token head: each role of an attribution, begun or continued, and none."""

from __future__ import annotations

from firsthand.model import Role

NONE = "O"


def begin(role: str) -> str:
    """The label of a span's first word."""
    return f"B-{role}"


def inside(role: str) -> str:
    """The label of a span's other words."""
    return f"I-{role}"


LABELS: tuple[str, ...] = (NONE, *(mark(role) for role in Role for mark in (begin, inside)))
"""Names of the token head's outputs, in order."""
