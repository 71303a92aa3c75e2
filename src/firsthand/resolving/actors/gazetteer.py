"""What is known beforehand: states, their capitals and seats, who belongs to them; given names.

The tables beside this file are our own, written from general knowledge: no kept package has capitals, seats of
government and demonyms together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"\w+(?:['’\-.&]\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


class Sex(StrEnum):
    """Which pronoun a person takes."""

    MALE = "m"
    FEMALE = "f"


class Seat(StrEnum):
    """How a name stands for a government."""

    STATE = "state"
    CAPITAL = "capital"
    PALACE = "palace"


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a part of one with a government of its own."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The state that a name stands for, and how."""

    state: State
    seat: Seat


def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: no case, accents, dots, articles in front or possessive behind."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    if not bare.isascii():
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("’", "'")
    words = [_POSSESSIVE.sub("", word).replace(".", "") for word in _WORD.findall(bare)]
    return tuple(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def _lines(table: str) -> Iterator[str]:
    text = (files(__package__) / table).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


@cache
def _states() -> tuple[dict[tuple[str, ...], Standing], dict[tuple[str, ...], State]]:
    standing: dict[tuple[str, ...], Standing] = {}
    belonging: dict[tuple[str, ...], State] = {}
    for line in _lines("states.tsv"):
        code, name, others, people, capitals, palaces = line.split("\t")
        state = State(code, name)
        for seat, names in (
            (Seat.PALACE, _parts(palaces)),
            (Seat.CAPITAL, _parts(capitals)),
            (Seat.STATE, [name, *_parts(others)]),
        ):
            standing.update((plain_words(one), Standing(state, seat)) for one in names)
        for one in _parts(people):
            words = plain_words(one)
            belonging[words] = belonging[(*words[:-1], words[-1] + "s")] = state
    return standing, belonging


def standing_of(name: tuple[str, ...]) -> Standing | None:
    """The state that a name (plain words) may stand for."""
    return _states()[0].get(name)


def home_of(people: tuple[str, ...]) -> State | None:
    """The state that an adjective or the name of its people belongs to ("Russian", "Swedes")."""
    return _states()[1].get(people)


@cache
def _given_names() -> dict[str, Sex]:
    sexes: dict[str, Sex] = {}
    for line in _lines("given_names.txt"):
        sex, *names = line.split()
        sexes.update(("".join(plain_words(name)), Sex(sex)) for name in names)
    return sexes


def sex_of(given_name: str) -> Sex | None:
    """The sex that a given name (plain) tells, if it tells one."""
    return _given_names().get(given_name)
