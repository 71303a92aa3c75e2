"""Whose outlets are, as far as somebody says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Owned:
    """An outlet by its domain or its name, and its owner; None where it is nobody's but its own."""

    outlet: str
    owner: str | None
