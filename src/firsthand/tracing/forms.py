"""What a form of a word tells by itself: how much it says, whether it denies, doubts, plans or begins a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec
from simplemma import lemmatize

from firsthand.text.winnowing import digest
from firsthand.text.word_lists import listed
from firsthand.tracing.quantities import begins_number
from firsthand.tracing.verbs import (
    AUXILIARIES,
    DENYING,
    HEDGES,
    NEGATIONS,
    OUTCOMES,
    PLANNED,
    SIDES,
    UNFOUNDED,
    is_finite,
)
from firsthand.tracing.vocabulary import known, weight

_SAYS_NOTHING = listed(
    "a an the this that these those he she it they we i you him her them us me his its their our my your who whom "
    "whose which what there here of in on at to by for from with as and or but if than then so such also too very "
    "just only even more most much many few some any all each every other another own same several be have do not "
    "no never none nobody nothing neither nor about around over under up down out off into onto after before during "
    "between through against per will would shall should can could may might must when where while because although "
    "though until since once again still already yet now how why one mr mrs ms dr say tell add"
)
_TIMES = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tomorrow tonight morning noon afternoon evening night "
    "midnight day week month year hour minute early late last next ago spring summer autumn winter weekend"
)
MONTHS = listed("january february march april may june july august september october november december")
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_PRONOUNS = listed("they them their he she him her his it its these those this that")
_POSSESSIVE = re.compile(r"['’]s?$")

LONGER_THAN_ACRONYMS = 4
"""Of so many letters, few ordinary words are acronyms as well."""

FINITE, NUMBER, NEGATES, DENIES, DOUBTS, PLANS, PRONOUN, DAY, MONTH, BEFALLS, LOSES, LIFE, EMPTY, SIDED, NAME = (
    1 << bit for bit in range(15)
)
"""Marks of a form: may be a finite verb, may begin a number, and so on; EMPTY words are no units of what is counted."""


class Form(msgspec.Struct, frozen=True, gc=False):
    """A form as a word or as part of a name: in lower case without "'s", its dictionary form, what it tells.

    `weight` is how much it says of what is talked about, 0 where nothing; `outcomes` is what it says befell people;
    `digest` that of its small letters.
    """

    lower: str
    lemma: str
    name: bool
    weight: float
    marks: int
    outcomes: tuple[str, ...]
    digest: bytes


class Readings(NamedTuple):
    """What a form may be: a word, part of a name, or, capitalised and ordinary, either."""

    word: Form | None
    name: Form | None


@lru_cache(maxsize=200_000)
def readings(form: str) -> Readings:
    """What a form as it is written may be; capitalised and no ordinary word of English, it is a name.

    An ordinary word in capitals throughout is that word, in a headline; a short one may be an acronym.
    """
    bare = _POSSESSIVE.sub("", form) or form
    lower = bare.lower().replace("’", "'")
    if form[0].isdigit():
        return Readings(_form(lower, lower, name=False), None)
    lemma = str(lemmatize(lower, lang="en")).lower()
    ordinary = known(lemma)
    shouted = ordinary and len(form) >= LONGER_THAN_ACRONYMS and form.isupper()
    name = _form(lower, lower, name=True) if form[0].isupper() and not shouted else None
    return Readings(None if name and not ordinary else _form(lower, lemma, name=False), name)


def _form(lower: str, lemma: str, *, name: bool) -> Form:
    """What a form tells; a name is no modal verb: the month of May, a man called Will."""
    both = {lower, lemma}
    says_nothing = bool(both & _SAYS_NOTHING) or lemma in _TIMES or len(lower) < 2
    outcomes = tuple(OUTCOMES[form] for form in sorted(both) if form in OUTCOMES)
    marks = (
        FINITE * (is_finite(lower) and not (name and lower in AUXILIARIES))
        | NUMBER * begins_number(lower)
        | NEGATES * (lower in NEGATIONS)
        | DENIES * (lemma in DENYING or lemma in UNFOUNDED)
        | DOUBTS * (lower in HEDGES and not name)
        | PLANS * (bool(both & PLANNED) and not name)
        | PRONOUN * (lower in _PRONOUNS)
        | DAY * (lower in DAYS)
        | MONTH * (lower in MONTHS and (name or lower not in {"march", "may"}))
        | BEFALLS * bool(outcomes)
        | LOSES * (lemma == "lose")
        | LIFE * (lemma in {"life", "live"})
        | EMPTY * (lemma in _SAYS_NOTHING)
        | SIDED * (lemma in SIDES)
        | NAME * name
    )
    said = 0.0 if says_nothing else 1.0 if name else round(weight(lemma), 3)
    return Form(lower, lemma, name, said, marks, outcomes, digest(lower))
