"""One walk through the references of an article, in the order of the text, that leads each to its figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.model import MentionForm
from firsthand.resolving.actors.antecedents import Antecedents
from firsthand.resolving.actors.figure import Figure
from firsthand.resolving.actors.interview import Interview, interview_in
from firsthand.resolving.actors.memory import Memory
from firsthand.resolving.actors.narrator import Narrator
from firsthand.resolving.actors.nominals import Nominals
from firsthand.resolving.actors.pronouns import FIRST_PLURAL, FIRST_SINGULAR, SECOND
from firsthand.resolving.actors.reference import Reference

_SPEAKING = FIRST_SINGULAR | FIRST_PLURAL | SECOND


def walked(memory: Memory, authors: Sequence[str] = (), outlet: str = "") -> Mapping[Reference, Figure]:
    """The figure of every reference; what means nobody known is left out.

    "I", "we" and "you" come last, since who speaks is often named behind his words.
    """
    nominals, antecedents = Nominals(memory), Antecedents(memory)
    speaking = []
    for one in memory:
        if one.form is MentionForm.DESCRIPTION:
            nominals.meet(one)
        elif one.form is not MentionForm.PRONOUN:
            memory.use(one, memory.named[one])
        elif one.noun in _SPEAKING:
            speaking.append(one)
        else:
            antecedents.meet(one)
    if speaking:
        narrator = Narrator(authors, outlet, list(dict.fromkeys(memory.figures.values())))
        _lead_to_speakers(speaking, memory, narrator)
    return memory.figures


def _lead_to_speakers(speaking: Sequence[Reference], memory: Memory, narrator: Narrator) -> None:
    interview = interview_in(memory.scene, memory.figures)
    for one in speaking:
        figure = _speaker(one, memory, interview, narrator)
        if figure:
            figure.add(one, certain=one.noun in FIRST_SINGULAR)
            memory.figures[one] = figure


def _speaker(one: Reference, memory: Memory, interview: Interview | None, narrator: Narrator) -> Figure | None:
    """Who says "I" and "we": the source of the words they stand in; in an interview, who is asked; the writer."""
    said = memory.scene.said_in.get(one.word)
    source = memory.scene.statements[said].source if said is not None else None
    if source and one.noun not in SECOND and not source.overlaps(one.span):
        return memory.source(said) if said is not None else None
    if memory.scene.is_quoted(one.span.start):
        return None
    if interview is None:
        return narrator.of(one)
    is_asking = interview.is_asking(one.span.start)
    return interview.asked if is_asking is (one.noun in SECOND) else narrator.of(one)
