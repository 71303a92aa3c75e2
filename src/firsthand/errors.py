"""One tree of errors. A message says what went wrong, on which input, and what to do about it."""

from __future__ import annotations


class FirsthandError(Exception):
    """The root of everything firsthand raises on purpose."""


class InputError(FirsthandError):
    """One input cannot be read; the others can.

    `name` is the input as the user gave it, `problem` what is wrong with it, `remedy` the way out.
    """

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        super().__init__(name, problem, remedy)
        self.name = name
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}" + (f" ({self.remedy})" if self.remedy else "")


class Unreachable(InputError):
    """The file is missing, is a folder with nothing in it, or may not be opened."""


class Blocked(Unreachable):
    """The site does not want to be read by programs, or not now."""


class Gone(Unreachable):
    """There is no such page, or no longer."""


class Paywalled(Unreachable):
    """The site gives the page to subscribers only."""


class Unchanged(InputError):
    """The page is as it was when it was last fetched; there is nothing to read anew."""


class NotAPage(InputError):
    """The bytes are no page: empty, binary, or of a kind that is not read."""


class TooLarge(InputError):
    """The page exceeds a limit on bytes, depth, tags or attributes."""


class NoArticle(InputError):
    """A page, but one with no article on it."""


class BadRow(InputError):
    """A line of a JSONL file is malformed or lacks what an article needs."""


class ModelError(FirsthandError):
    """The model's files are missing, altered, or of a version this code does not read."""


class LedgerError(FirsthandError):
    """The ledger is missing, damaged, of another version or no ledger at all; `name` is its file."""

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        super().__init__(name, problem, remedy)
        self.name = name
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}" + (f" ({self.remedy})" if self.remedy else "")


class UsageError(FirsthandError):
    """The command or the call itself was wrong: an option's value, a date that is none."""
