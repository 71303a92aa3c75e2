"""How far a long run is, and how long it will still take."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from firsthand.cli.printing import tell

WINDOW = 60.0
"""Seconds over which the pace is taken: known articles fly by and say nothing of those still to be read."""

EVERY = 15.0
"""Seconds between two lines where there is no terminal to draw a bar on."""


class Pace(AbstractContextManager["Pace"]):
    """Shows progress on standard error: a bar on a terminal, now and then a line elsewhere."""

    def __init__(self, notices: Console, total: int | None, doing: str, clock: Callable[[], float] = monotonic) -> None:
        self._notices = notices
        self._total = total
        self._doing = doing
        self._clock = clock
        self._done = 0
        self._marks = deque([(clock(), 0)])
        self._told = clock()
        self._bar: Progress | None = None
        if notices.is_terminal:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=notices, speed_estimate_period=WINDOW)
            self._task = self._bar.add_task(doing, total=total)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def step(self) -> None:
        """One more input is done."""
        self._done += 1
        if self._bar:
            self._bar.advance(self._task)
        elif self._clock() - self._told >= EVERY:
            self._told = self._clock()
            tell(self.line(), self._notices)

    def line(self) -> str:
        """How far it is, in words."""
        left = self._left()
        of = f" of {self._total:,}" if self._total is not None else ""
        return f"{self._doing}: {self._done:,}{of}" + ("" if left is None else f", about {duration(left)} left")

    def _left(self) -> float | None:
        now = self._clock()
        self._marks.append((now, self._done))
        while len(self._marks) > 2 and now - self._marks[1][0] >= WINDOW:
            self._marks.popleft()
        since, done = self._marks[0]
        if self._total is None or self._done <= done or now <= since:
            return None
        return (self._total - self._done) * (now - since) / (self._done - done)


def duration(seconds: float) -> str:
    """A time as people say it."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
