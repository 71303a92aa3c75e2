"""Fingerprints of a text by winnowing (Schleimer, Wilkerson, Aiken, 2003), the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Words in a shingle: what shares no five words in a row shares nothing."""

WINDOW = 16
"""Of so many neighbouring shingles at least one is kept, so any shared run of SHINGLE + WINDOW - 1 words is found."""

_BASE = np.uint64(0x9E3779B97F4A7C15)


def digest(word: str) -> bytes:
    """The eight bytes of a word's number."""
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()


@lru_cache(maxsize=200_000)
def word_number(word: str) -> int:
    """A fixed unsigned 64-bit number of a word."""
    return int.from_bytes(digest(word), "little")


def numbers_of(digests: Iterable[bytes]) -> NDArray[np.uint64]:
    """The numbers of words by their digests."""
    return np.frombuffer(b"".join(digests), "<u8").astype(np.uint64, copy=False)


def signed(number: int) -> int:
    """An unsigned 64-bit number as the signed one with the same bits, as databases keep it."""
    return number - (1 << 64) if number >= 1 << 63 else number


def fingerprints(numbers: NDArray[np.uint64]) -> frozenset[int]:
    """The kept shingles of a text by the numbers of its words, as signed 64-bit numbers.

    Empty for a text shorter than a shingle.
    """
    if len(numbers) < SHINGLE:
        return frozenset()
    shingles = np.zeros(len(numbers) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        shingles = shingles * _BASE + numbers[place : place + len(shingles)]
    mixed = _mixed(shingles)
    return frozenset(_least(mixed, min(WINDOW, len(mixed))).view(np.int64).tolist())


def _least(numbers: NDArray[np.uint64], width: int) -> NDArray[np.uint64]:
    """The least of each `width` neighbours; of wide windows that of two narrower ones that cover them."""
    reach = 1
    while reach < width:
        step = min(reach, width - reach)
        numbers = np.minimum(numbers[:-step], numbers[step:])
        reach += step
    return numbers


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers spread over all 64 bits, one to one (the finaliser of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
