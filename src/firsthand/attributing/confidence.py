"""How sure an attribution is: of a hundred that are said to be .8 sure, about eighty are right.

What the model says of the spans and links is weighed with what it cannot see of itself: whether a source or a cue is
missing, whether marks show that somebody speaks, whether the cue says so in plain words, how much hangs together and
how far apart, whether grammar has another subject. The weights are those of a logistic regression on annotated articles
that the model was not taught (`quality/reliability.py` fits and draws it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import exp, log, log1p

from firsthand.attributing.links import Attribution
from firsthand.attributing.voice import subject_of
from firsthand.model import Form
from firsthand.text.syntax import Syntax
from firsthand.text.word_lists import listed

_NEAREST_TO_CERTAIN = 0.999


@dataclass(frozen=True, slots=True)
class Signs:
    """What an attribution is judged by: log-odds of its least sure content, cue, source and link; yes or no as 1 or 0.

    `letters` is the logarithm of the content's length, `reach` that of the distance from cue to source.
    """

    content: float
    cue: float
    source: float
    linked: float
    no_source: float
    no_cue: float
    quoted: float
    letters: float
    several: float
    reach: float
    mixed: float
    says: float
    another_subject: float


WEIGHTS = Signs(
    content=0.192,
    cue=0.367,
    source=0.141,
    linked=0.140,
    no_source=-0.772,
    no_cue=-1.667,
    quoted=0.733,
    letters=0.210,
    several=0.208,
    reach=-0.231,
    mixed=-0.449,
    says=0.094,
    another_subject=-0.205,
)
CONSTANT = -2.202

SAID_BY_SOMEBODY = 0.4
"""At least so sure is a quotation that is speech by its form, though no cue could be found for it."""


_SAY = listed("""
    accord add announce answer argue ask call claim comment declare explain note post remark reply report respond say
    speak state tell tweet write
""")
"""Plain verbs of saying; people hardly ever disagree about them."""


def signs(attribution: Attribution, form: Form, syntax: Syntax) -> Signs:
    """What an attribution shows of how sure it is."""
    cue, source = attribution.cue, attribution.source
    apart = max(0, source.span.start - cue.span.end, cue.span.start - source.span.end) if cue and source else 0
    return Signs(
        content=_log_odds(min(content.confidence for content in attribution.contents)),
        cue=_log_odds(cue.confidence) if cue else 0.0,
        source=_log_odds(source.confidence) if source else 0.0,
        linked=_log_odds(attribution.linked),
        no_source=float(source is None),
        no_cue=float(cue is None),
        quoted=float(form is not Form.INDIRECT),
        letters=log1p(sum(len(content.span) for content in attribution.contents)),
        several=float(len(attribution.contents) > 1),
        reach=log1p(apart),
        mixed=float(form is Form.MIXED),
        says=float(cue is not None and any(syntax.lemma(number) in _SAY for number in syntax.within(cue.span))),
        another_subject=float(_has_another_subject(attribution, syntax)),
    )


def _has_another_subject(attribution: Attribution, syntax: Syntax) -> bool:
    """Whether the grammatical subject of the cue lies outside the source."""
    if not attribution.cue or not attribution.source:
        return False
    subject = subject_of(attribution.cue.span, syntax)
    return subject is not None and not attribution.source.span.contains(syntax.words[subject].span)


def confidence(shown: Signs, weights: Signs = WEIGHTS, constant: float = CONSTANT) -> float:
    """The probability that source, cue and content are right."""
    return 1 / (1 + exp(-constant - _weighed(astuple(shown), astuple(weights))))


def _weighed(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def _log_odds(probability: float) -> float:
    kept = min(max(probability, 1 - _NEAREST_TO_CERTAIN), _NEAREST_TO_CERTAIN)
    return log(kept / (1 - kept))
