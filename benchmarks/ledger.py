#!/usr/bin/env python3
"""How fast the ledger takes in synthetic articles (already tagged), with and without tracing, and how fast it finds.

    python benchmarks/ledger.py [--articles N] [--tracing] [--ledger FILE]

Words follow Zipf's law over 50,000 made-up words; an article has some 3,000 characters and six statements. Rare words
stand in some ten articles, common ones in most.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from firsthand.ledger import (
    Catalogue,
    Houses,
    Keeper,
    Prepared,
    Registers,
    Saved,
    Speakers,
    Writer,
    content_key,
    prepared,
)
from firsthand.model import (
    Act,
    Article,
    Backing,
    Basis,
    Block,
    ExchangeQuery,
    Findings,
    Form,
    Link,
    LinkRole,
    Order,
    Outlet,
    PageRecord,
    Party,
    Place,
    Publication,
    Query,
    Slice,
    Span,
    Statement,
    VoiceQuery,
    Zone,
)
from firsthand.tracing import compare, imprint_of

SYLLABLES = (
    "ka", "lo", "mi", "te", "sa", "vo", "ri", "de", "ba", "cu", "fe", "go", "ha", "li", "jo", "ke", "lu", "na",
    "os", "pra",
)  # fmt: skip
WORDS, LENGTH, STATEMENTS, QUERIES = 50_000, 480, 6, 200


def vocabulary() -> list[str]:
    base = len(SYLLABLES)
    return ["".join(SYLLABLES[n // base**place % base] for place in range(4)) for n in range(WORDS)]


def articles(count: int, chance: random.Random) -> Iterator[Findings]:
    words = vocabulary()
    weights = list(accumulate(1 / (rank + 2) for rank in range(WORDS)))
    for number in range(count):
        said = chance.choices(words, cum_weights=weights, k=LENGTH)
        sentences = [" ".join(said[at : at + 16]).capitalize() + "." for at in range(0, LENGTH, 16)]
        yield findings(number, sentences, chance)


def findings(number: int, sentences: Sequence[str], chance: random.Random) -> Findings:
    text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    blocks, at = [], 0
    for line in text.split("\n\n"):
        span = Span(at, at + len(line))
        blocks.append(Block(Zone.BODY, line, span, Place(span)))
        at += len(line) + 2
    outlet = chance.randrange(300)
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    article = Article(
        f"n{number}",
        PageRecord(f"https://o{outlet}.example/{number}", None, "text/html", "0" * 64, None),
        text,
        tuple(blocks),
        language="en",
        title=sentences[0][:60],
        outlet=Outlet(f"Outlet {outlet}", f"o{outlet}.example"),
        published=Publication(day, Basis.METADATA, certain=True),
    )
    return Findings(article, tuple(statement(n, text, blocks[n], chance) for n in range(STATEMENTS)))


def statement(number: int, text: str, block: Block, chance: random.Random) -> Statement:
    assert block.span
    start, end = block.span.start, block.span.end
    first = text.index(" ", start)
    party = Party(f"Speaker {chance.randrange(20_000)} Smith", Span(start, first))
    return Statement(
        f"s{number}",
        (Span(first + 1, end),),
        None,
        party.span,
        chance.choice(list(Form)),
        0.8,
        (Link(party, LinkRole.ORIGIN),),
        chance.choice(list(Act)),
    )


def add(path: Path, count: int, *, tracing: bool) -> None:
    spent, used, before, made = 0.0, 0.0, 0.0, 0
    with Writer(path) as ledger:
        keeper = Keeper(ledger)
        for found in articles(count, random.Random(1)):
            began = time.process_time()
            ready, imprint = prepared(found), imprint_of(found) if tracing else None
            before += time.process_time() - began
            start, began = time.perf_counter(), time.process_time()
            saved = Saved(content_key(found.article.id, found.article.page.url, None))
            with ledger.transaction():
                admitted = ledger.admit(ready, saved)
                assert isinstance(admitted, Prepared)
                compared = compare(imprint, keeper) if imprint else None
                ledger.add(admitted, saved)
                if compared:
                    keeper.imprint(compared)
            spent += time.perf_counter() - start
            used += time.process_time() - began
            made += 1
            if made in {1_000, 10_000, 100_000} or made == count:
                each = f"{spent / made * 1000:6.2f} ms an article, {used / made * 1000:.2f} ms of it on the processor"
                print(f"added {made:7,}: {each}; before, to prepare it, {before / made * 1000:.2f} ms", flush=True)
        if not tracing:
            # As if every tenth statement made a claim that others make too.
            ledger.run("INSERT INTO backed SELECT place, 2 + (place >> 16) % 4 FROM statement WHERE random() % 10 = 0")
    size = path.stat().st_size / 1e6
    print(f"{size:,.0f} MB, {size * 1000 / count:.1f} kB an article")


def percentile(work: Callable[[int], object], count: int = QUERIES) -> str:
    times = []
    for number in range(count):
        start = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return f"p50 {times[len(times) // 2]:7.2f} ms   p95 {times[int(len(times) * 0.95)]:7.2f} ms"


def search(path: Path) -> None:
    words, chance = vocabulary(), random.Random(2)
    rare = [words[chance.randrange(WORDS // 2, WORDS)] for _ in range(QUERIES)]
    common = [words[chance.randrange(40)] for _ in range(QUERIES)]
    pairs = [f"{words[chance.randrange(60)]} {words[chance.randrange(60)]}" for _ in range(QUERIES)]
    best = Slice(order=Order.BEST)
    with Catalogue.open(path) as ledger:
        asked: dict[str, Callable[[int], object]] = {
            "statements, rare": lambda n: ledger.statements(Query(rare[n])),
            "statements, common": lambda n: ledger.statements(Query(common[n])),
            "statements, two common": lambda n: ledger.statements(Query(pairs[n])),
            "statements, best": lambda n: ledger.statements(Query(common[n]), best),
            "statements, one outlet": lambda n: ledger.statements(Query(common[n], outlet=f"o{n}.example")),
            "… one origin": lambda n: ledger.statements(Query(common[n], backing=Backing(1, 1))),
            "… two origins or more": lambda n: ledger.statements(Query(common[n], backing=Backing(2))),
            "… five origins": lambda n: ledger.statements(Query(common[n], backing=Backing(5, 5))),
            "… none so many": lambda n: ledger.statements(Query(common[n], backing=Backing(9))),
            "rare, two origins": lambda n: ledger.statements(Query(rare[n], backing=Backing(2))),
            "all, five origins": lambda _: ledger.statements(Query(backing=Backing(5, 5))),
            "statements, speaker": lambda n: ledger.statements(Query(speaker=f"Speaker {n}")),
            "articles, rare": lambda n: ledger.texts(Query(rare[n])),
            "articles, common": lambda n: ledger.texts(Query(common[n])),
            "articles, two common": lambda n: ledger.texts(Query(pairs[n])),
            "articles, phrase": lambda n: ledger.texts(Query(f'"{pairs[n]}"')),
            "articles, best": lambda n: ledger.texts(Query(common[n]), best),
            "who, rare name": lambda n: (ledger.voices(f"Speaker {n}"), ledger.said_by(f"Speaker {n}")),
            "who, common name": lambda n: (ledger.voices("Smith"), ledger.said_by("Smith")),
            "facets, common": lambda n: ledger.facets(Query(common[n])),
            "speaker's portrait": lambda n: Speakers(ledger).portrait(VoiceQuery(f"Speaker {n} Smith")),
            "who, all of a name": lambda n: Speakers(ledger).portrait(VoiceQuery("Smith", wide=True)),
            "outlet's portrait": lambda n: Houses(ledger).house(f"o{n}.example"),
            "exchanges over time": lambda _: Registers(ledger).exchanges(ExchangeQuery()),
            "exchanges": lambda n: ledger.exchanges(ExchangeQuery(giver=f"Speaker {n}")),
        }
        for name, work in asked.items():
            print(f"{name:24} {percentile(work, 20 if 'who, ' in name else QUERIES)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--tracing", action="store_true", help="compare each article with those before it")
    parser.add_argument("--ledger", type=Path, help="keep the ledger here; one that is there is only searched")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            add(path, given.articles, tracing=given.tracing)
        search(path)


if __name__ == "__main__":
    main()
