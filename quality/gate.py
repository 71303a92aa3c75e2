#!/usr/bin/env python3
"""Measure firsthand on gold data with the scorer, and fail where a figure lies below its floor.

    python quality/gate.py --data FOLDER --score FOLDER [NAME...]

The floors stand in floors.toml, each pinned to the digest of the gold it was measured on.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: the gold in the folder of data, what is read for it, and the floors of its figures.

    With `copied` the pages are read as plain text, as a browser copies them.
    """

    name: str
    measure: str
    gold: str
    digest: str
    floors: dict[str, float]
    input: str | None = None
    articles: bool = False
    copied: bool = False


class Failed(Exception):
    """A measure could not be taken; the message says why."""


def measures(path: Path = FLOORS) -> list[Measure]:
    """The measures that a file of floors names."""
    return [Measure(name=name, **rest) for name, rest in tomllib.loads(path.read_text(encoding="utf-8")).items()]


def figures(measure: Measure, data: Path, score: Path) -> dict[str, float]:
    """What the scorer says of this tree's firsthand; raises Failed where the gold is not the pinned one."""
    gold = data / measure.gold
    digest = sha256(gold.read_bytes()).hexdigest()
    if digest != measure.digest:
        raise Failed(f"{gold} has digest {digest}, not the one its floors were measured on; measure and pin anew")
    with tempfile.TemporaryDirectory() as scratch:
        given = Path(scratch, "articles.jsonl")
        said = Path(scratch, "said.jsonl")
        command = [sys.executable, "-m", "firsthand", "read", "--format", "jsonl"]
        if measure.articles:
            _run([sys.executable, str(score / "articles.py"), str(gold), "-o", str(given)])
            command += ["--as", "articles", str(given)]
        elif measure.copied:
            _run(
                [
                    sys.executable,
                    str(Path(__file__).with_name("copied.py")),
                    str(data / (measure.input or "")),
                    str(given),
                ]
            )
            command.append(str(given))
        else:
            command.append(str(data / (measure.input or "")))
        said.write_bytes(_run(command, may_reject=True))
        scored = [sys.executable, str(score / "score.py"), measure.measure, "--json"]
        report = json.loads(_run([*scored, "--gold", str(gold), "--pred", str(said)]))
    return dict(_flat(report["figures"]))


def _run(command: list[str], *, may_reject: bool = False) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own programs
    if done.returncode and not (may_reject and done.returncode == 1):
        raise Failed(
            f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}"
        )
    return done.stdout


def _flat(report: dict[str, object]) -> Iterator[tuple[str, float]]:
    """Every figure by name: its F1, share, mean or count."""
    for name, figure in report.items():
        if isinstance(figure, dict):
            value = next((figure[key] for key in ("f1", "share", "mean", "count") if figure.get(key) is not None), None)
            if value is not None:
                yield name, float(value)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="which measures; all unless given")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score", type=Path, required=True)
    arguments = parser.parse_args()
    below = 0
    for measure in measures():
        if arguments.names and measure.name not in arguments.names:
            continue
        try:
            found = figures(measure, arguments.data, arguments.score)
        except (Failed, OSError) as error:
            print(f"{measure.name}: {error}")
            below += 1
            continue
        for figure, floor in measure.floors.items():
            value = found.get(figure, 0.0)
            below += value < floor
            print(f"{measure.name:24} {figure:28} {value:.3f}  floor {floor:.3f}{'  BELOW' if value < floor else ''}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
