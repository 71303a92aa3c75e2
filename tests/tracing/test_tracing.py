"""What holds of every tracing, whatever the articles."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import article, filed, traced
from test_copies import OTHER, RETOLD, WIRE

from firsthand.model import Findings
from firsthand.tracing import alone, trace

MAYOR = "Three people were hurt when the footbridge fell, mayor Ilse Brandt said."
DOCTOR = "Three people were hurt in the fall of the footbridge, Dr. Anton Vey of Tarn hospital told the Courier."
FOUR = "Four people were hurt when the footbridge fell, the harbour office said."

POOL: list[Findings] = [
    article("opa", WIRE, "Orva Press Agency", "2024-05-06T09:00+00:00"),
    article("tide", WIRE, "The Tide", "2024-05-06T08:00+00:00"),
    article("retold", RETOLD, "The Other", "2024-05-07"),
    article("other", OTHER, "The Third"),
    article(
        "mayor",
        f"The footbridge over the Orva in Lenn is gone.\n\n{MAYOR}",
        "The Fourth",
        "2024-05-06T12:00+00:00",
        ("mayor Ilse Brandt", "said", "Three people were hurt when the footbridge fell"),
    ),
    article(
        "doctor",
        f"After the fall of the footbridge over the Orva in Lenn.\n\n{DOCTOR}",
        "The Courier",
        "2024-05-06T13:00+00:00",
        ("Dr. Anton Vey of Tarn hospital", "told", "Three people were hurt in the fall of the footbridge"),
    ),
    article(
        "four",
        f"The footbridge over the Orva in Lenn again.\n\n{FOUR}",
        "The Fifth",
        "2024-05-06T14:00+00:00",
        ("the harbour office", "said", "Four people were hurt when the footbridge fell"),
    ),
]


@given(st.permutations(POOL))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_adding_changes_nothing(articles: list[Findings]) -> None:
    assert traced(articles) == traced(POOL)


@given(st.sets(st.sampled_from(range(len(POOL))), min_size=1))
@settings(max_examples=25, deadline=None)
def test_a_copy_never_raises_independence(chosen: set[int]) -> None:
    articles = [POOL[number] for number in sorted(chosen)]
    before = traced(articles)
    copied = articles[0]
    again = article("zz", copied.article.text, "The Copycat", "2024-05-09T10:00+00:00")
    most = {claim.text: claim.support.independent for claim in before.claims}
    for claim in traced([*articles, again]).claims:
        if claim.text in most:
            assert claim.support.independent <= most[claim.text]


def test_every_span_lies_in_its_article() -> None:
    texts = {found.article.id: found.article.text for found in POOL}
    tracing = traced(POOL)
    for claim in tracing.claims:
        for member in claim.members:
            assert member.passage.span.of(texts[member.passage.article]) == member.text
    for group in tracing.copies:
        for copy in group.members:
            assert all(span.end <= len(texts[copy.article]) for span in copy.passages)


def test_a_claim_that_nobody_else_makes_is_traced_by_itself_as_in_the_whole() -> None:
    stored = filed(POOL)
    single = [one for one in trace(stored).claims if len(one.members) == 1 and not one.distinct_from]
    houses = {f"{found.article.id}.example": found.article.outlet.name or "" for found in POOL if found.article.outlet}
    assert single
    for claim in single:
        assert alone(stored, houses, claim.members[0].passage.article, claim.id) == claim


def test_a_source_found_by_its_form_alone_needs_no_statement() -> None:
    said = article("own", "The Fourth reported three people hurt when the footbridge over the Orva fell in Lenn.")
    assert traced([*POOL, said])


def test_two_who_saw_it_are_two_and_another_number_is_another_claim() -> None:
    tracing = traced(POOL)
    claim = next(one for one in tracing.claims if one.text.startswith("Three people were hurt"))
    assert {member.passage.article for member in claim.members} == {"mayor", "doctor"}
    assert claim.support.independent == 2
    near = {one.id: one for one in tracing.claims}
    assert any(near[other].text.startswith("Four people") for other in claim.distinct_from)
    assert claim.first_said
    assert (claim.first_said.article, claim.first_said.certain) == ("mayor", True)
