"""Who gives what to whom, and what happened: transfers and events as the words of an article tell them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firsthand.model import Event, Exchange, Moment, Party, Span, Statement, Tagged

__all__ = ["exchange"]


def exchange(
    text: str,
    tagged: Tagged,
    statements: Sequence[Statement] = (),
    moments: Sequence[Moment] = (),
    party: Callable[[Span], Party] | None = None,
) -> tuple[tuple[Exchange, ...], tuple[Event, ...]]:
    """The exchanges and events of a text, each in order of the text; none where its words have no tree.

    `party` tells whom a phrase means; without it a party is called what the page calls it.
    """
    if not tagged.words:
        return (), ()
    # The lists of words take a moment to read: only where they are used.
    from firsthand.exchanging.dating import Dating
    from firsthand.exchanging.occurrences import Occurrences
    from firsthand.exchanging.register import exchanges
    from firsthand.exchanging.scene import Scene
    from firsthand.exchanging.standing import Standing

    scene = Scene(text, tagged, statements, party)
    standing = Standing(scene)
    dating = Dating(scene.syntax, scene.clauses, moments)
    return exchanges(scene, standing, dating.of), Occurrences(scene, standing, dating.of).found()
