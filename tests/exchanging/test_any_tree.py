from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.exchanging import exchange
from firsthand.exchanging.mending import mended, without_circles
from firsthand.model import Name, NameType, Span, Tagged, Word

FORMS = [
    "Norland",
    "Vestia",
    "sold",
    "gave",
    "supplied",
    "visited",
    "met",
    "attacked",
    "tanks",
    "tons",
    "$",
    "5",
    "million",
    "aid",
    "sales",
    "visit",
    "talks",
    "sanctions",
    "of",
    "to",
    "from",
    "with",
    "for",
    "in",
    "exchange",
    "and",
    ",",
    ".",
    "that",
    "which",
    "it",
    "its",
    "his",
    "was",
    "has",
    "will",
    "not",
    "if",
    "to",
    "deny",
    "this",
    "launched",
    "missile",
    "deal",
    "more",
    "between",
    "handed",
    "over",
    "request",
    "'s",
    "Berg",
    "promised",
    "paid",
    "lifting",
    "received",
    "been",
]
TAGS = [
    "NNP",
    "NN",
    "NNS",
    "VBD",
    "VBN",
    "VB",
    "VBG",
    "VBZ",
    "CD",
    "$",
    "IN",
    "TO",
    "DT",
    "PRP",
    "PRP$",
    "CC",
    ",",
    ".",
    "WDT",
    "MD",
    "RB",
    "RP",
    "JJ",
    "JJR",
    "POS",
]
RELATIONS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "dative",
    "prep",
    "pobj",
    "pcomp",
    "agent",
    "conj",
    "cc",
    "aux",
    "auxpass",
    "relcl",
    "acl",
    "advcl",
    "xcomp",
    "ccomp",
    "compound",
    "amod",
    "nummod",
    "det",
    "poss",
    "case",
    "punct",
    "ROOT",
    "appos",
    "npadvmod",
    "prt",
    "neg",
    "mark",
    "attr",
    "nmod",
]
ROWS = st.lists(
    st.tuples(st.sampled_from(FORMS), st.sampled_from(TAGS), st.integers(0, 30), st.sampled_from(RELATIONS)),
    min_size=1,
    max_size=31,
)


def _words(rows: list[tuple[str, str, int, str]]) -> tuple[str, tuple[Word, ...]]:
    words, at = [], 0
    for form, tag, head, relation in rows:
        words.append(Word(Span(at, at + len(form)), tag, head % len(rows), relation))
        at += len(form) + 1
    return " ".join(row[0] for row in rows), tuple(words)


@given(ROWS)
@settings(max_examples=300)
def test_whatever_the_tree_spans_stand_in_the_text(rows: list[tuple[str, str, int, str]]) -> None:
    text, words = _words(rows)
    names = tuple(
        Name(word.span, NameType.LOCATION, 0.5) for word in words if word.span.of(text) in {"Norland", "Vestia", "Berg"}
    )
    exchanges, events = exchange(text, Tagged(names=names, words=words))
    ids = {one.id for one in exchanges}
    for one in exchanges:
        spans = [one.trigger, *(item.span for item in one.items), *(p.span for p in (one.giver, one.receiver) if p)]
        assert all(span is not None and span.end <= len(text) for span in spans)
        assert one.in_return_for is None or one.in_return_for in ids
        assert 0 <= one.confidence <= 1
    assert all(event.trigger.end <= len(text) and 0 <= event.confidence <= 1 for event in events)


@given(ROWS)
def test_circles_are_cut_and_trees_left(rows: list[tuple[str, str, int, str]]) -> None:
    _, words = _words(rows)
    cut = mended(words)
    for start in range(len(cut)):
        path = [start]
        while cut[path[-1]].head != path[-1]:
            path.append(cut[path[-1]].head)
            assert len(path) <= len(cut)
    assert without_circles(cut) == mended(cut) == cut
