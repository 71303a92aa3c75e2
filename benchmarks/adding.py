#!/usr/bin/env python3
"""How long adding with tracing takes as a ledger grows, by the clock, tagging apart.

    python benchmarks/adding.py ARTICLES.jsonl [--sizes 1000 10000 100000] [--processes 2] [--ledger FILE]

The articles are those of `benchmarks/tracing.py`, in the same order. They are made ready (imprint, comparison with what
the ledger holds, rows) in so many processes and filed by one more, as `firsthand add` does it; making the articles up
stays outside the clock. Claims are put together in the end, by one process. Beside the clock stands what both sides
took of the processor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple, TypeAlias

from firsthand.filing import Ready, file_ready, put_together, ready
from firsthand.ledger import Keeper, Writer
from firsthand.model import Article, Findings, Outcome
from tracing import Planned, Press, plan, sources

AT_A_TIME = 500
"""Articles that are made up before the clock runs."""

UNDERWAY = 4
"""So many articles of one process are ready and not yet filed at most, as in `firsthand add`."""

Made: TypeAlias = "Queue[tuple[Article, Ready]]"


class Reading(NamedTuple):
    """How to reach a process that makes articles ready, and what it made."""

    orders: Connection
    made: Made


def make_ready(orders: Connection, made: Made, found: Sequence[Findings], ledger: Path) -> None:
    """Make articles up, say so, wait for the start, and hand them over as a process that reads does."""
    press = Press(found)
    while planned := orders.recv():
        articles = [press.article(one) for one in planned]
        orders.send(len(articles))
        orders.recv()
        began = time.process_time()
        for one in articles:
            # What was handed out lies with the process that files; of this its key is made.
            known = replace(one.article, text="", blocks=(), repairs=())
            made.put((known, ready(one.article, one, ledger)))
        orders.send(time.process_time() - began)


@contextmanager
def readers(processes: int, found: Sequence[Findings], ledger: Path) -> Iterator[list[Reading]]:
    """So many processes that make articles ready, and how to reach them."""
    spawning = get_context("spawn")
    with ExitStack() as stack:
        reached = []
        for _ in range(processes):
            here, there = spawning.Pipe()
            made: Made = spawning.Queue(UNDERWAY)
            process = spawning.Process(target=make_ready, args=(there, made, found, ledger))
            process.start()
            stack.callback(process.join)
            stack.callback(here.send, ())
            reached.append(Reading(here, made))
        yield reached


def add(planned: Sequence[Planned], reached: Sequence[Reading], keeper: Keeper, ledger: Writer) -> tuple[float, ...]:
    """Seconds by the clock, of the processor in the process that files, and in those that make ready."""
    for place, one in enumerate(reached):
        one.orders.send(planned[place :: len(reached)])
    for one in reached:
        one.orders.recv()
    clock, here = time.perf_counter(), time.process_time()
    for one in reached:
        one.orders.send(None)
    for _, one in zip(planned, cycle(reached), strict=False):
        filed = file_ready(*one.made.get(), keeper, ledger)
        assert filed.outcome is Outcome.ADDED, filed
    spent = time.perf_counter() - clock, time.process_time() - here
    return *spent, sum(one.orders.recv() for one in reached)


def measure(path: Path, found: Sequence[Findings], sizes: Sequence[int], processes: int) -> None:
    """Add the articles, and tell what it costs at each size since the size before."""
    planned = plan(max(sizes), len(found), random.Random(1))
    before, spent = 0, [0.0, 0.0, 0.0]
    with Writer(path) as ledger, readers(processes, found, path) as reached:
        keeper = Keeper(ledger)
        for size in sorted(sizes):
            for start in range(before, size, AT_A_TIME):
                took = add(planned[start : min(size, start + AT_A_TIME)], reached, keeper, ledger)
                spent = [one + more for one, more in zip(spent, took, strict=True)]
            by_clock, filing, making_ready = (1000 * seconds / (size - before) for seconds in spent)
            print(
                f"{size:7,}: {by_clock:5.1f} ms an article by the clock; of the processor: filing {filing:.1f}, "
                f"making ready {making_ready:.1f} in {processes} processes",
                flush=True,
            )
            before, spent = size, [0.0, 0.0, 0.0]
    with Writer(path) as ledger:
        clock = time.perf_counter()
        put_together(ledger)
        print(
            f"claims put together: {1000 * (time.perf_counter() - clock) / max(sizes):.1f} ms an article by the clock"
        )
    print(f"{path.stat().st_size / 1000 / max(sizes):.1f} kB an article")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSONL of clean articles")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--processes", type=int, default=2, help="that make articles ready")
    parser.add_argument("--ledger", type=Path, help="keep the ledger here")
    given = parser.parse_args()
    found = sources(given.articles)
    with tempfile.TemporaryDirectory() as folder:
        measure(given.ledger or Path(folder) / "ledger.db", found, given.sizes, given.processes)


if __name__ == "__main__":
    main()
