"""The outlets of the articles at hand: who they are, whose they are, and where a text means one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from firsthand.model import Article
from firsthand.text.word_lists import listed
from firsthand.tracing.clauses import dateline
from firsthand.tracing.owners import Owners
from firsthand.tracing.vocabulary import known

WIRES = listed(
    "Reuters AP AFP dpa TASS Xinhua Yonhap Kyodo ANSA EFE Interfax PTI ANI IANS Lusa Anadolu Bloomberg BBC CNN Tanjug "
    "Belga APA PAP MTI Antara Bernama KCNA UNIAN Ukrinform Agerpres BTA HINA Petra SANA IRNA WAFA"
)
"""Agencies that texts name without saying that they are one."""

_KIND = re.compile(
    r"\b(?:(?:news|press|wire) ?(?:agency|service|wire)|newswire|agency|newspaper|daily|weekly|magazine|radio|"
    r"television|TV|broadcaster|news site|website|portal|blog|paper|gazette|tabloid|channel)\b",
    re.IGNORECASE,
)
_GENERIC = listed(
    "the news agency press wire service daily weekly times post newspaper online radio tv television media group "
    "english in"
)


NOBODY_TOLD = Owners()


class House(NamedTuple):
    """An outlet: `key` tells it from others, `owner` whose it is, if known."""

    key: str
    name: str
    owner: str | None


def house_of(article: Article, owners: Owners = NOBODY_TOLD) -> House:
    """The outlet of an article; a page without one is an outlet of its own."""
    outlet = article.outlet
    domain = (outlet.domain or "") if outlet else ""
    name = (outlet.name or outlet.domain if outlet else None) or article.page.url or article.id
    key = (domain or name).casefold()
    return House(key, name, owners.of(outlet))


class Press:
    """The outlets of some articles, and how texts name them."""

    def __init__(self, articles: Iterable[Article], owners: Owners = NOBODY_TOLD) -> None:
        self.house = {article.id: house_of(article, owners) for article in articles}
        self.names = {house.key: house.name for house in self.house.values()}

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(key, re.compile("|".join(_ways(name)))) for key, name in sorted(self.names.items())]

    def named(self, text: str) -> list[str]:
        """The keys of outlets that a text names, each once, in order of the text."""
        places = [(match.start(), key) for key, pattern in self._patterns if (match := pattern.search(text))]
        return [key for _, key in sorted(places)]

    def of_code(self, code: str) -> str | None:
        """The outlet that a wire's short name stands for: MPA is the Meridian Press Agency."""
        fitting = [key for key, name in sorted(self.names.items()) if stands_for(code, name)]
        return fitting[0] if len(fitting) == 1 else None


def stands_for(code: str, name: str) -> bool:
    """Whether a short name is made of the first letters of a name's words, or is the name itself."""
    letters = re.sub(r"[^A-Za-z]", "", code)
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in {"the", "of", "in", "and"}]
    if not letters or not words or len(letters) > 6:
        return letters.casefold() == "".join(words).casefold()
    if letters.casefold() == "".join(words).casefold() or letters.casefold() == words[0].casefold():
        return True
    if not any(letter.isupper() for letter in letters) or len(letters) < 2:
        return False
    return _spelt(letters.lower(), [word.lower() for word in words])


def _spelt(letters: str, words: list[str]) -> bool:
    """Whether letters are taken from the words in order, from each its first and perhaps more."""
    if not words:
        return not letters
    word = words[0]
    for taken in range(min(len(letters), len(word)), 0, -1):
        if _subsequence(letters[:taken], word) and _spelt(letters[taken:], words[1:]):
            return True
    return False


def _subsequence(letters: str, word: str) -> bool:
    if letters[0] != word[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _ways(name: str) -> list[str]:
    """The ways in which texts name an outlet, as patterns."""
    bare = re.sub(r"\s*\(.*?\)", "", name).strip() or name
    words = bare.split()
    ways = [rf"\b{re.escape(bare)}\b"]
    telling = telling_words(words)
    if 1 < len(telling) < len(words):
        ways.append(rf"\b{re.escape(' '.join(telling))}\b")
    if len(words) > 1:
        initials = "".join(word[0] for word in words if word.lower() not in {"the", "of", "in"}).upper()
        if len(initials) > 2:
            ways.append(rf"\b{re.escape(initials)}\b")
        if stands_alone(words[-1]):
            ways.append(rf"\b[Tt]he {re.escape(words[-1])}\b")
        ways.append(rf"\b{re.escape(words[0])} (?:news |press )?(?:agency|newspaper|daily|radio|wire)\b")
    return ways


def telling_words(words: Iterable[str]) -> list[str]:
    """The words of a name that tell its outlet from others."""
    return [word for word in words if word.casefold() not in _GENERIC]


def stands_alone(last: str) -> bool:
    """Whether the last word of a name means the outlet by itself, behind "the": no other word of news does."""
    return last.isalpha() and not known(last.casefold())


def wire_of(article: Article) -> str | None:
    """The agency that a page credits for its text: in its dateline, its byline, at its foot."""
    head = dateline(article.text, 0)
    if head and head["wire"]:
        return head["wire"].strip()
    if article.credits:
        return article.credits[0]
    for author in article.authors:
        bare = author.strip("() ")
        short = re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z]\w?", bare)
        if bare in WIRES or (short and not bare.isdigit()):
            return bare
        words = [word for word in re.findall(r"\w+", bare) if word in WIRES or re.fullmatch(r"[A-Z]{3,4}", word)]
        if words and not re.search(r"[a-z]{3}\s[A-Z][a-z]{2}", bare):
            return str(words[0])
    return None


def outside(text: str) -> str | None:
    """An outlet that a source names though none of its articles is at hand: "the Yonhap news agency"."""
    for wire in sorted(WIRES):
        if re.search(rf"\b{re.escape(wire)}\b", text):
            return wire
    kind = _KIND.search(text)
    if not kind:
        return None
    names = re.findall(r"[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*)*", text)
    names = [name for name in names if name.lower() not in {"the", "a", "an"}]
    return re.sub(r"^(?:The|A)\s+", "", max(names, key=len)) if names else None
