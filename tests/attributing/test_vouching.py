"""Who vouches, who passed it on, how sure they sound, who denies it, and on what evidence."""

import pytest

from firsthand.attributing import attribute
from firsthand.model import Act, Certainty, EvidenceKind, Polarity, Statement
from firsthand.tagging import tag


def statements(text: str) -> tuple[Statement, ...]:
    return attribute(text, tag(text))


def about(text: str, words: str) -> Statement:
    """The statement whose content holds the words, the shortest where several do."""
    holding = [s for s in statements(text) if any(words in span.of(text) for span in s.content)]
    assert holding, f"nothing says {words!r}"
    return min(holding, key=lambda s: sum(map(len, s.content)))


def chain(statement: Statement) -> list[str]:
    return [link.party.name for link in statement.chain]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("“The dam will hold,” Ines Kolbe told CNN.", "The dam will hold", ["Ines Kolbe", "CNN"]),
        ("“The dam will hold,” Ines Kolbe told reporters.", "The dam will hold", ["Ines Kolbe"]),
        (
            "The army has bought forty tanks, Reuters reported, citing the defence ministry.",
            "bought forty tanks",
            ["the defence ministry", "Reuters"],
        ),
        (
            "The police said that the witness had told them that the door was open.",
            "the door was open",
            ["the witness", "The police"],
        ),
        ("Kolbe said in an interview with the BBC that the dam would hold.", "the dam would hold", ["Kolbe", "BBC"]),
        ("The bridge is unsafe, according to a report by the ministry.", "The bridge is unsafe", ["the ministry"]),
        (
            "Ines Kolbe was quoted by Reuters as saying that the dam would hold.",
            "the dam would hold",
            ["Ines Kolbe", "Reuters"],
        ),
        (
            "A police spokesman said the witness told detectives that she could not see the door.",
            "could not see the door",
            ["the witness", "detectives", "A police spokesman"],
        ),
        (
            "He said that he did not open the door, the council said.",
            "did not open the door",
            ["He", "the council"],
        ),
        (
            "Kolbe told the French newspaper Le Monde that the dam would hold.",
            "the dam would hold",
            ["Kolbe", "Le Monde"],
        ),
        ("Court documents say that the mayor knew of the leak.", "the mayor knew", ["Court documents"]),
        (
            "The dam was sold, according to minutes of a March meeting seen by the Guardian.",
            "The dam was sold",
            ["minutes of a March meeting", "Guardian"],
        ),
        (
            "The dam was sold, according to a leaked memo published by the newspaper Le Monde.",
            "The dam was sold",
            ["a leaked memo", "Le Monde"],
        ),
        (
            "An email dated March 12 and reviewed by the Guardian shows that the manager had received the report.",
            "had received the report",
            ["An email", "Guardian"],
        ),
        (
            "In a statement published on its website, Minera Oro said it had never received a warning.",
            "never received",
            ["Minera Oro"],
        ),
        ("Company filings say that the dam was sold in May.", "was sold", ["Company filings"]),
        (
            "Kolbe said that she was told by Ruiz that the dam had been sold.",
            "the dam had been sold",
            ["Ruiz", "Kolbe"],
        ),
    ],
)
def test_chains_run_from_the_origin_outward(text: str, words: str, names: list[str]) -> None:
    assert chain(about(text, words)) == names


@pytest.mark.parametrize(
    ("text", "words", "act", "certainty", "polarity"),
    [
        ("Kolbe said that the dam will hold.", "the dam", Act.PREDICT, Certainty.CERTAIN, Polarity.POSITIVE),
        ("Kolbe said that the dam did not break.", "the dam", Act.ASSERT, Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Kolbe denied that she had sold the dam.", "sold the dam", Act.DENY, Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Kolbe said that the dam may break.", "the dam may", Act.ASSERT, Certainty.POSSIBLE, Polarity.POSITIVE),
        ("Engineers believe that the dam is safe.", "the dam is", Act.BELIEVE, Certainty.PROBABLE, Polarity.POSITIVE),
        ("Kolbe called for a new dam.", "a new dam", Act.REQUEST, Certainty.UNKNOWN, Polarity.POSITIVE),
        ("Kolbe asked all sides to wait.", "all sides", Act.REQUEST, Certainty.UNKNOWN, Polarity.POSITIVE),
        ("Kolbe promised to repair the dam.", "repair the dam", Act.PROMISE, Certainty.CERTAIN, Polarity.POSITIVE),
        (
            "Kolbe urged the council to close the dam.",
            "close the dam",
            Act.REQUEST,
            Certainty.UNKNOWN,
            Polarity.POSITIVE,
        ),
        (
            "Kolbe accused the mayor of stealing public money.",
            "stealing public money",
            Act.ACCUSE,
            Certainty.CERTAIN,
            Polarity.POSITIVE,
        ),
    ],
)
def test_stance(text: str, words: str, act: Act, certainty: Certainty, polarity: Polarity) -> None:
    found = about(text, words)
    assert (found.act, found.certainty, found.polarity) == (act, certainty, polarity)


