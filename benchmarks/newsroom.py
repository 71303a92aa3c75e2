"""Stories in English words, each told by several outlets in their own words: what a ledger of news holds, made up.

Statements are given with the words, so that no model needs to run. Every number, name and phrase is drawn by chance
from a seed; a third of the outlets that tell a story copy one that told it before.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from firsthand.model import (
    Act,
    Article,
    Basis,
    Block,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Party,
    Place,
    Publication,
    Span,
    Statement,
    Zone,
)

LENGTH = 3_000
"""Letters of an article, about."""
OUTLETS, TOWNS, FAMILIES = 240, 400, 700
FACTS = (
    ("{n} people were hurt when {what} in {town}", "{what} in {town} and {n} people were hurt"),
    ("the repair of the {a} {b} will cost {m} million crowns", "to repair the {a} {b} takes {m} million crowns"),
    ("the {a} {b} in {town} stays shut until {month}", "until {month} nobody may use the {a} {b} of {town}"),
    ("{k} households near the {b} had no water for {n} days", "for {n} days {k} households by the {b} lacked water"),
    ("{person} knew of the {c} in the {b} since {month}", "since {month} the {c} in the {b} was known to {person}"),
    ("{town} sold the {a} {b} to {person} for {m} million crowns", "{person} paid {m} million crowns for the {a} {b}"),
    ("{k} tonnes of {c} were found near {town}", "close to {town} lay {k} tonnes of {c}"),
    ("{n} of {k} workers of the {b} {c} lose their posts", "the {b} {c} lets {n} of {k} workers go"),
    ("the {c} that {v} the {b} came from {person}", "{person} had sent the {c} that {v} the {b}"),
    ("a {a} {c} {v} the {b} before {month}", "before {month} the {b} was {v} by a {a} {c}"),
)
HAPPENED = ("a {a} {b} collapsed", "a {b} caught fire", "a lorry with {c} hit the {b}", "the {a} {b} burst")
SAYING = ("said", "told reporters", "says", "stated")
OFFICES = ("the mayor", "police chief", "the head of the fire service", "minister", "the union's lawyer", "engineer")
PLAIN = (
    "The {a} {b} {v} the {c} of {d}.",
    "In {month} a {b} {v} the {a} {c}, and {person} {w} it.",
    "{person} {v} the {b} beside a {a} {d}.",
    "Nobody in {town} {v} the {c}, which {w} a {d}.",
    "A {d} {v} {n} {a} {b}s.",
    "{b} and {c} {v} the {d}, {person} {w} later.",
    "With the {a} {c} {person} {v} {town}.",
    "What {v} the {b} was a {a} {d} that {w} the {c}.",
)
VERBS = [
    "carried",
    "painted",
    "mended",
    "crossed",
    "moved",
    "opened",
    "filled",
    "covered",
    "marked",
    "called",
    "found",
    "wanted",
    "followed",
    "joined",
    "reached",
    "turned",
    "served",
    "closed",
    "raised",
    "kept",
    "built",
    "changed",
    "watched",
    "cleaned",
    "entered",
    "missed",
    "needed",
    "owned",
    "passed",
    "placed",
    "played",
    "pulled",
    "pushed",
    "saved",
    "shared",
    "showed",
    "signed",
    "started",
    "stopped",
    "studied",
    "touched",
    "trained",
    "used",
    "visited",
    "weighed",
]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
FIRST = ("Anna", "Ines", "Omar", "Rosa", "Erik", "Lena", "Karl", "Mina", "Paul", "Vera", "Igor", "Ruth", "Hugo", "Nora")
HEADS = (
    "Hol",
    "Bren",
    "Tar",
    "Lin",
    "Vel",
    "Mor",
    "Ost",
    "Kar",
    "Sun",
    "Gra",
    "Fel",
    "Rad",
    "Nor",
    "Pel",
    "Ask",
    "Dun",
)
TAILS = (
    "berg",
    "ford",
    "wick",
    "holm",
    "dal",
    "stad",
    "mouth",
    "field",
    "minster",
    "vik",
    "grad",
    "ton",
    "by",
    "burg",
    "ley",
)
PAPERS = ("Post", "Courier", "Echo", "Herald", "Mirror", "Gazette", "Observer", "Star")


@dataclass(frozen=True, slots=True)
class Source:
    """Who tells one fact of a story, and the fact in each of its wordings."""

    name: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, where and when, and who says so."""

    what: str
    town: str
    day: date
    facts: tuple[Source, ...]


