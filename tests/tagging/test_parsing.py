"""From scores to sentences."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tagging.labels import RELATIONS, SAME, TAGS
from firsthand.tagging.parsing import ARC, Parse, attached, words
from firsthand.text.syntax import Syntax


def parse(rows: list[tuple[str, str, int]]) -> Parse:
    tags, relations, above = zip(*rows, strict=True)
    return Parse(
        np.array([TAGS.index(tag) for tag in tags]),
        np.array([RELATIONS.index(name) for name in relations]),
        np.array(above),
    )


def test_pieces_of_a_word_are_joined_and_heads_counted_anew() -> None:
    text = "The U.S. sold coal"
    rows = [("DT", "det", 1), ("NNP", "nsubj", 5), (".", SAME, 1), ("NNP", SAME, 1), (".", SAME, 1),
            ("VBD", "ROOT", -1), ("NN", "dobj", 5)]  # fmt: skip
    starts = np.array([0, 4, 5, 6, 7, 9, 14])
    ends = np.array([3, 5, 6, 7, 8, 13, 18])
    found = words(parse(rows), starts, ends)
    assert [word.span.of(text) for word in found] == ["The", "U.S.", "sold", "coal"]
    assert [word.head for word in found] == [1, 2, 2, 2]
    assert [word.relation for word in found] == ["det", "nsubj", "ROOT", "dobj"]


def test_a_piece_apart_stays_a_word() -> None:
    found = words(parse([("NN", "ROOT", -1), ("NN", SAME, 0)]), np.array([0, 4]), np.array([3, 7]))
    assert [word.relation for word in found] == ["ROOT", "dep"]


@given(st.lists(st.integers(-1, 7), min_size=8, max_size=8))
def test_every_word_comes_to_a_root(above: list[int]) -> None:
    rows = [("NN", "dep", head) for head in above]
    found = words(parse(rows), np.arange(0, 16, 2), np.arange(1, 17, 2))
    syntax = Syntax("a " * 8, found)
    assert all(syntax.head(syntax.root(n)) is None for n in range(8))


def test_a_head_stands_in_the_paragraph_of_its_dependent() -> None:
    arcs = np.zeros((4, 2 * ARC), np.float32)
    arcs[:, 0] = 1  # all ask alike
    arcs[:, ARC] = [1, 5, 2, 9]  # and the last answers best
    root = np.zeros(ARC + 1, np.float32)
    assert attached(arcs, root, slice(0, 4), np.array([0, 0, 0, 1])).tolist() == [1, 2, 1, -1]
    assert attached(arcs, root, slice(1, 3), np.array([0, 0, 0, 1])).tolist() == [2, 1]
    root[ARC] = 7
    assert attached(arcs, root, slice(0, 4), np.array([0, 0, 0, 1])).tolist() == [-1, -1, -1, -1]
