"""Articles as rows, made before they are filed: only numbers that the ledger gives are missing.

Made in the processes that read, so that the one that files has but to look up and insert.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from firsthand.errors import InputError
from firsthand.ledger import records
from firsthand.ledger.places import MOST_IN_ARTICLE
from firsthand.ledger.words import facet, folded, maybe_plain, plain
from firsthand.model import Event, Exchange, Findings, LinkRole, Outlet, Page, Party, Statement

Value: TypeAlias = str | float | None
Voice: TypeAlias = tuple[int, str, int]
"""The place of a name among the names, the role, the place of the name that is shown."""


class Row(NamedTuple):
    """A statement, exchange or event. `names` are places among the names of the article, for the columns that come
    first; `values` the columns behind them, `words` those of the word index."""

    names: tuple[int | None, ...]
    values: tuple[Value, ...]
    words: tuple[str, ...]
    facets: str
    voices: tuple[Voice, ...] = ()


class Name(NamedTuple):
    """A name by its key, and as it is shown where it is new."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with all that was found in it, as a ledger files it.

    `words` is its text as SQLite can hold it; `text`, `record` and `page`, the page's content, are compressed.
    `source` is what errors call the input.
    """

    id: str
    source: str
    title: str | None
    outlet: Outlet | None
    published: str | None
    url: str | None
    language: str | None
    credits: tuple[str, ...]
    words: str
    text: bytes
    record: bytes
    page: bytes | None
    names: tuple[Name, ...]
    statements: tuple[Row, ...]
    exchanges: tuple[Row, ...]
    events: tuple[Row, ...]

    def renamed(self, article: str) -> Prepared:
        """The same under another id."""
        return replace(self, id=article, record=records.renamed(self.record, article))


def prepared(findings: Findings, page: Page | None = None) -> Prepared:
    """An article ready to be filed, and the page that is saved with it.

    Raises InputError where the article has more in it than can be numbered.
    """
    article = findings.article
    source = article.page.path or article.id
    if max(len(findings.statements), len(findings.exchanges), len(findings.events)) > MOST_IN_ARTICLE:
        raise InputError(source, f"it has more than {MOST_IN_ARTICLE:,} statements", "split it")
    rows = _Rows(findings)
    statements = tuple([rows.statement(one) for one in findings.statements])
    exchanges = tuple([rows.exchange(one) for one in findings.exchanges])
    events = tuple([rows.event(one) for one in findings.events])
    return Prepared(
        article.id,
        source,
        maybe_plain(article.title),
        article.outlet,
        article.published.value if article.published else None,
        maybe_plain(article.page.url),
        article.language,
        tuple(dict.fromkeys(plain(credited) for credited in article.credits if folded(credited))),
        plain(article.text),
        records.packed(article.text),
        records.packed(records.written_findings(findings)),
        packed_page(page) if page else None,
        rows.names(),
        statements,
        exchanges,
        events,
    )


def packed_page(page: Page) -> bytes:
    """The bytes of a page, compressed."""
    return zlib.compress(page.content, 6)


class _Rows:
    """The rows of one article, and the names in them in the order in which they come."""

    def __init__(self, findings: Findings) -> None:
        self._text = findings.article.text
        self._aliases = {actor.id: (actor.name, *actor.aliases) for actor in findings.actors}
        self._places: dict[str, int] = {}
        self._names: list[Name] = []

    def names(self) -> tuple[Name, ...]:
        return tuple(self._names)

    def statement(self, statement: Statement) -> Row:
        origin = next((link.party for link in statement.chain if link.role is LinkRole.ORIGIN), None)
        facets = facet("f", statement.form)
        return Row(
            (self._party(origin),),
            (
                str(statement.form),
                statement.act and str(statement.act),
                statement.certainty and str(statement.certainty),
                statement.polarity and str(statement.polarity),
                statement.when.value if statement.when else None,
                statement.confidence,
                records.written(statement),
            ),
            (plain(" … ".join(span.of(self._text) for span in statement.content)), self._words(origin)),
            f"{facets} {facet('a', statement.act)}" if statement.act else facets,
            self._voices(statement),
        )

    def exchange(self, exchange: Exchange) -> Row:
        items = " … ".join(f"{item.span.of(self._text)} {item.head}" for item in exchange.items)
        return Row(
            (self._party(exchange.giver), self._party(exchange.receiver)),
            (
                str(exchange.status),
                exchange.when.value if exchange.when else None,
                exchange.confidence,
                records.written(exchange),
            ),
            (self._words(exchange.giver), self._words(exchange.receiver), plain(items)),
            facet("t", exchange.status),
        )

    def event(self, event: Event) -> Row:
        parties = [one.party for one in event.participants] + ([event.place] if event.place else [])
        return Row(
            (),
            (
                event.type,
                str(event.status),
                event.when.value if event.when else None,
                event.confidence,
                records.written(event),
            ),
            (" … ".join(self._words(party) for party in parties),),
            facet("e", event.type),
        )

    def _voices(self, statement: Statement) -> tuple[Voice, ...]:
        roles = [(link.party, link.role.value) for link in statement.chain]
        roles += [(party, "denier") for party in statement.denied_by]
        voices = [
            (self._name(name), role, self._name(party.name))
            for party, role in roles
            if folded(party.name)
            for name in self._called(party)
        ]
        return tuple(dict.fromkeys(voices))

    def _party(self, party: Party | None) -> int | None:
        return self._name(party.name) if party and folded(party.name) else None

    def _name(self, name: str) -> int:
        """The place of a name, given now if it is new."""
        key = folded(name)
        if key not in self._places:
            self._places[key] = len(self._names)
            self._names.append(Name(key, plain(name)))
        return self._places[key]

    def _words(self, party: Party | None) -> str:
        return " … ".join(plain(name) for name in self._called(party)) if party else ""

    def _called(self, party: Party) -> Sequence[str]:
        """All names a party goes by in the article, the one shown first."""
        return _distinct((party.name, *self._aliases.get(party.actor or "", ())))


def _distinct(names: Iterable[str]) -> Sequence[str]:
    called: dict[str, str] = {}
    for name in names:
        called.setdefault(folded(name), name)
    return [name for key, name in called.items() if key]
