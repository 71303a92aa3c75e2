"""When a page was published, where only its words or its address tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.model import Basis, Publication
from firsthand.reading.calendar_words import MONTHS, TODAY, WEEKDAYS, YESTERDAY
from firsthand.reading.openings import folded
from firsthand.text.dates import days_of

EARLIEST_YEAR, LATEST_YEAR = 1990, 2099
"""The years in which pages of the web were and will be published, as far as this program cares."""

DATE_LINE_LONGEST = 140
"""Characters: a longer line with a date in it tells of something else."""

# Dates are looked for in folded text: of letters that must be as they are, all but the names that begin with the first
# are out at once, which they are not where the pattern itself ignores capitals.
_MONTH_NUMBERS = {folded(name): number for name, number in MONTHS.items()}
_WEEKDAY_NUMBERS = {folded(name): number for name, number in WEEKDAYS.items()}
_MONTH = "|".join(sorted(map(re.escape, _MONTH_NUMBERS), key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, _WEEKDAY_NUMBERS), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""
    (?:(?<!\w)(?P<weekday>{_WEEKDAY})(?:\.|\b)\s*,?\s*(?:(?:the|den|le|el|il|de|o|dne)\s+)?)?
    (?:
        (?<!\d)(?P<year1>{_YEAR})(?P<gap>[-/.])(?P<month1>\d\d)(?P=gap)(?P<day1>\d\d)(?!\d)
      | (?<!\d)(?P<year2>{_YEAR})\s?[年년]\s?(?P<month2>\d\d?)\s?[月월]\s?(?P<day2>\d\d?)\s?[日일]
      | (?<![\d.,])(?P<day3>\d\d?)\.\s?(?P<month3>\d\d?)\.\s?(?P<year3>{_YEAR})(?!\d)
      | (?<![\d.,/])(?P<first4>\d\d?)/(?P<second4>\d\d?)/(?P<year4>{_YEAR})(?!\d)
      | (?<![\d.,])(?P<day5>\d\d?)(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+(?:of\s+|de\s+|di\s+)?(?P<month5>{_MONTH})\b\.?
        (?:[\s,-]+(?:de\s+|del\s+)?(?P<year5>{_YEAR})(?!\d))?
      | (?<!\w)(?P<month6>{_MONTH})\b\.?\s+(?P<day6>\d\d?)(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)
        (?:\s*,?\s+(?P<year6>{_YEAR})(?!\d))?
    )
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_YEAR_WRITTEN = re.compile(_YEAR)
_WORD = re.compile(r"\w+")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|issued|released?|created|date|submitted|filed|veröffentlicht|erstellt"
    r"|stand|datum|publié"
    r"|pubblicato|publicado|publicada|fecha|data|gepubliceerd|geplaatst|opublikowano|dodano|опубликовано"
    r"|опубліковано|дата|yayınlanma"
    r"|publicerad|publisert|udgivet|julkaistu|on)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|corrected|aktualisiert|geändert|mis à jour|modifié|aggiornato"
    r"|actualizado|atualizado"
    r"|bijgewerkt|zaktualizowano|обновлено|оновлено|güncellen\w+|uppdaterad|oppdatert|opdateret)\b",
    re.IGNORECASE,
)
# "LONDON, June 18 (Reuters) -", "PARIS, 18 juin (AFP) –", "BERLIN, June 18, 2024 /PRNewswire/ --"
_DATELINE = re.compile(r"[^\W\d_][^\n:;!?]{1,60}?,?\s(?=\S)")
_DATELINE_END = re.compile(
    r"\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)?\s*(?:--|[-–—])\s|\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)\s*[A-Z“\"]"
)
# "(ANSA) - ROMA, 18 GIU -": some agencies sign before the place.
_SIGNED = re.compile(r"^\([^()\n]{2,30}\)\s*[-–—]\s*")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|\b)(?:\s*\(?[A-Z]{2,4}\)?)?|\b\d{1,2}\s*[ap]\.?m\.?\b",
    re.IGNORECASE,
)
_CLOCK_ALONE = re.compile(
    r"\W*(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d){1,2}\s?(?:[ap]\.?m\.?|uhr|h|gmt|utc|[a-z]{3,4})?\W*", re.IGNORECASE
)
_OTHER_WORDS = re.compile(r"[^\W\d_]{2,}")
_URL_DATES = (
    re.compile(rf"/(?P<year>{_YEAR})[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?=[/_.-]|$)"),
    re.compile(rf"/(?P<year>{_YEAR})/(?P<month>[a-z]{{3}})/(?P<day>\d\d?)(?=/)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?<=[/_-])(?P<year>{_YEAR})(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
)
_DEICTIC = TODAY | YESTERDAY
# A year that is still to come when the page is written.
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|bis|d’ici|entro|para|hasta|até|tot|до)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_NAMED_YEAR = re.compile(rf"(?<![\d.,$€£-]){_YEAR}(?![\d%]|[.,]\d|s\b)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: `year` and `weekday` (Monday 0) only where the words give them; offsets into the text."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    start: int
    end: int

    @property
    def full(self) -> date | None:
        """The day meant, if the year is written."""
        return date(self.year, self.month, self.day) if self.year else None


def written_dates(text: str) -> Iterator[WrittenDate]:
    """The dates in a text, in order; days that no calendar has, and 03/04/2024 that may be two days, are left out."""
    if not _DIGIT.search(text):
        return
    small = folded(text)
    if not _YEAR_WRITTEN.search(small) and not any(word in _MONTH_NUMBERS for word in _WORD.findall(small)):
        return  # most end here, ten times as soon
    for found in _DATE.finditer(small):
        parts = {name.rstrip("123456"): value for name, value in found.groupdict().items() if value and name != "gap"}
        if "first" in parts and not _read_slashes(parts):
            continue
        month = _MONTH_NUMBERS.get(parts["month"]) or (int(parts["month"]) if parts["month"].isdigit() else 0)
        year = int(parts["year"]) if "year" in parts else None
        if _exists(year, month, int(parts["day"])):
            weekday = _WEEKDAY_NUMBERS.get(parts.get("weekday", ""))
            yield WrittenDate(year, month, int(parts["day"]), weekday, found.start(), found.end())


def is_date_line(line: str) -> bool:
    """Whether a line says when the page was published or updated and hardly anything else."""
    if not 0 < len(line) <= DATE_LINE_LONGEST or not _DIGIT.search(line):
        return False
    dates = list(written_dates(line))
    if not dates:
        return False
    rest = line
    for written in reversed(dates):
        rest = rest[: written.start] + " " + rest[written.end :]
    rest = _UPDATED.sub(" ", _PUBLISHED.sub(" ", _CLOCK.sub(" ", rest)))
    return len(_OTHER_WORDS.findall(rest)) <= 4 and not line.rstrip().endswith(("?", "!"))


def is_clock_line(line: str) -> bool:
    """Whether a line is a time of day and no more, as over the entries of a live ticker: "21:40", "9.15 pm"."""
    return len(line) <= 16 and bool(_CLOCK_ALONE.fullmatch(line))


def is_labelled_date(line: str) -> bool:
    """Whether a line says of a date that it is the page's: "Published 18 June 2024", "Datum 18.06.2024"."""
    return is_date_line(line) and bool(_PUBLISHED.search(line) or _UPDATED.search(line))


