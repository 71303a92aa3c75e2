"""From scores to names."""

import numpy as np

from firsthand.model import NameType, Span
from firsthand.tagging.labels import NAMES
from firsthand.tagging.names import names


def test_names_run_from_their_first_word_to_the_last_of_their_type() -> None:
    path = ["B-person", "I-person", "O", "B-location", "B-location", "I-organisation"]
    scores = np.log(np.full((6, len(NAMES)), 0.1 / (len(NAMES) - 1), np.float32))
    for row, name in enumerate(path):
        scores[row, NAMES.index(name)] = np.log(0.9)
    starts = np.arange(0, 60, 10)
    found = names(scores, starts, starts + 9)
    assert [(name.type, name.span) for name in found] == [
        (NameType.PERSON, Span(0, 19)),
        (NameType.LOCATION, Span(30, 39)),
        (NameType.LOCATION, Span(40, 49)),
        (NameType.ORGANISATION, Span(50, 59)),
    ]
    assert all(0.9 < name.confidence < 0.92 for name in found)
