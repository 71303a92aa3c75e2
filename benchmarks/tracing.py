#!/usr/bin/env python3
"""What adding with tracing costs as a ledger grows, tagging apart, in words of real news.

    python benchmarks/tracing.py ARTICLES.jsonl [--sizes 1000 10000 100000] [--ledger FILE]

ARTICLES.jsonl holds a few hundred clean articles, as `firsthand read --as articles` takes them. They are read once, cut
to 3,000 characters, and multiplied: words, names and larger numbers are exchanged for others of the same length, words
for others as common, so that all that was found in an article stays where it stands. The articles of one story share
what was exchanged; names that stand in several articles stay as they are, as those of presidents and capitals do.
Stories have one to fifty articles, most of them few; a third of a story's articles are copies of its first, with one
word in twenty changed. The printed milliseconds are of the processor, of one core, since the size before.
`firsthand add` makes imprints and rows ("preparing") in the processes that read, beside the one that compares and
files; claims are put together when first asked for.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple

from firsthand.filing import put_together
from firsthand.ledger import Keeper, Prepared, Saved, Writer, content_key, prepared
from firsthand.model import Basis, Findings, Outlet, Publication, Told
from firsthand.pipeline import find
from firsthand.reading.rows import read_row
from firsthand.text.winnowing import word_number
from firsthand.tracing import compare, imprint_of
from firsthand.tracing.vocabulary import known

LENGTH, SHORTEST, LONGEST_STORY = 3_000, 2_000, 50
OUTLETS, STORIES_A_DAY, SPREAD = 300, 40, 0.7
COPIES, CHANGED = 1 / 3, 1 / 20
EVERYWHERE, NAMES_OF_A_LENGTH = 5, 3
READING, FILING = ("imprint", "preparing"), ("comparing", "filing")
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
WORD = re.compile(r"\b(?:[A-Za-z]{2,}|\d{2,})\b")
START = datetime(2024, 1, 1, tzinfo=UTC)


class Planned(NamedTuple):
    """An article to be made: when it appears, of which story it is, from which source; the nth of its story."""

    at: float
    story: int
    source: int
    copy: bool
    nth: int


def sources(path: Path) -> list[Findings]:
    """The first 3,000 characters of the articles, with all that is found in them."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    cut = [{**row, "text": row["text"][:LENGTH]} for row in rows if len(row["text"]) >= SHORTEST]
    return [find(read_row(row, f"{path}:{number}", Told())) for number, row in enumerate(cut, 1)]


def plan(articles: int, sources: int, chance: random.Random) -> list[Planned]:
    """The articles in the order in which they appear."""
    planned: list[Planned] = []
    for story in count():
        first = chance.randrange(sources)
        for nth in range(min(LONGEST_STORY, int(chance.paretovariate(1.2)))):
            copy = nth > 0 and chance.random() < COPIES
            source = first if copy or nth == 0 else chance.randrange(sources)
            planned.append(
                Planned(story / STORIES_A_DAY + nth * chance.expovariate(1 / SPREAD), story, source, copy, nth)
            )
        if len(planned) >= 1.1 * articles:
            return sorted(planned)[:articles]
    raise AssertionError("stories never end")


