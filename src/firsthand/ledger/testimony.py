"""What tracing asks of a ledger's records, without the rest: who said what in an article, which texts are shared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias, TypeVar

import msgspec

from firsthand.model import (
    Act,
    Actor,
    ActorType,
    Article,
    Findings,
    Form,
    Link,
    LinkRole,
    Outlet,
    PageRecord,
    Party,
    Publication,
    SharedText,
    Span,
    Statement,
)

Ends: TypeAlias = tuple[int, int]
T = TypeVar("T")


class _Head(msgspec.Struct):
    """An article without its blocks, which are most of its record."""

    id: str
    page: PageRecord
    authors: tuple[str, ...] = ()
    outlet: Outlet | None = None
    credits: tuple[str, ...] = ()
    published: Publication | None = None


class _Named(msgspec.Struct):
    id: str
    name: str
    type: ActorType | None = None


class _Record(msgspec.Struct):
    article: _Head
    actors: tuple[_Named, ...] = ()


class _Party(msgspec.Struct):
    name: str
    span: Ends | None = None
    actor: str | None = None


class _Link(msgspec.Struct):
    party: _Party
    role: LinkRole


class _Said(msgspec.Struct):
    """A statement without its evidence, its moment and how sure it sounds."""

    id: str
    content: tuple[Ends, ...]
    form: Form
    confidence: float
    cue: Ends | None = None
    source: Ends | None = None
    chain: tuple[_Link, ...] = ()
    act: Act | None = None


class _Shared(msgspec.Struct):
    one: str
    other: str
    passages: tuple[tuple[Ends, Ends, float], ...]


_record = msgspec.json.Decoder(_Record)
_shared = msgspec.json.Decoder(_Shared)
_said = msgspec.json.Decoder(tuple[_Said, ...])


def testimony(record: str, text: str, statements: Iterable[str]) -> Findings:
    """Findings from their records, without what else was found: half the time of tracing went into reading that.

    Raises msgspec.ValidationError or ValueError for damaged records.
    """
    known = _read(_record, record)
    head = known.article
    article = Article(
        head.id,
        head.page,
        text,
        (),
        authors=head.authors,
        outlet=head.outlet,
        credits=head.credits,
        published=head.published,
    )
    said = _read(_said, f"[{','.join(statements)}]")
    actors = tuple([Actor(one.id, one.name, one.type) for one in known.actors])
    return Findings(article, tuple([_statement(one) for one in said]), actors)


def shared_text(record: str) -> SharedText:
    """What two articles share, from its record."""
    tie = _read(_shared, record)
    return SharedText(
        tie.one, tie.other, tuple([(Span(*one), Span(*other), closeness) for one, other, closeness in tie.passages])
    )


def _read(decoder: msgspec.json.Decoder[T], record: str) -> T:
    try:
        return decoder.decode(record)
    except msgspec.DecodeError:
        # Half a surrogate pair is no JSON to msgspec.
        return msgspec.convert(json.loads(record), decoder.type)


def _statement(one: _Said) -> Statement:
    return Statement(
        one.id,
        tuple([Span(*ends) for ends in one.content]),
        _span(one.cue),
        _span(one.source),
        one.form,
        one.confidence,
        tuple([_link(link) for link in one.chain]),
        one.act,
    )


def _link(link: _Link) -> Link:
    return Link(Party(link.party.name, _span(link.party.span), link.party.actor), link.role)


def _span(ends: Ends | None) -> Span | None:
    return Span(*ends) if ends else None
