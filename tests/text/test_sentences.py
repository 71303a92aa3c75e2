"""The sentences of a text."""

import pytest

from firsthand.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank. Nobody was aboard.", ["The ferry sank.", "Nobody was aboard."]),
        ("Dr. Ilsa Brandt left at 4 p.m. on Monday.", ["Dr. Ilsa Brandt left at 4 p.m. on Monday."]),
        ('"It sank," she said. "All got off."  He nodded', ['"It sank," she said.', '"All got off."', "He nodded"]),
        ("He asked: “Who knew?!” (Nobody did…) 12 left.", ["He asked: “Who knew?!”", "(Nobody did…)", "12 left."]),
        ("A first line\n\n  and its second. \n", ["A first line", "and its second."]),
        (" \n \t\n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected
