"""The pages on which articles are added: a text, files, addresses, and how far the reading of them is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TypeAlias
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from firsthand.errors import UsageError
from firsthand.model import READ, Filed, Outcome, Told
from firsthand.reading.acquire.sources import ENDINGS, Kind, kind_of
from firsthand.text.dates import iso_moment
from firsthand.web.clerk import Given
from firsthand.web.guard import MOST_BYTES, may_add
from firsthand.web.intake import Intake, Job, Progress, Stage
from firsthand.web.room import rendered, room

Reading: TypeAlias = Callable[[FormData, Path], Sequence[Given]]
"""From what a form sends to inputs, whose bytes are put into a folder. Raises UsageError."""

MOST_FILES, MOST_ADDRESSES = 100, 50
"""At once."""
MOST_PASTED = 4_000_000
"""Characters of a pasted text; what is longer comes as a file."""
SHOWN = 100
"""Articles of one input that are listed one by one."""
PASTED = "pasted text"
LINES = frozenset({"", "pages", "articles"})
"""What lines of JSON may hold."""
UNKNOWN = "nothing is known of this job any more; what was added is among the articles"
KNOWN = {
    Outcome.ADDED: "added",
    Outcome.KNOWN: "here already",
    Outcome.UNCHANGED: "unchanged since last time",
    Outcome.BLOCKED: "blocked by the site",
    Outcome.GONE: "gone",
    Outcome.PAYWALLED: "for subscribers only",
    Outcome.UNREADABLE: "could not be read",
}
"""What became of an article, in words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An article of an input as the job's page shows it; `title` where the ledger has it."""

    filed: Filed
    title: str | None

    @property
    def words(self) -> str:
        return KNOWN[self.filed.outcome]

    @property
    def bad(self) -> bool:
        return self.filed.outcome not in READ


def routes() -> list[Route]:
    """The routes of adding."""
    return [
        Route("/add", form, name="add"),
        Route("/add/text", add_text, methods=["POST"]),
        Route("/add/files", add_files, methods=["POST"]),
        Route("/add/addresses", add_addresses, methods=["POST"]),
        Route("/add/jobs/{id}", job, name="job"),
        Route("/add/jobs/{id}/stop", stop, methods=["POST"]),
    ]


def form(request: Request) -> Response:
    """The three ways to add something, and what was added last."""
    only_owner(request)
    return _form(request)


async def add_text(request: Request) -> Response:
    """Take a pasted text."""
    return await _taken(request, pasted)


async def add_files(request: Request) -> Response:
    """Take files."""
    return await _taken(request, dropped)


async def add_addresses(request: Request) -> Response:
    """Take addresses of pages and feeds; giving them is asking for the network."""
    return await _taken(request, named)


def job(request: Request) -> Response:
    """How far a job is."""
    found = job_of(request)
    if found is None:
        return _form(request, UNKNOWN, status=404)
    every = [filed for one in found.inputs for filed in one.filed]
    outcomes = [(words, sum(filed.outcome is outcome for filed in every)) for outcome, words in KNOWN.items()]
    return rendered(
        request,
        "add_job.html",
        job=found,
        stages=Stage,
        done=sum(one.stage in (Stage.DONE, Stage.LEFT) for one in found.inputs),
        before=intake(request).before(found),
        begun=any(one.stage is not Stage.WAITING for one in found.inputs),
        sums=[(words, number) for words, number in outcomes if number],
        shown=lambda progress: list(_shown(request, found.titles, progress)),
        more=lambda progress: max(0, len(progress.filed) - SHOWN),
    )


def stop(request: Request) -> Response:
    """Leave what is not read yet of a job."""
    found = job_of(request)
    if found is None:
        return _form(request, UNKNOWN, status=404)
    intake(request).stop(found)
    return RedirectResponse(f"/add/jobs/{found.id}", 303)


def _shown(request: Request, titles: dict[str, str | None], progress: Progress) -> Iterator[Shown]:
    """What went wrong comes first: it asks for something to be done."""
    catalogue = room(request).catalogue
    for filed in sorted(progress.filed, key=lambda one: one.outcome in READ)[:SHOWN]:
        if filed.article and filed.article not in titles:
            entry = catalogue.entry(filed.article)
            titles[filed.article] = entry.title if entry else None
        yield Shown(filed, titles.get(filed.article or ""))


