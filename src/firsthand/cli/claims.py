"""Claims as a person reads them on a terminal: who vouches, who passed it on to whom, who denies, what is near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from firsthand.cli.report import DENIED, FAINT, HEAD, SOURCE
from firsthand.cli.terminal import safe
from firsthand.model import Claim, ClaimMember, Copy, Stance

OF_ITSELF = "named by itself"
"""The reason of an origin that nothing was merged with; it need not be told."""


def claim_lines(claim: Claim, texts: Mapping[str, str], copies: Sequence[Copy]) -> Iterator[RenderableType]:
    """A claim whole; `texts` are those of all claims by id, `copies` those among its articles."""
    yield Text(safe(" ".join(claim.text.split())), style=HEAD)
    yield Text(f"{claim.id}  {_count(claim)}{_first(claim)}", style=FAINT)
    for tree in _passed_on(claim):
        yield Padding(tree, (0, 0, 0, 2))
    for origin in claim.support.origins:
        for reason in dict.fromkeys(origin.reasons):
            if reason != OF_ITSELF:
                yield Text(f"  {safe(origin.name)} counts once: {safe(reason)}", style=FAINT)
    for group in copies:
        yield Text("  copies: " + ", ".join(f"{safe(m.article)} {m.kind.value}" for m in group.members), style=FAINT)
    for near in claim.distinct_from:
        words = safe(" ".join(texts.get(near, "").split()))
        yield Text(f"  near, but different: {near} {words}", style=FAINT)


def _count(claim: Claim) -> str:
    count = claim.support.independent
    return f"{count} independent origin{'' if count == 1 else 's'}"


def _first(claim: Claim) -> str:
    first = claim.first_said
    if first is None:
        return ""
    when = f", {first.datetime}" if first.datetime else ""
    sure = "" if first.certain else "; it may have come earlier elsewhere"
    return f"; first said by {safe(first.origin)} in {safe(first.article)}{when}{sure}"


@dataclass(slots=True)
class _Voice:
    """One who vouches or passes on: where its words stand, and who has them from it."""

    places: list[ClaimMember] = field(default_factory=list)
    hearers: dict[str, _Voice] = field(default_factory=dict)


def _passed_on(claim: Claim) -> Iterator[Tree]:
    """One tree an origin: from who vouches to those who print it."""
    origins: dict[str, _Voice] = {}
    for member in claim.members:
        voices, voice = origins, _Voice()
        for name in member.chain:
            voice = voices.setdefault(name, _Voice())
            voices = voice.hearers
        voice.places.append(member)
    for name, voice in origins.items():
        tree = Tree(_label(name, voice, SOURCE), guide_style=FAINT)
        _grow(tree, voice)
        yield tree


def _grow(tree: Tree, voice: _Voice) -> None:
    for name, hearer in voice.hearers.items():
        _grow(tree.add(_label(name, hearer, "")), hearer)


def _label(name: str, voice: _Voice, style: str) -> Text:
    """The name, and its places as `firsthand judge` takes them; what denies or hedges says so."""
    label = Text(safe(name), style=style)
    for member in voice.places:
        place = f"{safe(member.passage.article)}:{member.passage.span.start}-{member.passage.span.end}"
        if member.stance is not Stance.ASSERTS:
            label.append(f"  {member.stance.value}", style=DENIED)
        label.append(f"  {place}", style=FAINT)
    return label
