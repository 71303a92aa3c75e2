"""Sentences of our own as trees: `form/tag/head/relation` words, as a careful reader would draw them."""

from __future__ import annotations

from firsthand.exchanging import exchange
from firsthand.model import Event, Exchange, Name, NameType, Span, Statement, Tagged, Word

PLACES = ("Norland", "Vestia", "Port Anne")
PEOPLE = ("Ana Berg", "Olu Dan")
PEOPLES = ("Vestian", "Norlandian")


def tagged(tree: str) -> tuple[str, Tagged]:
    """The text of a tree, a blank between its words, and what a tagger would say of it."""
    rows = [word.rsplit("/", 3) for word in tree.split()]
    text = " ".join(row[0] for row in rows)
    words, at = [], 0
    for form, tag, head, relation in rows:
        words.append(Word(Span(at, at + len(form)), tag, int(head), relation))
        at += len(form) + 1
    names = [
        Name(Span(start, start + len(name)), kind, 0.9)
        for listed, kind in (
            (PLACES, NameType.LOCATION),
            (PEOPLE, NameType.PERSON),
            (PEOPLES, NameType.NATIONALITY),
        )
        for name in listed
        for start in _all(text, name)
    ]
    names.sort(key=lambda name: name.span)
    return text, Tagged(names=tuple(names), words=tuple(words))


def _all(text: str, name: str) -> list[int]:
    # "Norland" is no name inside "Norlandian".
    padded = f" {text} "
    return [at for at in range(len(text)) if padded.startswith(f" {name} ", at)]


def told(tree: str, statements: tuple[Statement, ...] = ()) -> list[Exchange]:
    """The exchanges of a tree."""
    text, words = tagged(tree)
    return list(exchange(text, words, statements)[0])


def happened(tree: str) -> list[Event]:
    """The events of a tree."""
    text, words = tagged(tree)
    return list(exchange(text, words)[1])


def row(found: Exchange) -> tuple[str | None, str | None, list[str], str]:
    """Giver, receiver, heads of the items, status."""
    return (
        found.giver and found.giver.name,
        found.receiver and found.receiver.name,
        [item.head for item in found.items],
        found.status.value,
    )
