"""Quotations that go on with what was quoted before them."""

import pytest

from firsthand.attributing.continuing import continued
from firsthand.attributing.links import Attribution
from firsthand.model import Role, Span, TaggedSpan
from firsthand.text.quotation import quotations


def span(text: str, words: str, role: Role) -> TaggedSpan:
    start = text.index(words)
    return TaggedSpan(Span(start, start + len(words)), role, 0.9)


def attribution(text: str, contents: list[str], cue: str | None = None) -> Attribution:
    held = tuple(span(text, words, Role.CONTENT) for words in contents)
    return Attribution(held, span(text, cue, Role.CUE) if cue else None, None, 1.0)


def found(text: str, *given: Attribution) -> list[tuple[str | None, list[str]]]:
    return [
        (one.cue and one.cue.span.of(text), [content.span.of(text) for content in one.contents])
        for one in continued(list(given), text, quotations(text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam holds,” she said. “But the gates are badly rusted.”\n\nIt rained.",
        "“The dam holds,” she said on Monday.\n\n“But the gates are badly rusted.”\n\nIt rained.",
    ],
)
def test_a_whole_quotation_without_a_cue_goes_on_with_the_one_before(text: str) -> None:
    first, second = "“The dam holds,”", "“But the gates are badly rusted.”"
    said, alone = attribution(text, [first], "said"), attribution(text, [second])
    assert found(text, said, alone) == [("said", [first, second])]


def test_a_cue_of_a_later_paragraph_is_somebody_elses() -> None:
    text = "“It holds,” she said. “But the gates are badly rusted.”\n\nNobody knew, Kovac told us."
    second = "“But the gates are badly rusted.”"
    said, stolen = attribution(text, ["“It holds,”"], "said"), attribution(text, [second, "Nobody knew"], "told")
    assert found(text, said, stolen) == [("said", ["“It holds,”", second]), ("told", ["Nobody knew"])]


@pytest.mark.parametrize(
    "text",
    [
        "“It holds,” she said.\n\nThe rain went on.\n\n“But the gates are badly rusted.”",  # narration between
        "“It holds,” she said of “the gates that are badly rusted” there.",  # part of a sentence
        "“It holds,” she said. “Rusted gates.”",  # too short to tell from a title
    ],
)
def test_what_does_not_go_on_stays_alone(text: str) -> None:
    last = quotations(text)[-1].span.of(text)
    given = [attribution(text, ["“It holds,”"], "said"), attribution(text, [last])]
    assert found(text, *given) == [("said", ["“It holds,”"]), (None, [last])]


@pytest.mark.parametrize("cue", [None, "said"])
def test_a_quotation_that_runs_on_over_paragraphs_is_said_once(cue: str | None) -> None:
    text = "Lind was late.\n\n“It holds.\n\n“It leaks, too.\n\n“It may go,” he said on the quay that day."
    parts = [quotation.span.of(text) for quotation in quotations(text)]
    given = [attribution(text, [part]) for part in parts[:2]] + [attribution(text, [parts[2]], cue)]
    assert found(text, *given) == [(cue, parts)]


def test_a_quotation_with_a_cue_behind_it_keeps_it() -> None:
    text = "“It holds,” she said.\n\n“Are the gates not rusted?” Kovac demanded."
    given = [attribution(text, ["“It holds,”"], "said"), attribution(text, ["“Are the gates not rusted?”"], "demanded")]
    assert [cue for cue, _ in found(text, *given)] == ["said", "demanded"]
