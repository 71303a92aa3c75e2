"""Copies: what is one, what is none, and who was first."""

from __future__ import annotations

from newsroom import article, traced

from firsthand.model import CopyKind

WIRE = """LENN, May 6 (OPA) - A footbridge over the Orva collapsed in Lenn on Monday, the harbour office said.

The steel span came down shortly after seven in the morning, when a barge loaded with gravel struck its middle pier. \
Divers searched the river bed until noon and found nobody. The barge stayed afloat and was towed to the lock at Tarn.

Traffic on the river was stopped for nine hours. The bridge, opened in 1931, is used by some 4,000 people a day."""

RETOLD = """A barge has brought down a footbridge in the town of Lenn, according to the harbour office.

It was shortly after seven in the morning on Monday when the boat, which carried gravel, hit the pier in the middle of \
the Orva and the steel span fell. Until noon divers searched on the bed of the river, but found nobody. The barge, still \
afloat, was towed to the lock at Tarn.

For nine hours no traffic was allowed on the river. About 4,000 people a day use the bridge, which was opened in 1931."""

OTHER = """The town council of Lenn has put off its vote on the swimming pool for a third time.

Two members were ill and a third had missed the bus from Tarn, the clerk said. The pool has been shut since a pump failed \
last autumn. A new one would cost 90,000 crowns, which the council does not have.

The next meeting is to be held in June."""


def kinds(*articles: object) -> dict[str, CopyKind]:
    groups = traced(articles).copies  # type: ignore[arg-type]
    return {member.article: member.kind for group in groups for member in group.members}


def test_a_credited_agency_is_the_original_whatever_the_clocks_say() -> None:
    agency = article("opa", WIRE, "Orva Press Agency", "2024-05-06T11:00+00:00")
    early = article("tide", WIRE, "The Tide", "2024-05-06T08:00+00:00")
    (group,) = traced([early, agency]).copies
    assert (group.original, group.credited) == ("opa", "Orva Press Agency")
    assert {member.article: member.kind for member in group.members} == {
        "opa": CopyKind.ORIGINAL,
        "tide": CopyKind.VERBATIM,
    }


def test_a_cut_text_is_shortened_and_one_with_its_own_matter_partial() -> None:
    agency = article("opa", WIRE, "Orva Press Agency", "2024-05-06T08:00+00:00")
    cut = article("cut", WIRE.rsplit("\n\n", 1)[0], "The Cut", "2024-05-06T10:00+00:00")
    mixed = article("mix", OTHER + "\n\n" + WIRE.split("\n\n")[1], "The Mix", "2024-05-06T12:00+00:00")
    found = kinds(agency, cut, mixed)
    assert (found["cut"], found["mix"]) == (CopyKind.SHORTENED, CopyKind.PARTIAL)


def test_a_report_retold_sentence_by_sentence_is_a_copy() -> None:
    found = kinds(article("opa", WIRE, "Orva Press Agency"), article("retold", RETOLD, published="2024-05-07"))
    assert found["retold"] in {CopyKind.REWRITE, CopyKind.TRANSLATION}


def test_what_has_nothing_in_common_is_no_copy() -> None:
    assert not kinds(article("opa", WIRE), article("other", OTHER))


def test_a_standing_paragraph_on_another_event_months_later_is_no_copy() -> None:
    background = WIRE.split("\n\n")[1]
    later = article("later", OTHER + "\n\n" + background, published="2024-11-06T10:00+00:00")
    assert not kinds(article("opa", WIRE), later)


def test_the_same_contact_line_makes_no_copy() -> None:
    contact = "\n\nPress contact for all clubs of the river: Joint Office, Quay Street 4, second floor, Lenn."
    assert not kinds(article("a", WIRE + contact), article("b", OTHER + contact))
