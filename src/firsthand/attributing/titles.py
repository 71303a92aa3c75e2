"""Titles and nicknames: quoted words by which a thing goes, and that nobody says."""

from __future__ import annotations

from firsthand.attributing.prose import Prose
from firsthand.model import Statement
from firsthand.text.word_lists import listed

_NAMING = listed("title entitle dub nickname christen rename caption headline label")


def is_title(prose: Prose, statement: Statement) -> bool:
    """Whether a "content" is a name without anybody who gives it: "a spot titled “Arrogant”", "known as the “Wall”"."""
    if statement.cue is None or statement.source is not None:
        return False
    syntax = prose.syntax
    participles = [n for n in syntax.within(statement.cue) if syntax.tag(n) in {"VBN", "VBD"}]
    if not participles or prose.agent(participles[-1]) is not None:
        return False
    lemma = syntax.lemma(participles[-1])
    behind = {syntax.form(n).lower() for n in range(participles[-1] + 1, min(participles[-1] + 2, len(syntax)))}
    return lemma in _NAMING or (lemma == "know" and "as" in behind)
