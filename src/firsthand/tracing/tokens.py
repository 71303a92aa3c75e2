"""The words of a text as tracing compares them: dictionary forms, names, numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from simplemma import lemmatize

from firsthand.tracing.vocabulary import known

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEGINS = re.compile(r"(?:^|[.!?…:][\"'”’»)]*\s+|\n\s*|[\"“„«‘(]\s*)$")


class Token(NamedTuple):
    """A word or number: where it stands, in lower case without "'s", its dictionary form, whether it is a name."""

    start: int
    end: int
    lower: str
    lemma: str
    name: bool


@lru_cache(maxsize=200_000)
def _lemma(lower: str) -> str:
    return str(lemmatize(lower, lang="en")).lower()


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order.

    A word is a name where it is capitalised with no sentence beginning there, or is no ordinary word of English.
    """
    found = []
    for match in _TOKEN.finditer(text):
        form = match.group()
        bare = _POSSESSIVE.sub("", form) or form
        lower = bare.lower().replace("’", "'")
        if form[0].isdigit():
            found.append(Token(match.start(), match.end(), lower, lower, name=False))
            continue
        lemma = _lemma(lower)
        name = form[0].isupper() and (
            not known(lemma) or not _BEGINS.search(text[max(0, match.start() - 4) : match.start()])
        )
        found.append(Token(match.start(), match.end(), lower, lower if name else lemma, name))
    return found
