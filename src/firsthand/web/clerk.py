"""The process that reads what is added in the browser and files it, so that readers of the room wait for nobody."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from firsthand.errors import FirsthandError
from firsthand.filing import file_all, politely
from firsthand.ledger import Writer
from firsthand.model import Filed, Told
from firsthand.pipeline import Work, works
from firsthand.reading.acquire import NOTHING, Kind, Outside, Source
from firsthand.reading.acquire.sources import kind_of

NICE = 10
"""How far readers of the room go before (nice(2))."""


@dataclass(frozen=True, slots=True)
class Given:
    """One input that somebody gave: bytes in a file of ours, or an address where `path` is None.

    `name` is how it is called; `clean` where lines of JSON hold articles, not pages; `pasted` where there was no file.
    """

    name: str
    path: Path | None = None
    clean: bool = False
    told: Told = NOTHING
    pasted: bool = False

    @property
    def source(self) -> Source:
        """The input as reading takes it."""
        kind = (kind_of(self.name) or Kind.UNKNOWN) if self.path else Kind.URL
        return Source(self.name, kind, self.path)


@dataclass(frozen=True, slots=True)
class Begun:
    """The input with this number, counted in its order, is being read."""

    number: int


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an article of the input that was begun last."""

    filed: Filed


@dataclass(frozen=True, slots=True)
class Ended:
    """The order is carried out, or cannot be: then `problem` says why."""

    problem: str = ""


News: TypeAlias = Begun | Became | Ended
Order: TypeAlias = Sequence[Given]


def work(orders: Connection, ledger: Path) -> None:
    """Carry out orders, one after the other, until nobody is there to give any."""
    # Ctrl+C goes to all processes of a terminal; this one is ended by the room.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    while True:
        try:
            order = orders.recv()
            carry_out(order, ledger, orders.send)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def carry_out(order: Order, ledger: Path, tell: Callable[[News], None], outside: Outside | None = None) -> None:
    """Read and file the inputs of an order; what is told of comes after it is kept."""
    try:
        with ExitStack() as open_until_done:
            writer = open_until_done.enter_context(Writer(ledger))
            site = open_until_done.enter_context(politely(writer, public=True))
            file_all(
                _works(order, tell, outside or Outside(transport=site)),
                writer,
                lambda filed: tell(Became(filed)),
                asked=site.validators,
            )
    except FirsthandError as error:
        tell(Ended(str(error)))
    else:
        tell(Ended())


def _works(order: Order, tell: Callable[[News], None], outside: Outside) -> Iterator[Work]:
    for number, given in enumerate(order):
        tell(Begun(number))
        yield from works([given.source], given.told, clean=given.clean, outside=outside)
