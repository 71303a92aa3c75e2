"""Charts as plain SVG: bars of a time line, and quantities as dots. They stretch; their labels stand beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.model import Amount, Period, Step, Timeline

SLOT, BAR, HEIGHT = 10, 8, 100
"""Units of the drawing: from one bar to the next, a bar's width, and the height of all."""
LEAST_BAR = 1.5
"""So high is a bar that stands for anything at all, or nobody would see it."""
FEW = 9
"""Up to so many bars do not fill the width: they would be walls."""
LEAST, MOST_APART = 1e-6, 1e12
"""What is less is drawn as nothing; so many times the least is the greatest at most."""
ROOM = 4
"""Units that stay free around dots."""
WIDTH = 400
LETTERS = {Step.DAY: 10, Step.WEEK: 10, Step.MONTH: 7, Step.YEAR: 4}
"""How much of an ISO date names a period."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A period as a bar; `address` leads to what it counts."""

    x: int
    y: float
    height: float
    label: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A time line: `ticks` are labels spread evenly below, `step` what a bar stands for.

    `few` is the number of bars where they are too few to fill the width, else 0.
    """

    width: int
    bars: tuple[Bar, ...]
    most: int
    ticks: tuple[str, ...]
    step: str
    few: int
    undated: int

    @property
    def total(self) -> int:
        return sum(bar.number for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Dot:
    """A quantity: `points` as a path where it is told exactly, `reach` as a line from its least to its greatest."""

    points: str
    reach: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Dots:
    """Quantities over time: `levels` are labels spread evenly beside, the greatest first."""

    dots: tuple[Dot, ...]
    levels: tuple[str, ...]
    ticks: tuple[str, ...]
    logarithmic: bool
    width: int = WIDTH


def bars(timeline: Timeline, address: Callable[[str, str], str]) -> Bars | None:
    """A time line as bars, None where it has a single period; `address` leads to what lies between two days."""
    if len(timeline.periods) < 2:
        return None
    most = timeline.most
    drawn = tuple(
        _bar(number, period, timeline.step, most, address(period.since, period.until))
        for number, period in enumerate(timeline.periods)
    )
    labels = [bar.label for bar in drawn]
    few = len(drawn) if len(drawn) <= FEW else 0
    return Bars(len(drawn) * SLOT, drawn, most, spread(labels), timeline.step.value, few, timeline.undated)


def _bar(number: int, period: Period, step: Step, most: int, address: str) -> Bar:
    height = max(LEAST_BAR, round(period.number / most * HEIGHT, 2)) if period.number else 0.0
    x = number * SLOT + (SLOT - BAR) // 2
    return Bar(x, round(HEIGHT - height, 2), height, period.since[: LETTERS[step]], period.number, address)


def spread(labels: Sequence[str]) -> tuple[str, ...]:
    """A few of the labels, evenly apart, the first and the last among them."""
    steps = len(labels) - 1
    if steps < 2:
        return tuple(labels)
    # Where no number of labels falls on bars alone, they are half a bar off at most: too much among a few.
    some = (4, 3) if len(labels) > FEW else (2,)
    gaps = next((gap for gap in some if steps % gap == 0), 4 if len(labels) > FEW else 1)
    return tuple(labels[round(n * steps / gaps)] for n in range(gaps + 1))


def dots(amounts: Sequence[Amount]) -> Dots | None:
    """Quantities over the days they were published, None where there are none to compare."""
    if len(amounts) < 2:
        return None
    days = [date.fromisoformat(one.published).toordinal() for one in amounts]
    first, last = min(days), max(days)
    scale = _scale([value for one in amounts for value in (one.least, one.greatest) if value is not None])
    across = (WIDTH - 2 * ROOM) / max(1, last - first)
    drawn = []
    for day, one in zip(days, amounts, strict=True):
        x = round(ROOM + (day - first) * across, 2) if last > first else WIDTH / 2
        drawn.append(_dot(x, one, scale))
    middle = [date.fromordinal(first + round(n * (last - first) / 4)).isoformat() for n in range(5)]
    ticks = tuple(dict.fromkeys(middle)) if last - first >= 4 else tuple(dict.fromkeys((middle[0], middle[-1])))
    return Dots(tuple(drawn), scale.levels, ticks, scale.logarithmic)


def _dot(x: float, amount: Amount, scale: _Scale) -> Dot:
    told = dict.fromkeys(scale.height(end) for end in (amount.least, amount.greatest) if end is not None)
    low = HEIGHT if amount.least is None else scale.height(amount.least)
    high = 0 if amount.greatest is None else scale.height(amount.greatest)
    reach = f"M{x} {low}V{high}" if low != high else ""
    return Dot("".join(f"M{x} {y}h0" for y in told), reach, amount)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values stand, from 0 or a power of ten up to a round number."""

    least: float
    greatest: float
    logarithmic: bool
    levels: tuple[str, ...]

    def height(self, value: float) -> float:
        low, high, at = self.least, self.greatest, max(value, self.least)
        if self.logarithmic:
            low, high, at = (math.log10(one) for one in (low, high, at))
        return round(HEIGHT - ROOM - (at - low) / (high - low) * (HEIGHT - 2 * ROOM), 2)


def _scale(values: Sequence[float]) -> _Scale:
    """A scale for values of 0 and more: by powers of ten where the greatest is over fifty times the least."""
    positive = [value for value in values if value >= LEAST] or [1.0]
    greatest = max(positive)
    least = max(min(positive), greatest / MOST_APART)
    if greatest / least > 50:
        low, high = math.floor(math.log10(least)), math.ceil(math.log10(greatest))
        apart = math.ceil((high - low) / 4)
        high = low + math.ceil((high - low) / apart) * apart
        levels = tuple(short(10.0**power) for power in range(high, low - 1, -apart))
        return _Scale(10.0**low, 10.0**high, logarithmic=True, levels=levels)
    top = _round_up(greatest)
    return _Scale(0.0, top, logarithmic=False, levels=(short(top), short(top / 2), "0"))


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 5, 6, 8 and 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 5, 6, 8, 10, 20) if step * power >= value)


def short(value: float) -> str:
    """A number as a label: 1,500 or 2.5 million."""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:,.4g}{name}"
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"
