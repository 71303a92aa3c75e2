"""Filing: what is read goes into a ledger, one article after the other, and nothing goes in twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple, TypeAlias

from firsthand.errors import Blocked, FirsthandError, Gone, InputError, Paywalled, Unchanged
from firsthand.ledger import (
    DocketKeeper,
    Keeper,
    OwnerKeeper,
    Prepared,
    Reader,
    Saved,
    Tied,
    Traces,
    Writer,
    content_key,
    prepared,
    tied,
)
from firsthand.model import (
    Article,
    Compared,
    Filed,
    Findings,
    Imprint,
    Outcome,
    Owned,
    Page,
    Rejected,
    Validators,
    Visits,
)
from firsthand.pipeline import Options, Work, outcomes_beside
from firsthand.reading.acquire.polite import Polite
from firsthand.reading.acquire.public import PublicOnly
from firsthand.reading.collection import put_off
from firsthand.tracing import VERSION, Owners, Retracer, compare, imprint_of, known_digest, renamed

Report: TypeAlias = Callable[[Filed], None]
"""Told of each input when all that is to be kept of it is kept."""

Asked: TypeAlias = Callable[[str], Validators | None]
"""What the site gave with the page of an address in this run."""

DEFAULTS = Options()
MOST_TOGETHER = 512
"""Articles whose claims are put together in one transaction, while other writers wait."""

PATIENCE = 3.0
"""After so many seconds of waiting, other writers should have their turn sooner."""

OUTCOMES: dict[type[InputError], Outcome] = {
    Unchanged: Outcome.UNCHANGED,
    Blocked: Outcome.BLOCKED,
    Gone: Outcome.GONE,
    Paywalled: Outcome.PAYWALLED,
}


@contextmanager
def politely(visits: Visits, *, public: bool = False) -> Iterator[Polite]:
    """What asks sites as they want to be asked, and only for pages that changed since they were filed.

    With `public`, no address of this machine or its own network is asked.
    """
    site = Polite(visits, PublicOnly() if public else None)
    try:
        yield site
    finally:
        site.end()


def file_all(
    works: Iterable[Work],
    ledger: Writer,
    report: Report,
    options: Options = DEFAULTS,
    processes: int = 1,
    asked: Asked = lambda _: None,
) -> None:
    """Read the inputs and file what is found in each; what the ledger holds already is not read again.

    `report` is called once for each input. A process that dies here leaves every reported article in the ledger.
    """
    keeper = Keeper(ledger)
    catch_up(ledger, keeper)
    # Where one process does all, nothing comes in between reading an article and filing it.
    finish = _imprinted if processes == 1 else partial(ready, ledger=ledger.path)
    for work, result in outcomes_beside(_new(works, ledger, report), finish, options, processes):
        if isinstance(result, Rejected):
            report(Filed(result.name, _outcome(work), reason=result.reason, remedy=result.remedy))
        else:
            report(file_ready(work, result, keeper, ledger, asked))


class Ready(NamedTuple):
    """An article's rows and imprint, and what ties it to the articles that it has `met` in the ledger so far."""

    article: Prepared
    imprint: Imprint
    ties: tuple[Tied, ...] = ()
    met: frozenset[str] = frozenset()


def _imprinted(work: Work, found: Findings) -> Ready:
    return Ready(prepared(found, work if isinstance(work, Page) else None), imprint_of(found))


def ready(work: Work, found: Findings, ledger: Path) -> Ready:
    """All about an article that can be done beside the process that files."""
    reader, stored = _stored(ledger)
    with put_off():
        made = _imprinted(work, found)
        with reader.snapshot():
            compared = compare(made.imprint, stored)
        return made._replace(ties=tied(compared), met=compared.met)


@cache
def _stored(ledger: Path) -> tuple[Reader, Traces]:
    """The ledger as a process that reads articles sees it, until that process ends."""
    reader = Reader.open(ledger)
    return reader, Traces(reader)


def catch_up(ledger: Writer, keeper: Keeper) -> None:
    """Compare the articles that were filed without, or by a version of tracing that kept something else."""
    if not keeper.current(VERSION):
        with ledger.transaction():
            keeper.forget()
    with ledger.transaction():
        OwnerKeeper(ledger).acquaint(known_digest())
    for found in ledger.findings_of(keeper.missing(VERSION)):
        with ledger.transaction():
            keeper.imprint(compare(imprint_of(found), keeper))


