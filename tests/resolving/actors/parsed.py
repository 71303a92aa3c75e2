"""Articles for tests, written out as the model would tag them."""

from __future__ import annotations

import re

from firsthand.model import Name, NameType, Span, Tagged, Word

KINDS = {
    "per": NameType.PERSON, "org": NameType.ORGANISATION, "loc": NameType.LOCATION, "nat": NameType.NATIONALITY,
}  # fmt: skip


def parsed(text: str, sentences: str, **names: str) -> Tagged:
    """`sentences`: one a line, each word as "form|tag|head|relation", heads by number from 1, 0 for the root.

    `names`: the names of each kind, parted by "/", wherever they stand and no longer one holds them.
    """
    words: list[Word] = []
    at = 0
    for line in sentences.strip().splitlines():
        first = len(words)
        for number, written in enumerate(line.split()):
            form, tag, head, relation = re.fullmatch(r"(.+)\|(.+)\|(\d+)\|(.+)", written).groups()  # type: ignore[union-attr]
            at = text.index(form, at)
            above = first + (int(head) - 1 if int(head) else number)
            words.append(Word(Span(at, at + len(form)), tag, above, relation))
            at += len(form)
    found = [
        Name(Span(*hit.span()), KINDS[kind], 0.9)
        for kind, listed in names.items()
        for hit in re.finditer("|".join(map(re.escape, listed.split("/"))), text)
    ]
    outer = [one for one in found if not any(o.span != one.span and o.span.contains(one.span) for o in found)]
    return Tagged(names=tuple(sorted(outer, key=lambda name: name.span)), words=tuple(words))