def test_a_denial_elsewhere_is_linked_to_what_it_denies() -> None:
    text = (
        "The opposition accused the mayor, Marta Ilic, of taking bribes from a builder. "
        "Ilic denied the allegations on Tuesday."
    )
    charge = about(text, "taking bribes")
    assert charge.act is Act.ACCUSE
    assert [party.name.split()[-1] for party in charge.denied_by] == ["Ilic"]


def test_a_denial_of_what_nobody_has_charged_denies_nothing_farther_off() -> None:
    text = "Kolbe said the sea was calm. Two ships left on Monday. Brand denied the accusations."
    assert about(text, "the sea was calm").denied_by == ()


def test_reports_of_the_media_are_no_evidence() -> None:
    assert about("Forty people were safe, media reports said.", "people were safe").evidence == ()


def test_who_is_told_does_not_say_it() -> None:
    assert chain(about("The owners were told on Monday that the pier would be closed.", "the pier would")) == []


def test_denials_as_nouns_deny_what_their_sentence_states() -> None:
    text = (
        "A recent Northport Times report, citing the Vessland Defence Ministry, indicates that Brenz has shipped "
        "four hundred shells to Holm, despite denials from both Brenz and Holm."
    )
    found = about(text, "shipped four hundred shells")
    assert chain(found)[0] == "Vessland Defence Ministry"
    assert [party.name for party in found.denied_by] == ["Brenz", "Holm"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Satellite images show that the pier was extended.", "the pier", EvidenceKind.SATELLITE_IMAGERY),
        ("A poll by the institute shows that most people want the dam.", "most people", EvidenceKind.POLL),
        ("Witnesses said that the shots came from the roof.", "the shots", EvidenceKind.EYEWITNESS),
        ("Court papers say that the mayor knew.", "the mayor knew", EvidenceKind.COURT),
    ],
)
def test_evidence(text: str, words: str, kind: EvidenceKind) -> None:
    assert kind in [evidence.kind for evidence in about(text, words).evidence]


def test_hearsay_has_no_source_and_is_only_possible() -> None:
    found = about("The general was reportedly wounded near Holm on Monday.", "wounded near Holm")
    assert (found.chain, found.certainty) == ((), Certainty.POSSIBLE)


def test_a_document_that_is_cited_is_no_statement_of_its_owner() -> None:
    text = "According to the maritime authority, which cited the ship's register, the pump was replaced on February 2."
    (only,) = statements(text)
    assert chain(only) == ["the maritime authority"]
    assert [one.kind for one in only.evidence] == [EvidenceKind.DOCUMENT]


def test_a_title_is_said_by_nobody() -> None:
    text = "The 30-second spot, titled “Arrogant Times,” features a report from the weekend."
    assert statements(text) == ()


def test_who_is_asked_does_not_say_the_question() -> None:
    text = "Asked whether the letter was his, the mayor laughed. “There are a lot of letters,” he said."
    asked = [s for s in statements(text) if s.cue and s.cue.of(text) == "Asked"]
    assert [chain(one) for one in asked] in ([], [[]])


def test_neither_who_answers_refuses() -> None:
    text = "Lars Moen called the deal a disgrace. Neither minister responded to his remarks."
    assert about(text, "his remarks").act is Act.REFUSE_COMMENT


@pytest.mark.parametrize(
    ("text", "words", "deniers"),
    [
        (
            (
                "Karovia's ministry said on Tuesday it had shot down a drone that crossed from Lestia, a charge that the"
                ' Lestian government dismissed as "invented".'
            ),
            "shot down a drone",
            ["Lestian government"],
        ),
        (
            (
                "In a response filed on Friday, Calvex called the suit meritless and said Rao had been fired for poor"
                " performance, which he disputes."
            ),
            "had been fired",
            ["he"],
        ),
    ],
)
def test_a_clause_behind_a_statement_may_deny_it(text: str, words: str, deniers: list[str]) -> None:
    assert [party.name.removeprefix("the ") for party in about(text, words).denied_by] == deniers


def test_who_calls_to_say_asks_for_nothing() -> None:
    text = "Arce said he did not remember the message. His lawyer later called to say that he would not comment."
    assert about(text, "would not comment").act is not Act.REQUEST


def test_what_is_never_done_is_no_answer_refused() -> None:
    text = "“But people don't talk about the downside,” Baker said. People do not talk about the downside."
    assert not [one for one in statements(text) if one.act is Act.REFUSE_COMMENT]
