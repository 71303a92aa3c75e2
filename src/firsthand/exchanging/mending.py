"""Trees made whole: heads are guessed word by word, so that some run in a circle and some hang nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Word

_REACH = 12
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words as trees: circles cut, prepositions and members of a row that hang nowhere hung where they stand."""
    held = list(without_circles(words))
    for number, word in enumerate(held):
        if word.head == number:
            above = _place(held, number)
            if above is not None and not _hangs_on(held, above, number):
                relation = "prep" if word.tag in {"IN", "TO"} else "conj"
                held[number] = replace(word, head=above, relation=relation)
    return tuple(held)


def _place(words: Sequence[Word], number: int) -> int | None:
    tag = words[number].tag
    if tag in {"IN", "TO"}:
        return _verb_or_noun_before(words, number)
    if tag in _NOUNS and number > 1 and (words[number - 1].tag == "CC" or words[number - 1].tag == ","):
        return number - 2 if words[number - 2].tag in _NOUNS and words[number].tag != "NNP" else None
    return None


def _verb_or_noun_before(words: Sequence[Word], number: int) -> int | None:
    """The nearest verb of the sentence, else the word before: "accused them of", "talks with"."""
    for before in range(number - 1, max(-1, number - _REACH), -1):
        if words[before].tag in {".", ":"}:
            return None
        if words[before].tag.startswith("VB"):
            return before
    return number - 1 if number and words[number - 1].tag in _NOUNS else None


def _hangs_on(words: Sequence[Word], number: int, other: int) -> bool:
    """Whether a word lies below another."""
    while words[number].head != number:
        if number == other:
            return True
        number = words[number].head
    return number == other


def without_circles(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words as trees: where heads guessed one by one run in a circle, the circle's last word becomes a root."""
    done = [False] * len(words)
    heads = [word.head for word in words]
    for start in range(len(words)):
        path: set[int] = set()
        number = start
        while not done[number] and number not in path:
            path.add(number)
            if heads[number] not in path:
                number = heads[number]
            else:
                heads[number] = number
        for passed in path:
            done[passed] = True
    return tuple(
        word if word.head == head else Word(word.span, word.tag, head, "ROOT")
        for word, head in zip(words, heads, strict=True)
    )
