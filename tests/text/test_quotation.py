"""Quotation marks as structure."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotation import quotations, quoted_runs


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and «never».", ["“no”", "«never»"]),
        ("Er sagte „nein“ und ging.", ["„nein“"]),
        ("''Of course,'' she said, ``why not''?", ["''Of course,''", "``why not''"]),
        ("''It's ours,'' he said, ''not the boys'.''", ["''It's ours,''", "''not the boys'.''"]),
        ('"First," he said. "Second."', ['"First,"', '"Second."']),
        ("“It was ‘very’ bad,” he said.", ["“It was ‘very’ bad,”"]),
        ("”Nej,” sa hon. ”Aldrig.”", ["”Nej,”", "”Aldrig.”"]),
        ("Sie rief »nein« und ging.", ["»nein«"]),
        ('He said " no " and left.', ['" no "']),
        ('"We won, " he said,"and more."', ['"We won, "', '"and more."']),
        ("A `lone' mark of grave accent.", []),
        ("Nothing here.", []),
        ('A 6" pipe.', []),
        ('He is 6\'3" tall and says "so what".', ['"so what"']),
    ],
)
def test_closed_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We won,’ she said. ‘It’s the boys’ day.’", ["‘We won,’", "‘It’s the boys’ day.’"]),
        ("'We won,' she said. 'It's ours.'", ["'We won,'", "'It's ours.'"]),
        ("‘He told me: “Wait.” I won’t,’ she said.", ["‘He told me: “Wait.” I won’t,’"]),
        ("Dam is ‘a disaster’, engineer warns", ["‘a disaster’"]),
        ("A tale of ‘lies’ and ‘truths’", ["‘lies’", "‘truths’"]),
        ("In the '90s rock 'n' roll was king of the boys' club.", []),
        ("The judges' ruling and the players' strike don't help.", []),
        ("‘One.\n\n‘Two,’ she said.", ["‘One.", "‘Two,’"]),
    ],
)
def test_single_marks_quote_where_no_double_ones_do(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“She told me “wait” and I did,” he said.",
        '"She told me "wait" and I did," he said.',
        '"She told me “wait” and I did," he said.',
    ],
)
def test_a_quotation_inside_another_is_part_of_it(text: str) -> None:
    assert quoted(text) == [text.removesuffix(" he said.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”We won,” she said.", ["”We won,”"]),
        ("He called it “a farce“ and left.", ["“a farce“"]),
        ('He called it “a farce" and left.', ['“a farce"']),
        ("“We won, she said. “We will win again.” That is all.", ["“We will win again.”"]),
    ],
)
def test_marks_turned_the_wrong_way_or_lost(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs_is_one_run() -> None:
    text = "“One, “half,” one.\n\n“Two.\n\n“Three,” she said. “Four.”\n\n“Five.”"
    runs = quoted_runs(quotations(text))
    assert [[quotation.span.of(text) for quotation in run] for run in runs] == [
        ["“One, “half,” one.", "“Two.", "“Three,”"],
        ["“Four.”"],
        ["“Five.”"],
    ]


def test_a_quotation_over_paragraphs_opens_in_each_and_closes_once() -> None:
    text = "“One.\n\n“Two,” she said. Three."
    first, second = quotations(text)
    assert (first.span.of(text), first.closed) == ("“One.", False)
    assert (second.span.of(text), second.closed) == ("“Two,”", True)


def test_a_closing_mark_with_nothing_open_is_left_alone() -> None:
    assert quoted("in return.» Professor Im said. “Yes.”") == ["“Yes.”"]


@given(st.text(alphabet="ab \"'`‘’“”«»„\n", max_size=60))
def test_quotations_are_in_order_apart_and_in_one_paragraph(text: str) -> None:
    found = [quotation.span for quotation in quotations(text)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all("\n" not in span.of(text) for span in found)
