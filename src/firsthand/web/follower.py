"""A process beside the room that puts claims together as articles are added, by whomever; readers go before it."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.errors import FirsthandError
from firsthand.filing import put_together
from firsthand.ledger import Catalogue, Docket, Writer

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

NICE = 15
"""How far readers and whoever adds go before (nice(2))."""

EVERY = 1.0
"""Seconds from one look at the ledger to the next."""

AT_ONCE = 4
"""Articles put together in one transaction: whoever adds waits no longer than that takes."""


def following(ledger: Path) -> SpawnProcess:
    """The process, started; it ends with this one."""
    follower = get_context("spawn").Process(target=follow, args=(ledger, os.getpid()), name="follower", daemon=True)
    follower.start()
    return follower


def follow(ledger: Path, room: int) -> None:
    """Put claims together whenever articles wait for it, as long as the room's process lives."""
    # Ctrl+C goes to all processes of a terminal; this one is ended by the room.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    while os.getppid() == room:
        # A ledger that may not be written, or is being moved, is looked at again.
        try:
            catch_up(ledger)
        except FirsthandError:
            time.sleep(10 * EVERY)
        time.sleep(EVERY)


def catch_up(ledger: Path) -> None:
    """Put together what waits, and rest as long as each part of it took."""
    with Catalogue.open(ledger) as catalogue:
        if not Docket(catalogue).waiting():
            return
    begun = time.monotonic()

    def rest(_: int) -> None:
        nonlocal begun
        time.sleep(min(1.0, time.monotonic() - begun))
        begun = time.monotonic()

    with Writer(ledger, make=False) as writer:
        put_together(writer, rest, AT_ONCE)
