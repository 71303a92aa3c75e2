import pytest

from firsthand.model import Span, Word
from firsthand.text.lemmas import lemma
from firsthand.text.syntax import Syntax

TEXT = "Old Miners sold coal and iron to Brenz. It snowed."
ROWS = [  # form, tag, head, relation
    ("Old", "JJ", 1, "amod"), ("Miners", "NNS", 2, "nsubj"), ("sold", "VBD", 2, "ROOT"), ("coal", "NN", 2, "dobj"),
    ("and", "CC", 3, "cc"), ("iron", "NN", 3, "conj"), ("to", "IN", 2, "prep"), ("Brenz", "NNP", 6, "pobj"),
    (".", ".", 2, "punct"), ("It", "PRP", 10, "nsubj"), ("snowed", "VBD", 10, "ROOT"), (".", ".", 10, "punct"),
]  # fmt: skip


@pytest.fixture
def syntax() -> Syntax:
    words, at = [], 0
    for form, tag, head, relation in ROWS:
        at = TEXT.index(form, at)
        words.append(Word(Span(at, at + len(form)), tag, head, relation))
        at += len(form)
    return Syntax(TEXT, words)


def test_walks_between_words(syntax: Syntax) -> None:
    assert [syntax.form(n) for n in syntax.dependents(2, "nsubj", "dobj")] == ["Miners", "coal"]
    assert [syntax.form(n) for n in syntax.conjuncts(3)] == ["coal", "iron"]
    assert syntax.phrase(3).of(TEXT) == "coal and iron"
    assert syntax.phrase(3, without=frozenset({"cc", "conj"})).of(TEXT) == "coal"
    assert list(syntax.ancestors(7)) == [6, 2]
    assert syntax.head(2) is None


def test_finds_words_by_place(syntax: Syntax) -> None:
    assert syntax.at(TEXT.index("coal")) == 3
    assert syntax.at(TEXT.index(" coal")) is None
    coal_and_iron = Span(TEXT.index("coal"), TEXT.index(" to"))
    assert list(syntax.within(coal_and_iron)) == [3, 4, 5]
    assert syntax.head_of(coal_and_iron) == 3


def test_cuts_sentences_where_the_root_changes(syntax: Syntax) -> None:
    assert [sentence.of(TEXT) for sentence in syntax.sentences] == [
        "Old Miners sold coal and iron to Brenz.",
        "It snowed.",
    ]
    assert syntax.sentence(10).of(TEXT) == "It snowed."


def test_a_circle_of_heads_ends() -> None:
    circle = Syntax("one two", [Word(Span(0, 3), "NN", 1, "dep"), Word(Span(4, 7), "NN", 0, "dep")])
    assert circle.root(0) in {0, 1}
    assert circle.subtree(0) == [0, 1]


@pytest.mark.parametrize(
    ("form", "tag", "found"),
    [("Thought", "VBD", "think"), ("thought", "NN", "thought"), ("left", "VBN", "leave"), ("meeting", "NN", "meeting"),
     ("meeting", "VBG", "meet"), ("shells", "NNS", "shell"), ("gave", "VBD", "give"), ("Brenz", "NNP", "brenz")],
)  # fmt: skip
def test_dictionary_forms(form: str, tag: str, found: str) -> None:
    assert lemma(form, tag) == found
