"""All outlets that a ledger knows, found in texts without trying each of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from firsthand.model import Article
from firsthand.text.word_lists import listed
from firsthand.tracing.owners import Owners
from firsthand.tracing.press import NOBODY_TOLD, House, Press, house_of, stands_alone, telling_words

_WORD = re.compile(r"\w+")
_COMMON = listed("the in of and news The In Of And News")
"""Words that stand in most texts; a name is looked for by its other words, if it has any."""
_KINDS = listed("agency newspaper daily radio wire")
"""Behind the first word of a name they make it another way to call the outlet."""


class _Outlet(Press):
    """One outlet as texts name it."""

    def __init__(self, key: str, name: str) -> None:
        self.house = {}
        self.names = {key: name}

    def at(self, text: str) -> int:
        """Where the text first names it, -1 where it does not."""
        ((_, pattern),) = self._patterns
        found = pattern.search(text)
        return found.start() if found else -1


class Newsstand(Press):
    """The outlets by their keys, and the houses of the articles at hand.

    Finds the same names as `Press` does; with three hundred outlets in a hundredth of the time.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.house: dict[str, House] = {}
        self.names = dict(names)
        self._outlets: dict[str, _Outlet] = {}
        self._codes: dict[str, str | None] = {}

    @classmethod
    def of(cls, articles: Iterable[Article], owners: Owners = NOBODY_TOLD) -> Newsstand:
        """The outlets of the articles; a page that names none is nobody whom a text can name."""
        articles = list(articles)
        houses = {article.id: house_of(article, owners) for article in articles}
        named = [article.id for article in articles if article.outlet]
        stand = cls({houses[article].key: houses[article].name for article in named})
        stand.house.update(houses)
        return stand

    def named(self, text: str) -> list[str]:
        """The keys of outlets that a text names, each once, in order of the text."""
        places = ((self._outlet(key).at(text), key) for key in self._possible(text))
        return [key for at, key in sorted(places) if at >= 0]

    def of_code(self, code: str) -> str | None:
        """The outlet that a wire's short name stands for, remembered: many articles credit few wires."""
        if code not in self._codes:
            self._codes[code] = super().of_code(code)
        return self._codes[code]

    def _outlet(self, key: str) -> _Outlet:
        if key not in self._outlets:
            self._outlets[key] = _Outlet(key, self.names[key])
        return self._outlets[key]

    def _possible(self, text: str) -> set[str]:
        words = set(_WORD.findall(text))
        found = {key for word in words & self._by_word.keys() for key in self._by_word[word]}
        if words & _KINDS:
            found |= {key for word in words & self._by_first.keys() for key in self._by_first[word]}
        return found | self._unwordly

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The outlets by the words of which one at least stands where they are named."""
        found: dict[str, list[str]] = {}
        for key, name in self.names.items():
            for word in _telling(name):
                found.setdefault(word, []).append(key)
        return found

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """The outlets whose first word is a common one: "the newspaper"."""
        found: dict[str, list[str]] = {}
        for key, name in self.names.items():
            first = next(_words(name), "")
            if first in _COMMON:
                found.setdefault(first, []).append(key)
        return found

    @cached_property
    def _unwordly(self) -> frozenset[str]:
        """Outlets whose names have no letters; they are tried on every text."""
        return frozenset(key for key, name in self.names.items() if not _telling(name))


def _bare(name: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", name).strip() or name


def _words(name: str) -> Iterator[str]:
    return (found.group() for found in _WORD.finditer(_bare(name)))


def ways(name: str) -> set[str]:
    """Words in a row of which some stand, in whatever case, wherever a text names the outlet."""
    bare, words = _bare(name), _bare(name).split()
    found = {bare, *_initials(name)}
    telling = telling_words(words)
    if 1 < len(telling) < len(words):
        found.add(" ".join(telling))
    if len(words) > 1:
        found |= {f"{words[0]} {kind}" for kind in (*_KINDS, "news", "press")}
        if stands_alone(words[-1]):
            found.add(words[-1])
    return {way for way in found if _WORD.search(way)}


def _initials(name: str) -> list[str]:
    initials = "".join(word[0] for word in _bare(name).split() if word.lower() not in {"the", "of", "in"}).upper()
    return _WORD.findall(initials) if len(initials) > 2 else []


def _telling(name: str) -> set[str]:
    words = set(_words(name))
    return (words - _COMMON or words) | set(_initials(name))
