"""Whatever the model says of a text, its actors hold together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.model import Form, Name, NameType, Span, Statement, Tagged, Word
from firsthand.resolving import cast_of, with_actors

FORMS = [
    "Paula",
    "Dorn",
    "Dorn",
    "Mr",
    "the",
    "The",
    "president",
    "President",
    "Moscow",
    "Kremlin",
    "Russian",
    "he",
    "she",
    "her",
    "they",
    "it",
    "who",
    "which",
    "I",
    "we",
    "you",
    "said",
    "Ministry",
    "of",
    "Mines",
    "ministry",
    "NBK",
    "(",
    ")",
    ",",
    ".",
    "?",
    "and",
    "was",
    "spokesman",
    "report",
    "in",
    "Paris",
    "Veldpost",
    "'s",
    "his",
    "brother",
    "company",
    "Kim",
]
TAGS = ["NNP", "NN", "NNS", "PRP", "PRP$", "WP", "WDT", "VBD", "IN", "DT", "JJ", "CC", "."]
RELATIONS = ["nsubj", "dobj", "pobj", "prep", "poss", "compound", "appos", "attr", "conj", "relcl", "det", "ROOT"]


@st.composite
def tagged_texts(draw: st.DrawFn) -> tuple[str, Tagged, Statement]:
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=2, max_size=30))
    gaps = draw(st.lists(st.sampled_from([" ", " ", "\n\n", ""]), min_size=len(forms), max_size=len(forms)))
    text, words = "", []
    for form, gap in zip(forms, gaps, strict=True):
        span = Span(len(text), len(text) + len(form))
        head = draw(st.integers(0, len(forms) - 1))
        words.append(Word(span, draw(st.sampled_from(TAGS)), head, draw(st.sampled_from(RELATIONS))))
        text += form + gap
    names, at = [], 0
    while at < len(words):
        end = at + draw(st.integers(1, 3))
        if end <= len(words) and draw(st.booleans()):
            span = Span(words[at].span.start, words[end - 1].span.end)
            names.append(Name(span, draw(st.sampled_from(list(NameType))), 0.9))
        at = end
    source, content = (draw(st.sampled_from(words)).span for _ in range(2))
    said = Statement("s1", (content,), None, source, Form.INDIRECT, 0.9)
    return text, Tagged(names=tuple(names), words=tuple(words)), said


def circle() -> tuple[str, Tagged, Statement]:
    """Two appositions of each other, which no grammarian would draw."""
    text = "Moscow Paris said"
    spans = [Span(0, 6), Span(7, 12), Span(13, 17)]
    words = tuple(Word(span, "NNP", head, "appos") for span, head in zip(spans, (1, 0, 1), strict=True))
    names = tuple(Name(span, NameType.LOCATION, 0.9) for span in spans[:2])
    return text, Tagged(names=names, words=words), Statement("s1", (spans[2],), None, spans[0], Form.INDIRECT, 0.9)


@settings(max_examples=300, deadline=None)
@example(circle())
@given(tagged_texts())
def test_mentions_lie_apart_in_the_text_and_ids_are_one_to_an_actor(case: tuple[str, Tagged, Statement]) -> None:
    text, tagged, said = case
    cast = cast_of(text, tagged, (said,), ("Ole Sand",))
    spans = sorted(mention.span for actor in cast.actors for mention in actor.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert len({actor.id for actor in cast.actors}) == len(cast.actors)
    assert all(actor.name.strip() for actor in cast.actors)
    assert cast_of(text, tagged, (said,), ("Ole Sand",)).actors == cast.actors
    assert with_actors((said,), cast)[0].content == said.content
