"""Attributions that the layout makes."""

import pytest

from firsthand.attributing.layout import laid_out, overlaid
from firsthand.attributing.links import Attribution
from firsthand.model import Role, Span, TaggedSpan
from firsthand.text.quotation import quotations


def found(text: str) -> list[tuple[str, str, list[str]]]:
    laid = laid_out(text, quotations(text))
    return [(one.source.of(text), one.cue.of(text), [span.of(text) for span in one.contents]) for one in laid]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“We have waited enough.” ― Ines Kolbe", "Ines Kolbe", "―"),
        ('Before.\n"Enough." -- Jan de Wit, 54, a fisherman\nAfter.', "Jan de Wit, 54, a fisherman", "--"),
        ("«Basta.» — María del Carmen Ríos.", "María del Carmen Ríos", "—"),
        ("“Enough.” – O'Brien", "O'Brien", "–"),
    ],
)
def test_a_dash_and_a_name_sign_a_quotation(text: str, source: str, cue: str) -> None:
    ((who, by, (what,)),) = found(text)
    assert (who, by) == (source, cue)
    assert what[0] in '“"«'


@pytest.mark.parametrize(
    "text",
    [
        "“Enough” – but Kolbe would not say more about it.",
        "He said “no” ― Kolbe was not amused, and left the room for the rest of the day.",
        "The ship sailed on Monday ― Ines Kolbe",
        "“Enough.”\n\nThe River – A History",
        "Note: the bridge is shut.\n\nCorrection: it is open.",
        "KOLBE: We waited.\n\nNothing else here has a name before it.",
        "Update: “The bridge is shut.”",
        "Said Kolbe: “We have waited.”",
        "Then, later in May: “We have waited.”",
        "Ines Kolbe, Varn, sent a message to the town: “We have waited.”",
        "Kolbe: “Waiting” is not what we do.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("From Chairwoman Ines Kolbe: “We have waited long enough.”", "Chairwoman Ines Kolbe"),
        ('Kolbe: "We have waited."', "Kolbe"),
        ("Ines Kolbe, a teacher: “We have waited.”\n\nThe ship sailed.", "Ines Kolbe, a teacher"),
        ("Mayor: ‘We have waited’\n\nThe mayor of Varn lost her patience on Monday.", "Mayor"),
    ],
)
def test_a_name_and_a_colon_lead_a_quotation_with_a_line_of_its_own(text: str, source: str) -> None:
    ((who, by, (what,)),) = found(text)
    assert (who, by) == (source, ":")
    assert what[0] in '“"‘'


def test_a_quotation_that_is_led_may_run_over_paragraphs() -> None:
    text = "Kolbe: “We have waited.\n\n“No longer.”"
    assert found(text) == [("Kolbe", ":", ["“We have waited.", "“No longer.”"])]


def test_a_signature_may_close_several_quotations_of_one_line() -> None:
    text = "“He calls it luck.” And that is all he has, “luck.” ― Ines Kolbe"
    assert found(text) == [("Ines Kolbe", "―", ["“He calls it luck.” And that is all he has, “luck.”"])]


def test_turns_of_an_interview_run_on_until_the_next_name() -> None:
    text = (
        "We met on the quay.\n\nTIDE: Is it safe?\n\nKOLBE: It is.\n\n“And it will stay so.\n\n“TIDE: Until when?\n\n"
        "KOLBE: Ask the river."
    )
    assert found(text) == [
        ("TIDE", ":", ["Is it safe?"]),
        ("KOLBE", ":", ["It is.", "“And it will stay so."]),
        ("TIDE", ":", ["Until when?"]),
        ("KOLBE", ":", ["Ask the river."]),
    ]


def test_a_guess_about_the_same_words_gives_way_and_others_stay() -> None:
    text = "“He told me ‘wait’.” ― Ines Kolbe"
    whole, inner = Span(0, 20), Span(12, 18)
    guesses = [
        Attribution((TaggedSpan(whole, Role.CONTENT, 0.9),), None, None, 1.0),
        Attribution((TaggedSpan(inner, Role.CONTENT, 0.9),), TaggedSpan(Span(4, 8), Role.CUE, 0.9), None, 1.0),
    ]
    result = overlaid(guesses, laid_out(text, quotations(text)))
    assert [content.span for one in result for content in one.contents] == [whole, inner]
    assert [one.cue.span.of(text) for one in result if one.cue] == ["―", "told"]
