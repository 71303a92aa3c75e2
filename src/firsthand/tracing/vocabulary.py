"""How much a word of English says, and which words are akin in meaning.

`english.tsv` holds, for some 12,000 dictionary forms, in how many of 10,000 news articles a form occurs, and the forms
whose vectors (all-MiniLM-L6-v2, each word alone) lie within a cosine of .58 of its own, in hundredths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import NamedTuple

HEAVIEST = 1.0
LIGHTEST = 0.05
_ARTICLES = 10_000
_NONE: Mapping[str, float] = {}


class _English(NamedTuple):
    weights: dict[str, float]
    akin: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def _english() -> _English:
    weights: dict[str, float] = {}
    akin: dict[str, dict[str, float]] = {}
    table = files("firsthand.tracing").joinpath("english.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        word, count, others = line.split("\t")
        weights[word] = max(LIGHTEST, log(_ARTICLES / (int(count) + 4)) / log(_ARTICLES / 4))
        for other in others.split():
            name, hundredths = other.split(":")
            near = int(hundredths) / 100
            akin.setdefault(word, {})[name] = near
            akin.setdefault(name, {})[word] = near
    return _English(weights, akin)


def weight(lemma: str) -> float:
    """How much a dictionary form tells of what is talked about: LIGHTEST ("be") to HEAVIEST (names, rare words)."""
    return _english().weights.get(lemma, HEAVIEST)


def known(lemma: str) -> bool:
    """Whether a form is an ordinary word of English, as the table has it."""
    return lemma in _english().weights


def kinship(one: str, other: str) -> float:
    """How near two dictionary forms are in meaning, 0..1; opposites are near as well."""
    return 1.0 if one == other else neighbours(one).get(other, 0.0)


def with_neighbours() -> Iterable[str]:
    """The dictionary forms to which others are akin."""
    return _english().akin.keys()


def neighbours(lemma: str) -> Mapping[str, float]:
    """The dictionary forms that are akin to one, and how near each is."""
    return _english().akin.get(lemma, _NONE)
