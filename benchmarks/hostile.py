#!/usr/bin/env python3
"""Hostile pages, each given to `firsthand read`: how long it works, how much memory it takes, what the answer is.

    python benchmarks/hostile.py [NAME...]

Each page is read by a process of its own, as a user would start it. Exit status 1 where one takes more than 10
seconds of CPU or 500 MB, or where the answer is neither an article nor an error that names the page.
"""

# ruff: noqa: PLW0108 - pages of megabytes are made only when their turn has come
from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SECONDS, MEGABYTES = 10.0, 500.0
PROSE = "".join(f"<p>The ferry number {n} will not sail before noon, its captain said on Monday.</p>" for n in range(9))
PLAIN = "Ferry stopped\n\n" + "\n\n".join(
    f"The ferry will not sail before {n} o'clock, its captain said." for n in range(9)
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
NAMES = " ".join(f"a{n}=1" for n in range(100_000))
RSS = f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}]><rss><channel><item><title>&l9;</title></item></channel></rss>"

CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "50 MB of nested divs": (".html", lambda: b"<div>" * 10_000_000),
    "50 MB of sibling divs": (".html", lambda: b"<div></div>" * 4_545_454),
    "19 MB of sibling divs": (".html", lambda: b"<div></div>" * 1_727_272),
    "200,000 unclosed paragraphs": (".html", lambda: b"<p>x" * 200_000),
    "79,000 unclosed paragraphs": (".html", lambda: (PROSE + "<p>The mill was sold." * 79_000).encode()),
    "79,000 linked lines": (".html", lambda: (PROSE + "<a href=/x>Mill sold</a><br>" * 39_000).encode()),
    "100,000 attributes": (".html", lambda: f"<div {NAMES}>{PROSE}".encode()),
    "100,000 deep": (".html", lambda: ("<div>" * 100_000 + PROSE).encode()),
    "990 deep, prose all the way": (".html", lambda: ("<div>" + PROSE[:200]).encode() * 990),
    "39,000 paragraphs, 900 deep": (".html", lambda: ("<div>" * 900 + PROSE + "<p>Sold.</p>" * 39_000).encode()),
    "formatting that reopens": (".html", lambda: "".join(f"<b a={n}><p>x" for n in range(39_000)).encode()),
    "one paragraph of 19 MB": (".html", lambda: b"<p>" + b"The mill was sold. " * 1_000_000),
    "one paragraph of 19 MB with a wide letter": (
        ".html",
        lambda: ("<p>" + "The mill was sold. " * 1_000_000 + "’").encode(),
    ),
    "one word of 19 MB": (".html", lambda: b"<p>" + b"x" * 19_000_000),
    "2 MB of quotation marks": (".html", lambda: ("<p>" + "“x ”" * 240_000).encode()),
    "2 MB of digits and bars": (".html", lambda: ("<p>" + "12/12/2012 | " * 150_000).encode()),
    "NUL bytes": (".html", lambda: PROSE.replace(" ", "\0").encode()),
    "nothing but NUL bytes": (".html", lambda: bytes(1_000_000)),
    "UTF-16 with its mark": (".html", lambda: PROSE.encode("utf-16")),
    "UTF-16 without its mark": (".html", lambda: PROSE.encode("utf-16-le")),
    "wrong charset": (".html", lambda: ("<meta charset=utf-8>" + PROSE.replace("ferry", "färjan")).encode("cp1252")),
    "charset that is none": (".html", lambda: ("<meta charset=rot13>" + PROSE).encode()),
    "gzip in a .html": (".html", lambda: gzip.compress(PROSE.encode())),
    "gzip twice": (".html.gz", lambda: gzip.compress(gzip.compress(PROSE.encode()))),
    "gzip that swells to 2 GB": (".html.gz", lambda: gzip.compress(gzip.compress(bytes(1_000_000)) * 2_000)),
    "gzip of 200 MB of zeros": (".html.gz", lambda: gzip.compress(bytes(200_000_000))),
    "gzip broken off": (".html.gz", lambda: gzip.compress(PROSE.encode())[:-20]),
    "billion laughs": (".xhtml", lambda: f"<?xml version='1.0'?><!DOCTYPE x [{LAUGHS}]><p>&l9;{PROSE}".encode()),
    "billion laughs in a feed": (".rss", RSS.encode),
    "lone surrogates": (".jsonl", lambda: json.dumps({"text": PLAIN.replace("ferry", "fe\ud800rry")}).encode()),
    "JSON nested 100,000 deep": (".jsonl", lambda: b'{"text":' * 100_000),
    "19 MB of plain text in one line": (".txt", lambda: b"The mill was sold. " * 1_000_000),
    "1.9 MB of plain text in lines": (".txt", lambda: b"The mill was sold to a maker of paper.\n" * 49_000),
    "300,000 short lines": (".txt", lambda: b"Mill sold\n" * 300_000),
    "1.9 MB of quotation marks": (".txt", lambda: ('"' + "x\" 'y' " * 200_000).encode()),
    "random bytes": (".html", lambda: os.urandom(5_000_000)),
}


def measured(path: Path) -> tuple[float, float, int, str]:
    """Seconds of CPU, megabytes at the peak, exit status and the first words of the answer."""
    out, err = path.with_suffix(".out"), path.with_suffix(".err")
    command = [sys.executable, "-m", "firsthand", "read", "--format", "jsonl", str(path)]
    with out.open("wb") as answer, err.open("wb") as notice:
        actions = [(os.POSIX_SPAWN_DUP2, answer.fileno(), 1), (os.POSIX_SPAWN_DUP2, notice.fileno(), 2)]
        child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    said = err.read_text(encoding="utf-8", errors="replace").replace(str(path), path.name)
    if out.stat().st_size:
        text = json.loads(out.read_bytes().partition(b"\n")[0])["text"]
        said = f"an article of {len(text):,} characters"
    return seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), " ".join(said.split())[:110]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="which pages; all unless given")
    names = parser.parse_args().names or list(CASES)
    bad = 0
    print("| page | seconds | MB | answer |\n| --- | --- | --- | --- |")
    for name in names:
        ending, content = CASES[name]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"page{ending}")
            path.write_bytes(content())
            seconds, megabytes, status, said = measured(path)
        wrong = seconds > SECONDS or megabytes > MEGABYTES or status not in (0, 1) or "Traceback" in said
        bad += wrong
        print(f"| {name} | {seconds:.1f} | {megabytes:.0f} | {said}{' **TOO MUCH**' if wrong else ''} |", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
