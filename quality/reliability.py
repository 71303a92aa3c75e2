#!/usr/bin/env python3
"""Fit the weights of an attribution's confidence, and show how far the confidence can be believed.

    python quality/reliability.py GOLD [--plot docs/reliability.svg]

Prints the weights for `attributing/confidence.py`, fitted on all of GOLD; then a table of what is said against what is
right, and what each least confidence keeps. Table and plot are made with weights fitted on six sevenths of the articles
and tried on the last, seven times over, so that no article judges itself. Right is what the scorer calls relaxed.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from disagreements import Saying, from_gold, from_spans, matches, read_gold
from numpy.typing import NDArray

from firsthand.attributing.confidence import Signs
from firsthand.attributing.statements import attributions
from firsthand.model import Told
from firsthand.reading.rows import read_row
from firsthand.tagging import tag
from firsthand.text.repaired import Repaired, relocated
from firsthand.text.syntax import Syntax

Numbers = NDArray[np.float64]
FOLDS = 7
STEPS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Judged:
    """Attributions found: their signs, whether each is right, the number of its article; and how many the gold has."""

    shown: Numbers
    right: Numbers
    article: NDArray[np.int64]
    gold: int


def judged(path: Path) -> Judged:
    shown: list[Signs] = []
    right: list[bool] = []
    article: list[int] = []
    wanted = 0
    for number, (name, text, given) in enumerate(read_gold(path)):
        gold = [from_gold(text, one) for one in given]
        own_signs, found = _found(name, text)
        hits = matches(gold, found)
        shown += own_signs
        right += [n in hits for n in range(len(found))]
        article += [number] * len(found)
        wanted += len(gold)
    return Judged(np.array([astuple(one) for one in shown]), np.array(right, np.float64), np.array(article), wanted)


def _found(name: str, text: str) -> tuple[list[Signs], list[Saying]]:
    view = Repaired(text, read_row({"id": name, "text": text}, name, Told()).repairs)
    shown, sayings = [], []
    tagged = tag(view.text)
    for one in attributions(view.text, tagged, Syntax(view.text, tagged.words)):
        shown.append(one.shown)
        back = relocated(one.attribution, view)
        spans = [[held.span for held in side if held] for side in ([back.source], [back.cue], back.contents)]
        sayings.append(from_spans(text, *spans))
    return shown, sayings


def fitted(shown: Numbers, right: Numbers) -> Numbers:
    """Weights of a logistic regression, the constant first, by Newton's method with a light ridge."""
    rows = np.column_stack((np.ones(len(shown)), shown))
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(len(weights))
    ridge[0, 0] = 0
    for _ in range(30):
        sure = 1 / (1 + np.exp(-rows @ weights))
        curve = rows.T @ (rows * (sure * (1 - sure))[:, None]) + ridge
        weights += np.linalg.solve(curve, rows.T @ (right - sure) - ridge @ weights)
    return weights


def tried_elsewhere(cases: Judged) -> Numbers:
    """Each attribution's confidence under weights that its article had no part in."""
    sure = np.zeros(len(cases.right))
    for fold in range(FOLDS):
        own = cases.article % FOLDS == fold
        weights = fitted(cases.shown[~own], cases.right[~own])
        sure[own] = 1 / (1 + np.exp(-weights[0] - cases.shown[own] @ weights[1:]))
    return sure


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions said to be about equally sure: how many, how sure on average, and the share that is right."""

    count: int
    said: float
    right: float


def bins(sure: Numbers, right: Numbers, count: int = 10) -> list[Bin]:
    found = []
    for low in range(count):
        own = (sure * count).astype(int).clip(0, count - 1) == low
        if own.any():
            found.append(Bin(int(own.sum()), float(sure[own].mean()), float(right[own].mean())))
    return found


def plot(points: list[Bin], caption: str) -> str:
    """The reliability curve as SVG: said along the bottom, right up the side, the area of a dot its number of cases."""
    side, left, top = 400, 60, 20
    most = max(point.count for point in points)

    def at(said: float, right: float) -> tuple[float, float]:
        return left + said * side, top + (1 - right) * side

    box = f"0 0 {left + side + 30} {top + side + 80}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
    ]
    for tenth in range(0, 11, 2):
        (x, y), (right, low) = at(tenth / 10, 1), at(1, tenth / 10)
        parts.append(f'<path d="M{x} {y}V{top + side}M{left} {low}H{right}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{x}" y="{top + side + 20}" text-anchor="middle">{tenth / 10:.1f}</text>')
        parts.append(f'<text x="{left - 8}" y="{low + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
    (x, y), (far, high) = at(0, 0), at(1, 1)
    parts.append(f'<path d="M{x} {y}L{far} {high}" stroke="#999999" stroke-dasharray="5 4"/>')
    line = " ".join("{:.1f},{:.1f}".format(*at(point.said, point.right)) for point in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1b6ca8" stroke-width="2"/>')
    for point in points:
        x, y = at(point.said, point.right)
        radius = 3 + 12 * (point.count / most) ** 0.5
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1b6ca8" fill-opacity="0.35"/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="#1b6ca8"/>')
    middle = left + side / 2
    parts.append(f'<text x="{middle}" y="{top + side + 42}" text-anchor="middle">confidence said</text>')
    parts.append(
        f'<text x="16" y="{top + side / 2}" text-anchor="middle" transform="rotate(-90 16 {top + side / 2})">'
        "share that is right</text>"
    )
    parts.append(f'<text x="{middle}" y="{top + side + 66}" text-anchor="middle" fill="#555555">{caption}</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    arguments = parser.parse_args()
    cases = judged(arguments.gold)
    weights = fitted(cases.shown, cases.right)
    print(f"CONSTANT = {weights[0]:.3f}")
    for field, weight in zip(fields(Signs), weights[1:], strict=True):
        print(f"{field.name}={weight:.3f},")
    sure = tried_elsewhere(cases)
    points = bins(sure, cases.right)
    print("\n| said | right | cases |\n| --- | --- | --- |")
    for point in points:
        print(f"| {point.said:.2f} | {point.right:.2f} | {point.count} |")
    off = sum(point.count * abs(point.said - point.right) for point in points) / len(sure)
    print(f"\nmean distance {off:.3f}\n\n| least confidence | precision | recall | F1 |\n| --- | --- | --- | --- |")
    for least in STEPS:
        kept = sure >= least
        precision, recall = cases.right[kept].mean(), cases.right[kept].sum() / cases.gold
        both = 2 * precision * recall / (precision + recall)
        print(f"| {least:g} | {precision:.1%} | {recall:.1%} | {both:.1%} |")
    ranked = cases.right[np.argsort(-sure)].cumsum()
    half = int(np.argmax(ranked >= cases.gold / 2))
    print(f"\nprecision at recall .5: {ranked[half] / (half + 1):.3f}")
    if arguments.plot:
        caption = f"{len(sure)} attributions, tried on articles that had no part in the weights"
        arguments.plot.write_text(plot(points, caption), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
