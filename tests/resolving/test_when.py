"""When statements were made, and which moments date what."""

from __future__ import annotations

import pytest

from firsthand.model import Form, Moment, Span, Statement, Word
from firsthand.resolving import with_moments
from firsthand.text.moments import dating, moment_of, whole
from firsthand.text.syntax import Syntax


def tree(marked: str) -> Syntax:
    """A text of words written as word/tag/head/relation, heads by number."""
    words, text = [], ""
    for entry in marked.split():
        form, tag, head, relation = entry.rsplit("/", 3)
        text += (" " if text else "") + form
        words.append(Word(Span(len(text) - len(form), len(text)), tag, int(head), relation))
    return Syntax(text, words)


def moment(text: str, words: str, value: str) -> Moment:
    start = text.index(words)
    return Moment(value, Span(start, start + len(words)))


SAID = tree(
    "Kolbe/NNP/1/nsubj said/VBD/1/ROOT in/IN/1/prep an/DT/4/det interview/NN/2/pobj on/IN/4/prep Monday/NNP/5/pobj"
    " that/IN/10/mark it/PRP/10/nsubj will/MD/10/aux close/VB/1/ccomp on/IN/10/prep Friday/NNP/11/pobj ././1/punct"
)
MONDAY = moment(SAID.text, "Monday", "2024-06-17")
FRIDAY = moment(SAID.text, "Friday", "2024-06-21")


def said(syntax: Syntax, cue: str, content: str) -> Statement:
    start, at = syntax.text.index(cue), syntax.text.index(content)
    cue_span, content_span = Span(start, start + len(cue)), Span(at, at + len(content))
    return Statement("s1", (content_span,), cue_span, None, Form.INDIRECT, 1.0)


def test_a_statement_was_made_when_the_clause_of_its_cue_says() -> None:
    (statement,) = with_moments([said(SAID, "said", "that it will close on Friday")], [MONDAY, FRIDAY], SAID)
    assert statement.when == MONDAY


def test_what_happens_in_the_content_is_not_when_it_was_said() -> None:
    (statement,) = with_moments([said(SAID, "said", "that it will close on Friday")], [FRIDAY], SAID)
    assert statement.when is None


def test_a_moment_on_the_speaker_dates_the_speaker() -> None:
    syntax = tree(
        "The/DT/3/det 2019/CD/3/nummod race/NN/3/compound winner/NN/4/nsubj said/VBD/4/ROOT he/PRP/6/nsubj won/VBD/4/ccomp"
    )
    found = with_moments([said(syntax, "said", "he won")], [moment(syntax.text, "2019", "2019")], syntax)
    assert found[0].when is None


def test_right_behind_the_cue_no_tree_is_needed() -> None:
    syntax = tree("He/PRP/1/nsubj said/VBD/1/ROOT last/JJ/2/ROOT January/NNP/3/ROOT he/PRP/5/nsubj won/VBD/5/ROOT")
    (statement,) = with_moments(
        [said(syntax, "said", "he won")], [moment(syntax.text, "last January", "2024-01")], syntax
    )
    assert statement.when
    assert statement.when.value == "2024-01"


def test_a_word_is_dated_by_the_nearest_moment_on_it() -> None:
    verb, ending = 1, 10
    assert moment_of(SAID, verb, [MONDAY, FRIDAY]) == MONDAY
    assert moment_of(SAID, ending, [MONDAY, FRIDAY]) == FRIDAY
    assert moment_of(SAID, 4, [FRIDAY]) is None


def test_an_interval_stands_for_what_it_is_made_of() -> None:
    text = "It ran from June 10 to 16, then stopped on June 20."
    first, last = moment(text, "June 10", "2024-06-10"), moment(text, "16", "2024-06-16")
    interval = moment(text, "from June 10 to 16", "2024-06-10/2024-06-16")
    after = moment(text, "June 20", "2024-06-20")
    assert whole([first, last, interval, after]) == [interval, after]


@pytest.mark.parametrize(
    ("text", "words", "value", "dates"),
    [
        ("It is his first visit since 2019.", "since 2019", "2019/..", False),
        ("The worst storm in nearly 25 years hit the coast.", "nearly 25 years", "1999/2024", False),
        ("It has been at war since 2019.", "since 2019", "2019/..", True),
        ("The first visit was in June 2019.", "June 2019", "2019-06", True),
        ("Exports fell over the past three months.", "the past three months", "2024-03/2024-06", True),
    ],
)
def test_what_only_says_since_when_nothing_was_dates_nothing(text: str, words: str, value: str, dates: bool) -> None:
    assert bool(dating(text, [moment(text, words, value)])) is dates
