"""The words of English that expressions of time are made of, and what kind of word each is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from firsthand.model import Precision


class Kind(StrEnum):
    """Kinds of words, each under the letter that stands for it in the patterns of the grammar."""

    OTHER = "."
    BREAK = "|"
    WEEKDAY = "w"
    SHORT_WEEKDAY = "W"  # Sun, Sat, Wed: words of their own unless a date stands beside them
    MONTH = "m"
    NAMESAKE = "M"  # May, March, April, Jan: a month only where its company says so
    SEASON = "s"
    HOLIDAY = "h"
    DATE = "I"
    YEAR = "Y"
    DAY = "d"
    COUNT = "n"
    VAGUE = "V"
    ORDINAL = "o"
    DECADE = "D"
    QUARTER = "Q"
    UNIT = "u"
    UNITS = "v"
    HOURS = "j"
    WEEKEND = "e"
    HALF = "H"
    PERIOD = "P"
    DEICTIC = "T"
    DAYPART = "@"
    WHICH = "r"
    SAME = "="
    THE = "t"
    A = "a"
    PART = "p"
    MID = "g"
    EARLY = "E"
    LATE = "L"
    ABOUT = "q"
    NOW = "N"
    AGO = "A"
    BEFORE = "b"
    AFTER = "f"
    FROM = "F"
    BETWEEN = "B"
    SINCE = "S"
    UNTIL = "U"
    TO = ">"
    AND = "&"
    OF = "O"
    IN = "i"
    QUALITY = "x"
    EVERY = "z"
    COMMA = ","
    DASH = "-"
    POSSESSIVE = "'"
    OPENING = "("
    CLOSING = ")"


def _numbered(table: str, first: int) -> dict[str, int]:
    """From each word of a table, whose entries are parted by slashes, to the number of its entry."""
    return {word: number for number, entry in enumerate(table.split("/"), first) for word in entry.split()}


MONTHS = _numbered(
    "january jan / february feb / march mar / april apr / may / june jun / july jul / august aug / september sep sept"
    " / october oct / november nov / december dec",
    1,
)
NAMESAKES = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "jun", "dec", "sep", "sept"})
"""Months whose names are also those of people, verbs or other things."""

WEEKDAYS = _numbered(
    "monday mon / tuesday tue tues / wednesday wed weds / thursday thu thur thurs / friday fri / saturday sat"
    " / sunday sun",
    0,
)
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

UNITS = {
    unit.value: unit
    for unit in (
        Precision.DAY,
        Precision.WEEK,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.YEAR,
        Precision.DECADE,
        Precision.CENTURY,
    )
}
PLURALS = {("centuries" if word == "century" else f"{word}s"): unit for word, unit in UNITS.items()}

COUNTS = _numbered(
    "one / two / three / four / five / six / seven / eight / nine / ten / eleven / twelve / thirteen / fourteen"
    " / fifteen / sixteen / seventeen / eighteen / nineteen / twenty",
    1,
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = _numbered(
    "first / second / third / fourth / fifth / sixth / seventh / eighth / ninth / tenth / eleventh / twelfth"
    " / thirteenth / fourteenth / fifteenth / sixteenth / seventeenth / eighteenth / nineteenth / twentieth",
    1,
)
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Days counted from the day of writing."""

WHICH = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "latest": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
"""Which of a kind is meant, counted from the one that is running."""

FROM_TEXT = frozenset({"previous", "preceding", "prior", "following"})
"""Of those, the words that count from what was last named, not from the day of writing."""

_WORDS: dict[Kind, Iterable[str]] = {
    Kind.DEICTIC: DEICTIC,
    Kind.WHICH: WHICH,
    Kind.UNIT: UNITS,
    Kind.UNITS: PLURALS,
    Kind.HOURS: ("hour", "hours"),
    Kind.ORDINAL: ORDINALS,
    Kind.COUNT: COUNTS,
    Kind.VAGUE: ("several", "few", "many", "couple", "recent"),
    Kind.DECADE: DECADES,
    Kind.WEEKEND: ("weekend",),
    Kind.HALF: ("half",),
    Kind.PERIOD: ("period",),
    Kind.DAYPART: ("morning", "afternoon", "evening", "night", "noon", "midnight", "midday", "dawn", "dusk"),
    Kind.SAME: ("same", "that"),
    Kind.THE: ("the", "its", "their", "our"),
    Kind.A: ("a", "an"),
    Kind.MID: ("mid",),
    Kind.PART: ("middle", "beginning", "start", "end", "close", "turn", "rest", "remainder"),
    Kind.EARLY: ("early", "earlier"),
    Kind.LATE: ("late", "later"),
    Kind.ABOUT: ("about", "nearly", "almost", "around", "roughly", "approximately", "some", "over", "than", "just"),
    Kind.NOW: ("now",),
    Kind.AGO: ("ago",),
    Kind.BEFORE: ("before",),
    Kind.AFTER: ("after", "hence"),
    Kind.FROM: ("from",),
    Kind.BETWEEN: ("between",),
    Kind.SINCE: ("since",),
    Kind.UNTIL: ("until", "till", "by"),
    Kind.TO: ("to", "through", "thru"),
    Kind.AND: ("and",),
    Kind.OF: ("of",),
    Kind.IN: ("in", "on", "at", "during", "for", "into", "throughout", "within"),
    Kind.QUALITY: ("fiscal", "financial", "calendar", "full", "whole", "entire", "comparable"),
    Kind.EVERY: ("every", "each", "per", "any"),
    Kind.SEASON: SEASONS,
}
KINDS: dict[str, Kind] = {word: kind for kind, words in _WORDS.items() for word in words}
"""What kind of word each is, in lower case, where the letters alone tell."""

_NAMED_AFTER_WEEKDAYS = """
times telegraph mirror express mail sun star post herald world independent age observer nation vision
review business magazine politics tribune mercury
"""
NAMED_AFTER_WEEKDAYS = frozenset(_NAMED_AFTER_WEEKDAYS.split())
"""With a capital behind a weekday: newspapers, programmes and services, not days."""

_COUNTED = """
people soldiers troops men women children workers civilians prisoners refugees migrants residents students
dollars euros pounds tons tonnes miles kilometers kilometres metres meters feet acres hectares copies
employees jobs homes houses families votes voters members police officers fighters militants cases deaths
times years months weeks days hours words pages shares points units vehicles aircraft missiles rockets
shells rounds barrels guests visitors spectators passengers km kg mw gb rpm
"""
COUNTED = frozenset(_COUNTED.split())
"""What four digits before it count: then they are no year."""

_FESTIVE_THINGS = """
tree trees card cards gift gifts present presents market markets carol carols egg eggs lights song songs bunny
"""
FESTIVE_THINGS = frozenset(_FESTIVE_THINGS.split())
"""Things called after a holiday, whatever the day."""

_REFERENCES = """
resolution resolutions article articles section sections room flight flights page pages number no nos
route highway boeing model windows paragraph paragraphs line unit agenda vision expo iso
"""
REFERENCES = frozenset(_REFERENCES.split())
"""What four digits behind it number: then they are no year."""
