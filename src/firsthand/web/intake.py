"""What was given to the room to be added: a queue, one clerk who works it off, and how far each job is."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.errors import UsageError
from firsthand.model import Filed, Outcome
from firsthand.web.clerk import Became, Begun, Ended, Given, work
from firsthand.web.tray import Folder, Found, Happened, Line, Tray

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

MOST_WAITING = 20
"""Jobs that wait at most; whoever comes then is asked to come back."""
MOST_KEPT = 50
"""Jobs of which it is remembered how they ended."""
MOST_TRIES = 3
"""An input in whose reading the room itself ended so many times is not tried again."""
PATIENCE = 5.0
"""Seconds that a room which closes waits for what is being written."""
STOPPED = "it was stopped before"


class QueueFullError(UsageError):
    """So many jobs wait that none more is taken."""


class Stage(StrEnum):
    """How far an input is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    LEFT = "left"


@dataclass(slots=True)
class Progress:
    """An input, how far it is, and what became of the articles in it; of one that was `left`, why.

    `before` are the articles added from it, by their names, when the room ended in the middle of it; `tries` is how
    often it did.
    """

    given: Given
    stage: Stage = Stage.WAITING
    filed: list[Filed] = field(default_factory=list)
    reason: str = ""
    before: dict[str, Filed] = field(default_factory=dict)
    tries: int = 0

    def begin(self) -> None:
        """Read it, or read it again."""
        self.stage = Stage.READING
        self.before |= {one.name: one for one in self.filed if one.outcome is Outcome.ADDED}
        self.filed.clear()

    def add(self, filed: Filed) -> Filed:
        """Note what became of an article, and what that means for this job: what it added before is no news."""
        earlier = self.before.get(filed.name)
        told = earlier if earlier and filed.outcome is Outcome.KNOWN else filed
        self.filed.append(told)
        return told


@dataclass(slots=True)
class Job:
    """What was given at one time; `folder` is where it lies on the disk.

    `resumed` where the room ended meanwhile. `titles` are those of its articles, as far as they were looked up: a page
    that is asked for every second asks once.
    """

    id: str
    inputs: list[Progress]
    folder: Folder
    ended: bool = False
    stopped: bool = False
    resumed: bool = False
    titles: dict[str, str | None] = field(default_factory=dict)

    @property
    def begun(self) -> int:
        """The number of the first input that is not done."""
        return next((at for at, one in enumerate(self.inputs) if one.stage is not Stage.DONE), len(self.inputs))


