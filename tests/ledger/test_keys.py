"""Articles are found under their keys wherever these lie, by whoever looks, and whatever was undone."""

from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.ledger import Keeper, Reader, Traces, Writer, keys
from firsthand.model import Compared, Imprint, SharedText, Stored
from firsthand.tracing.memory import InMemory

FEW = st.frozensets(st.integers(-3, 3), min_size=1)


@pytest.fixture(autouse=True)
def few_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MOST_FRESH", 3)


def named(store: Stored, wanted: list[int], most: int) -> dict[int, list[str]]:
    return {key: list(store.named(holders)) for key, holders in store.holders(wanted, most).items()}


@given(st.lists(st.tuples(FEW, st.integers(0, 5), st.booleans()), max_size=14), FEW, st.integers(1, 4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_holders_are_those_of_memory(tmp_path_factory, make, added, asked, most) -> None:
    path: Path = tmp_path_factory.mktemp("keys") / "ledger.db"
    memory, wanted = InMemory(), sorted(asked)
    with Writer(path) as one, Writer(path) as other, Reader.open(path) as reading:
        stores, looking = (Keeper(one), Keeper(other)), Traces(reading)
        for number, (held, precedence, by_other) in enumerate(added):
            found = make(f"a{number}")
            compared = Compared(Imprint(f"a{number}", 100 * precedence + number, tuple(sorted(held)), b"", 1))
            stores[by_other].keep(found, compared)
            memory.keep(found, compared)
            for store in (*stores, looking):
                assert named(store, wanted, most) == named(memory, wanted, most)


def test_what_was_undone_is_not_found(tmp_path: Path, make) -> None:
    with Writer(tmp_path / "ledger.db") as ledger:
        store = Keeper(ledger)
        for number in range(9):
            astray = [SharedText("nobody", f"a{number}", ())] * (number % 2)
            with suppress(apsw.ConstraintError):
                store.keep(make(f"a{number}"), Compared(Imprint(f"a{number}", number, (7,), b"", 1), tuple(astray)))
            assert named(store, [7], 9) == {7: [f"a{kept}" for kept in range(0, number + 1, 2)]}
