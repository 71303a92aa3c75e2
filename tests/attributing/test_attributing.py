"""Spans to statements."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.attributing import attribute
from firsthand.model import SURE_ENOUGH, Candidate, Form, LinkRole, Role, Span, Statement, Tagged, TaggedSpan

TEXT = '"We won," Ana Ruiz said. Her rival said that the "count" was wrong. "Nobody asked us."'


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def tagged(*spans: tuple[str, Role, float], links: tuple[tuple[int, int | None, float], ...]) -> Tagged:
    return Tagged(
        tuple(TaggedSpan(span_of(words), role, sure) for words, role, sure in spans),
        tuple(Candidate(*link) for link in links),
    )


def words(statement: Statement) -> tuple[list[str], str | None, str | None]:
    return (
        [content.of(TEXT) for content in statement.content],
        statement.cue and statement.cue.of(TEXT),
        statement.source and statement.source.of(TEXT),
    )


def test_each_content_takes_its_likeliest_cue_and_each_cue_its_source() -> None:
    spans = tagged(
        ('"We won,"', Role.CONTENT, 0.9),
        ("Ana Ruiz", Role.SOURCE, 0.8),
        ("said", Role.CUE, 0.95),
        ("Her rival", Role.SOURCE, 0.7),
        ("said that", Role.CUE, 0.9),
        ('the "count" was wrong', Role.CONTENT, 0.6),
        links=((0, 2, 0.9), (0, 4, 0.1), (5, 4, 0.8), (5, 2, 0.2), (2, 1, 1.0), (4, 3, 0.7), (4, 1, 0.3)),
    )
    first, second = attribute(TEXT, spans)
    assert words(first) == (['"We won,"'], "said", "Ana Ruiz")
    assert words(second) == (['the "count" was wrong'], "said that", "Her rival")
    assert (first.id, first.form) == ("s1", Form.DIRECT)
    assert (second.id, second.form) == ("s2", Form.MIXED)
    assert first.confidence > second.confidence
    assert [(link.party.name, link.role) for link in first.chain] == [("Ana Ruiz", LinkRole.ORIGIN)]


def test_one_cue_may_hold_a_split_quotation() -> None:
    spans = tagged(
        ('"We won,"', Role.CONTENT, 0.9),
        ("said", Role.CUE, 0.9),
        ('"Nobody asked us."', Role.CONTENT, 0.9),
        links=((0, 1, 1.0), (2, 1, 1.0), (1, None, 1.0)),
    )
    (statement,) = attribute(TEXT, spans)
    assert words(statement) == (['"We won,"', '"Nobody asked us."'], "said", None)
    assert statement.chain == ()


def test_words_without_a_cue_count_only_in_quotation_marks() -> None:
    spans = tagged(
        ("was wrong", Role.CONTENT, 0.9),
        ('"Nobody asked us."', Role.CONTENT, 0.9),
        links=((0, None, 1.0), (1, None, 1.0)),
    )
    assert [words(statement) for statement in attribute(TEXT, spans)] == [(['"Nobody asked us."'], None, None)]


def test_somebody_says_a_whole_quotation_though_nobody_is_shown_to() -> None:
    text = 'It rained. "Nobody asked us about it."\n\nThe "count" went on.'
    for words, kept in (('"Nobody asked us about it."', True), ('"count"', False)):
        start = text.index(words)
        content = TaggedSpan(Span(start, start + len(words)), Role.CONTENT, 0.6)
        (statement,) = attribute(text, Tagged((content,), (Candidate(0, None, 1.0),)))
        assert (statement.confidence >= SURE_ENOUGH) == kept


def test_a_cue_that_nothing_hangs_on_says_nothing() -> None:
    assert attribute(TEXT, tagged(("said", Role.CUE, 0.9), ("Ana Ruiz", Role.SOURCE, 0.9), links=((0, 1, 1.0),))) == ()


ROLES = st.sampled_from(list(Role))


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 5), ROLES, st.floats(0, 1)), max_size=8), st.data())
def test_statements_lie_in_the_text_in_order(drawn: list[tuple[int, int, Role, float]], data: st.DataObject) -> None:
    spans = tuple(
        TaggedSpan(Span(at, at + size), role, sure) for at, size, role, sure in sorted(drawn, key=lambda d: d[0])
    )
    answers = {Role.CONTENT: Role.CUE, Role.CUE: Role.SOURCE}
    links = []
    for n, span in enumerate(spans):
        if span.role in answers:
            targets = [m for m, other in enumerate(spans) if other.role is answers[span.role]]
            to = data.draw(st.sampled_from([None, *targets]))
            links.append(Candidate(n, to, 1.0))
    statements = attribute(TEXT, Tagged(spans, tuple(links)))
    firsts = [statement.content[0] for statement in statements]
    assert firsts == sorted(firsts)
    assert len({statement.id for statement in statements}) == len(statements)
    assert all(span.end <= len(TEXT) + 5 for statement in statements for span in statement.content)
