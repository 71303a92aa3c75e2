"""Statements with all that the article says about them: chain, stance, denials, evidence."""

from __future__ import annotations

from dataclasses import replace

from firsthand.attributing.denials import with_denials
from firsthand.attributing.evidence import with_evidence
from firsthand.attributing.inner import inner_reports
from firsthand.attributing.nesting import chained
from firsthand.attributing.prose import Prose
from firsthand.attributing.stance import with_stance
from firsthand.attributing.titles import is_title
from firsthand.attributing.unsourced import parted
from firsthand.model import Statement, Tagged


def vouched(statements: tuple[Statement, ...], text: str, tagged: Tagged) -> tuple[Statement, ...]:
    """The statements with chains and stance, those found by rule among them, in order of the text.

    Without syntax nothing can be told, and they come back as they are.
    """
    if not tagged.words:
        return statements
    prose = Prose(text, tagged)
    sourced, unsourced = parted(prose, [one for one in statements if not is_title(prose, one)])
    said = (*chained(prose, sourced, tuple(inner_reports(prose, sourced))), *unsourced)
    judged = (with_evidence(prose, with_stance(prose, statement)) for statement in said)
    return _numbered(with_denials(prose, tuple(judged)))


def _numbered(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    ordered = sorted(statements, key=lambda statement: statement.content[0])
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(ordered, 1))