class Newsroom:
    """Makes stories and articles; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        table = files("firsthand.tracing").joinpath("english.tsv").read_text(encoding="utf-8")
        words = [line.split("\t", 1)[0] for line in table.splitlines()]
        self._words = [word for word in words if len(word) > 3 and word.isalpha()]
        fixed = random.Random(0)
        self._towns = [
            fixed.choice(HEADS) + fixed.choice(("", "en", "er", "a")) + fixed.choice(TAILS) for _ in range(TOWNS)
        ]
        self._families = [
            fixed.choice(HEADS) + fixed.choice(("ner", "sen", "man", "ova", "ic", "kamp")) for _ in range(FAMILIES)
        ]

    def stories(self, count: int, begin: int = 0) -> Iterator[list[Findings]]:
        """So many articles, numbered from `begin`, story by story; one to six of them tell one."""
        made = 0
        while made < count:
            told_here: list[Findings] = []
            story = self._story()
            texts: list[tuple[list[str], list[tuple[int, Source]]]] = []
            for _ in range(min(count - made, self._chance.choice((1, 1, 1, 2, 2, 3, 6)))):
                copied = bool(texts) and self._chance.random() < 0.3
                told = self._chance.choice(texts) if copied else self._told(story)
                texts.append(told)
                told_here.append(self._article(begin + made, story, *told))
                made += 1
            yield told_here

    def _story(self) -> Story:
        chance, town = self._chance, self._chance.choice(self._towns)
        slots = self._slots(town)
        what = chance.choice(HAPPENED).format(**slots)
        facts = []
        for wordings in chance.sample(FACTS, 4):
            person = f"{chance.choice(OFFICES)} {chance.choice(FIRST)} {chance.choice(self._families)}"
            given = self._slots(town) | {"what": what}
            facts.append(Source(person, tuple(wording.format(**given) for wording in wordings)))
        day = date(2018, 1, 1) + timedelta(chance.randrange(2_900))
        return Story(what, town, day, tuple(facts))

    def _slots(self, town: str) -> dict[str, str]:
        chance = self._chance
        (a, b, c, d), (v, w) = chance.sample(self._words, 4), chance.sample(VERBS, 2)
        person = f"{chance.choice(FIRST)} {chance.choice(self._families)}"
        numbers = {
            "n": str(chance.randrange(2, 90)),
            "m": str(chance.randrange(2, 400)),
            "k": f"{chance.randrange(1, 60)},{chance.randrange(100, 1000)}",
        }
        return {
            "a": a,
            "b": b,
            "c": c,
            "d": d,
            "v": v,
            "w": w,
            "town": town,
            "person": person,
            "month": chance.choice(MONTHS),
            **numbers,
        }

    def _told(self, story: Story) -> tuple[list[str], list[tuple[int, Source]]]:
        """Paragraphs, and which of them tell which facts."""
        chance = self._chance
        lead = f"{_capital(story.what)} in {story.town} on {story.day:%A}."
        paragraphs, telling = [lead], []
        for fact in chance.sample(story.facts, chance.randrange(2, 5)):
            telling.append((len(paragraphs), fact))
            paragraphs.append(f"{_capital(chance.choice(fact.wordings))}, {fact.name} {chance.choice(SAYING)}.")
        while sum(map(len, paragraphs)) < LENGTH:
            plain = chance.sample(PLAIN, 5)
            paragraphs.append(" ".join(_capital(line.format(**self._slots(story.town))) for line in plain))
        return paragraphs, telling

    def _article(
        self, number: int, story: Story, paragraphs: Sequence[str], telling: Sequence[tuple[int, Source]]
    ) -> Findings:
        chance = self._chance
        outlet = chance.randrange(OUTLETS)
        town = self._towns[outlet]
        house = Outlet(f"{town} {PAPERS[outlet % len(PAPERS)]}", f"paper{outlet}.example")
        blocks, at = [], 0
        for words in paragraphs:
            span = Span(at, at + len(words))
            blocks.append(Block(Zone.BODY, words, span, Place(span)))
            at += len(words) + 2
        hour = (
            f"{story.day + timedelta(chance.randrange(2))}T{chance.randrange(6, 23):02}:{chance.randrange(60):02}+00:00"
        )
        article = Article(
            f"room-{number}",
            PageRecord(f"https://paper{outlet}.example/{number}", None, "text/html", f"{number:064x}", None),
            "\n\n".join(paragraphs),
            tuple(blocks),
            language="en",
            title=paragraphs[0].rstrip("."),
            outlet=house,
            published=Publication(hour, Basis.METADATA, certain=True),
        )  # fmt: skip
        spans = [block.span for block in blocks if block.span]
        said = [_statement(f"s{n}", article.text, spans[where], fact) for n, (where, fact) in enumerate(telling, 1)]
        return Findings(article, tuple(said))


def _statement(name: str, text: str, where: Span, fact: Source) -> Statement:
    end = text.index(f", {fact.name} ", where.start)
    source = Span(end + 2, end + 2 + len(fact.name))
    cue = Span(source.end + 1, where.end - 1)
    party = Party(fact.name, source)
    return Statement(
        name, (Span(where.start, end),), cue, source, Form.INDIRECT, 0.9, (Link(party, LinkRole.ORIGIN),), Act.ASSERT
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
