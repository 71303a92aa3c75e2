"""Statements by the number of independent origins behind their claims."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.filing import put_together
from firsthand.ledger import Catalogue, Docket, DocketKeeper, Writer, backing
from firsthand.ledger.connection import migrations
from firsthand.model import Backing, Query, Said, Slice, Stance
from firsthand.tracing import standing

sys.path.append(str(Path(__file__).parent))
from test_docket import ALL, CITED, DENIED, POOL, added

EVERY = Slice(100)


def by_standing(ledger: Catalogue, said: tuple[Said, ...]) -> dict[tuple[str, str], int]:
    """On how many origins each statement rests, worked out from the claims themselves."""
    docket = Docket(ledger)
    clauses = docket.clauses_in({one.entry.id for one in said})
    stand = standing(said, docket.held({clause.claim for clause in clauses if clause.claim}))
    found = {}
    for one in said:
        place = (one.entry.id, one.statement.id)
        held = stand.get(place)
        found[place] = 1 if held is None or held.stance is Stance.DENIES else held.claim.support.independent
    return found


def assert_found_as_it_stands(path: Path) -> dict[tuple[str, str], int]:
    with Catalogue.open(path) as ledger:
        said = ledger.statements(Query(), EVERY).found
        backed = by_standing(ledger, said)
        for words in ("", "footbridge"):
            for asked in ("1", "2", "2+", "3", "3+"):
                wanted = backing(asked)
                assert wanted
                found = ledger.statements(Query(words, backing=wanted), EVERY)
                expected = {
                    (one.entry.id, one.statement.id)
                    for one in ledger.statements(Query(words), EVERY).found
                    if (wanted.least <= 1 or wanted.least <= backed[one.entry.id, one.statement.id])
                    and (wanted.most is None or backed[one.entry.id, one.statement.id] <= wanted.most)
                }
                assert {(one.entry.id, one.statement.id) for one in found.found} == expected
                assert found.total == len(expected)
        return backed


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(ALL), steps=st.sampled_from([1, 3, 100]))
def test_whatever_came_when_statements_are_found_by_what_their_claims_rest_on(order: list, steps: int) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with Writer(path) as writer:
            docket = DocketKeeper(writer)
            for one in order:
                added(docket, one)
                if steps == 1:
                    put_together(writer)
            put_together(writer, most=steps)
        assert max(assert_found_as_it_stands(path).values()) > 1


def test_facets_count_the_fewest_origins_first_and_lead_to_them(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Writer(path) as writer:
        added(DocketKeeper(writer), *POOL, CITED, DENIED)
        put_together(writer)
    with Catalogue.open(path) as ledger:
        counts = ledger.facets(Query()).origins
        assert [int(one.value) for one in counts] == sorted(int(one.value) for one in counts)
        for one in counts:
            assert ledger.statements(Query(backing=backing(one.value))).total == one.number
        best = ledger.statements(Query("footbridge", backing=Backing(2)), EVERY)
        assert best.total


def test_what_is_forgotten_backs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Writer(path) as writer:
        docket = DocketKeeper(writer)
        added(docket, *POOL)
        put_together(writer)
        assert writer.value("SELECT count(*) FROM backed")
        with writer.transaction():
            docket.forget()
        assert not writer.value("SELECT count(*) FROM backed")
        assert not writer.value("SELECT count(*) FROM stated")


def test_an_older_ledger_learns_what_its_statements_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Writer(path) as writer:
        added(DocketKeeper(writer), *POOL)
        put_together(writer)
        before = writer.rows("SELECT statement, origins FROM backed ORDER BY 1")
        for kind, name in writer.rows(
            "SELECT type, name FROM sqlite_master WHERE name IN ('backing', 'clause_claimed', 'clause_dropped', 'claim_backed')"
        ):
            writer.run(f"DROP {kind} {name}")
        writer.run("DROP TABLE backed; DROP TABLE stated")
        writer.run(next(sql for sql in migrations() if "CREATE TABLE backed" in sql))
        assert writer.rows("SELECT statement, origins FROM backed ORDER BY 1") == before
    assert before


@pytest.mark.parametrize("asked", ["0", "two", "-1", "2++", "1-3", "1000", "²"])
def test_what_is_no_number_of_origins_is_refused(asked: str) -> None:
    with pytest.raises(UsageError, match="no number of origins"):
        backing(asked)


def test_a_plus_sign_that_an_address_made_a_space_counts() -> None:
    assert backing("2 ") == backing("2+") == Backing(2)
    assert backing("1") == Backing(1, 1)
    assert backing("") is None
