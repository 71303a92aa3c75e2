#!/usr/bin/env python3
"""Show where firsthand and a gold file disagree about who said what, each case in its sentences, by category.

    python quality/disagreements.py GOLD [--said SAID.jsonl] [--category C] [--only direct|indirect|saying] …

GOLD is a JSONL file of annotated articles, gzipped or not. Without --said, firsthand reads the articles first.
Words are counted as the scorer counts them; categories are told apart as `CATEGORIES` says.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from firsthand.model import Span, Told
from firsthand.pipeline import find
from firsthand.reading.rows import read_row
from firsthand.text.quotation import quotations

CATEGORIES = {
    "missed": "nothing found about these words",
    "cue": "the words are found, under another cue or none",
    "content": "the cue is found, with other words",
    "source": "cue and words are found, with another source",
    "source-missed": "cue and words are found, without their source",
    "source-added": "cue and words are found, with a source where there is none",
    "false": "found, and not in the gold",
    "twice": "found, about words that another find already matches",
    "inexact": "found and right, but source, cue or content begins or ends elsewhere",
}
ROLES = ("source", "cue", "content")
_VERBS = """said says say saying told tells tell according added adds asked asks wrote writes announced reported reports
    stated claimed claims argued argues noted tweeted called"""
SAYING = frozenset(_VERBS.split())
COLOURS = {"source": "green", "cue": "yellow", "content": "cyan"}
_WORD = re.compile(r"\w+(?:[.,]\d+)*|['’](?:s|re|ve|ll|d|m|t)\b")

CharSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: the spans of each role, and the words in them by number."""

    spans: dict[str, list[CharSpan]]
    words: dict[str, frozenset[int]]
    confidence: float | None = None

    def cue_in(self, text: str, vocabulary: frozenset[str]) -> bool:
        said = " ".join(text[start:end] for start, end in self.spans["cue"]).lower()
        return not vocabulary.isdisjoint(re.findall(r"\w+", said))

    def is_direct(self, text: str) -> bool:
        return any(set(text[max(0, start - 1) : end + 1]) & set('"“”„‟«»') for start, end in self.spans["content"])


@dataclass(frozen=True, slots=True)
class Case:
    """One disagreement; either side may be missing."""

    category: str
    article: str
    text: str
    gold: Saying | None
    found: Saying | None

    @property
    def sayings(self) -> list[Saying]:
        return [saying for saying in (self.gold, self.found) if saying]

    def kinds(self) -> Iterator[str]:
        yield "direct" if any(saying.is_direct(self.text) for saying in self.sayings) else "indirect"
        if any(saying.cue_in(self.text, SAYING) for saying in self.sayings):
            yield "saying"


def read_gold(path: Path) -> Iterator[tuple[str, str, list[dict[str, list[CharSpan]]]]]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"], [{role: given[role] for role in ROLES} for given in row["attributions"]]


def read_said(path: Path) -> dict[str, list[dict[str, object]]]:
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row["statements"] for row in map(json.loads, lines)}


def from_gold(text: str, given: dict[str, list[CharSpan]]) -> Saying:
    spans = {role: [(start, end) for start, end in given[role]] for role in ROLES}
    return Saying(spans, _numbered(text, spans))


