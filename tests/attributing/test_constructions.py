"""The constructions of news, read from end to end by the model and the rules on top of it."""

import pytest

from firsthand.attributing import attribute
from firsthand.model import SURE_ENOUGH, Form
from firsthand.tagging import tag

DIRECT, INDIRECT, MIXED = Form.DIRECT, Form.INDIRECT, Form.MIXED


def bare(words: str) -> str:
    """Words without a comma at their end, which may as well belong to them as not."""
    return words.rstrip(" ,")


def said(text: str) -> list[tuple[str | None, tuple[str, ...], Form]]:
    """Source, contents and form of each statement that is shown unless asked otherwise."""
    return [
        (one.source and bare(one.source.of(text)), tuple(bare(content.of(text)) for content in one.content), one.form)
        for one in attribute(text, tag(text))
        if one.confidence >= SURE_ENOUGH
    ]


@pytest.mark.parametrize(
    ("text", "source", "contents", "form"),
    [
        pytest.param(
            "“The dam will hold,” said Marta Ilic, a civil engineer, “but only if the rain stops by Friday.”",
            "Marta Ilic, a civil engineer",
            ("“The dam will hold,”", "“but only if the rain stops by Friday.”"),
            DIRECT,
            id="inverted and split",
        ),
        pytest.param(
            "“The dam will hold,” Ilic said. “But only if the rain stops by Friday. We have told the mayor so.”",
            "Ilic",
            ("“The dam will hold,”", "“But only if the rain stops by Friday. We have told the mayor so.”"),
            DIRECT,
            id="several sentences under one cue",
        ),
        pytest.param(
            "“The dam will hold,” Ilic said.\n\n“But only if the rain stops by Friday.”\n\nIt did not stop.",
            "Ilic",
            ("“The dam will hold,”", "“But only if the rain stops by Friday.”"),
            DIRECT,
            id="going on in the next paragraph",
        ),
        pytest.param(
            "Marta Ilic has inspected the dam four times since spring. Her boots are worn. “It will hold, for now.”",
            "Marta Ilic",
            ("“It will hold, for now.”",),
            DIRECT,
            id="speaker two sentences away",
        ),
        pytest.param(
            "From Chairwoman Ines Kolbe: “We have waited long enough for this bridge.”\n\nNobody disagreed.",
            "Chairwoman Ines Kolbe",
            ("“We have waited long enough for this bridge.”",),
            DIRECT,
            id="a name and a colon",
        ),
        pytest.param(
            "The ministry issued a statement: “The dam is safe and has been inspected regularly.”",
            "The ministry",
            ("“The dam is safe and has been inspected regularly.”",),
            DIRECT,
            id="a statement and a colon",
        ),
        pytest.param(
            "“We have waited enough.” ― Ines Kolbe\n\n“Nobody asked us.” — Jan de Wit, 54",
            "Ines Kolbe",
            ("“We have waited enough.”",),
            DIRECT,
            id="vox pop",
        ),
        pytest.param(
            "Dam is ‘a disaster waiting to happen’, engineer warns\n\nAn engineer spoke out on Monday.",
            "engineer",
            ("Dam is ‘a disaster waiting to happen’",),
            MIXED,
            id="a headline that quotes",
        ),
        pytest.param(
            "‘The dam will hold,’ said Marta Ilic, an engineer. ‘But only if the rain stops.’",
            "Marta Ilic, an engineer",
            ("‘The dam will hold,’", "‘But only if the rain stops.’"),
            DIRECT,
            id="the British press",
        ),
        pytest.param(
            "Q: Is the dam safe?\n\nA: It will hold if the rain stops.\n\nQ: And if not?\n\nA: We open the gates.",
            "A",
            ("It will hold if the rain stops.",),
            INDIRECT,
            id="question and answer",
        ),
        pytest.param(
            "The minister posted on X: “We are monitoring the situation.”",
            "The minister",
            ("“We are monitoring the situation.”",),
            DIRECT,
            id="a post",
        ),
        pytest.param(
            "The mayor was asked by reporters whether the dam would hold.",
            "reporters",
            ("whether the dam would hold",),
            INDIRECT,
            id="passive",
        ),
        pytest.param(
            "According to the ministry, two gates have not been opened since 1998.",
            "the ministry",
            ("two gates have not been opened since 1998",),
            INDIRECT,
            id="according to",
        ),
        pytest.param(
            "A person familiar with the inspection said the keys were lost.",
            "A person familiar with the inspection",
            ("the keys were lost",),
            INDIRECT,
            id="unnamed",
        ),
        pytest.param(
            "The report found that two gates were rusted. A court filing says the mayor knew.",
            "A court filing",
            ("the mayor knew",),
            INDIRECT,
            id="a document",
        ),
    ],
)
def test_who_says_what(text: str, source: str, contents: tuple[str, ...], form: Form) -> None:
    assert any(who == source and how is form and set(contents) <= set(words) for who, words, how in said(text)), said(
        text
    )


def test_scare_quotes_titles_and_nicknames_are_no_statements() -> None:
    assert said("The “green dam” is neither. Jan “the Hammer” Kovac starred in “The River,” a film about dams.") == []


def test_a_cue_serves_its_own_speaker_only() -> None:
    text = "“The dam will hold,” said Ilic.\n\n“It will not,” said Kovac. “I have seen the gates.”"
    assert said(text) == [
        ("Ilic", ("“The dam will hold,”",), DIRECT),
        ("Kovac", ("“It will not,”", "“I have seen the gates.”"), DIRECT),
    ]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("''", "''"), ("”", "”")]
)
def test_marks_of_every_style_quote(opening: str, closing: str) -> None:
    text = f"{opening}The dam will hold,{closing} Ilic said on Monday. {opening}But the gates are rusted.{closing}"
    expected = (f"{opening}The dam will hold,{closing}", f"{opening}But the gates are rusted.{closing}")
    assert said(text) == [("Ilic", expected, DIRECT)]
