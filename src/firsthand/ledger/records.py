"""Nouns as JSON and back, by their types alone: a field that a noun gains needs nothing here, and its default stands
for it in records written before."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from firsthand.model import Block, Findings, Likeness, Passage, Span, Verdict

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Decoder: TypeAlias = Callable[[Any], Any]
T = TypeVar("T")


def written(noun: object) -> str:
    """A noun as JSON text in ASCII, so that half a surrogate pair survives."""
    return _json(noun)


def read(kind: type[T], record: str) -> T:
    """The noun of a record. Raises ValueError, KeyError or TypeError where it is none."""
    return cast("T", _decoder(cast("Any", kind))(json.loads(record)))


def packed(text: str) -> bytes:
    """A text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpacked(stored: bytes) -> str:
    """The text of `packed`. Raises zlib.error or ValueError for damaged bytes."""
    return zlib.decompress(stored).decode("utf-8", "surrogatepass")


def written_findings(findings: Findings) -> str:
    """Findings without what has rows of its own: the text, the words of blocks in it, statements, exchanges, events."""
    record, article = _told(findings), _told(findings.article)
    for apart in ("statements", "exchanges", "events"):
        record.pop(apart, None)
    article.pop("text")
    article["blocks"] = [_told_of_block(block) for block in findings.article.blocks]
    return _json(record | {"article": article})


def _told_of_block(block: Block) -> dict[str, object]:
    told = _told(block)
    if block.span is not None:
        told.pop("text")
    return told


def renamed(findings: bytes, article: str) -> bytes:
    """What was written of findings and packed, for the same article under another id."""
    values = json.loads(unpacked(findings))
    values["article"]["id"] = article
    return packed(_json(values))


def read_findings(record: str, text: str, rows: Mapping[str, tuple[object, ...]]) -> Findings:
    """Findings from `written_findings`, the article's text, and the nouns of the rows by field."""
    values = json.loads(record)
    values["article"]["text"] = text
    for block in values["article"]["blocks"]:
        if block["span"] is not None:
            start, end = block["span"]
            block["text"] = text[start:end]
    return replace(cast("Findings", _decoder(Findings)(values)), **cast("dict[str, Any]", rows))


def written_likenesses(likenesses: Iterable[Likeness]) -> str:
    """Likenesses of two articles, their ids left out, as JSON; a ledger holds more of them than of all else."""
    rows = [
        (*_ends(alike.one), *_ends(alike.other), alike.verdict, alike.score, *alike.reasons) for alike in likenesses
    ]
    return _json(rows)


VERDICT = 4
"""The place of the verdict in a likeness that was written."""

_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def read_likenesses(one: str, other: str, record: str) -> Iterator[Likeness]:
    """The likenesses of two articles that were written."""
    for start, end, start_there, end_there, verdict, score, *reasons in json.loads(record):
        here, there = Passage(one, Span(start, end)), Passage(other, Span(start_there, end_there))
        yield Likeness(here, there, _VERDICTS[verdict], score, tuple(reasons))


def _ends(passage: Passage) -> tuple[int, int]:
    return passage.span.start, passage.span.end


def _members(noun: object) -> object:
    """What JSON has for a noun: a list for a span, the fields by name for any other."""
    return (noun.start, noun.end) if type(noun) is Span else _told(noun)


_json = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=_members).encode


def _told(noun: object) -> dict[str, object]:
    """Of the fields that are given on making a noun, those that differ from their defaults."""
    kind: Any = type(noun)  # which mypy does not take for hashable
    return {
        name: value
        for name, default in _defaults(kind)
        # Most fields are as they are by default, and most defaults are None or empty, of which there is but one.
        if (value := getattr(noun, name)) is not default and (type(value) is not type(default) or value != default)
    }


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """The fields of a kind of noun with their defaults; MISSING is that of a field without."""
    if not is_dataclass(kind):
        raise TypeError(f"no record for {kind.__name__}")
    return tuple((field.name, field.default) for field in _fields(kind))


@cache
def _fields(kind: type) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.init)


@cache
def _decoder(kind: Any) -> Decoder:  # noqa: ANN401 - a type, or a form such as tuple[Span, ...]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (one,) = (argument for argument in arguments if argument is not NoneType)
        decode = _decoder(one)
        return lambda value: None if value is None else decode(value)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if kind is Span:
        return lambda value: Span(*value)
    if is_dataclass(kind):
        return _noun_decoder(cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return lambda value: value


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if arguments[-1] is Ellipsis:
        decode = _decoder(arguments[0])
        return lambda value: tuple([decode(one) for one in value])
    decoders = [_decoder(argument) for argument in arguments]
    return lambda value: tuple(decode(one) for decode, one in zip(decoders, value, strict=True))


def _noun_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in _fields(kind)}

    def decode(value: dict[str, Json]) -> object:
        return kind(**{name: decoders[name](one) for name, one in value.items() if name in decoders})

    return decode