def put_together(ledger: Writer, report: Callable[[int], None] = lambda _: None, most: int = MOST_TOGETHER) -> None:
    """Put the claims together that articles added since the last time make with others.

    At most so many articles in one transaction, and fewer where that takes long; `report` is told after each how many
    wait no longer. An article on which this fails is passed over: it keeps its place in the whole tracing, and costs no
    other its own.
    """
    docket = DocketKeeper(ledger)
    retracer, at_once = Retracer(docket), most
    waiting = docket.waiting()
    with put_off():
        while waiting:
            began, before = monotonic(), waiting
            try:
                with ledger.transaction():
                    retracer.step(at_once)
            except FirsthandError:
                raise
            except Exception:  # noqa: BLE001 - as in reading, a fault of ours is kept to the article that shows it
                retracer = Retracer(docket)
                if at_once == 1:
                    with ledger.transaction():
                        retracer.pass_over()
                at_once, waiting = 1, docket.waiting()
            else:
                at_once = min(most, 2 * at_once) if monotonic() - began < PATIENCE else max(1, at_once // 2)
                waiting = docket.waiting()
                report(max(0, before - waiting))


def own(ledger: Writer, told: Iterable[Owned]) -> tuple[Sequence[Owned], int]:
    """Let this be what the user says of the owners of outlets; what they said before, and how many articles it touches.

    The claims of these are put together anew the next time.
    """
    keeper, told = OwnerKeeper(ledger), tuple(told)
    with ledger.transaction():
        before = keeper.owners()
        changed = Owners(before).differing(Owners(told), keeper.outlets())
        keeper.put_owners(told)
        return before, keeper.suspect_of(changed)


def _new(works: Iterable[Work], ledger: Writer, report: Report) -> Iterator[Work]:
    """The inputs that are to be read; the others are reported."""
    for work in works:
        if isinstance(work, Unchanged):
            report(Filed(work.name, Outcome.UNCHANGED))
        elif not isinstance(work, InputError) and (article := ledger.holds(_key(work))):
            report(Filed(_name(work), Outcome.KNOWN, article))
        else:
            yield work


def file_ready(work: Work, found: Ready, keeper: Keeper, ledger: Writer, asked: Asked = lambda _: None) -> Filed:
    """File an article in a transaction of its own, unless the ledger has it, and tell what became of it."""
    page = work if isinstance(work, Page) else None
    saved = Saved(_key(work), page, asked(page.url) if page and page.url else None)
    name = _name(work)
    try:
        with ledger.transaction():
            admitted = ledger.admit(found.article, saved)
            if isinstance(admitted, Prepared):
                compared, ahead = _completed(found, admitted.id, keeper)
                ledger.add(admitted, saved)
                keeper.imprint(compared, ahead)
    except InputError as error:
        return Filed(name, Outcome.UNREADABLE, reason=error.problem, remedy=error.remedy)
    if isinstance(admitted, str):
        return Filed(name, Outcome.KNOWN, admitted)
    return Filed(name, Outcome.ADDED, admitted.id, len(admitted.statements))


def _completed(found: Ready, article: str, keeper: Keeper) -> tuple[Compared, Iterable[Tied]]:
    """An article, under the id that it has in the ledger, compared with what came in since; what ties it to others."""
    if found.imprint.article != article:
        return compare(renamed(found.imprint, article), keeper), ()
    compared = compare(found.imprint, keeper, found.met)
    still = {article, *compared.met}
    return compared, [tie for tie in found.ties if {tie.one, tie.other} <= still]


def _key(work: Work) -> bytes:
    if isinstance(work, Page):
        return content_key(work.sha256, work.url or work.told.url, work.told.outlet)
    if isinstance(work, Article):
        outlet = (work.outlet.name or work.outlet.domain) if work.outlet else None
        return content_key(work.page.sha256, work.page.url, outlet)
    raise TypeError(f"{work.name} has no content")


def _name(work: Work) -> str:
    return (work.page.path or work.id) if isinstance(work, Article) else work.name


def _outcome(work: Work) -> Outcome:
    kinds = (OUTCOMES.get(kind) for kind in type(work).__mro__)
    return next((kind for kind in kinds if kind), Outcome.UNREADABLE)
