"""Where a text speaks of time, and what it says there; what only looks like a time is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.model import Precision, Span
from firsthand.resolving.moments.expressions import Bound, Bounded, Counted, Fixed, Mention, Range, Stretch
from firsthand.resolving.moments.grammar import GRAMMAR
from firsthand.resolving.moments.lexicon import COUNTED, FESTIVE_THINGS, NAMED_AFTER_WEEKDAYS, REFERENCES, Kind
from firsthand.resolving.moments.matching import Read
from firsthand.resolving.moments.tokens import Tokens

_RUN = re.compile(r"[^.|]+")
"""Words that expressions of time are made of, side by side."""
_CORE = re.compile("[wmMshIYDQuvjeHPTN@]")
"""Kinds of words without one of which there is no time."""

_NO_YEAR_BEHIND = frozenset({"some", "nearly", "almost", "over", "than", "about", "roughly", "approximately", "least"})
_BOUNDS = {"since": Bound.SINCE, "until": Bound.UNTIL, "till": Bound.UNTIL, "by": Bound.UNTIL, "through": Bound.UNTIL}

Expression = Mention | Bounded | Range


def expressions(tokens: Tokens) -> list[Expression]:
    """The expressions of time in a text; those that an interval is made of come before it."""
    read = list(_read(tokens))
    mentions = [Mention(_span(tokens, start, end), says) for start, end, says in read]
    found: list[Expression] = []
    for number, (start, end, _) in enumerate(read):
        found.append(mentions[number])
        opened = _opening(tokens, read, number) if number else None
        if opened is not None:
            found.append(Range(_span(tokens, opened, end), mentions[number - 1], mentions[number]))
        elif bound := _bound(tokens, start, end):
            at, kind = bound
            found.append(Bounded(_span(tokens, at, end), mentions[number], kind))
    return found


def _span(tokens: Tokens, start: int, end: int) -> Span:
    return Span(tokens.starts[start], tokens.ends[end - 1])


def _read(tokens: Tokens) -> Iterator[Read]:
    """What can be read from left to right, nothing twice."""
    for run in _RUN.finditer(tokens.kinds):
        at = run.start()
        if not _CORE.search(tokens.kinds, at, run.end()):
            continue
        while at < run.end():
            accepted = next(
                (read for read in GRAMMAR.readings(tokens, at) if all(_is_time(tokens, one) for one in read)), None
            )
            yield from accepted or ()
            at = accepted[-1][1] if accepted else at + 1


def _is_time(tokens: Tokens, read: Read) -> bool:
    """Whether the words around allow the reading."""
    start, end, says = read
    if tokens.word(start) == "following":
        # "Following Monday's debate" is after it; the weekday behind "the following" is another.
        return False
    if tokens.word(start - 1) in {"every", "each", "per"} or _is_name(tokens, start, end):
        return False
    if isinstance(says, Counted | Stretch) and tokens.kinds[start] == Kind.THE and tokens.kinds[end - 1] == Kind.UNIT:
        # "The last week of the campaign" is not last week.
        return tokens.kinds[end : end + 1] != Kind.OF
    if isinstance(says, Fixed) and tokens.kinds[start] == Kind.THE and tokens.word(start) != "the":
        # Of "their 2005 deal" the year alone.
        return False
    if isinstance(says, Fixed) and says.period.unit is Precision.YEAR and end - start == 1:
        return _is_year(tokens, start)
    return True


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a weekday or month is part of a name: the Sunday Times, June Example, the March on Washington."""
    last, is_capital = tokens.kinds[end - 1], tokens.is_capital(end)
    if last == Kind.HOLIDAY:
        return (is_capital and tokens.kinds[end] == Kind.OTHER) or tokens.word(end) in FESTIVE_THINGS
    if last == Kind.WEEKDAY:
        return is_capital and tokens.word(end) in NAMED_AFTER_WEEKDAYS
    if last != Kind.NAMESAKE:
        return False
    if tokens.word(end - 1) == "march" and tokens.kinds[max(0, start - 1)] in {Kind.THE, Kind.A}:
        return tokens.kinds[end : end + 1] in {Kind.IN, Kind.TO}
    return is_capital and tokens.kinds[end] == Kind.OTHER


def _is_year(tokens: Tokens, number: int) -> bool:
    """Whether four digits by themselves are a year: not what they count, nor the number of a resolution or a room."""
    before, behind = tokens.word(number - 1), tokens.word(number + 1)
    if behind in COUNTED or tokens.kinds[number + 1 : number + 2] in {Kind.UNIT, Kind.UNITS}:
        return False
    if before in _NO_YEAR_BEHIND or any(tokens.word(at) in REFERENCES for at in _numbers_before(tokens, number)):
        return False
    is_round = tokens.word(number).endswith("00")
    is_led = tokens.kinds[number - 1 : number] in set("iSUFBtbfOaELp>&-,(mMx'")
    return not is_round or (bool(number) and is_led and not behind.endswith("s"))


def _numbers_before(tokens: Tokens, number: int) -> Iterator[int]:
    """The first word before that is no number in a row of them: "resolutions 1718, 1874 and 2087"."""
    at = number - 1
    while at > 0 and tokens.kinds[at] in set("Y,&dn"):
        at -= 1
    yield at


def _opening(tokens: Tokens, read: Sequence[Read], number: int) -> int | None:
    """The word at which an interval from the expression before to this one begins, if they make one."""
    (start, end, one), (next_start, _, other) = read[number - 1], read[number]
    if next_start != end + 1:
        return None
    before, link = tokens.kinds[start - 1 : start] if start else "", tokens.kinds[end]
    if link == Kind.AND:
        return start - 1 if before == Kind.BETWEEN else None
    if link == Kind.TO and before == Kind.FROM:
        return start - 1
    if link in {Kind.TO, Kind.DASH} and type(one) is type(other):
        return start
    return None


def _bound(tokens: Tokens, start: int, end: int) -> tuple[int, Bound] | None:
    """The preposition that makes an expression the beginning or the end of something, with its number."""
    at = start - 2 if tokens.word(start - 1) == "the" else start - 1
    word = tokens.word(at)
    bound = _BOUNDS.get(word)
    if bound is None or (bound is Bound.UNTIL and tokens.kinds[end : end + 1] == Kind.POSSESSIVE):
        return None
    return at, bound
