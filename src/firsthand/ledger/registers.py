"""The register of transfers and the time line of events as a whole: when, between whom, how far, how much."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from firsthand.ledger.catalogue import Catalogue, frequent
from firsthand.ledger.places import DAY_SHIFT, MOST_IN_ARTICLE, dated
from firsthand.ledger.timelines import timeline
from firsthand.ledger.words import plain
from firsthand.model import Amount, EventQuery, ExchangeQuery, Register, Transfer

MOST_CHARTED = 20_000
"""So many of the newest stand in a time line."""

MOST_READ = 2_000
"""So many of the newest are read for what is given, and how much of it."""

MOST_DRAWN = 300
"""Quantities drawn at most, the newest."""

_ITEMS = (
    "SELECT found.place, item.value ->> 'head', item.value ->> '$.quantity.unit', "
    "coalesce(item.value ->> '$.quantity.least', item.value ->> '$.quantity.greatest') IS NOT NULL, item.key "
    "FROM ({inner} LIMIT {most}) AS found JOIN exchange USING (place), json_each(exchange.record, '$.items') AS item"
)


class Registers:
    """The registers of a ledger."""

    def __init__(self, ledger: Catalogue) -> None:
        self._ledger = ledger

    def exchanges(self, query: ExchangeQuery, unit: str | None = None) -> Register:
        """The transfers that a query finds; `unit` says of which quantities are told, else those in the commonest."""
        with self._ledger.snapshot():
            inner, values = self._ledger.sought(query)
            rows = self._ledger.rows(
                "SELECT status, giver.name, receiver.name "
                f"FROM ({inner} LIMIT {MOST_READ + 1}) AS found JOIN exchange USING (place) "
                "LEFT JOIN name AS giver ON giver.id = giver LEFT JOIN name AS receiver ON receiver.id = receiver",
                *values,
            )
            items = self._ledger.rows(_ITEMS.format(inner=inner, most=MOST_READ), *values)
            statuses, givers, receivers = [frequent(row[column] for row in rows[:MOST_READ]) for column in range(3)]
            units = frequent(measure(of, head) for _, head, of, known, _ in items if known)
            shown = unit or (units[0].value if units else None)
            places = [(at, key) for at, head, of, known, key in items if known and measure(of, head) == shown]
            amounts = [found for at, key in places[:MOST_DRAWN] if (found := self._amount(at, key))]
            return Register(
                timeline(self._days(inner, values)),
                (),
                statuses,
                givers,
                receivers,
                frequent(row[1] for row in items),
                units,
                shown,
                tuple(amounts),
                exact=len(rows) <= MOST_READ,
            )

    def vouching(self, transfers: Iterable[Transfer]) -> dict[tuple[str, str], str]:
        """Who vouches for the statements that transfers rest on, by the ids of article and statement."""
        sql = (
            "SELECT article.name, statement.record ->> 'id', name.name FROM article JOIN statement "
            f"ON statement.place BETWEEN article.place AND article.place + {MOST_IN_ARTICLE} "
            "JOIN name ON name.id = statement.speaker WHERE article.name IN (SELECT value FROM json_each(?))"
        )
        articles = {plain(transfer.entry.id) for transfer in transfers if transfer.exchange.according_to}
        rows = self._ledger.rows(sql, json.dumps(sorted(articles))) if articles else ()
        return {(article, statement): name for article, statement, name in rows}

    def events(self, query: EventQuery) -> Register:
        """The events that a query finds."""
        with self._ledger.snapshot():
            inner, values = self._ledger.sought(query)
            sql = f"SELECT type, status FROM ({inner} LIMIT {MOST_READ + 1}) AS found JOIN event USING (place)"
            rows = self._ledger.rows(sql, *values)
            types, statuses = [frequent(row[column] for row in rows[:MOST_READ]) for column in range(2)]
            return Register(timeline(self._days(inner, values)), types, statuses, exact=len(rows) <= MOST_READ)

    def _days(self, inner: str, values: tuple[Any, ...]) -> dict[int, int]:
        sql = f"SELECT place >> {DAY_SHIFT}, count(*) FROM ({inner} LIMIT {MOST_CHARTED}) GROUP BY 1"
        return dict(self._ledger.rows(sql, *values))

    def _amount(self, at: int, key: int) -> Amount | None:
        """The quantity of an item, None where its article has no date to draw it at."""
        transfer, published = self._ledger.transfer_at(at), dated(at)
        quantity = transfer.exchange.items[key].quantity
        if published is None or quantity is None:
            return None
        ends = quantity.least, quantity.greatest
        return Amount(published.isoformat(), *ends, quantity.approx, quantity.text, transfer)


def measure(unit: str | None, head: str) -> str:
    """In what is counted: the unit, or the things themselves."""
    return unit or head