def updated_from_text(lines: Iterable[str]) -> Publication | None:
    """When a line of the head says that the page was updated: the date right behind the word, if its year is given."""
    for line in lines:
        for updated in _UPDATED.finditer(line) if len(line) <= DATE_LINE_LONGEST else ():
            written = next((found for found in written_dates(line) if found.start >= updated.end()), None)
            if written and written.full and not _PUBLISHED.search(line[updated.end() : written.start]):
                return Publication(written.full.isoformat(), Basis.TEXT, certain=True)
    return None


def published_from_url(url: str) -> Publication | None:
    """The day an address names: /2024/06/18/, /2024/jun/18/, -2024-06-18, -20240618."""
    for pattern in _URL_DATES:
        for found in pattern.finditer(url):
            name = found["month"].lower()
            month = int(name) if name.isdigit() else MONTHS.get(name, 0)
            if _exists(int(found["year"]), month, int(found["day"])):
                day = date(int(found["year"]), month, int(found["day"]))
                return Publication(day.isoformat(), Basis.URL, certain=True)
    return None


def published_from_text(text: str, fetched: str | None) -> Publication | None:
    """When the page was published, by its own words; `text` is its head and body, a block a line.

    Looked for in this order: a line that gives the date; the place and date before the first paragraph; "today,
    Tuesday, June 18" in the prose. A year left out is taken from `fetched` (ISO 8601 of any precision), else from the
    weekday if it fits one year only. Dates of what is told are never taken.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    for written, settled in _candidates(lines):
        publication = _resolved(written, fetched, text)
        if publication:
            return publication if settled else Publication(publication.value, publication.basis, certain=False)
    return None


def _candidates(lines: list[str]) -> Iterator[tuple[WrittenDate, bool]]:
    """Dates that may be the publication's, the likeliest first, with whether the words say so outright."""
    date_lines = [line for line in lines if is_date_line(line) or _is_dated_byline(line)]
    for line in date_lines:
        # "Published 17 June 2024, updated 18 June 2024": the first date is the one of publication.
        if not _UPDATED.search(line.split(",")[0]) or _PUBLISHED.search(line):
            updated = _UPDATED.search(line)
            yield from (
                (written, True)
                for written in written_dates(line)
                if not updated or not 0 <= written.start - updated.end() < 6
            )
    for line in date_lines:
        yield from ((written, False) for written in written_dates(line))
    for line in lines:
        written = _of_dateline(line)
        if written:
            yield written, True
    for line in lines:
        yield from ((written, True) for written in _of_today(line))


