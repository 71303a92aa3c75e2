"""Fingerprints of a text by winnowing (Schleimer, Wilkerson, Aiken, 2003), the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Words in a shingle: what shares no five words in a row shares nothing."""

WINDOW = 16
"""Of so many neighbouring shingles at least one is kept, so any shared run of SHINGLE + WINDOW - 1 words is found."""

_BASE = np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=200_000)
def word_number(word: str) -> int:
    """A fixed unsigned 64-bit number of a word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def signed(number: int) -> int:
    """An unsigned 64-bit number as the signed one with the same bits, as databases keep it."""
    return number - (1 << 64) if number >= 1 << 63 else number


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The kept shingles of a text, as signed 64-bit numbers; empty for a text shorter than a shingle."""
    if len(words) < SHINGLE:
        return frozenset()
    numbers = np.array([word_number(word) for word in words], dtype=np.uint64)
    shingles = np.zeros(len(words) - SHINGLE + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for place in range(SHINGLE):
            shingles = shingles * _BASE + numbers[place : place + len(shingles)]
        mixed = _mixed(shingles)
    if len(mixed) <= WINDOW:
        return frozenset({signed(int(mixed.min()))})
    least = np.lib.stride_tricks.sliding_window_view(mixed, WINDOW).min(axis=1)
    return frozenset(int(number) for number in np.unique(least).view(np.int64))


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all 64 bits, one to one (the finaliser of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
