"""Articles with their statements in the vocabulary of schema.org, as JSON-LD; `docs/json.md` describes it."""

from __future__ import annotations

from firsthand.export.contract import Json, Record
from firsthand.export.names import address, iri
from firsthand.export.tables import APART, THROUGH
from firsthand.model import Act, Actor, ActorType, Article, Findings, Form, Party, Publication, Statement

CONTEXT = "https://schema.org"

_KINDS = {
    ActorType.PERSON: "Person",
    ActorType.ORGANISATION: "Organization",
    ActorType.GOVERNMENT: "GovernmentOrganization",
    ActorType.OUTLET: "NewsMediaOrganization",
    ActorType.DOCUMENT: "CreativeWork",
}
"""Who or what an actor is; the vocabulary has no word for a group of people ("residents")."""

_NO_CLAIMS = frozenset({Act.PROMISE, Act.THREATEN, Act.REQUEST, Act.QUESTION, Act.REFUSE_COMMENT})
"""What is said without holding that something is so; schema.org keeps Claim for what is "factually-oriented"."""


def as_news_article(findings: Findings) -> Record:
    """An article, its statements under `hasPart`; what is not known is left out."""
    article = findings.article
    name = iri(article.id)
    actors = {actor.id: actor for actor in findings.actors}
    url, outlet = address(article), article.outlet
    bodies = set(article.corporate_authors)
    return _known(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": name,
            "identifier": article.id,
            "url": url,
            "headline": article.title,
            "author": [
                {"@type": "Organization" if author in bodies else "Person", "name": author}
                for author in article.authors
            ],
            "publisher": _known({"@type": "NewsMediaOrganization", "name": outlet.name, "identifier": outlet.domain})
            if outlet
            else None,
            "datePublished": _date(article.published),
            "dateModified": _date(article.modified),
            "inLanguage": article.language,
            "creditText": ", ".join(article.credits),
            "isAccessibleForFree": False if article.stub else None,
            "hasPart": [_statement(statement, article, actors) for statement in findings.statements],
        }
    )


def _statement(statement: Statement, article: Article, actors: dict[str, Actor]) -> Record:
    whole: Record = {"@id": iri(article.id)}
    kind = _kind(statement)
    vouching = statement.chain[0].party if statement.chain and statement.chain[0].role.value == "origin" else None
    origin = _party(vouching, article, actors) if vouching else None
    written = origin is not None and origin.get("@type") == "CreativeWork"
    when = statement.when.value if statement.when else None
    return _known(
        {
            "@type": kind,
            "@id": iri(article.id, statement.id),
            "identifier": statement.id,
            "text": APART.join(span.of(article.text) for span in statement.content),
            "creator": None if written else origin,
            "spokenByCharacter": origin if kind == "Quotation" and not written else None,
            "isBasedOn": origin if written else None,
            "creditText": THROUGH.join(link.party.name for link in statement.chain),
            "dateCreated": when if when and "/" not in when else None,
            "isPartOf": whole,
            "appearance": whole if kind == "Claim" else None,
        }
    )


def _kind(statement: Statement) -> str:
    if statement.form is Form.DIRECT:
        return "Quotation"
    return "Statement" if statement.act in _NO_CLAIMS else "Claim"


def _party(party: Party, article: Article, actors: dict[str, Actor]) -> Record:
    actor = actors.get(party.actor or "")
    if actor is None:
        return {"@type": "Thing", "name": party.name}
    kind = _KINDS.get(actor.type, "Thing") if actor.type else "Thing"
    return _known(
        {
            "@type": kind,
            "@id": iri(article.id, "actor", actor.id),
            "name": party.name,
            "jobTitle": actor.role if kind == "Person" else None,
        }
    )


def _date(moment: Publication | None) -> str | None:
    return moment.value if moment else None


def _known(record: dict[str, Json]) -> Record:
    return {key: value for key, value in record.items() if value not in (None, "", [])}
