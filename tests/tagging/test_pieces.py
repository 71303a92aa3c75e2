"""Wordpieces and the windows they are read in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tagging.pieces import WINDOW, cut, windows
from firsthand.tagging.release import load


@pytest.mark.parametrize("length", [0, 1, WINDOW, WINDOW + 1, 829, 830, 831, 5000])
def test_the_cores_laid_side_by_side_are_the_whole(length: int) -> None:
    found = list(windows(length))
    believed = [piece for window in found for piece in range(window.core_start, window.core_end)]
    assert believed == list(range(length))
    assert all(window.start <= window.core_start < window.core_end <= window.end for window in found)
    assert all(window.end - window.start <= WINDOW for window in found)


def test_every_core_in_the_middle_sees_both_sides() -> None:
    for window in list(windows(5000))[1:-1]:
        assert window.core_start - window.start == 96
        assert window.end - window.core_end >= 90


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
