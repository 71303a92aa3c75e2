"""Source, cue and content, joined: each content chooses its cue, each cue its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.model import Candidate, Role, Span, Tagged, TaggedSpan


@dataclass(frozen=True, slots=True)
class Attribution:
    """The tagged spans of one attribution; contents in order of the text.

    `linked` is the lowest probability among the links that hold it together.
    """

    contents: tuple[TaggedSpan, ...]
    cue: TaggedSpan | None
    source: TaggedSpan | None
    linked: float


LEAST_FOR_QUOTED = 0.25
"""How likely a cue must be for quoted words to take it, even where "no cue" is likelier: somebody does say them."""


def join(tagged: Tagged, is_quoted: Callable[[Span], bool]) -> list[Attribution]:
    """The attributions of one article in order of their first content.

    One source often serves several cues, and a cue several contents, so the choice always lies with the dependent
    span: a content's likeliest cue, a cue's likeliest source. A cue without content says nothing and is left out.
    """
    chosen = _likeliest(tagged, is_quoted)
    contents: dict[int | None, list[int]] = defaultdict(list)
    for number, span in enumerate(tagged.spans):
        if span.role is Role.CONTENT:
            choice = chosen.get(number)
            contents[choice.to if choice else None].append(number)
    alone = contents.pop(None, [])
    found = [Attribution((tagged.spans[number],), None, None, 1.0) for number in alone]
    for cue, held in contents.items():
        assert cue is not None  # noqa: S101 - popped above
        to_source = chosen.get(cue)
        source = tagged.spans[to_source.to] if to_source and to_source.to is not None else None
        links = [chosen[number].probability for number in held] + ([to_source.probability] if to_source else [])
        spans = tuple(sorted((tagged.spans[number] for number in held), key=lambda span: span.span))
        found.append(Attribution(spans, tagged.spans[cue], source, min(links)))
    return sorted(found, key=lambda attribution: attribution.contents[0].span)


def _likeliest(tagged: Tagged, is_quoted: Callable[[Span], bool]) -> dict[int, Candidate]:
    best: dict[int, Candidate] = {}
    for link in sorted(tagged.links, key=lambda link: -link.probability):
        before = best.setdefault(link.of, link)
        asking = tagged.spans[link.of]
        may_take_next = before.to is None and asking.role is Role.CONTENT and link.probability >= LEAST_FOR_QUOTED
        if may_take_next and is_quoted(asking.span):
            best[link.of] = link
    return best