class Intake:
    """Takes jobs and has them done, one after the other, by a process of its own that is kept for the next one."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._tray = Tray(ledger)
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._doing: Job | None = None
        self._closed = False
        self._clerk: SpawnProcess | None = None
        self._orders: Connection | None = None

    def open(self) -> None:
        """Go on with what waited when the room ended, and remember what was done."""
        with self._changed:
            for found in self._tray.found():
                job = _remembered(found)
                self._jobs[job.id] = job
                if job.ended:
                    job.folder.let_go()
                else:
                    self._waiting.append(job)
            self._forget()
            if self._waiting:
                self._start()

    def folder(self) -> Folder:
        """Where the files of a job are to be put before it is taken. Raises UsageError where nothing can be kept."""
        return self._tray.folder()

    def take(self, inputs: Sequence[Given], folder: Folder) -> str:
        """Put a job into the queue and return its id; raises QueueFullError where too many wait.

        Once it is taken, it is done even where the room ends before.
        """
        with self._changed:
            if len(self._waiting) >= MOST_WAITING:
                raise QueueFullError(f"{MOST_WAITING} jobs wait to be read already; add this when some are done")
            self._tray.keep(folder, inputs)
            job = Job(folder.id, [Progress(given) for given in inputs], folder)
            self._jobs[job.id] = job
            self._waiting.append(job)
            self._forget()
            self._start()
        return job.id

    def job(self, name: str) -> Job | None:
        """The job of that id."""
        return self._jobs.get(name)

    def jobs(self) -> list[Job]:
        """All that are remembered, the latest first."""
        with self._changed:
            return list(reversed(self._jobs.values()))

    def before(self, job: Job) -> int:
        """How many jobs are done before this one is begun."""
        with self._changed:
            return self._waiting.index(job) + (self._doing is not None) if job in self._waiting else 0

    def stop(self, job: Job) -> None:
        """Leave what is not read yet of a job; what was added stays."""
        with self._changed:
            job.stopped = True
            if job in self._waiting:
                self._waiting.remove(job)
                self._finish(job, STOPPED)
            elif not job.ended:
                self._interrupt()

    def close(self) -> None:
        """End the clerk; what was told as added is in the ledger, and what waits goes on when the room opens again."""
        with self._changed:
            self._closed = True
            for job in self._waiting:
                job.folder.let_go()
            self._waiting.clear()
            self._changed.notify_all()
            self._interrupt()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="intake", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _serve(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                job = self._doing = self._waiting.popleft()
            self._do(job)
            self._doing = None

    def _do(self, job: Job) -> None:
        begun = job.begun
        reason = ""
        if begun < len(job.inputs) and job.inputs[begun].tries >= MOST_TRIES:
            self._lose(job, begun)
            begun += 1
        while begun < len(job.inputs) and not (job.stopped or self._closed or reason):
            at = begun
            try:
                orders = self._hired()
                orders.send([one.given for one in job.inputs[begun:]])
                while not isinstance(news := orders.recv(), Ended):
                    at = self._note(job, begun, at, news)
                    if job.stopped:
                        self._interrupt()
                reason, begun = news.problem, len(job.inputs)
            except (EOFError, OSError):
                self._dismiss()
                if not (job.stopped or self._closed):
                    self._lose(job, at)
                    begun = at + 1
        with self._changed:
            if self._closed and not (job.stopped or reason) and begun < len(job.inputs):
                job.folder.tell(Line(Happened.PUT_BACK))
                job.folder.let_go()
            else:
                self._finish(job, reason or (STOPPED if job.stopped else ""))

    def _note(self, job: Job, first: int, at: int, news: Begun | Became) -> int:
        """Write down what the clerk tells; the number of the input that is being read."""
        with self._changed:
            if isinstance(news, Became):
                told = job.inputs[at].add(news.filed)
                job.folder.tell(Line(Happened.FILED, at, told))
                return at
            if news.number:
                job.inputs[at].stage = Stage.DONE
            at = first + news.number
            job.inputs[at].begin()
            job.folder.tell(Line(Happened.BEGUN, at))
        return at

    def _lose(self, job: Job, at: int) -> None:
        """Reading this input ended the process that read it; the next ones go on without."""
        progress = job.inputs[at]
        lost = Filed(
            progress.given.name,
            Outcome.UNREADABLE,
            reason="reading it ended the process that read it",
            remedy="leave it out and report it",
        )
        with self._changed:
            progress.filed.append(lost)
            progress.stage = Stage.DONE
            job.folder.tell(Line(Happened.FILED, at, lost))

    def _finish(self, job: Job, reason: str) -> None:
        _end(job, reason)
        job.folder.tell(Line(Happened.ENDED, reason=reason))
        job.folder.let_go()
        job.folder.empty()

    def _forget(self) -> None:
        ended = [one for one in self._jobs.values() if one.ended]
        for job in ended[: max(0, len(self._jobs) - MOST_KEPT)]:
            del self._jobs[job.id]
            job.folder.drop()

    def _hired(self) -> Connection:
        """The way to a clerk who lives."""
        if self._clerk is None or self._orders is None or not self._clerk.is_alive():
            context = get_context("spawn")
            ours, theirs = context.Pipe()
            clerk = context.Process(target=work, args=(theirs, self._ledger), name="clerk", daemon=True)
            clerk.start()
            theirs.close()
            self._clerk, self._orders = clerk, ours
        return self._orders

    def _interrupt(self) -> None:
        """Make the clerk stop at once; whoever listens to it hears that it is gone."""
        if self._clerk is not None:
            self._clerk.terminate()

    def _dismiss(self) -> None:
        """End the clerk; the next job hires another."""
        self._interrupt()
        if self._clerk is not None:
            self._clerk.join()
        if self._orders is not None:
            self._orders.close()
        self._clerk = self._orders = None


def _end(job: Job, reason: str) -> None:
    for one in job.inputs:
        if one.stage is not Stage.DONE:
            one.stage, one.reason = (Stage.LEFT, reason) if reason else (Stage.DONE, "")
    job.ended, job.stopped = True, job.stopped or reason == STOPPED


def _remembered(found: Found) -> Job:
    """A job as far as it was when its room ended."""
    job = Job(found.folder.id, [Progress(given) for given in found.inputs], found.folder)
    at = 0
    for news in found.news:
        match news.what:
            case Happened.BEGUN:
                for one in job.inputs[at : news.number]:
                    one.stage = Stage.DONE
                at = news.number
                job.inputs[at].begin()
                job.inputs[at].tries += 1
            case Happened.FILED if news.filed:
                job.inputs[news.number].filed.append(news.filed)
            case Happened.PUT_BACK:
                # Whoever closes the room does so for reasons of their own.
                job.inputs[at].tries = 0
            case Happened.ENDED:
                _end(job, news.reason)
    if not job.ended:
        job.resumed = True
        if job.inputs[at].stage is Stage.READING:
            job.inputs[at].stage = Stage.WAITING
    return job
