"""What the surroundings decide, read once, at the edge."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.errors import UsageError

MOST_PROCESSES = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """`processes` read pages side by side; None leaves it to the number of inputs and cores."""

    processes: int | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """Settings from variables of the environment; raises UsageError for a value that is none."""
        written = environment.get("FIRSTHAND_PROCESSES", "").strip()
        if not written:
            return cls()
        if not written.isdecimal() or not 1 <= int(written) <= MOST_PROCESSES:
            raise UsageError(f"FIRSTHAND_PROCESSES is {written!r}; it must be a number from 1 to {MOST_PROCESSES}")
        return cls(int(written))


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
