"""Wordpieces and the windows they are read in."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tagging.pieces import LEFT, RIGHT, WINDOW, cut, windows
from firsthand.tagging.release import load


@given(st.lists(st.integers(1, 900), max_size=12))
def test_the_cores_laid_side_by_side_are_the_whole(sizes: list[int]) -> None:
    paragraph = np.repeat(np.arange(len(sizes)), sizes)
    found = list(windows(paragraph))
    believed = [piece for window in found for piece in range(window.core_start, window.core_end)]
    assert believed == list(range(len(paragraph)))
    assert all(window.start <= window.core_start < window.core_end <= window.end for window in found)
    assert all(window.end - window.start <= WINDOW for window in found)


def test_cores_end_with_paragraphs_and_see_both_sides() -> None:
    found = list(windows(np.repeat(np.arange(20), 90)))
    assert all(window.core_end % 90 == 0 for window in found)
    for window in found[1:-1]:
        assert window.core_start - window.start == LEFT
        assert window.end - window.core_end == RIGHT


@given(st.text(max_size=200))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    _, starts, ends = cut(text, load().tokenizer).words()
    assert np.all(starts < ends)
    assert np.all(ends[:-1] <= starts[1:])
    assert len(ends) == 0 or ends[-1] <= len(text)


def test_words_are_whole_and_quotations_are_marked() -> None:
    text = "Ushakov said “unprecedentedly”.\n\nNobody else."
    pieces = cut(text, load().tokenizer)
    _, starts, ends = pieces.words()
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert words == ["Ushakov", "said", "“", "unprecedentedly", "”", ".", "Nobody", "else", "."]
    inside = {text[s:e] for s, e, q in zip(pieces.starts, pieces.ends, pieces.quoted, strict=True) if q}
    assert "“" in inside
    assert "Nobody" not in inside
    assert pieces.paragraph[0] == 0
    assert pieces.paragraph[-1] == 1


def test_the_case_of_a_word_is_told_of_all_its_pieces() -> None:
    pieces = cut("Ushakov told NATO that the iPhone fell.\n\nA BBC", load().tokenizer)
    heads, starts, ends = pieces.words()
    text = "Ushakov told NATO that the iPhone fell.\n\nA BBC"
    case = {text[start:end]: int(pieces.case[head]) for head, start, end in zip(heads, starts, ends, strict=True)}
    assert case == {
        "Ushakov": 1, "told": 0, "NATO": 2, "that": 0, "the": 0, "iPhone": 3, "fell": 0, ".": 0, "A": 1, "BBC": 2,
    }  # fmt: skip
    assert set(pieces.case[: int(heads[1])]) == {1}
