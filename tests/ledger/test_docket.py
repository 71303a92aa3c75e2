"""Claims that are kept are those that tracing all would give, whatever came when."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.filing import put_together
from firsthand.ledger import DocketKeeper, Writer, check
from firsthand.model import Findings, Judgement, Slice, Verdict
from firsthand.tracing import VERSION, Retracer, compare, imprint_of, trace

sys.path.append(str(Path(__file__).parents[1] / "tracing"))
from newsroom import article
from test_tracing import MAYOR, POOL

CITED = article(
    "citing",
    "After the fall of the footbridge over the Orva in Lenn: three people were hurt when the footbridge fell, "
    "The Fourth reports.",
    "The Sixth",
    "2024-05-06T15:00+00:00",
    ("The Fourth", "reports", "three people were hurt when the footbridge fell"),
)
DENIED = article(
    "denied",
    "The footbridge over the Orva in Lenn. Three people were not hurt when the footbridge fell, the town clerk said.",
    "The Seventh",
    "2024-05-06T16:00+00:00",
    ("the town clerk", "said", "Three people were not hurt when the footbridge fell"),
)
ALL = [*POOL, CITED, DENIED]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Writer]:
    with Writer(tmp_path / "ledger.db") as writer:
        yield writer


def added(docket: DocketKeeper, *articles: Findings) -> None:
    for found in articles:
        docket.keep(found, compare(imprint_of(found), docket))


def assert_as_traced_at_once(docket: DocketKeeper) -> None:
    whole = trace(docket)
    told = [claim for claim in whole.claims if len(claim.members) > 1 or claim.distinct_from]
    assert told
    for claim in told:
        assert docket.claim(claim.id) == claim
    listed = docket.claims("", Slice(100)).found
    assert {claim.id for claim in listed} == {claim.id for claim in whole.claims if len(claim.members) > 1}
    assert sorted(map(repr, docket.copies_of(docket.articles()))) == sorted(map(repr, whole.copies))


@given(st.permutations(ALL), st.sets(st.integers(0, len(ALL)), max_size=3))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_neither_the_order_of_adding_nor_when_claims_were_put_together_changes_them(
    articles: list[Findings], stops: set[int]
) -> None:
    with TemporaryDirectory() as folder, Writer(Path(folder) / "ledger.db") as ledger:
        ledger.connection.pragma("synchronous", "off")
        docket = DocketKeeper(ledger)
        for number, found in enumerate(articles):
            added(docket, found)
            if number in stops:
                put_together(ledger, most=2)
        put_together(ledger)
        assert docket.waiting() == 0
        assert_as_traced_at_once(docket)


def test_what_a_person_judges_changes_the_claims_it_is_about(ledger: Writer) -> None:
    docket = DocketKeeper(ledger)
    added(docket, *ALL)
    put_together(ledger)
    claim = next(one for one in docket.claims("hurt", Slice()).found if len(one.members) > 2)
    hurt = [member.passage for member in claim.members if "hurt" in member.text]
    one, other = (next(one for one in hurt if one.article == name) for name in ("doctor", "mayor"))
    for verdict, together in ((Verdict.DIFFERENT, False), (Verdict.SAME, True)):
        docket.judge(Judgement(one, other, verdict, "Ann", "2024-05-07T10:00:00+00:00", "seen the list"))
        assert docket.waiting() == 2
        put_together(ledger)
        assert_as_traced_at_once(docket)
        claims = [docket.claim(clause.id) for clause in docket.clauses_in(["doctor"]) if clause.passage == one]
        assert any(claim and other in {m.passage for m in claim.members} for claim in claims) is together


def test_a_clause_leads_to_its_claim_under_its_own_id(ledger: Writer) -> None:
    docket = DocketKeeper(ledger)
    added(docket, *ALL)
    put_together(ledger)
    for claim in docket.claims("", Slice(100)).found:
        for clause in docket.clauses_in({member.passage.article for member in claim.members}):
            if clause.passage in {member.passage for member in claim.members}:
                assert docket.claim(clause.id) == claim


def test_claims_are_found_by_words_and_number_of_origins_in_parts(ledger: Writer) -> None:
    docket = DocketKeeper(ledger)
    added(docket, *ALL)
    put_together(ledger)
    every = docket.claims("", Slice(100)).found
    assert [one.support.independent for one in every] == sorted((c.support.independent for c in every), reverse=True)
    parts, after = [], None
    while True:
        listing = docket.claims("", Slice(3, after))
        parts += listing.found
        if (after := listing.next) is None:
            break
    assert parts == list(every)
    counts = {int(count.value): count.number for count in docket.supports("hurt")}
    assert counts
    for support, number in counts.items():
        found = docket.claims("hurt", Slice(100), support).found
        assert [one.support.independent for one in found] == [support] * number
    assert all("hurt" in "".join(m.text for m in one.members) for one in docket.claims("hurt", Slice(100)).found)
    assert docket.claims("unheard", Slice()).found == ()


def test_a_fault_costs_one_article_and_a_new_version_all_is_put_together_anew(
    ledger: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    docket = DocketKeeper(ledger)
    added(docket, *ALL)
    step = Retracer.step

    def failing(self: Retracer, most: int) -> None:
        if "four" in docket.untraced(most):
            raise ValueError("a fault")
        step(self, most)

    with monkeypatch.context() as patched:
        patched.setattr(Retracer, "step", failing)
        put_together(ledger)
    assert docket.waiting() == 0
    assert docket.clauses_in(["four"]) == []
    assert docket.clauses_in(["mayor"])
    with ledger.transaction():
        docket.forget()
    assert docket.claims("", Slice()).found == ()
    assert docket.missing(VERSION)
    assert not check(ledger.path).faults


def test_words_of_a_claim_are_kept_as_they_stand(ledger: Writer) -> None:
    docket = DocketKeeper(ledger)
    added(docket, *ALL)
    put_together(ledger)
    claim = next(one for one in docket.claims("hurt", Slice()).found if len(one.members) > 2)
    assert any(member.text in MAYOR for member in claim.members)
