"""All that decides a fitting beside its data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Rates, sizes and chances of one fitting."""

    epochs: int = 2
    windows_a_step: int = 8
    encoder_rate: float = 3e-4
    head_rate: float = 1.2e-3
    decay: float = 0.01
    warm_up: float = 0.05
    clip: float = 1.0
    link_weight: float = 0.3
    name_weight: float = 2.0
    syntax_weight: float = 0.35
    damage: float = 0.15
    seed: int = 1
    processes: int = 2
