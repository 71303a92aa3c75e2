"""How a claim was passed on: from whom each member has it, through which outlets, up to the one that prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Passage
from firsthand.tracing.origins import Assertion, Copied


def chains(
    members: Sequence[Assertion], copied: Copied, derived: Mapping[str, str], outlets: Mapping[str, str]
) -> dict[Passage, tuple[str, ...]]:
    """The names from the origin to the printing outlet, of each member; `outlets` are names of outlets by their keys.

    What an article copied came to it through the outlet it copied, and from whom that outlet has it, unless the copy
    names somebody itself. `derived` names the article that a copy goes back to.
    """
    by_article: dict[str, list[Assertion]] = {}
    for member in members:
        by_article.setdefault(member.passage.article, []).append(member)
    found = {}
    for member in members:
        earlier = by_article.get(derived.get(member.passage.article, ""), ())
        copy_of = next((one for one in earlier if copied(*sorted((one.passage, member.passage)))), None)
        named = copy_of if copy_of and not member.voice.name and not member.voice.relays else member
        links = [*_voices(named, outlets), *([copy_of.house.name] if copy_of else ()), member.house.name]
        found[member.passage] = tuple(dict.fromkeys(links))
    return found


def _voices(member: Assertion, outlets: Mapping[str, str]) -> Iterable[str]:
    """Who vouches for a member and through whom it came, its own outlet left out."""
    if member.voice.name:
        yield member.voice.name
    for relay in member.voice.relays:
        yield outlets.get(relay, relay)
