"""The order of the stages, and what runs them: over one page, and over many side by side."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from typing import Generic, TypeAlias, TypeVar

from firsthand.attributing import attribute
from firsthand.errors import FirsthandError, InputError, UsageError
from firsthand.exchanging import exchange
from firsthand.model import SURE_ENOUGH, Article, Findings, Page, Rejected, Told
from firsthand.reading import read
from firsthand.reading.acquire import HERE, Outside, Row, Source, expand, pages, rows
from firsthand.reading.rows import read_row
from firsthand.resolving import cast_of, moments, with_actors, with_moments
from firsthand.tagging import tag
from firsthand.text.dates import iso_moment
from firsthand.text.moments import dating
from firsthand.text.repaired import Repaired, relocated
from firsthand.text.syntax import Syntax

T = TypeVar("T")

LANGUAGES = frozenset({"en"})
"""Languages whose statements the model finds; articles in others are read, and nothing is guessed about them."""

Work: TypeAlias = Page | Article | InputError
"""What a worker is handed: a page to be read, an article that is already clean, or an input already known to be bad."""


@dataclass(frozen=True, slots=True)
class Options:
    """`min_confidence` in 0..1: statements less sure are left out."""

    min_confidence: float = SURE_ENOUGH


def checked(told: Told) -> Told:
    """What the user tells of a page, if it can be so; raises UsageError for a date that is none."""
    for name, written in (("published", told.published), ("fetched", told.fetched)):
        if written is not None and iso_moment(written) is None:
            raise UsageError(f"--{name} {written!r} is no date; write it as 2024-06-18, 2024-06 or 2024-06-18T09:30Z")
    return told


def sources(inputs: Iterable[str]) -> list[Source | InputError]:
    """What the inputs name, in order; nothing is opened yet."""
    return expand(inputs)


def works(
    named: Iterable[Source | InputError], told: Told, *, clean: bool = False, outside: Outside = HERE
) -> Iterator[Work]:
    """The pages of the sources, or, where they are `clean`, the articles on their lines."""
    for source in named:
        if isinstance(source, InputError):
            yield source
        elif clean:
            yield from (_clean(row, told) for row in rows(source))
        else:
            yield from pages(source, told, outside=outside)


def _clean(row: Row | InputError, told: Told) -> Article | InputError:
    try:
        return row if isinstance(row, InputError) else read_row(row.values, row.name, told)
    except InputError as error:
        return error


def find(article: Article, options: Options = Options()) -> Findings:
    """Everything an article claims. The stages stand here in their order; mypy checks that each gets what it needs."""
    if article.language not in LANGUAGES:
        return Findings(replace(article, remarks=(*article.remarks, _foreign(article.language))))
    view = Repaired(article.text, article.repairs)
    tagged = tag(view.text)
    statements = attribute(view.text, tagged)
    kept = tuple(statement for statement in statements if statement.confidence >= options.min_confidence)
    cast = cast_of(view.text, tagged, kept, article.authors, (article.outlet and article.outlet.name) or "")
    syntax = Syntax(view.text, tagged.words)
    named = moments(view.text, article, syntax)
    dated = dating(view.text, named)
    exchanges, events = exchange(view.text, tagged, kept, dated, party=cast.party)
    return Findings(
        article,
        relocated(with_actors(with_moments(kept, dated, syntax), cast), view),
        relocated(cast.actors, view),
        relocated(exchanges, view),
        relocated(events, view),
        relocated(named, view),
    )


def _foreign(language: str | None) -> str:
    written = f"is written in {language!r}" if language else "is in no language that could be told"
    return f"the article {written}; statements are found in English only"


def findings(work: Work, options: Options = Options()) -> Findings | Rejected:
    """What was found in one input, or why it could not be read."""
    return _outcome(work, options, _as_it_is)


def _as_it_is(_: Work, found: Findings) -> Findings:
    return found


def _outcome(work: Work, options: Options, finish: Callable[[Work, Findings], T]) -> T | Rejected:
    if isinstance(work, InputError):
        return Rejected(work.name, work.problem, work.remedy)
    try:
        return finish(work, find(read(work) if isinstance(work, Page) else work, options))
    except InputError as error:
        return Rejected(error.name, error.problem, error.remedy)
    except FirsthandError:
        # A model that cannot be loaded fails for every input alike: the run must end and say so.
        raise
    except Exception as fault:  # noqa: BLE001 - the one place where a fault of ours is kept to the article that shows it
        problem = f"reading it failed inside firsthand ({type(fault).__name__}: {fault})"
        return Rejected(_name(work), problem, "leave it out and report it")


def findings_of_many(
    works: Iterable[Work],
    options: Options = Options(),
    processes: int = 1,
) -> Iterator[Findings | Rejected]:
    """One result for each input, in their order; no more than a few inputs are held at a time."""
    return (result for _, result in outcomes_beside(works, _as_it_is, options, processes))


def outcomes_beside(
    works: Iterable[Work],
    finish: Callable[[Work, Findings], T],
    options: Options = Options(),
    processes: int = 1,
) -> Iterator[tuple[Work, T | Rejected]]:
    """As `findings_of_many`, each result beside its input, and finished in the process that found it."""
    if processes == 1:
        yield from ((work, _outcome(work, options, finish)) for work in works)
    else:
        yield from _Crew(partial(_outcome, options=options, finish=finish), processes).run(works)


class _Crew(Generic[T]):
    """Worker processes that read inputs side by side and survive the death of one of them."""

    def __init__(self, do: Callable[[Work], T | Rejected], processes: int) -> None:
        self._do = do
        self._processes = processes
        self._pool = self._hire(processes)

    @staticmethod
    def _hire(processes: int) -> ProcessPoolExecutor:
        # Forked workers would inherit the threads of the libraries in use; spawned ones start clean everywhere alike.
        return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))

    def run(self, works: Iterable[Work]) -> Iterator[tuple[Work, T | Rejected]]:
        underway: deque[tuple[Work, Future[T | Rejected]]] = deque()
        try:
            for work in works:
                underway.append((work, self._hand_out(work)))
                if len(underway) > 4 * self._processes:
                    yield self._next(underway)
            while underway:
                yield self._next(underway)
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_out(self, work: Work) -> Future[T | Rejected]:
        try:
            return self._pool.submit(self._do, work)
        except BrokenProcessPool:
            self._pool = self._hire(self._processes)
            return self._pool.submit(self._do, work)

    def _next(self, underway: deque[tuple[Work, Future[T | Rejected]]]) -> tuple[Work, T | Rejected]:
        work, result = underway.popleft()
        try:
            return work, result.result()
        except BrokenProcessPool:
            # One worker died and took the pool along; nobody knows over which input. Each is tried again by itself.
            return work, self._alone(work)

    def _alone(self, work: Work) -> T | Rejected:
        with self._hire(1) as single:
            try:
                return single.submit(self._do, work).result()
            except BrokenProcessPool:
                return Rejected(_name(work), "reading it ended the process that read it", "leave it out and report it")


def _name(work: Work) -> str:
    return work.id if isinstance(work, Article) else work.name
