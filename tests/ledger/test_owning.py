"""Who owns which outlet is kept with a ledger; claims follow whatever is said of it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.filing import catch_up, own, put_together
from firsthand.ledger import DocketKeeper, Keeper, OwnerKeeper, Writer
from firsthand.model import Findings, Owned, Slice
from firsthand.tracing import Retracer, owner_key

sys.path.append(str(Path(__file__).parents[1] / "tracing"))
from newsroom import article
from test_docket import added, assert_as_traced_at_once
from test_owners import COUNTED, FOUND
from test_tracing import POOL

ALL = [*COUNTED, article("foam", f"We saw it from a boat, and found it so. {FOUND} in May.", "The Foam"), *POOL]
HOUSES = st.sampled_from(["Harbour Media", "harbour media", "Lenn Press", None])
OUTLETS = st.sampled_from(["pier.example", "The Gull", "gull.example", "foam.example", "The Fourth", "Courier"])
TABLES = st.lists(st.builds(Owned, OUTLETS, HOUSES), unique_by=lambda row: owner_key(row.outlet))


def supported(docket: DocketKeeper) -> int:
    (claim,) = [one for one in docket.claims("fourteen boats", Slice()).found if len(one.members) == 3]
    return claim.support.independent


@given(st.permutations(ALL), st.lists(st.tuples(TABLES, st.booleans()), max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_said_of_owners_and_when_kept_claims_are_those_of_the_whole_tracing(
    articles: list[Findings], said: list[tuple[list[Owned], bool]]
) -> None:
    with TemporaryDirectory() as folder, Writer(Path(folder) / "ledger.db") as ledger:
        ledger.connection.pragma("synchronous", "off")
        docket = DocketKeeper(ledger)
        for number, found in enumerate(articles):
            added(docket, found)
            if number % 3 == 2 and said:
                table, at_once = said.pop()
                own(ledger, table)
                assert docket.owners() == sorted(table, key=lambda row: row.outlet)
                if at_once:
                    put_together(ledger, most=2)
        for table, _ in said:
            put_together(ledger)
            own(ledger, table)
        put_together(ledger)
        assert docket.waiting() == 0
        assert_as_traced_at_once(docket)


def test_only_the_articles_of_outlets_with_another_owner_are_looked_at_again(tmp_path: Path) -> None:
    def said(*rows: tuple[str, str | None]) -> tuple[Sequence[Owned], int]:
        before, touched = own(ledger, [Owned(*row) for row in rows])
        assert docket.waiting() == touched
        put_together(ledger)
        return before, touched

    with Writer(tmp_path / "ledger.db") as ledger:
        docket = DocketKeeper(ledger)
        added(docket, *ALL)
        put_together(ledger)
        assert supported(docket) == 3
        assert said(("pier.example", "Harbour Media"), ("gull.example", "Harbour Media")) == ([], 2)
        assert supported(docket) == 2
        before, touched = said(("pier.example", "Harbour Media"), ("The Gull", "Harbour Media"), ("Foam", "Lenn Press"))
        assert ([row.outlet for row in before], touched) == (["gull.example", "pier.example"], 1)
        assert said(("pier.example", "Harbour Media"), ("The Gull", None))[1] == 2
        assert supported(docket) == 3
        assert said()[1] == 1


def test_who_puts_claims_together_hears_at_once_what_another_process_says_of_owners(tmp_path: Path) -> None:
    with Writer(tmp_path / "ledger.db") as ledger, Writer(tmp_path / "ledger.db") as other:
        docket = DocketKeeper(ledger)
        added(docket, *ALL)
        retracer = Retracer(docket)
        with ledger.transaction():
            retracer.step(3)
        own(other, [Owned("pier.example", "Harbour Media"), Owned("foam.example", "Harbour Media")])
        while docket.waiting():
            with ledger.transaction():
                retracer.step(3)
        assert supported(docket) == 2
        assert_as_traced_at_once(docket)


def test_another_table_of_a_new_release_has_all_claims_put_together_anew_once(tmp_path: Path) -> None:
    with Writer(tmp_path / "ledger.db") as ledger:
        docket = DocketKeeper(ledger)
        catch_up(ledger, Keeper(ledger))
        added(docket, *ALL)
        put_together(ledger)
        catch_up(ledger, Keeper(ledger))
        assert docket.waiting() == 0
        with ledger.transaction():
            assert OwnerKeeper(ledger).acquaint("another")
        assert docket.waiting() == len(ALL)
        put_together(ledger)
        assert_as_traced_at_once(docket)
