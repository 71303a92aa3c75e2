#!/usr/bin/env python3
"""Fifty readers at once while articles are added: how long pages of articles and claims take, and whether all come.

    python benchmarks/room.py [--articles 10000] [--readers 50] [--seconds 30] [--pause 0] [--ledger FILE] [--quiet]

A ledger of made-up articles (`benchmarks/newsroom.py`) is filled, compared and put together, unless FILE is there
already; `firsthand serve` shows it, `firsthand add` reads and files more of them in a process of its own (not with
`--quiet`), and readers ask for pages over connections of their own, each again as soon as it has its page, or after
`--pause` seconds. What the readers themselves cost is part of what they measure.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from newsroom import Newsroom

from firsthand.filing import put_together
from firsthand.ledger import Catalogue, Docket, Keeper, Saved, Writer, content_key
from firsthand.model import Slice
from firsthand.tracing import compare, imprint_of
from firsthand.tracing.memory import InMemory

KINDS = ("article", "claim")


def filled(path: Path, count: int) -> None:
    """Make a ledger of so many articles, as fast as it goes: each is compared with those of its own story alone."""
    spent, begun = 0.0, time.perf_counter()
    with Writer(path) as ledger:
        ledger.connection.pragma("synchronous", "off")
        keeper = Keeper(ledger)
        filed = 0
        for story in Newsroom(1).stories(count):
            beside = InMemory()
            for found in story:
                compared = compare(imprint_of(found), beside)
                beside.keep(found, compared)
                with ledger.transaction():
                    ledger.add(found, Saved(content_key(found.article.id, found.article.page.url, None)))
                    keeper.imprint(compared)
            if (filed + len(story)) // 1_000 > filed // 1_000:
                print(f"filed {filed + len(story):,} in {time.perf_counter() - begun:.0f} s", flush=True)
            filed += len(story)
        begun = time.process_time()
        put_together(ledger)
        spent = time.process_time() - begun
    print(f"claims put together: {spent / count * 1000:.1f} ms an article", flush=True)


def addresses(path: Path, chance: random.Random) -> dict[str, list[str]]:
    """Pages of articles and of claims, by kind."""
    with Catalogue.open(path) as catalogue:
        names = list(catalogue.articles())
        docket = Docket(catalogue)
        claims, after = [], None
        while len(claims) < 2_000:
            listing = docket.claims("", Slice(100, after))
            claims += [f"/claims/{one.id}" for one in listing.found]
            if (after := listing.next) is None:
                break
    articles = [f"/articles/{quote(name, safe='')}" for name in chance.sample(names, min(2_000, len(names)))]
    return {"article": articles, "claim": claims}


class Reader:
    """One connection that asks for one page after the other (HTTP/1.1, kept alive)."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def open(self) -> None:
        self._in, self._out = await asyncio.open_connection("127.0.0.1", self._port)

    async def get(self, path: str) -> tuple[int, bytes]:
        """The status and the body."""
        self._out.write(
            f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1:{self._port}\r\naccept-encoding: gzip\r\n\r\n".encode()
        )
        head = await self._in.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        if length is None:
            raise ConnectionError("no length")
        return int(head[9:12]), await self._in.readexactly(int(length[1]))


async def read(
    port: int, pages: dict[str, list[str]], readers: int, seconds: float, pause: float
) -> dict[str, list[float]]:
    """Milliseconds by kind of page; what failed under "failed"."""
    times: dict[str, list[float]] = {kind: [] for kind in (*KINDS, "failed")}
    until = time.perf_counter() + seconds

    async def one(number: int) -> None:
        chance = random.Random(number)
        reader = Reader(port)
        await reader.open()
        await asyncio.sleep(chance.random() * pause)
        while time.perf_counter() < until:
            kind = chance.choice(KINDS)
            begun = time.perf_counter()
            try:
                status, body = await reader.get(chance.choice(pages[kind]))
                good = status == 200 and len(body) > 500
            except (OSError, asyncio.IncompleteReadError):
                good = False
                await reader.open()
            times[kind if good else "failed"].append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(pause)

    await asyncio.gather(*(one(number) for number in range(readers)))
    return times


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def more(path: Path, count: int) -> None:
    """Articles that the ledger does not have, as lines of JSON."""
    with path.open("w", encoding="utf-8") as lines:
        for article in (
            one.article for story in Newsroom(int(time.time())).stories(count, int(time.time())) for one in story
        ):
            row = {
                "id": article.id, "text": article.text, "title": article.title, "outlet": article.outlet.name,
                "domain": article.outlet.domain, "published": article.published.value,
            }  # fmt: skip
            lines.write(json.dumps(row) + "\n")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def told(times: dict[str, list[float]], seconds: float) -> None:
    for kind in KINDS:
        took = sorted(times[kind]) or [0.0]
        at = [took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.95, 0.99)]
        print(f"{kind:8} {len(times[kind]):6,} pages   p50 {at[0]:6.1f} ms   p95 {at[1]:6.1f} ms   p99 {at[2]:6.1f} ms")
    every = sum(len(times[kind]) for kind in KINDS)
    print(f"{every / seconds:.0f} pages a second, {len(times['failed'])} failed; load {os.getloadavg()[0]:.1f}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--quiet", action="store_true", help="nobody adds meanwhile")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            filled(path, given.articles)
        pages = addresses(path, random.Random(2))
        port, rows = free_port(), Path(folder) / "more.jsonl"
        more(rows, 2_000)
        firsthand = (sys.executable, "-m", "firsthand")
        with running(*firsthand, "serve", "--ledger", str(path), "--port", str(port)):
            for _ in range(100):
                with socket.socket() as knock:
                    if knock.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            adding = (*firsthand, "add", "--as", "articles", str(rows), "--ledger", str(path), "--processes", "1")
            with running(*((sys.executable, "-c", "") if given.quiet else adding)):
                before = held = _held(path)
                until = time.monotonic() + (0 if given.quiet else 60)
                while held == before and time.monotonic() < until:
                    time.sleep(0.5)
                    held = _held(path)
                before = held
                times = asyncio.run(read(port, pages, given.readers, given.seconds, given.pause))
                print(f"{_held(path) - before} articles were added meanwhile")
        told(times, given.seconds)
    return 1 if times["failed"] else 0


def _held(path: Path) -> int:
    with Catalogue.open(path) as catalogue:
        return catalogue.holdings().articles


if __name__ == "__main__":
    sys.exit(main())