def _form(request: Request, problem: str = "", given: Mapping[str, str] | None = None, status: int = 400) -> Response:
    shown = {
        "problem": problem,
        "given": defaultdict(str, given or {}),
        "endings": ",".join(ending + zipped for ending in ENDINGS for zipped in ("", ".gz")),
        "most_files": MOST_FILES,
        "most_addresses": MOST_ADDRESSES,
        "most_bytes": MOST_BYTES,
        "jobs": intake(request).jobs()[:8],
    }
    return rendered(request, "add.html", status=status if problem else 200, **shown)


async def _taken(request: Request, read: Reading) -> Response:
    """What a form sends, put into the queue; what cannot be, told on the form."""
    only_owner(request)
    sent = FormData()
    try:
        sent = await request.form(max_files=MOST_FILES, max_part_size=MOST_BYTES)
        name = await run_in_threadpool(put, intake(request), read, sent)
    except (UsageError, HTTPException) as error:
        words = error.detail if isinstance(error, HTTPException) else str(error)
        return _form(request, words, {key: value for key, value in sent.items() if isinstance(value, str)})
    finally:
        await sent.close()
    return RedirectResponse(f"/add/jobs/{name}", 303)


def put(taking: Intake, read: Reading, sent: FormData) -> str:
    """Put what a form sends into the queue; the job's id. Raises UsageError for what cannot be added."""
    folder = taking.folder()
    try:
        return taking.take(read(sent, folder.files), folder)
    except BaseException:
        folder.drop()
        raise


def pasted(sent: FormData, scratch: Path) -> Sequence[Given]:
    """A text, as a page's words or as the article alone."""
    words = _field(sent, "text")
    if not words.strip():
        raise UsageError("there is no text to add; paste one")
    if len(words) > MOST_PASTED:
        raise UsageError(f"the text has {len(words):,} characters; give what has more than {MOST_PASTED:,} as a file")
    told = Told(
        published=_date(_field(sent, "published")),
        url=_address(_field(sent, "url")) or None,
        outlet=_field(sent, "outlet") or None,
        title=_field(sent, "title") or None,
    )
    path = scratch / "text"
    clean = bool(_field(sent, "clean"))
    written = json.dumps({"text": words}) if clean else words
    path.write_text(written, encoding="utf-8", errors="replace")
    return [Given(PASTED, path, clean, told, pasted=True)]


def dropped(sent: FormData, scratch: Path) -> Sequence[Given]:
    """Files, each with the name that it had."""
    files = [one for one in sent.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not files:
        raise UsageError("there is no file to add; choose one")
    if (lines := _field(sent, "as")) not in LINES:
        raise UsageError(f"lines of JSON hold pages or articles, not {lines[:40]!r}")
    articles = lines == "articles"
    given = []
    for number, file in enumerate(files):
        # Browsers may send folders along, with the signs of their own system.
        name, path = PureWindowsPath(file.filename or "").name or "file", scratch / str(number)
        with path.open("wb") as kept:
            while chunk := file.file.read(2**20):
                kept.write(chunk)
        given.append(Given(name, path, articles and kind_of(name) is Kind.JSONL))
    return given


def named(sent: FormData, _: Path) -> Sequence[Given]:
    """Addresses, one a line."""
    found = [_address(line) for line in _field(sent, "addresses").splitlines() if line.strip()]
    if not found:
        raise UsageError("there is no address to fetch; give one that begins with https://")
    if len(found) > MOST_ADDRESSES:
        raise UsageError(f"these are {len(found)} addresses; give at most {MOST_ADDRESSES} at once")
    return [Given(address) for address in dict.fromkeys(found)]


def _field(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value.strip() if isinstance(value, str) else ""


def _address(written: str) -> str:
    """An address of the web, or nothing. Raises UsageError for anything else."""
    written = written.strip()
    try:
        parts = urlsplit(written)
        good = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if written and (not good or any(sign.isspace() for sign in written)):
        raise UsageError(f"{written[:80]!r} is no web address; one begins with https:// and a host's name")
    return written


def _date(written: str) -> str | None:
    if written and iso_moment(written) is None:
        raise UsageError(f"{written[:40]!r} is no date; write it as 2024-06-18, 2024-06 or 2024-06-18T09:30Z")
    return written or None


def job_of(request: Request) -> Job | None:
    """The job that an address names, for the owner alone."""
    only_owner(request)
    return intake(request).job(request.path_params["id"])


def intake(request: Request) -> Intake:
    """Who takes what is given to this room."""
    found: Intake = request.app.state.intake
    return found


def only_owner(request: Request) -> None:
    """Raises HTTPException for whoever else asks."""
    if not may_add(request):
        raise HTTPException(403, "Only the ledger's owner adds to it.")
