"""Words that stand for somebody without naming him."""

import pytest

from firsthand.text.pronouns import WRITER, names_nobody


@pytest.mark.parametrize("words", ["We", "it", "I", "which", "Some", "the two", "The latter", WRITER])
def test_pronouns_name_nobody(words: str) -> None:
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["US", "WHO", "IT", "i", "Ines Kolbe", "its lawyer", "the two ministers", ""])
def test_names_in_capitals_and_descriptions_name_somebody(words: str) -> None:
    assert not names_nobody(words)
