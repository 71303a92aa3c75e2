"""Annotated texts as the network is taught."""

import random

from firsthand.model import NameType, Span, Word
from firsthand.tagging.labels import LABELS, NAMES, RELATIONS, SAME, TAGS
from firsthand.tagging.release import load
from firsthand.training.corpus import IGNORED, ROOT, Attribution, Document, Entity, damaged, example

TEXT = "The U.S. didn't sell, Ines Kolbe said."


def words() -> tuple[Word, ...]:
    rows = [("The", "DT", 1, "det"), ("U.S.", "NNP", 4, "nsubj"), ("did", "VBD", 4, "aux"), ("n't", "RB", 4, "neg"),
            ("sell", "VB", 8, "ccomp"), (",", ",", 8, "punct"), ("Ines", "NNP", 7, "compound"),
            ("Kolbe", "NNP", 8, "nsubj"), ("said", "VBD", 8, "ROOT"), (".", ".", 8, "punct")]  # fmt: skip
    found, at = [], 0
    for form, tag, head, relation in rows:
        at = TEXT.index(form, at)
        found.append(Word(Span(at, at + len(form)), tag, head, relation))
        at += len(form)
    return tuple(found)


def test_each_word_of_the_encoder_gets_what_a_grammarian_says_of_it() -> None:
    shown = example(Document("a", TEXT, words=words()), load().tokenizer)
    heads, starts, ends = shown.pieces.words()
    number = {int(head): n for n, head in enumerate(heads)}
    told = [
        (TEXT[start:end], TAGS[shown.tags[head]], RELATIONS[shown.relations[head]],
         None if shown.arcs[head] == ROOT else number[int(shown.arcs[head])])
        for head, start, end in zip(heads, starts, ends, strict=True)
    ]  # fmt: skip
    assert told == [
        ("The", "DT", "det", 1), ("U", "NNP", "nsubj", 8), (".", "NNP", SAME, 1), ("S", "NNP", SAME, 1),
        (".", "NNP", SAME, 1), ("didn", "VBD", "aux", 8), ("'", "RB", "neg", 8), ("t", "RB", SAME, 6),
        ("sell", "VB", "ccomp", 12), (",", ",", "punct", 12), ("Ines", "NNP", "compound", 11),
        ("Kolbe", "NNP", "nsubj", 12), ("said", "VBD", "ROOT", None), (".", ".", "punct", 12),
    ]  # fmt: skip


def test_what_a_text_is_not_annotated_with_teaches_nothing() -> None:
    shown = example(Document("a", TEXT, entities=(Entity((22, 32), NameType.PERSON),)), load().tokenizer)
    heads, _, _ = shown.pieces.words()
    assert set(shown.labels) == set(shown.tags) == set(shown.arcs) == {IGNORED}
    assert [NAMES[n] for n in shown.names[heads] if n] == ["B-person", "I-person"]


def test_attributions_become_labels_and_links() -> None:
    said = Attribution(source=(22, 32), cue=(33, 37), content=((0, 20),))
    shown = example(Document("a", TEXT, attributions=(said,)), load().tokenizer)
    heads, _, _ = shown.pieces.words()
    assert [LABELS[n] for n in shown.labels[heads]] == [
        "B-content", *["I-content"] * 8, "O", "B-source", "I-source", "B-cue", "O",
    ]  # fmt: skip
    assert (len(shown.sources), len(shown.cues), len(shown.contents)) == (1, 1, 1)
    assert (shown.cue_of, shown.source_of) == ((0,), (0,))


def test_damage_keeps_every_letter_in_its_place() -> None:
    document = Document("a", 'He said: "Come." «Now», she said.')
    for seed in range(20):
        harmed = damaged(document, random.Random(seed)).text
        assert len(harmed) == len(document.text)
        assert [letter for letter in harmed if letter.isalnum()] == [c for c in document.text if c.isalnum()]
