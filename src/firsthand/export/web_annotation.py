"""Statements as annotations after the W3C's Web Annotation Data Model; `docs/json.md` describes them."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.export.contract import Json, Record
from firsthand.export.names import address, iri
from firsthand.export.tables import THROUGH
from firsthand.model import BLOCK_BREAK, Article, Certainty, Findings, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""So many characters before and after the words tell them from the same words elsewhere."""


def as_annotations(findings: Findings) -> Iterator[Record]:
    """One annotation for each statement of an article."""
    return (_annotation(statement, findings.article) for statement in findings.statements)


def _annotation(statement: Statement, article: Article) -> Record:
    sure = None if statement.certainty is Certainty.UNKNOWN else statement.certainty
    tags = [statement.form, statement.act, sure, statement.polarity]
    bodies: list[Json] = [_body("tagging", tag.value) for tag in tags if tag]
    if statement.chain:
        bodies.insert(0, _body("describing", THROUGH.join(link.party.name for link in statement.chain)))
    return {
        "@context": CONTEXT,
        "id": iri(article.id, statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": list(_targets(statement, article)),
    }


def _body(purpose: str, value: str) -> Record:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _targets(statement: Statement, article: Article) -> Iterator[Record]:
    """The words on their page, where it has an address, and in the article's text.

    Positions count in the text alone: on the page, what firsthand set aside stands between its parts.
    """
    url = address(article)
    text: Record = _language({"id": iri(article.id), "type": "Text", "format": "text/plain"}, article)
    for span in statement.content:
        quote = _quote(span, article.text)
        if url:
            yield {"type": "SpecificResource", "source": url, "selector": quote}
        position: Record = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        yield {"type": "SpecificResource", "source": text, "selector": [quote, position]}


def _language(source: Record, article: Article) -> Record:
    return {**source, "language": article.language} if article.language else source


def _quote(span: Span, text: str) -> Record:
    """The words and those beside them, as far as the block goes: what stands beyond it on the page is not known."""
    before = text[max(0, span.start - AROUND) : span.start].rpartition(BLOCK_BREAK)[2]
    behind = text[span.end : span.end + AROUND].partition(BLOCK_BREAK)[0]
    return {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": behind}