def _is_dated_byline(line: str) -> bool:
    from firsthand.reading.bylines import byline

    return len(line) <= DATE_LINE_LONGEST and byline(line) is not None and next(written_dates(line), None) is not None


def _of_dateline(line: str) -> WrittenDate | None:
    line = _SIGNED.sub("", line)
    for written in written_dates(line[:120]):
        before, after = line[: written.start].rstrip(), line[written.end : written.end + 60]
        place = before.rstrip(" ,(")
        if place and place.split()[0].isupper() and len(place.split()) <= 8 and _DATELINE_END.match(after):
            return written
    return None


def _of_today(line: str) -> Iterator[WrittenDate]:
    """Dates that the prose calls today or yesterday, given as the day of writing."""
    if _DEICTIC.isdisjoint(line.lower().replace(",", " ").replace("(", " ").split()):
        return
    for written in written_dates(line):
        before = line[max(0, written.start - 24) : written.start].lower().rstrip(" ,(–-").split()
        after = line[written.end : written.end + 16].lower().lstrip(" ,(–-").split()
        beside = {word.strip("(,.") for word in (before[-1:] + after[:1])}
        if beside & TODAY:
            yield written
        elif before and before[-1].strip("(") in YESTERDAY and written.year:
            day = date(written.year, written.month, written.day) + timedelta(days=1)
            yield WrittenDate(day.year, day.month, day.day, None, written.start, written.end)


def _resolved(written: WrittenDate, fetched: str | None, text: str) -> Publication | None:
    if written.full:
        agrees = written.weekday is None or written.full.weekday() == written.weekday
        return Publication(written.full.isoformat(), Basis.TEXT, certain=agrees)
    window = _fetched_window(fetched)
    if window:
        first, last = window
        return _before(written, first, last)
    return _by_weekday(written, text)


def _before(written: WrittenDate, first: date, last: date) -> Publication | None:
    """The latest such day within about a year before the fetching; with a weekday that disagrees, further back."""
    reach = first - timedelta(days=380)
    days = [day for day in _occurrences(written, last.year - 12, last.year) if day <= last]
    near = [day for day in days if day > reach]
    if near:
        # Two Junes lie within "2024" before it ends: then the weekday must have decided.
        certain = written.weekday is not None and len(near) == 1
        return Publication(near[-1].isoformat(), Basis.TEXT, certain)
    if written.weekday is not None and days:
        return Publication(days[-1].isoformat(), Basis.TEXT, certain=False)
    return None


def _by_weekday(written: WrittenDate, text: str) -> Publication | None:
    """Without a fetching: a page is of the last year it names or of the few after it; the weekday must fit just one."""
    if written.weekday is None:
        return None
    years = [int(found[0]) for found in _NAMED_YEAR.finditer(text) if not _AHEAD.search(text[: found.start()][-30:])]
    years = [year for year in years if EARLIEST_YEAR <= year <= LATEST_YEAR]
    if not years:
        return None
    days = list(_occurrences(written, max(years), max(years) + 6))
    return Publication(days[0].isoformat(), Basis.TEXT, certain=False) if len(days) == 1 else None


def _occurrences(written: WrittenDate, first_year: int, last_year: int) -> Iterator[date]:
    """The days with that month, day and weekday, year by year."""
    for year in range(first_year, last_year + 1):
        if _exists(year, written.month, written.day):
            day = date(year, written.month, written.day)
            if written.weekday is None or day.weekday() == written.weekday:
                yield day


def _fetched_window(fetched: str | None) -> tuple[date, date] | None:
    """First and last day on which the page may have been fetched."""
    days = days_of(fetched or "")
    if days and days[0] == days[1]:
        # A page fetched in the evening of one zone may be of the next day in another.
        return days[0], days[0] + timedelta(days=1)
    return days


def _read_slashes(parts: dict[str, str]) -> bool:
    """Settle which of 18/6/2024's numbers is the day, where only one reading exists."""
    first, second = int(parts.pop("first")), int(parts.pop("second"))
    if first > 12 >= second or first == second:
        parts["day"], parts["month"] = str(first), str(second)
        return True
    if second > 12 >= first:
        parts["day"], parts["month"] = str(second), str(first)
        return True
    return False


def _exists(year: int | None, month: int, day: int) -> bool:
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return False
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True
