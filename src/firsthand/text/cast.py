"""The actors of an article, looked up by the words that mean them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firsthand.model import Actor, Mention, Party, Span
from firsthand.text.syntax import Syntax


class Cast:
    """Actors by their places in a text; all spans count in the text of the syntax.

    `home` names the state of an adjective or people ("Russian", "Swedes").
    """

    def __init__(
        self, syntax: Syntax, actors: Sequence[Actor], home: Callable[[str], str | None] = lambda people: None
    ) -> None:
        self.actors = tuple(actors)
        self._syntax = syntax
        self._home = home
        self._at: dict[int, tuple[Mention, Actor]] = {
            word: (mention, actor)
            for actor in self.actors
            for mention in actor.mentions
            for word in syntax.within(mention.span)
        }

        self._named = {
            name.casefold(): actor for actor in reversed(self.actors) for name in (*actor.aliases, actor.name)
        }

    def named(self, name: str) -> Actor | None:
        """The actor under one of its names; the first of several."""
        return self._named.get(name.casefold())

    def at(self, span: Span) -> Actor | None:
        """Whom a phrase means: the actor that its head word means; "a friend of Putin" is not Putin."""
        found = self.mention_at(span)
        return found[1] if found else None

    def mention_at(self, span: Span) -> tuple[Mention, Actor] | None:
        """The mention that the head of a phrase belongs to, and whom it means."""
        head = self._syntax.head_of(span)
        return self._at.get(head) if head is not None else None

    def party(self, span: Span) -> Party:
        """A phrase as a party: the full name of whom it means, the state of an adjective, or else its own words."""
        actor = self.at(span)
        words = " ".join(span.of(self._syntax.text).split())
        state = None if actor else self._home(words)
        actor = self.named(state) if state else actor
        return Party(actor.name if actor else state or words, span, actor.id if actor else None)