def from_spans(text: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Saying:
    """From spans of the noun, as attributing gives them."""
    given = dict(zip(ROLES, (source, cue, content), strict=True))
    spans = {role: [(span.start, span.end) for span in held] for role, held in given.items()}
    return Saying(spans, _numbered(text, spans))


def from_record(text: str, record: dict[str, object]) -> Saying:
    """From a statement of the JSON that `firsthand read` prints."""
    spans = {role: [(span["start"], span["end"]) for span in _listed(record[role])] for role in ROLES}
    return Saying(spans, _numbered(text, spans), float(str(record["confidence"])))


def _listed(value: object) -> list[dict[str, int]]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def freshly_read(name: str, text: str) -> list[Saying]:
    sayings = []
    for statement in find(read_row({"id": name, "text": text}, name, Told())).statements:
        sides = ([statement.source], [statement.cue], statement.content)
        saying = from_spans(text, *([span for span in side if span] for side in sides))
        sayings.append(replace(saying, confidence=statement.confidence))
    return sayings


def _numbered(text: str, spans: dict[str, list[CharSpan]]) -> dict[str, frozenset[int]]:
    """The words of each role by their offsets; a span of bare punctuation stands for itself."""
    numbered = {}
    for role, held in spans.items():
        words = {start + at.start() for start, end in held for at in _WORD.finditer(text[start:end])}
        numbered[role] = frozenset(words or {-1 - start for start, _ in held})
    return numbered


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def cases(article: str, text: str, gold: list[Saying], found: list[Saying]) -> Iterator[Case]:
    """The disagreements of one article."""
    pairs = _pairs(gold, found)
    for n, m in pairs:
        category = _category(gold[n], found[m])
        if category:
            yield Case(category, article, text, gold[n], found[m])
    missed = set(range(len(gold))) - {n for n, _ in pairs}
    added = set(range(len(found))) - {m for _, m in pairs}
    yield from (Case("missed", article, text, gold[n], None) for n in sorted(missed))
    for m in sorted(added):
        again = any(likeness(gold[n].words["content"], found[m].words["content"]) >= 0.5 for n, _ in pairs)
        yield Case("twice" if again else "false", article, text, None, found[m])


def matches(gold: list[Saying], found: list[Saying]) -> set[int]:
    """The numbers of those found that are right: cue and source touch the gold's, and half of the words agree."""
    return {m for n, m in _pairs(gold, found) if _category(gold[n], found[m]) in {None, "inexact"}}


def _pairs(gold: list[Saying], found: list[Saying]) -> list[tuple[int, int]]:
    """Gold and found that belong together, by number: best pairs first, right ones before wrong ones."""
    close = sorted(
        ((_closeness(g, f), n, m) for n, g in enumerate(gold) for m, f in enumerate(found) if _closeness(g, f)[1]),
        key=lambda pair: (-pair[0][0], -pair[0][1], pair[1:]),
    )
    golds, finds = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, n, m in close:
        if n in golds and m in finds:
            golds.remove(n)
            finds.remove(m)
            pairs.append((n, m))
    return pairs


def _closeness(gold: Saying, found: Saying) -> tuple[int, float]:
    """How much of a pair agrees, and how well; nothing pairs that shares neither cue nor half of the words."""
    content = likeness(gold.words["content"], found.words["content"])
    cue = bool(gold.words["cue"] & found.words["cue"])
    source = _same_source(gold, found)
    enough = content >= 0.5
    close = content + cue + source / 2 if enough or (cue and content) or cue else 0.0
    return (cue and enough) * 2 + (cue and enough and source), close


def _same_source(gold: Saying, found: Saying) -> bool:
    one, other = gold.words["source"], found.words["source"]
    return bool(one & other) or not (one or other)


def _category(gold: Saying, found: Saying) -> str | None:
    if not gold.words["cue"] & found.words["cue"]:
        return "cue"
    if likeness(gold.words["content"], found.words["content"]) < 0.5:
        return "content"
    if not _same_source(gold, found):
        if not found.words["source"]:
            return "source-missed"
        return "source" if gold.words["source"] else "source-added"
    return None if gold.words == found.words else "inexact"


def passage(text: str, sayings: list[Saying]) -> CharSpan:
    """The lines that hold what is to be shown, cut where they are long."""
    every = [span for saying in sayings for held in saying.spans.values() for span in held]
    first, last = min(start for start, _ in every), max(end for _, end in every)
    begin = max(text.rfind("\n", 0, first) + 1, first - 160)
    stop = text.find("\n", last)
    return begin, min(len(text) if stop < 0 else stop, last + 120)


def marked(text: str, shown: CharSpan, saying: Saying) -> Text:
    """The passage with the roles of one attribution in brackets and colours."""
    opened = {start: (role, end) for role in ROLES for start, end in saying.spans[role]}
    line = Text()
    at = shown[0]
    for start, (role, end) in sorted(opened.items()):
        if start < at:
            continue
        line.append(text[at:start])
        line.append(f"[{'S' if role == 'source' else 'C' if role == 'cue' else ''}{text[start:end]}]", COLOURS[role])
        at = end
    line.append(text[at : shown[1]])
    return Text(" ").join(line.split("\n", allow_blank=True))


def show(case: Case, console: Console) -> None:
    shown = passage(case.text, case.sayings)
    console.print(f"{case.category} · {' · '.join(case.kinds())} · {case.article}", style="bold", markup=False)
    for side, saying in (("gold ", case.gold), ("found", case.found)):
        if saying:
            sure = f" {saying.confidence:.2f}" if saying.confidence is not None else ""
            console.print(Text(f"  {side}{sure}  ") + marked(case.text, shown, saying), soft_wrap=True)
    marks = ", ".join(f"{m.span.start}–{m.span.end}" for m in quotations(case.text[shown[0] : shown[1]]))
    console.print(f"  at {shown[0]}; quotations {marks or 'none'}\n", style="dim", soft_wrap=True)


def chosen(every: Iterable[Case], arguments: argparse.Namespace) -> Iterator[Case]:
    for case in every:
        shown = passage(case.text, case.sayings)
        if (
            (not arguments.category or case.category in arguments.category)
            and (not arguments.only or arguments.only in case.kinds())
            and (not arguments.find or re.search(arguments.find, case.text[shown[0] : shown[1]], re.IGNORECASE))
            and (not arguments.article or arguments.article in case.article)
        ):
            yield case


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--said", type=Path, help="what `firsthand read --as articles --format jsonl` printed")
    parser.add_argument("--category", action="append", choices=CATEGORIES, help="may be given several times")
    parser.add_argument("--only", choices=("direct", "indirect", "saying"))
    parser.add_argument("--find", metavar="REGEX", help="only where the passage holds this")
    parser.add_argument("--article", metavar="ID", help="only articles whose id holds this")
    parser.add_argument("--least", type=float, default=0.0, metavar="N", help="leave out finds less sure than N")
    parser.add_argument("--limit", type=int, default=None, metavar="N", help="show so many at most")
    arguments = parser.parse_args()
    said = read_said(arguments.said) if arguments.said else None
    every: list[Case] = []
    for name, text, attributions in read_gold(arguments.gold):
        if arguments.article and arguments.article not in name:
            continue
        found = [from_record(text, one) for one in said.get(name, [])] if said is not None else freshly_read(name, text)
        sure = [one for one in found if (one.confidence or 0) >= arguments.least]
        every += cases(name, text, [from_gold(text, given) for given in attributions], sure)
    picked = list(chosen(every, arguments))
    console = Console(highlight=False, emoji=False)
    for case in picked[: arguments.limit]:
        show(case, console)
    counted = Counter(case.category for case in picked)
    for category, meaning in CATEGORIES.items():
        if counted[category]:
            console.print(f"{counted[category]:6}  {category:14} {meaning}", markup=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
