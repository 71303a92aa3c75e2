"""How sure an attribution is."""

from dataclasses import astuple, replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.attributing.confidence import WEIGHTS, confidence, signs
from firsthand.attributing.links import Attribution
from firsthand.model import Form, Role, Span, TaggedSpan
from firsthand.text.syntax import Syntax

PROBABILITY = st.floats(0, 1)


def attribution(content: float, cue: float | None, source: float | None, linked: float) -> Attribution:
    return Attribution(
        (TaggedSpan(Span(20, 60), Role.CONTENT, content),),
        None if cue is None else TaggedSpan(Span(10, 14), Role.CUE, cue),
        None if source is None else TaggedSpan(Span(0, 9), Role.SOURCE, source),
        linked,
    )


def sure(one: Attribution) -> float:
    return confidence(signs(one, Form.INDIRECT, Syntax("", ())))


@given(PROBABILITY, st.none() | PROBABILITY, st.none() | PROBABILITY, PROBABILITY)
def test_it_is_a_probability(content: float, cue: float | None, source: float | None, linked: float) -> None:
    assert 0 <= sure(attribution(content, cue, source, linked)) <= 1


def test_surer_parts_make_it_surer() -> None:
    best = attribution(0.9, 0.9, 0.9, 0.9)
    for worse in (
        attribution(0.5, 0.9, 0.9, 0.9),
        attribution(0.9, 0.5, 0.9, 0.9),
        attribution(0.9, 0.9, 0.5, 0.9),
        attribution(0.9, 0.9, 0.9, 0.5),
        attribution(0.9, None, 0.9, 0.9),
        attribution(0.9, 0.9, None, 0.9),
    ):
        assert sure(worse) < sure(best)


def test_a_source_far_from_its_cue_is_less_sure() -> None:
    near = attribution(0.9, 0.9, 0.9, 0.9)
    far = replace(near, source=TaggedSpan(Span(300, 309), Role.SOURCE, 0.9))
    assert sure(far) < sure(near)


def test_each_sign_has_a_weight() -> None:
    assert all(astuple(WEIGHTS))
