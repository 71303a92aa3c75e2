"""Holidays that newspapers of English name for a date: fixed days, the n-th weekday of a month, days around Easter.

Feasts of calendars other than the Gregorian (Ramadan, Passover, the lunar New Year) are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

On = Callable[[int], date]
"""From a year to the day on which a holiday falls in it."""


def _fixed(month: int, day: int) -> On:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, after: int = 0) -> On:
    """The n-th such weekday of a month (the last for -1), or so many days after it."""

    def on(year: int) -> date:
        if nth > 0:
            first = date(year, month, 1)
            found = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
        else:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
            found = last - timedelta((last.weekday() - weekday) % 7)
        return found + timedelta(after)

    return on


def _easter(after: int = 0) -> On:
    """Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher), or so many days after it."""

    def on(year: int) -> date:
        century, rest = divmod(year, 100)
        golden = year % 19
        correction = (century - (century + 8) // 25 + 1) // 3
        epact = (19 * golden + century - century // 4 - correction + 15) % 30
        weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
        shift = (golden + 11 * epact + 22 * weekday) // 451
        month, day = divmod(epact + weekday - 7 * shift + 114, 31)
        return date(year, month, day + 1) + timedelta(after)

    return on


HOLIDAYS: dict[str, On] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "martin luther king day": _nth(3, 0, 1),
    "martin luther king jr. day": _nth(3, 0, 1),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(3, 0, 2),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(),
    "easter monday": _easter(1),
    "easter": _easter(),
    "april fools' day": _fixed(4, 1),
    "may day": _fixed(5, 1),
    "memorial day": _nth(-1, 0, 5),
    "flag day": _fixed(6, 14),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "election day": _nth(1, 0, 11, after=1),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _nth(4, 3, 11),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, after=1),
    "cyber monday": _nth(4, 3, 11, after=4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
"""From a holiday's name in lower case to its day in a year."""
