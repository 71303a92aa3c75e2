"""A text with its repairs made, and the way back from it to the text as it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar, cast

from firsthand.model import Repair, Span

Noun = TypeVar("Noun")


class _Piece(NamedTuple):
    """A stretch of the repaired text from `at` on, and the stretch of the original it stands for."""

    at: int
    start: int
    end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text that comes of making the repairs; spans of it lead back to spans of the original.

    Raises ValueError where repairs overlap, are out of order, or do not fit the original.
    """

    original: str
    repairs: Sequence[Repair]
    text: str = field(init=False)
    _pieces: tuple[_Piece, ...] = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words: list[str] = []
        pieces: list[_Piece] = []
        at = done = 0
        for repair in self.repairs:
            if repair.start < done or self.original[repair.start : repair.end] != repair.was:
                raise ValueError(f"repairs overlap or do not fit at {repair.start}: {repair.was!r}")
            for stretch, start, end, verbatim in (
                (self.original[done : repair.start], done, repair.start, True),
                (repair.now, repair.start, repair.end, False),
            ):
                if stretch:
                    pieces.append(_Piece(at, start, end, verbatim))
                    words.append(stretch)
                    at += len(stretch)
            done = repair.end
        if done < len(self.original) or not pieces:
            pieces.append(_Piece(at, done, len(self.original), verbatim=True))
            words.append(self.original[done:])
        object.__setattr__(self, "text", "".join(words))
        object.__setattr__(self, "_pieces", tuple(pieces))
        object.__setattr__(self, "_starts", tuple(piece.at for piece in pieces))

    def to_original(self, span: Span) -> Span:
        """The span of the original that a span of the repaired text stands for.

        What touches no repair keeps its words; a part of a replacement stands for all that it replaced; a mark that
        was put in stands for the character behind it. Raises ValueError beyond the text's end.
        """
        if span.end > len(self.text):
            raise ValueError(f"no such span in the repaired text: {span}")
        first, last = self._piece(span.start), self._piece(span.end - 1)
        start = first.start + (span.start - first.at if first.verbatim else 0)
        end = last.start + span.end - last.at if last.verbatim else last.end
        if start < end:
            return Span(start, end)
        return Span(end, end + 1) if end < len(self.original) else Span(end - 1, end)

    def _piece(self, offset: int) -> _Piece:
        return self._pieces[bisect_right(self._starts, offset) - 1]


def relocated(noun: Noun, view: Repaired) -> Noun:
    """The noun, or tuple of nouns, with every span in it led back from the repaired text to the original."""
    return cast("Noun", _relocated(noun, view)) if view.repairs else noun


def _relocated(value: Any, view: Repaired) -> Any:  # noqa: ANN401 - nouns of any kind, and their fields
    if isinstance(value, Span):
        return view.to_original(value)
    if isinstance(value, tuple):
        return tuple(_relocated(member, view) for member in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    old = {part.name: getattr(value, part.name) for part in fields(value) if part.init}
    new = {name: _relocated(part, view) for name, part in old.items()}
    return replace(value, **{name: part for name, part in new.items() if part is not old[name]})
