"""Fingerprints of texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.winnowing import SHINGLE, WINDOW, digest, fingerprints, numbers_of, word_number
from firsthand.text.word_lists import listed

words = st.lists(
    st.sampled_from(sorted(listed("the ferry sank off a coast at night and nobody was on it"))), max_size=60
)


def of(text: list[str]) -> frozenset[int]:
    return fingerprints(numbers_of(map(digest, text)))


@given(words)
def test_numbers_of_words_are_those_of_each(text: list[str]) -> None:
    assert numbers_of(map(digest, text)).tolist() == [word_number(word) for word in text]


@given(words, st.lists(st.integers(0, 10**9).map(str), min_size=SHINGLE + WINDOW - 1, max_size=40), words)
def test_a_shared_run_of_words_is_found(before: list[str], shared: list[str], behind: list[str]) -> None:
    assert of(shared) & of([*before, *shared, *behind])


@given(words)
def test_of_neighbouring_shingles_the_least_are_kept(text: list[str]) -> None:
    shingles = [min(of(text[place : place + SHINGLE])) for place in range(len(text) - SHINGLE + 1)]
    unsigned = np.array(shingles, np.int64).view(np.uint64).tolist()
    width = min(WINDOW, len(unsigned))
    least = {min(unsigned[place : place + width]) for place in range(len(unsigned) - width + 1)} if unsigned else set()
    assert {number % (1 << 64) for number in of(text)} == least
