"""What was found as tables: a row for each statement, exchange, event, claim or article; `docs/json.md` says which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

from firsthand.model import Claim, Event, Exchange, Findings, Item, Moment, Party, Span, Stance, Statement

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Cell]
Columns: TypeAlias = dict[str, type]

THROUGH = " > "
"""Between the links of a chain, from the origin outward."""

APART = " … "
"""Between words that do not stand side by side."""

LISTED = "; "
"""Between the things of a list."""


class What(StrEnum):
    """What a table has a row for."""

    STATEMENTS = "statements"
    EXCHANGES = "exchanges"
    EVENTS = "events"
    CLAIMS = "claims"
    ARTICLES = "articles"


def _texts(names: str) -> Columns:
    return dict.fromkeys(names.split(), str)


def _place(name: str) -> Columns:
    return {f"{name}_start": int, f"{name}_end": int, f"{name}_text": str}


_HEAD = _texts("article title outlet_name outlet_domain published url language")
_WHEN: Columns = {"when": str, "when_certain": bool}
_PARTS = {"content_start": int, "content_end": int, "content_text": str, "content_spans": str}

COLUMNS: dict[What, Columns] = {
    What.STATEMENTS: {
        **_HEAD, **_texts("id"), **_PARTS, **_place("cue"), **_place("source"),
        **_texts("form chain origin act certainty polarity denied_by evidence"), **_WHEN, "confidence": float,
    },
    What.EXCHANGES: {
        **_HEAD, **_texts("id giver"), **_place("giver"), **_texts("receiver"), **_place("receiver"),
        **_texts("items items_head items_spans quantities"),
        "quantity_min": float, "quantity_max": float, "quantity_unit": str, "quantity_approx": bool,
        **_place("trigger"), **_texts("status"), **_WHEN, **_texts("in_return_for according_to"), "confidence": float,
    },
    What.EVENTS: {
        **_HEAD, **_texts("id type plover"), **_place("trigger"), **_texts("participants place"), **_place("place"),
        **_texts("status"), **_WHEN, "confidence": float,
    },
    What.CLAIMS: {
        **_texts("id text"), "independent": int, **_texts("origins"),
        "articles": int, "asserts": int, "denies": int, "hedges": int,
        **_texts("members first_said_origin first_said_article first_said_datetime"), "first_said_certain": bool,
        **_texts("distinct_from"),
    },
    What.ARTICLES: {
        **_texts("id title authors corporate_authors outlet_name outlet_domain outlet_owner credits published"),
        "published_basis": str, "published_certain": bool,
        **_texts("modified language url canonical media_type sha256 fetched"), "stub": bool,
        "statements": int, "exchanges": int, "events": int, "text": str,
    },
}  # fmt: skip
"""The columns of each table in their order, with the type of what stands in them."""


def rows_of(what: What, findings: Findings) -> Iterator[Row]:
    """The rows that an article has in a table; a claim is told by no single article, so it has none in that one."""
    head, text = _head(findings), _InText(findings.article.text)
    if what is What.STATEMENTS:
        yield from ({**head, **text.statement(statement)} for statement in findings.statements)
    elif what is What.EXCHANGES:
        yield from ({**head, **text.exchange(exchange)} for exchange in findings.exchanges)
    elif what is What.EVENTS:
        yield from ({**head, **text.event(event)} for event in findings.events)
    elif what is What.ARTICLES:
        yield _article(findings)


def claim_row(claim: Claim) -> Row:
    """The row of a claim; its members are places as `firsthand judge` takes them."""
    first = claim.first_said
    stances = [member.stance for member in claim.members]
    places = [(member.passage.article, member.passage.span) for member in claim.members]
    return {
        "id": claim.id,
        "text": claim.text,
        "independent": claim.support.independent,
        "origins": _listed(origin.name for origin in claim.support.origins),
        "articles": len({article for article, _ in places}),
        "asserts": stances.count(Stance.ASSERTS),
        "denies": stances.count(Stance.DENIES),
        "hedges": stances.count(Stance.HEDGES),
        "members": _listed(f"{article}:{span.start}-{span.end}" for article, span in places),
        "first_said_origin": first.origin if first else None,
        "first_said_article": first.article if first else None,
        "first_said_datetime": first.datetime if first else None,
        "first_said_certain": first.certain if first else None,
        "distinct_from": _listed(claim.distinct_from),
    }


def _listed(words: Iterable[str]) -> str | None:
    return LISTED.join(words) or None


def _head(findings: Findings) -> Row:
    article = findings.article
    return {
        "article": article.id,
        "title": article.title,
        "outlet_name": article.outlet.name if article.outlet else None,
        "outlet_domain": article.outlet.domain if article.outlet else None,
        "published": article.published.value if article.published else None,
        "url": article.page.url,
        "language": article.language,
    }


def _article(findings: Findings) -> Row:
    article, page = findings.article, findings.article.page
    row: Row = {
        "id": article.id,
        **_head(findings),
        "authors": _listed(article.authors),
        "corporate_authors": _listed(article.corporate_authors),
        "outlet_owner": article.outlet.owner if article.outlet else None,
        "credits": _listed(article.credits),
        "published_basis": article.published.basis.value if article.published else None,
        "published_certain": article.published.certain if article.published else None,
        "modified": article.modified.value if article.modified else None,
        "canonical": page.canonical,
        "media_type": page.media_type,
        "sha256": page.sha256,
        "fetched": page.fetched,
        "stub": article.stub,
        "statements": len(findings.statements),
        "exchanges": len(findings.exchanges),
        "events": len(findings.events),
        "text": article.text,
    }
    del row["article"]
    return row


class _InText:
    """Nouns as cells, with the words that their spans cover."""

    def __init__(self, text: str) -> None:
        self.text = text

    def statement(self, statement: Statement) -> Row:
        names = [link.party.name for link in statement.chain]
        return {
            "id": statement.id,
            "content_start": statement.content[0].start,
            "content_end": statement.content[-1].end,
            "content_text": APART.join(self._words(statement.content)),
            "content_spans": _spans(statement.content),
            **self._place("cue", statement.cue),
            **self._place("source", statement.source),
            "form": statement.form.value,
            "chain": THROUGH.join(names) or None,
            "origin": next((link.party.name for link in statement.chain if link.role.value == "origin"), None),
            "act": statement.act.value if statement.act else None,
            "certainty": statement.certainty.value if statement.certainty else None,
            "polarity": statement.polarity.value if statement.polarity else None,
            "denied_by": _listed(party.name for party in statement.denied_by),
            "evidence": _listed(dict.fromkeys(found.kind.value for found in statement.evidence)),
            **_when(statement.when),
            "confidence": round(statement.confidence, 3),
        }

    def exchange(self, exchange: Exchange) -> Row:
        return {
            "id": exchange.id,
            **self._party("giver", exchange.giver),
            **self._party("receiver", exchange.receiver),
            "items": _listed(self._words(item.span for item in exchange.items)),
            "items_head": _listed(item.head for item in exchange.items),
            "items_spans": _spans(item.span for item in exchange.items),
            **_quantity(exchange.items),
            **self._place("trigger", exchange.trigger),
            "status": exchange.status.value,
            **_when(exchange.when),
            "in_return_for": exchange.in_return_for,
            "according_to": _listed(exchange.according_to),
            "confidence": round(exchange.confidence, 3),
        }

    def event(self, event: Event) -> Row:
        return {
            "id": event.id,
            "type": event.type,
            "plover": event.plover,
            **self._place("trigger", event.trigger),
            "participants": _listed(f"{one.role}: {one.party.name}" for one in event.participants),
            **self._party("place", event.place),
            "status": event.status.value,
            **_when(event.when),
            "confidence": round(event.confidence, 3),
        }

    def _words(self, spans: Iterable[Span]) -> Iterator[str]:
        return (span.of(self.text) for span in spans)

    def _place(self, name: str, span: Span | None) -> Row:
        return {
            f"{name}_start": span.start if span else None,
            f"{name}_end": span.end if span else None,
            f"{name}_text": span.of(self.text) if span else None,
        }

    def _party(self, name: str, party: Party | None) -> Row:
        return {name: party.name if party else None, **self._place(name, party.span if party else None)}


def _spans(spans: Iterable[Span]) -> str | None:
    return " ".join(f"{span.start}-{span.end}" for span in spans) or None


def _when(moment: Moment | None) -> Row:
    return {"when": moment.value if moment else None, "when_certain": moment.certain if moment else None}


def _quantity(items: Iterable[Item]) -> Row:
    """All quantities in words; in figures where there is one alone, since a cell holds one figure."""
    told = [item.quantity for item in items if item.quantity]
    alone = told[0] if len(told) == 1 else None
    return {
        "quantities": _listed(quantity.text for quantity in told),
        "quantity_min": alone.least if alone else None,
        "quantity_max": alone.greatest if alone else None,
        "quantity_unit": alone.unit if alone else None,
        "quantity_approx": alone.approx if alone else None,
    }
