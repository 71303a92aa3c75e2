"""The grammar of expressions of time: patterns over the kinds of words, and what each says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from firsthand.model import Precision
from firsthand.resolving.moments import periods
from firsthand.resolving.moments.expressions import Counted, Either, Fixed, Lately, Plain, Stretch, Weekly, Yearly
from firsthand.resolving.moments.holidays import HOLIDAYS
from firsthand.resolving.moments.lexicon import (
    DECADES,
    DEICTIC,
    FROM_TEXT,
    ORDINALS,
    SEASONS,
    UNITS,
)
from firsthand.resolving.moments.matching import Built, Found, Grammar
from firsthand.resolving.moments.periods import Period
from firsthand.resolving.moments.tokens import days_of

GRAMMAR = Grammar()

PART = "(?:t?(?:[ELg]-?i?|pO))"
"""A part of what follows: "early", "mid-", "the end of", "later in"."""
BESIDE = "(?:(?P<weekday>[wW]),?t?[(]?)"
"""A weekday beside a date."""
MONTH = "(?P<month>[mM])"
KNOWN_MONTH = "(?P<month>m|(?<=[iSUFBObfEL>gta-])M|(?<=[mM][&,])M)"
"""A month without a day or year: namesakes of people and verbs need a word before them that only times have."""
DAY = "(?P<day>[do])"
YEAR = "(?P<year>Y)"
COUNT = "(?P<about>q+)?(?P<count>[adn])"
OF_YEAR = "(?:[O,']?t?x?(?:(?P<year>Y)|(?P<whichyear>r)?(?P<ofyear>u)))"
"""The year behind something that comes once in each: "of 2024", "this year", "of the year"."""


@GRAMMAR.rule(
    f"{BESIDE}?{MONTH}{DAY},?{YEAR}",
    f"{BESIDE}?t?{DAY}O?{MONTH},?{YEAR}",
    f"{BESIDE}?{DAY}-{MONTH}-{YEAR}",
)
def _full_day(found: Found) -> Built:
    when = _date(found.number("year"), found.month(), found.number("day"))
    return Fixed(periods.day(when), sure=found.weekday() in {None, when.weekday()}) if when else None


@GRAMMAR.rule(f"{BESIDE}?(?P<date>I)")
def _figures(found: Found) -> Built:
    days = [day for day in days_of(found.word("date")) if found.weekday() in {None, day.weekday()}]
    return Either(tuple(map(periods.day, days))) if len(days) > 1 else Fixed(periods.day(days[0])) if days else None


_THAT_YEAR = "(?:O?(?P<whichyear>r)(?P<ofyear>u))?"


@GRAMMAR.rule(f"(?P<which>r)?{BESIDE}?{MONTH}{DAY}{_THAT_YEAR}", f"{BESIDE}?t?{DAY}O?{MONTH}{_THAT_YEAR}")
def _day_of_year(found: Found) -> Built:
    said = _yearly_day(found.month(), found.number("day"), found.weekday(), found.which())
    if said is None or found.at("ofyear") is None:
        return said
    return replace(said, years=found.which("whichyear")) if found.word("ofyear") == "year" else None


@GRAMMAR.rule(
    f"{BESIDE}?{MONTH}{DAY}(?P<to>[-&>])(?P<other>[do])(?:,?{YEAR})?(?![vumM])",
    f"{BESIDE}?{DAY}(?P<to>[-&>])(?P<other>[do])O?{MONTH}(?:,?{YEAR})?",
)
def _two_days(found: Found) -> Built:
    year, month = found.number("year"), found.month()
    first, last = found.number("day"), found.number("other")
    to, start, end = found.at("to") or 0, found.match.start(), found.match.end()
    if year:
        days = _date(year, month, first), _date(year, month, last)
        said: list[Plain | None] = [Fixed(periods.day(when)) if when else None for when in days]
    else:
        said = [_yearly_day(month, first, found.weekday()), _yearly_day(month, last)]
    one, other = said
    return [(start, to, one), (to + 1, end, other)] if one and other else None


@GRAMMAR.rule(f"{PART}?{MONTH},?O?{YEAR}")
def _month_of_a_year(found: Found) -> Built:
    year = found.number("year")
    return Fixed(periods.month(year, found.month())) if year else None


@GRAMMAR.rule(
    f"{PART}?(?P<month>[mM])O?(?P<whichyear>r)(?P<ofyear>u)",
    f"{PART}?t?r?(?P<which>r)(?P<month>[mM])",
    f"{PART}{KNOWN_MONTH}",
    KNOWN_MONTH,
)
def _month(found: Found) -> Built:
    number = found.month()
    return _yearly(found, lambda year: periods.month(year, number))


@GRAMMAR.rule(
    f"{PART}?(?:t?r?(?P<which>r))?(?P<weekday>w)@?",
    f"{PART}?(?P<weekday>w)@?O?(?P<whichweek>r)(?P<unit>u)",
)
def _weekday(found: Found) -> Built:
    if found.at("unit") is not None and found.unit() is not Precision.WEEK:
        return None
    return Weekly(found.weekday(), found.which(), found.which("whichweek"), found.from_text())


@GRAMMAR.rule(f"{PART}?[t=]?(?:r?(?P<which>r))?e")
def _weekend(found: Found) -> Built:
    return Weekly(None, found.which(), from_text=found.from_text())


@GRAMMAR.rule(f"{PART}?(?P<deictic>T)@?", "t?(?P<unit>u)(?P<side>[bf])(?P<deictic>T)")
def _deictic(found: Found) -> Built:
    side = {"before": -1, "after": 1}.get(found.word("side"), 0)
    if side and found.unit() is not Precision.DAY:
        return None
    return Counted(DEICTIC[found.word("deictic")] + side, Precision.DAY)


@GRAMMAR.rule("N")
def _right_now(found: Found) -> Built:
    """ "Right now"; "now" alone says hardly more than "then"."""
    start = found.match.start()
    said = Counted(0, Precision.DAY, about=True)
    return [(start - 1, start + 1, said)] if found.tokens.word(start - 1) == "right" else None


@GRAMMAR.rule(f"{PART}?(?P<the>t)?(?P<which>r|=)(?P<part>@)")
def _part_of_day(found: Found) -> Built:
    which = found.which()
    if found.word("which") in {"same", "that"}:
        return Counted(0, Precision.DAY, from_text=True)
    from_text = found.from_text() or found.at("the") is not None
    return None if which is None else Counted(which, Precision.DAY, from_text)


@GRAMMAR.rule(
    f"{PART}?(?P<before>(?<=[iq]))?(?P<the>t)?r?(?P<which>r)x?(?P<unit>u)(?!')", f"{PART}?(?P<which>r)(?P<unit>u)"
)
def _unit_beside(found: Found) -> Built:
    word, which, unit = found.word("which"), found.which() or 0, found.unit()
    if word == "latest":
        return Lately(unit)
    if word in FROM_TEXT:
        return Counted(which, unit, from_text=True)
    if found.at("the") is None and word != "past":
        return Counted(which, unit)
    if word in {"past", "last"}:
        return Stretch(-1, unit)
    if word == "next":
        return Stretch(1, unit) if found.at("before") is not None else Counted(1, unit, from_text=True)
    return Counted(which, unit)


@GRAMMAR.rule(f"(?:t|=)?(?P<which>r){COUNT}(?P<unit>[uvj])", f"(?:t|=)?{COUNT}(?P<which>r)(?P<unit>[vj])")
def _stretch(found: Found) -> Built:
    which, count = found.which() or 0, found.number("count")
    if not which or count is None or found.word("count") in {"a", "an"}:
        return None
    about = found.at("about") is not None
    if found.word("unit").startswith("hour"):
        return Stretch(which * -(-count // 24), Precision.DAY, about)
    return Stretch(which * count, found.unit(), about)


@GRAMMAR.rule(f"(?<=i){COUNT}(?P<unit>[uv])(?![A'])")
def _within(found: Found) -> Built:
    """ "The first in nearly 25 years" looks back so far; "will meet in two weeks" looks ahead."""
    count, start = found.number("count") or 0, found.match.start()
    if found.tokens.word(start - 1) != "in":
        return None
    about = found.at("about") is not None
    opened = max(found.tokens.kinds.rfind("|", 0, start) + 1, start - 16)
    before = [found.tokens.word(number) for number in range(opened, start - 1)]
    if any(word in ORDINALS or word in {"most", "least", "only"} or _is_superlative(word) for word in before):
        return Stretch(-count, found.unit(), about)
    return Counted(count, found.unit(), about=about, ahead=True)


@GRAMMAR.rule(
    f"{COUNT}(?P<unit>[uvj])A", f"{COUNT}(?P<unit>[uv])(?P<or>\\.)(?P<so>\\.)A", f"{COUNT}(?P<unit>[uvj])(?P<now>F)N"
)
def _ago(found: Found) -> Built:
    count, about = found.number("count"), found.at("about") is not None and _skipped(found) < 1
    if found.word("or") + found.word("so") not in {"", "orso"}:
        return None
    about = about or found.at("so") is not None
    if count is None:
        return None
    now = found.at("now")
    if found.word("unit").startswith("hour"):
        return Counted(0, Precision.DAY, about=True)
    compares = found.word("count") in {"a", "one"} and found.unit() is Precision.YEAR
    about = about or found.unit() in {Precision.DECADE, Precision.CENTURY}
    said = Counted(count if now is not None else -count, found.unit(), about=about, compares=compares and now is None)
    return [(found.match.start() + _skipped(found), found.match.end(), said)]


@GRAMMAR.rule(f"{COUNT}(?P<unit>[uv])(?P<side>[ELbf])(?P<next>[,|)]|$)?", "t(?P<unit>u)(?P<side>[bf])(?=[,|)]|$)")
def _from_text(found: Found) -> Built:
    side, count = found.word("side"), found.number("count") or 1
    ahead = {"earlier": -1, "before": -1, "later": 1, "after": 1}.get(side, 0)
    if not ahead or (side in {"before", "after"} and found.at("count") is not None and found.at("next") is None):
        return None
    skipped = _skipped(found)
    about = found.at("about") is not None and skipped < 1
    compares = side == "earlier" and count == 1 and found.unit() is Precision.YEAR
    end = found.match.end() - (found.at("next") is not None and found.match["next"] != "")
    said = Counted(ahead * count, found.unit(), from_text=True, about=about, compares=compares)
    return [(found.match.start() + skipped, end, said)]


def _skipped(found: Found) -> int:
    """The words by which a count begins later, or earlier: "lower than a year ago", but "more than a year ago"."""
    if found.tokens.word(found.match.start()) != "than":
        return 0
    return -1 if found.tokens.word(found.match.start() - 1) in {"more", "less", "fewer"} else 1


@GRAMMAR.rule("t?x?(?P<unit>u)-?(?P<side>[AE])(?:(?P<of>u|P)|(?P<nth>o)-?(?P<quarter>u))?")
def _year_ago(found: Found) -> Built:
    if found.unit() is not Precision.YEAR or found.word("side") == "early":
        return None
    number = found.number("nth")
    if number and found.word("quarter") == "quarter" and number <= 4:
        return Yearly(lambda year: periods.quarter(year, number), which=None, years=-1)
    if found.word("of") in {"quarter", "period"}:
        return Lately(Precision.QUARTER, years=-1)
    return Counted(-1, Precision.YEAR, from_text=True, compares=True)


@GRAMMAR.rule(f"{PART}?t?=+(?P<unit>u)")
def _same(found: Found) -> Built:
    return Counted(0, found.unit(), from_text=True)


@GRAMMAR.rule(
    "t?(?P<whichyear>r)(?P<ofyear>u)'(?P<unit>[uP])",
    "t?(?:(?P<year>Y)|r)?(?P<unit>[uP])(?:(?P<whichyear>r)(?P<ofyear>u)|a(?P<ago>u)A)?",
)
def _lately(found: Found) -> Built:
    """The quarter that a report is about, or the same of another year: "the latest period", "the 1988 quarter"."""
    word, latest = found.word("unit"), found.tokens.word(found.match.start() + 1) == "latest"
    year, ago = found.number("year"), "year" in {found.word("ofyear"), found.word("ago")}
    if word not in {"quarter", "period"} or (word == "period" and not (latest or year or ago)):
        return None
    if ago:
        return Lately(Precision.QUARTER, years=-1 if found.at("ago") is not None else found.which("whichyear") or 0)
    return Lately(Precision.QUARTER, year=year) if year or latest else None


_CLAUSES = frozenset({"he", "she", "it", "they", "we", "i", "you", "that", "when", "before", "after", "since", "to"})
"""Words that say which day or year it is: "the year he died" is not the running one."""


@GRAMMAR.rule(f"{PART}tx?(?P<unit>u)", "tx?(?P<unit>u)(?![O'])")
def _running(found: Found) -> Built:
    """The unit that is running or was just named: "the end of the year", "in the quarter", "later in the day"."""
    unit = found.unit()
    if unit is Precision.QUARTER:
        return Lately(unit)
    is_bare, behind = found.match[0] in {"tu", "txu"}, found.tokens.word(found.match.end())
    if is_bare and behind in _CLAUSES:
        return None
    if is_bare and (found.tokens.word(found.match.start() - 1) not in {"in", "for", "during"}):
        return None
    return Counted(0, unit, from_text=unit is Precision.DAY)


@GRAMMAR.rule(
    f"{PART}?t?r?x?-?(?P<nth>o)-?(?P<unit>u|H){OF_YEAR}?",
    "t?x?(?P<year>Y)'?x?(?P<nth>o)-?(?P<unit>u|H)",
    "t?(?P<whichyear>r)(?P<ofyear>u)'(?P<nth>o)-?(?P<unit>u|H)",
    f"{PART}?t?(?P<name>Q){OF_YEAR}?",
    f"{PART}?t?(?P<edge>o|r)(?P<unit>u|H){OF_YEAR}",
    f"t?(?P<nth>o)(?P<count>[dn])(?P<units>v){OF_YEAR}",
)
def _part_of_year(found: Found) -> Built:
    """Quarters, halves, and the first so many months; centuries, which are counted in the same way."""
    number, unit = found.number("nth"), found.word("unit") or found.word("units")
    if found.at("name") is not None:
        number, unit = int(found.word("name")[1]), "quarter"
    if found.word("edge") in {"last", "latest"}:
        number = {"quarter": 4, "half": 2}.get(unit)
    if unit == "century" and number and 10 <= number <= 21 and found.at("ofyear") is None:
        return Fixed(periods.years(100 * (number - 1), 100, Precision.CENTURY))
    on = _slice(number or 0, found.number("count") or 1, unit.removesuffix("s"))
    return on and _yearly(found, on)


def _slice(number: int, count: int, unit: str) -> Callable[[int], Period] | None:
    """The number-th quarter or half of a year, or its first so many months or quarters."""
    length = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if length is None or not 1 <= number <= 12 // length or (count > 1 and number > 1) or count * length > 12:
        return None
    if length == 1 and count == 1:
        return None
    precision = {1: Precision.MONTH, 3: Precision.QUARTER}.get(length, Precision.MONTH)
    return lambda year: periods.months(year, (number - 1) * length + 1, count * length, precision)


@GRAMMAR.rule(
    f"{PART}?t?r?(?P<which>r)(?P<season>s)",
    f"{PART}?t?(?P<season>s)(?P<of>O)?t?(?:(?P<year>Y)|(?P<whichyear>r)(?P<ofyear>u))",
    f"{PART}t?(?P<season>s)(?!O)",
    "(?<=[iSUbfq])t(?P<season>s)(?!O)",
)
def _season(found: Found) -> Built:
    name = SEASONS[found.word("season")]
    return _yearly(found, lambda year: periods.season(year, name))


@GRAMMAR.rule(
    f"{PART}?t?r?(?P<which>r)(?P<holiday>h)",
    f"{PART}?(?P<holiday>h)",
    f"(?P<holiday>h)(?:,?O?{YEAR}|O?(?P<whichyear>r)(?P<ofyear>u))",
)
def _holiday(found: Found) -> Built:
    on = HOLIDAYS[found.word("holiday").replace("’", "'")]
    return _yearly(found, lambda year: periods.day(on(year)))


@GRAMMAR.rule("t?(?P<unit>u)-?(?P<end>p)(?!O)", "(?P<unit>u)'(?P<end>p)(?!O)")
def _year_end(found: Found) -> Built:
    if found.unit() is not Precision.YEAR or found.word("end") != "end":
        return None
    return Yearly(lambda year: periods.day(date(year, 12, 31)))


@GRAMMAR.rule(f"{PART}?t?x?{YEAR}", f"{PART}?t(?P<unit>u){YEAR}")
def _year(found: Found) -> Built:
    number = found.number("year")
    if found.word("unit") not in {"", "year"}:
        return None
    return Fixed(periods.year(number)) if number else None


@GRAMMAR.rule(f"t(?P<unit>u)O{MONTH}{DAY}(?:,?{YEAR})?")
def _week_of(found: Found) -> Built:
    """ "The week of March 6"."""
    month, day, year = found.month(), found.number("day"), found.number("year")
    if found.unit() is not Precision.WEEK or not _date(2000, month, day):
        return None

    def on(year: int) -> Period | None:
        when = _date(year, month, day)
        return periods.week(when) if when else None

    period = on(year) if year else None
    return Fixed(period) if period else Yearly(on)


@GRAMMAR.rule("(?P<year>Y)-(?P<other>[dn])(?!-)")
def _two_years(found: Found) -> Built:
    """ "2015-18": both years, the second cut short."""
    first, short = found.number("year") or 0, found.word("other")
    last = first // 100 * 100 + int(short) if short.isdigit() and len(short) == 2 else 0
    if not first < last:
        return None
    start = found.match.start()
    return [(start, start + 1, Fixed(periods.year(first))), (start + 2, start + 3, Fixed(periods.year(last)))]


@GRAMMAR.rule(f"{PART}?t?(?P<decade>D)")
def _decade(found: Found) -> Built:
    word = found.word("decade")
    if word in DECADES:
        first = 1900 + DECADES[word]
    else:
        figures = re.findall(r"\d+", word)[0]
        first = int(figures) if len(figures) == 4 else 1900 + int(figures)
    return Fixed(periods.years(first, 10, Precision.DECADE))


def _yearly(found: Found, on: Callable[[int], Period | None]) -> Built:
    """What comes once a year, in the year that the words name, if they do."""
    if year := found.number("year"):
        period = on(year)
        return Fixed(period) if period else None
    years = found.which("whichyear")
    if found.at("ofyear") is not None:
        if UNITS.get(found.word("ofyear")) is not Precision.YEAR:
            return None
        years = years or 0
    return Yearly(on, found.which(), years, from_text=found.from_text())


def _yearly_day(month: int, day: int | None, weekday: int | None = None, which: int | None = None) -> Yearly | None:
    # The year 2000 has all days that any year has.
    if not _date(2000, month, day):
        return None

    def on(year: int) -> Period | None:
        when = _date(year, month, day)
        return periods.day(when) if when else None

    return Yearly(on, which, weekday=weekday)


def _is_superlative(word: str) -> bool:
    return len(word) > 5 and word.endswith("est")


def _date(year: int | None, month: int, day: int | None) -> date | None:
    try:
        return date(year or 0, month, day or 0)
    except ValueError:
        return None