class Press:
    """Makes articles from others by exchanging names, numbers and, in copies, some words."""

    def __init__(self, found: Sequence[Findings]) -> None:
        self._found = found
        self._words: dict[int, list[str]] = {}
        everywhere: Counter[str] = Counter()
        for one in found:
            words = WORD.findall(one.article.text)
            everywhere.update(set(words))
            for word in words:
                if word.islower():
                    self._words.setdefault(len(word), []).append(word)
        self._everywhere = {word for word, articles in everywhere.items() if articles >= EVERYWHERE}

    def article(self, one: Planned) -> Findings:
        """The article, everything that was found in its source at its place."""
        found = self._found[one.source]
        chance = random.Random(f"{one.story} {one.nth}")
        text = WORD.sub(lambda match: self._exchanged(match[0], one, chance), found.article.text)
        outlet = chance.randrange(OUTLETS)
        name = f"{one.story}-{one.nth}"
        article = replace(
            found.article,
            id=name,
            text=text,
            blocks=tuple(
                replace(block, text=block.span.of(text)) if block.span else block for block in found.article.blocks
            ),
            page=replace(found.article.page, url=f"https://o{outlet}.example/{name}"),
            outlet=Outlet(f"Outlet {outlet}", f"o{outlet}.example"),
            published=Publication(
                (START + timedelta(days=one.at)).isoformat("T", "minutes"), Basis.GIVEN, certain=True
            ),
        )
        return replace(found, article=article)

    def _exchanged(self, word: str, one: Planned, chance: random.Random) -> str:
        lower = word.lower()
        if known(lower) and not word.isdigit():
            alike = self._words.get(len(word), [word])
            changed = one.copy and chance.random() < CHANGED
            other = chance.choice(alike) if changed else alike[word_number(f"{one.story} {lower}") % len(alike)]
            return other if word.islower() else other.capitalize()
        if word in self._everywhere:
            return word
        one_of = random.Random(f"{one.story} {len(word)} {word_number(word) % NAMES_OF_A_LENGTH}")
        if word.isdigit():
            return "".join([one_of.choice("123456789"), *(one_of.choice("0123456789") for _ in word[1:])])
        name = "".join(one_of.choice(VOWELS if place % 2 else CONSONANTS) for place in range(len(word)))
        return name if word.islower() else name.capitalize()


def add(path: Path, sizes: Sequence[int], articles: Iterator[Findings]) -> None:
    """Add the articles as `firsthand add` does, and tell what it costs at each size."""
    spent = dict.fromkeys((*READING, *FILING), 0.0)
    before, met = 0, 0
    with Writer(path) as ledger:
        keeper = Keeper(ledger)
        for number, found in enumerate(articles, 1):
            began = time.process_time()
            imprint = imprint_of(found)
            told = time.process_time()
            sent = pickle.dumps((prepared(found), imprint), pickle.HIGHEST_PROTOCOL)
            ready = time.process_time()
            article, imprint = pickle.loads(sent)
            with ledger.transaction():
                saved = Saved(content_key(found.article.id, found.article.page.url, None))
                admitted = ledger.admit(article, saved)
                assert isinstance(admitted, Prepared)
                asked = time.process_time()
                compared = compare(imprint, keeper)
                done = time.process_time()
                ledger.add(admitted, saved)
                keeper.imprint(compared)
            spent["imprint"] += told - began
            spent["comparing"] += done - asked
            spent["preparing"] += ready - told
            spent["filing"] += time.process_time() - done + asked - ready
            met += len({(tie.one.article, tie.other.article) for tie in compared.likenesses})
            if number in sizes:
                made = number - before
                sides = f"in the processes that read {told_of(spent, READING, made)}, in the one that files "
                sides += told_of(spent, FILING, made)
                print(f"{number:7,}: ms an article {sides}; alike with {met / made:.1f} others", flush=True)
                spent, before, met = dict.fromkeys(spent, 0.0), number, 0
    began = time.process_time()
    with Writer(path) as ledger:
        put_together(ledger)
    print(f"claims put together: {1000 * (time.process_time() - began) / max(sizes):.1f} ms an article")
    size = path.stat().st_size / 1000
    print(f"{size / 1000:,.0f} MB, {size / max(sizes):.1f} kB an article")


def told_of(spent: Mapping[str, float], steps: Sequence[str], made: int) -> str:
    """What steps cost an article, together and each."""
    each = ", ".join(f"{step} {1000 * spent[step] / made:.1f}" for step in steps)
    return f"{1000 * sum(spent[step] for step in steps) / made:.1f} ({each})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSONL of clean articles")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--ledger", type=Path, help="keep the ledger here")
    given = parser.parse_args()
    found = sources(given.articles)
    press = Press(found)
    planned = plan(max(given.sizes), len(found), random.Random(1))
    with tempfile.TemporaryDirectory() as folder:
        add(given.ledger or Path(folder) / "ledger.db", given.sizes, (press.article(one) for one in planned))


if __name__ == "__main__":
    main()
