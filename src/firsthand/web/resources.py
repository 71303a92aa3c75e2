"""What the REST interface is made of: addresses, what they give, and the parameters they take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.requests import Request

from firsthand.export.contract import Record
from firsthand.model import Act, Form, Order
from firsthand.web import asked as parameters

Answer: TypeAlias = Callable[[Request], Record]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: the words it takes where it does not take any, or their pattern, or its greatest number.

    `pattern` is a regular expression of ECMA-262.
    """

    name: str
    says: str
    among: tuple[str, ...] = ()
    pattern: str = ""
    most: int = 0
    required: bool = False

    @property
    def schema(self) -> Record:
        """What it may be (JSON Schema 2020-12)."""
        if self.most:
            return {"type": "integer", "minimum": 1, "maximum": self.most}
        found: Record = {"type": "string"}
        if self.among:
            # As a form sends it where nothing is chosen.
            found["enum"] = ["", *self.among]
        if self.pattern:
            found["pattern"] = self.pattern
        return found


@dataclass(frozen=True, slots=True)
class Resource:
    """An address of the interface, what it gives, and how; `owned` where it answers the ledger's owner alone."""

    path: str
    says: str
    answer: Answer
    parameters: tuple[Parameter, ...] = ()
    owned: bool = False

    @property
    def names_one(self) -> bool:
        """Whether the address names a single thing by its id."""
        return "{id" in self.path


DATE = "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
ORIGINS = "^([1-9][0-9]{0,2}[+]?)?$"
PART = (
    Parameter("after", "where to go on: the `next` of the part before", pattern="^[0-9a-f]{0,15}$"),
    Parameter("size", "how many at once", most=parameters.MOST_AT_ONCE),
)
BOUNDS = (
    Parameter("outlet", "name or domain of the outlet"),
    Parameter("since", "published then or later: ISO 8601 day, month or year", pattern=DATE),
    Parameter("until", "published then or earlier", pattern=DATE),
)
ARTICLES = (
    Parameter("q", 'words that all occur; "side by side", -without, begin*'),
    Parameter("order", "what comes first", tuple(Order)),
    *BOUNDS,
    *PART,
)
STATEMENTS = (
    Parameter("speaker", "words of a speaker's name"),
    Parameter("act", "what the source does", tuple(Act)),
    Parameter("form", "quoted or retold", tuple(Form)),
    Parameter("origins", "independent origins behind its claim: 1, or 2+ for so many or more", pattern=ORIGINS),
    *ARTICLES,
)
