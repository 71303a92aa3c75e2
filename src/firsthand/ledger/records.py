"""Nouns as JSON and back, by their types alone: a field that a noun gains needs nothing here, and its default stands
for it in records written before."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from firsthand.model import Findings, Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Decoder: TypeAlias = Callable[[Any], Any]
T = TypeVar("T")


def written(noun: object) -> str:
    """A noun as JSON text in ASCII, so that half a surrogate pair survives."""
    return json.dumps(_encoded(noun), separators=(",", ":"))


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
    record = cast("dict[str, Any]", _encoded(findings))
    for apart in ("statements", "exchanges", "events"):
        record.pop(apart, None)
    record["article"].pop("text")
    for block in record["article"]["blocks"]:
        if block["span"] is not None:
            block.pop("text")
    return json.dumps(record, separators=(",", ":"))


def read_findings(record: str, text: str, rows: Mapping[str, tuple[object, ...]]) -> Findings:
    """Findings from `written_findings`, the article's text, and the nouns of the rows by field."""
    values = json.loads(record)
    values["article"]["text"] = text
    for block in values["article"]["blocks"]:
        if block["span"] is not None:
            start, end = block["span"]
            block["text"] = text[start:end]
    return replace(cast("Findings", _decoder(Findings)(values)), **cast("dict[str, Any]", rows))


def _encoded(value: object) -> Json:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {field.name: _encoded(getattr(value, field.name)) for field in _told(type(value), value)}
    if isinstance(value, tuple):
        return [_encoded(one) for one in value]
    if isinstance(value, Enum):
        return cast("Json", value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"no record for {type(value).__name__}")


def _told(kind: type, value: object) -> list[Field[Any]]:
    """The fields that say something: those that are given on making it and differ from their defaults."""
    return [field for field in _fields(kind) if field.default is MISSING or getattr(value, field.name) != field.default]


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
        return kind
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
