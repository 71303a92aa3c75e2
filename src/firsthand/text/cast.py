"""The actors of an article, looked up by the words that mean them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from firsthand.model import Actor, ActorType, Mention, Party, Span
from firsthand.text.syntax import Syntax

_BEHIND = frozenset({"relcl", "acl", "appos", "punct"})
"""What stands behind a noun without being part of what it is called."""


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
        """A phrase as a party: the full name of whom it means, the state of an adjective, or else its own words.

        "The IMF report" means the IMF; "the minister and his aide" are two, and no one actor.
        """
        actor = self.at(span)
        words = " ".join(span.of(self._syntax.text).split())
        if actor is None:
            noun = self._noun_described(span)
            if noun is not None:
                return replace(self.party(noun), span=span)
            state = self._home(words)
            actor = self.named(state) if state else None
            return Party(actor.name if actor else state or words, span, actor.id if actor else None)
        together = self._together(span)
        if together:
            return Party(together, span)
        owner = self._owner(span) if actor.type is ActorType.DOCUMENT else None
        meant = owner or actor
        return Party(meant.name, span, meant.id)

    def _noun_described(self, span: Span) -> Span | None:
        """What a relative pronoun stands for: "a letter, *which* shows that …"."""
        syntax, at = self._syntax, self._syntax.head_of(span)
        if at is None or syntax.tag(at) not in {"WP", "WDT"}:
            return None
        for above in syntax.ancestors(at):
            if syntax.relation(at) == "relcl":
                noun = syntax.phrase(above, without=_BEHIND)
                return noun if noun.end <= span.start else None
            at = above
        return None

    def _together(self, span: Span) -> str:
        """The names of all whom a phrase joins by "and"; empty where it means one."""
        head = self._syntax.head_of(span)
        inside = self._syntax.within(span)
        joined = [one for one in self._syntax.conjuncts(head) if one in inside] if head is not None else []
        names = dict.fromkeys(self._at[one][1].name for one in joined if one in self._at)
        if len(joined) < 2 or (len(names) < 2 and all(one in self._at for one in joined)):
            return ""
        if len(names) < len(joined):
            return " ".join(span.of(self._syntax.text).split())
        return " and ".join((", ".join(list(names)[:-1]), list(names)[-1]))

    def _owner(self, span: Span) -> Actor | None:
        """Whose document it is: "the ministry's letter", "a Pew survey", "a study by the university"."""
        head = self._syntax.head_of(span)
        if head is None:
            return None
        beside = self._syntax.dependents(head, "poss", "compound", "nmod")
        for preposition in self._syntax.dependents(head, "prep"):
            if self._syntax.form(preposition).lower() == "by":
                beside += self._syntax.dependents(preposition, "pobj")
        inside = self._syntax.within(span)
        owners = {self._at[one][1] for one in beside if one in self._at and one in inside}
        return owners.pop() if len(owners) == 1 else None
