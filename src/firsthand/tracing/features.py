"""What of a clause is compared: what it talks of, whom it names, how many, whether it denies, doubts or plans."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.word_lists import listed
from firsthand.tracing.quantities import numbers
from firsthand.tracing.tokens import Token, tokens
from firsthand.tracing.verbs import (
    AUXILIARIES,
    DENYING,
    HEDGES,
    NEGATIONS,
    OUTCOMES,
    PLANNED,
    UNFOUNDED,
    is_finite,
)
from firsthand.tracing.vocabulary import weight

_EMPTY = listed(
    "a an the this that these those he she it they we i you him her them us me his its their our my your who whom "
    "whose which what there here of in on at to by for from with as and or but if than then so such also too very "
    "just only even more most much many few some any all each every other another own same several be have do not "
    "no never none nobody nothing neither nor about around over under up down out off into onto after before during "
    "between through against per will would shall should can could may might must when where while because although "
    "though until since once again still already yet now how why one mr mrs ms dr say tell add"
)
TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tomorrow tonight morning noon afternoon evening night "
    "midnight day week month year hour minute early late last next ago spring summer autumn winter weekend"
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_MONTHS = listed("january february march april may june july august september october november december")
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_PERSONS = listed("they them their he she him her his it its these those this that")


class Count(NamedTuple):
    """A number and the dictionary forms near it that may be its unit; `loose` where it is not meant exactly."""

    value: float
    units: tuple[str, ...]
    loose: bool


class Features(NamedTuple):
    """A clause as it is compared; `terms` are dictionary forms with their weights, names among them.

    `days` and `months` are as written; `leaning` where a pronoun stands for what was named before.
    """

    terms: dict[str, float]
    names: frozenset[str]
    counts: tuple[Count, ...]
    years: frozenset[int]
    days: frozenset[str]
    months: frozenset[str]
    negated: bool
    hedged: bool
    planned: bool
    leaning: bool
    outcomes: frozenset[str] = frozenset()


def features(text: str) -> Features:
    """The features of a clause's words."""
    words = tokens(text)
    lower = [word.lower for word in words]
    found = numbers(lower)
    taken = {position for number in found for position in range(number.first, number.last + 1)}
    terms: dict[str, float] = {}
    for position, word in enumerate(words):
        if (
            position in taken
            or word.lemma in _EMPTY
            or word.lower in _EMPTY
            or word.lemma in TIMES
            or len(word.lower) < 2
        ):
            continue
        terms[word.lemma] = max(terms.get(word.lemma, 0.0), 1.0 if word.name else round(weight(word.lemma), 3))
    years = frozenset(int(n.value) for n in found if _is_year(words, n.first, n.last, n.value))
    counts = tuple(
        Count(number.value, _units(words, number.first, number.last, taken), number.loose)
        for number in found
        if not _is_year(words, number.first, number.last, number.value)
        and not _is_date(lower, number.first, number.last)
        and not _CLOCK.fullmatch(lower[number.first])
    )
    return Features(
        terms,
        frozenset(word.lemma for word in words if word.name and word.lemma in terms),
        counts,
        years,
        frozenset(_DAYS & set(lower)),
        frozenset(_months(words)),
        negated=_negated(text, words),
        hedged=bool(HEDGES & set(lower)),
        planned=any(w.lemma in PLANNED or w.lower in PLANNED for w in words),
        leaning=bool(words) and bool(_PERSONS & set(lower[:4])),
        outcomes=_outcomes(words),
    )


def _outcomes(words: list[Token]) -> frozenset[str]:
    found = {OUTCOMES[form] for w in words for form in (w.lower, w.lemma) if form in OUTCOMES}
    lost = any(w.lemma == "lose" for w in words) and any(w.lemma in {"life", "live"} for w in words)
    return frozenset(found | {"dead"} if lost else found | {"missing"} if _absent(words) else found)


def _absent(words: list[Token]) -> bool:
    """Whether somebody is missing in other words: "no trace of", "had not come home"."""
    lower = " ".join(word.lower for word in words)
    return bool(
        re.search(r"\b(?:no (?:trace|sign|word) of|not (?:come|came|returned|been (?:seen|found|heard)))\b", lower)
    )


def _negated(text: str, words: list[Token]) -> bool:
    """Whether a clause denies; "no more than eight" and "not only" do not, nor who has "not come home".

    What hangs on behind a comma ("…, none of them badly") does not turn round what stands before it.
    """
    if _absent(words):
        return False
    for place, word in enumerate(words):
        before = text[words[place - 1].end : word.start] if place else ""
        if "," in before and any(is_finite(earlier.lower) for earlier in words[:place]):
            break
        after = words[place + 1].lower if place + 1 < len(words) else ""
        if word.lower in NEGATIONS and after not in {"more", "less", "fewer", "only", "least", "longer", "doubt"}:
            return True
    return any(word.lemma in DENYING or word.lemma in UNFOUNDED for word in words)


def _months(words: list[Token]) -> set[str]:
    return {w.lower for w in words if w.lower in _MONTHS and (w.lower not in {"march", "may"} or w.name)}


def _is_year(words: list[Token], first: int, last: int, value: float) -> bool:
    return first == last and len(words[first].lower) == 4 and words[first].lower.isdigit() and 1500 <= value <= 2100


def _is_date(lower: list[str], first: int, last: int) -> bool:
    """Whether a number is a day of a month or an hour: "May 4", "4 May", "8 a.m.", "eight o'clock"."""
    before = lower[first - 1] if first else ""
    after = lower[last + 1] if last + 1 < len(lower) else ""
    return (
        before in _MONTHS
        or after in _MONTHS
        or after in {"o'clock", "am", "pm"}
        or lower[last + 1 : last + 3] in (["a", "m"], ["p", "m"])
    )


def _units(words: list[Token], first: int, last: int, taken: set[int]) -> tuple[str, ...]:
    """The words behind a number that say what is counted, up to the next verb, number or preposition but "of"."""
    found: list[str] = []
    for position in range(last + 1, min(len(words), last + 6)):
        word = words[position]
        if position in taken or word.lower in AUXILIARIES:
            break
        if word.lower in {"of", "the", "a", "an", "and", "other", "others", "more", "new", "its", "his", "her"}:
            if word.lower == "others":
                found.append("others")
            continue
        if word.lemma in _EMPTY:
            break
        found.append(word.lemma)
        if len(found) == 3:
            break
    if first and words[first - 1].lower in {"$", "dollar"}:
        found.append("dollar")
    return tuple(found)
