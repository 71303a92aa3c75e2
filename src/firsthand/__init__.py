"""firsthand reads news and works out who said it first.

>>> from firsthand import read
>>> for result in read("page.html"):
...     for statement in result.statements:
...         print(statement.chain, [words.of(result.article.text) for words in statement.content])
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import FirsthandError, InputError
from firsthand.model import SURE_ENOUGH, Article, Findings, Rejected, Span, Statement, Told

__all__ = ["Article", "Findings", "FirsthandError", "InputError", "Rejected", "Span", "Statement", "Told", "read"]


def read(*inputs: str, told: Told = Told(), min_confidence: float = SURE_ENOUGH) -> Iterator[Findings | Rejected]:  # noqa: B008
    """What is found on each page that the inputs name: files, folders, URLs, or - for standard input.

    `told` is what is known of the pages beside what they say; statements less sure than `min_confidence` (0..1) are
    left out. An input that cannot be read is a Rejected in its place. Raises UsageError for a date that is none.
    """
    # The model and the parsers are slow to import; whoever only wants the nouns need not wait for them.
    from firsthand.pipeline import Options, checked, findings_of_many, sources, works

    yield from findings_of_many(works(sources(inputs), checked(told)), Options(min_confidence))
