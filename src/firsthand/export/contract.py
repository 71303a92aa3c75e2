"""The JSON of one article: `docs/json.md` describes it, and scripts outside rely on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from firsthand.model import (
    Actor,
    Article,
    Block,
    Event,
    Exchange,
    Findings,
    Item,
    Link,
    Mention,
    Moment,
    Party,
    Publication,
    Repair,
    Span,
    Statement,
)

FORMAT = "1"
"""The number of the format; it rises when a key changes its meaning or goes."""

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Record: TypeAlias = dict[str, Json]


def as_record(findings: Findings) -> Record:
    """One article with all that was found in it; every key is there, unknowns are None or []."""
    article = findings.article
    text = InText(article.text)
    return {
        "firsthand": FORMAT,
        "id": article.id,
        **_head(article),
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "repairs": [_repair(repair) for repair in article.repairs],
        "remarks": list(article.remarks),
        "actors": [text.actor(actor) for actor in findings.actors],
        "statements": [text.statement(statement) for statement in findings.statements],
        "exchanges": [text.exchange(exchange) for exchange in findings.exchanges],
        "events": [text.event(event) for event in findings.events],
        "moments": [text.dated(moment) for moment in findings.moments],
    }


def _head(article: Article) -> Record:
    page, outlet = article.page, article.outlet
    return {
        "page": {
            "url": page.url,
            "path": page.path,
            "media_type": page.media_type,
            "sha256": page.sha256,
            "fetched": page.fetched,
            "canonical": page.canonical,
        },
        "language": article.language,
        "title": article.title,
        "authors": list(article.authors),
        "corporate_authors": list(article.corporate_authors),
        "outlet": {"name": outlet.name, "domain": outlet.domain, "owner": outlet.owner} if outlet else None,
        "credits": list(article.credits),
        "published": _publication(article.published),
        "modified": _publication(article.modified),
        "stub": article.stub,
    }


def _publication(moment: Publication | None) -> Json:
    return {"value": moment.value, "basis": moment.basis.value, "certain": moment.certain} if moment else None


def _block(block: Block) -> Record:
    place: Record = {"start": block.at.span.start, "end": block.at.span.end}
    return {
        "zone": block.zone.value,
        "text": block.text,
        "start": block.span.start if block.span else None,
        "end": block.span.end if block.span else None,
        "at": place if block.at.xpath is None else {"xpath": block.at.xpath, **place},
    }


def _repair(repair: Repair) -> Record:
    return {
        "start": repair.start,
        "end": repair.end,
        "was": repair.was,
        "now": repair.now,
        "kind": repair.kind.value,
    }


class InText:
    """Nouns as JSON, their spans with the words they cover."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, span: Span) -> Record:
        return {"start": span.start, "end": span.end, "text": span.of(self.text)}

    def maybe(self, span: Span | None) -> Json:
        return self.span(span) if span else None

    def spans(self, spans: Iterable[Span]) -> list[Json]:
        return [self.span(span) for span in spans]

    def moment(self, moment: Moment | None) -> Json:
        if moment is None:
            return None
        return {"value": moment.value, "span": self.maybe(moment.span), "certain": moment.certain}

    def dated(self, moment: Moment) -> Record:
        return {
            "span": self.maybe(moment.span),
            "value": moment.value,
            "precision": moment.precision.value if moment.precision else None,
            "basis": moment.basis.value if moment.basis else None,
            "certain": moment.certain,
        }

    def party(self, party: Party) -> Record:
        return {"actor": party.actor, "name": party.name, "span": self.maybe(party.span)}

    def maybe_party(self, party: Party | None) -> Json:
        return self.party(party) if party else None

    def link(self, link: Link) -> Record:
        return {**self.party(link.party), "role": link.role.value}

    def mention(self, mention: Mention) -> Record:
        return {**self.span(mention.span), "form": mention.form.value, "certain": mention.certain}

    def actor(self, actor: Actor) -> Record:
        return {
            "id": actor.id,
            "name": actor.name,
            "type": actor.type.value if actor.type else None,
            "role": actor.role,
            "aliases": list(actor.aliases),
            "wikidata": actor.wikidata,
            "mentions": [self.mention(mention) for mention in actor.mentions],
        }

    def statement(self, statement: Statement) -> Record:
        return {
            "id": statement.id,
            "content": self.spans(statement.content),
            "cue": self.maybe(statement.cue),
            "source": self.maybe(statement.source),
            "form": statement.form.value,
            "chain": [self.link(link) for link in statement.chain],
            "act": statement.act.value if statement.act else None,
            "certainty": statement.certainty.value if statement.certainty else None,
            "polarity": statement.polarity.value if statement.polarity else None,
            "denied_by": [self.party(party) for party in statement.denied_by],
            "evidence": [{"kind": found.kind.value, "span": self.span(found.span)} for found in statement.evidence],
            "when": self.moment(statement.when),
            "confidence": round(statement.confidence, 3),
        }

    def item(self, item: Item) -> Record:
        quantity = item.quantity
        return {
            "span": self.span(item.span),
            "head": item.head,
            "quantity": {
                "text": quantity.text,
                "min": quantity.least,
                "max": quantity.greatest,
                "unit": quantity.unit,
                "approx": quantity.approx,
            }
            if quantity
            else None,
        }

    def exchange(self, exchange: Exchange) -> Record:
        return {
            "id": exchange.id,
            "giver": self.maybe_party(exchange.giver),
            "receiver": self.maybe_party(exchange.receiver),
            "items": [self.item(item) for item in exchange.items],
            "trigger": self.span(exchange.trigger),
            "status": exchange.status.value,
            "when": self.moment(exchange.when),
            "in_return_for": exchange.in_return_for,
            "according_to": list(exchange.according_to),
            "confidence": round(exchange.confidence, 3),
        }

    def event(self, event: Event) -> Record:
        return {
            "id": event.id,
            "type": event.type,
            "plover": event.plover,
            "trigger": self.span(event.trigger),
            "participants": [{**self.party(one.party), "role": one.role} for one in event.participants],
            "place": self.maybe_party(event.place),
            "when": self.moment(event.when),
            "status": event.status.value,
            "confidence": round(event.confidence, 3),
        }
