"""The owners that a user gives outlets, and the articles whose claims depend on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from firsthand.ledger.docket import DocketKeeper
from firsthand.ledger.words import folded, plain
from firsthand.model import Outlet, Owned


class OwnerKeeper(DocketKeeper):
    """The owners of outlets in a ledger, to change. All is called inside transactions."""

    def put_owners(self, owners: Iterable[Owned]) -> None:
        """Let this be all that the user says."""
        self._ledger.run("DELETE FROM owner")
        rows = [(plain(one.outlet), one.owner and plain(one.owner)) for one in owners]
        self._ledger.connection.executemany("INSERT INTO owner VALUES (?, ?)", rows)

    def outlets(self) -> Sequence[Outlet]:
        """The outlets of the articles by all their names."""
        called: dict[str, list[str]] = {}
        for key, name in self._reader.rows("SELECT key, name FROM house"):
            called.setdefault(folded(key), []).append(name)
        return [
            Outlet(each, domain)
            for key, name, domain in self._reader.rows("SELECT key, name, domain FROM outlet ORDER BY id")
            for each in dict.fromkeys([name, *called.get(key, ())])
        ]

    def suspect_of(self, outlets: Iterable[Outlet]) -> int:
        """Have the claims of these outlets' articles put together anew; how many articles they are."""
        keys = json.dumps(sorted({folded(outlet.domain or outlet.name or "") for outlet in outlets}))
        sql = (
            "SELECT article.id FROM outlet JOIN article ON article.outlet = outlet.id "
            "JOIN imprint ON imprint.article = article.id WHERE key IN (SELECT value FROM json_each(?))"
        )
        found = [(number,) for (number,) in self._reader.rows(sql, keys)]
        self._ledger.connection.executemany("INSERT OR IGNORE INTO untraced VALUES (?)", found)
        return len(found)

    def acquaint(self, digest: str) -> bool:
        """Know the table of owners that comes along; whether it is another than before.

        If it is, all claims are to be put together anew: what the former one said is not known any more.
        """
        if self._reader.value("SELECT 1 FROM owner_table WHERE digest = ?", digest):
            return False
        self._ledger.run("DELETE FROM owner_table")
        self._ledger.run("INSERT INTO owner_table VALUES (?)", digest)
        self._ledger.run("INSERT OR IGNORE INTO untraced SELECT article FROM imprint")
        return True
