"""The parties of statements under the names of their actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from firsthand.model import Party, Statement
from firsthand.text.cast import Cast
from firsthand.text.pronouns import names_nobody


def with_actors(statements: Iterable[Statement], cast: Cast) -> tuple[Statement, ...]:
    """The statements with their chains and denials by actor and full name; the words on the page stay as they are."""
    return tuple(
        replace(
            statement,
            chain=tuple(replace(link, party=_resolved(link.party, cast)) for link in statement.chain),
            denied_by=tuple(_resolved(party, cast) for party in statement.denied_by),
        )
        for statement in statements
    )


def _resolved(party: Party, cast: Cast) -> Party:
    if party.span:
        found = cast.party(party.span)
        return found if found.actor or cast.at(party.span) or names_nobody(party.name) else party
    actor = cast.named(party.name)
    return Party(actor.name, None, actor.id) if actor else party
