"""The words of a text as kinds: a string with one letter for each word, in which the grammar looks for its patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from firsthand.resolving.moments.holidays import HOLIDAYS
from firsthand.resolving.moments.lexicon import (
    COUNTS,
    KINDS,
    MONTHS,
    NAMESAKES,
    WEEKDAYS,
    Kind,
)

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
"""Four digits outside of these are no year to a newspaper."""

_TOKEN = re.compile(
    r"""
      ([^\W\d_]+(?:\.(?=\s?[\d,]))?)
    | ((?:[$£€¥#№]\s?)?\d+(?:[.,:]\d+)*\w*(?:\s?%)?)
    | [-‐‑–—/,()] | ['’‘]\w?\b | [.!?;:\n"“”«»]+
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"""
      (?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?
    | (?P<one>\d{1,2})\s?(?P<mark>[/.])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?(?P<years>\d{4}|\d\d)(?![\w/]|\.\d)
    """,
    re.VERBOSE,
)
_DECADE = re.compile(r"(?:\d{3}|['’‘]?[2-9])0['’]?s\b")
_FIGURES = re.compile(r"(\d+)(st|nd|rd|th)?")
_QUARTER = re.compile(r"Q[1-4]\b")
_HOLIDAY = re.compile(
    r"(?:"
    + "|".join(sorted((name.replace("'", "['’]").replace(".", r"\.?") for name in HOLIDAYS), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?P<century>eighteen|nineteen|twenty)\s(?:(?P<teen>{'|'.join(list(COUNTS)[9:19])})"
    rf"|(?P<tens>{'|'.join(list(COUNTS)[19:])})(?:[-\s](?P<ones>{'|'.join(list(COUNTS)[:9])}))?)\b(?!-)",
    re.IGNORECASE,
)
"""A year as speech is written down: "nineteen ninety-six"."""
_COMPOUND = re.compile(rf"(?:{'|'.join(list(COUNTS)[19:])})-(?:{'|'.join(list(COUNTS)[:9])})\b(?!-)", re.IGNORECASE)
_FESTIVE = frozenset(name.split()[0].split("'")[0].strip(".") for name in HOLIDAYS)
_MARKS = {",": ",", "(": "(", ")": ")"} | dict.fromkeys("-‐‑–—/", "-") | dict.fromkeys('.!?;:\n"“”«»', "|")
_OTHER, _LOOK = Kind.OTHER.value, "?"
_LOOKED_AT = {*_FESTIVE, *MONTHS, *WEEKDAYS, "q", "eighteen", "nineteen", *list(COUNTS)[19:]}
_WORDS: dict[str, str] = {word: kind.value for word, kind in KINDS.items()} | {
    word + point: _LOOK for word in _LOOKED_AT for point in ("", ".")
}
"""From a word in lower case, perhaps with the point of an abbreviation, to its letter, or the order to look closer."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's words by their numbers: `kinds` has one letter of `Kind` for each, the lists say where they stand."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]

    def word(self, number: int) -> str:
        """The word in lower case, without the point of an abbreviation; empty beyond the text."""
        if not 0 <= number < len(self.starts):
            return ""
        return self.text[self.starts[number] : self.ends[number]].rstrip(".").lower()

    def is_capital(self, number: int) -> bool:
        return 0 <= number < len(self.starts) and self.text[self.starts[number]].isupper()


def tokens(text: str) -> Tokens:
    """The words of a text with their kinds."""
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        if found.lastindex == 1:
            # Most words are none of time: the way past them is kept short.
            kind, done = _WORDS.get(found[1].lower(), _OTHER), end
            if kind == _LOOK:
                kind, done = _of_word(text, start, end)
        elif found.lastindex == 2:
            kind, done = _of_figures(text, start, end)
        elif (mark := _MARKS.get(found[0])) is not None:
            kind, done = mark, end
        else:
            kind, done = _of_mark(text, start, end)
        kinds.append(kind)
        starts.append(start)
        ends.append(done)
    return Tokens(text, "".join(kinds), starts, ends)


def _of_word(text: str, start: int, end: int) -> tuple[str, int]:
    """What a word is that letters in lower case alone do not tell."""
    word = text[start:end].lower().removesuffix(".")
    if word in _FESTIVE and (holiday := _HOLIDAY.match(text, start)):
        return Kind.HOLIDAY, holiday.end()
    if word in NAMESAKES:
        return (Kind.NAMESAKE if text[start].isupper() else Kind.OTHER), end
    if word in WEEKDAYS:
        return (Kind.WEEKDAY if len(word) > 5 else Kind.SHORT_WEEKDAY), end
    if word in MONTHS:
        return Kind.MONTH, end
    for pattern, kind in ((_SPOKEN, Kind.YEAR), (_COMPOUND, Kind.COUNT), (_QUARTER, Kind.QUARTER)):
        if found := pattern.match(text, start):
            return kind, found.end()
    return KINDS.get(word, Kind.OTHER), end


def _of_figures(text: str, start: int, end: int) -> tuple[str, int]:
    if written := _DATE.match(text, start):
        return (Kind.DATE if days_of(written[0]) else Kind.OTHER), written.end()
    if decade := _DECADE.match(text, start):
        return Kind.DECADE, decade.end()
    found = _FIGURES.fullmatch(text, start, end)
    if not found or (found[2] is None and text[end : end + 1] == "%"):
        return Kind.OTHER, end
    number = int(found[1])
    if len(found[1]) == 4 and not found[2]:
        return (Kind.YEAR if EARLIEST_YEAR <= number <= LATEST_YEAR else Kind.OTHER), end
    if 1 <= number <= 31 and len(found[1]) <= 2:
        return (Kind.ORDINAL if found[2] else Kind.DAY), end
    return (Kind.ORDINAL if found[2] else Kind.COUNT), end


def _of_mark(text: str, start: int, end: int) -> tuple[str, int]:
    """An apostrophe before a decade or behind an owner; of the rest, several stops in a row."""
    if text[start] not in "'’‘":
        return Kind.BREAK, end
    decade = _DECADE.match(text, start)
    return (Kind.DECADE, decade.end()) if decade else (Kind.POSSESSIVE, end)


def spoken_year(words: str) -> int | None:
    """The number of a year in words, as `tokens` finds them."""
    found = _SPOKEN.fullmatch(words)
    if not found:
        return None
    century, teen, tens, ones = (COUNTS.get(found[name] or "", 0) for name in ("century", "teen", "tens", "ones"))
    return 100 * century + teen + tens + ones


def days_of(written: str) -> list[date]:
    """The days that a date in figures may mean: one for 2024-06-18, 18/6/2024 and 18.06.2024, two for 5/2/2013."""
    found = _DATE.match(written)
    if not found:
        return []
    if found["year"]:
        days = [_date(found["year"], found["month"], found["day"])]
    else:
        one, two, years = found["one"], found["two"], found["years"]
        if len(years) == 2:
            years = ("19" if int(years) >= 70 else "20") + years
        # With points between, all of Europe writes the day first.
        days = [_date(years, two, one)] + ([_date(years, one, two)] if found["mark"] == "/" else [])
    return sorted({day for day in days if day})


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
