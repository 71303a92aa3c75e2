"""From scores to spans."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Role, Span
from firsthand.tagging.decoding import best_path, held_by_quotations, labelled, log_probabilities
from firsthand.tagging.labels import LABELS
from firsthand.text.quotation import quotations

SCORES = st.lists(st.lists(st.floats(-5, 5), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=4)


def lawful(path: tuple[int, ...], held: list[bool]) -> bool:
    names = ["O", *(LABELS[label] for label in path)]
    for (before, now), with_it in zip(itertools.pairwise(names), held, strict=True):
        if now.startswith("I-") and before[2:] != now[2:]:
            return False
        if with_it and (now == "B-content" or ("content" in before) != ("content" in now)):
            return False
    return True


@given(SCORES, st.lists(st.booleans(), min_size=3, max_size=3))
def test_the_path_is_the_best_of_all_lawful_ones(rows: list[list[float]], drawn: list[bool]) -> None:
    scores = np.asarray(rows, np.float32)
    held = [False, *drawn][: len(rows)]
    path = tuple(best_path(scores, np.asarray(held)).tolist())
    assert lawful(path, held)
    every = (p for p in itertools.product(range(len(LABELS)), repeat=len(rows)) if lawful(p, held))
    best = max(sum(scores[at, label] for at, label in enumerate(p)) for p in every)
    assert sum(scores[at, label] for at, label in enumerate(path)) >= best - 1e-3


def test_spans_take_their_offsets_from_their_words() -> None:
    path = np.array([LABELS.index(name) for name in ("B-source", "I-source", "B-cue", "O", "B-content", "B-content")])
    scores = log_probabilities(np.zeros((6, len(LABELS)), np.float32))
    starts = np.array([0, 5, 10, 15, 20, 25])
    found = labelled(path, scores, starts, starts + 4)
    assert [(words, tagged.span, tagged.role) for words, tagged in found] == [
        ((0, 2), Span(0, 9), Role.SOURCE),
        ((2, 3), Span(10, 14), Role.CUE),
        ((4, 5), Span(20, 24), Role.CONTENT),
        ((5, 6), Span(25, 29), Role.CONTENT),
    ]
    assert all(abs(tagged.confidence - 2 / 7) < 1e-6 for _, tagged in found)


def test_words_of_a_quotation_are_held_together_behind_the_first() -> None:
    text = 'He said "no way" twice'
    words = [(0, 2), (3, 7), (8, 9), (9, 11), (12, 15), (15, 16), (17, 22)]
    starts, ends = (np.array(column) for column in zip(*words, strict=True))
    held = held_by_quotations(quotations(text), starts, ends)
    assert held.tolist() == [False, False, False, True, True, True, False]
