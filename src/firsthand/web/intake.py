"""What was given in the browser to be added: a queue, one clerk who works it off, and how far each job is."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from firsthand.errors import UsageError
from firsthand.model import Filed, Outcome
from firsthand.web.clerk import Became, Begun, Ended, Given, work

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

MOST_WAITING = 20
"""Jobs that wait at most; whoever comes then is asked to come back."""
MOST_KEPT = 50
"""Jobs of which it is remembered how they ended."""
STOPPED = "it was stopped before"


class Stage(StrEnum):
    """How far an input is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    LEFT = "left"


@dataclass(slots=True)
class Progress:
    """An input, how far it is, and what became of the articles in it; of one that was `left`, why."""

    given: Given
    stage: Stage = Stage.WAITING
    filed: list[Filed] = field(default_factory=list)
    reason: str = ""


@dataclass(slots=True)
class Job:
    """What was given at one time; `scratch` is where its files lie until they are read.

    `titles` are those of its articles, as far as they were looked up: a page that is asked for every second asks once.
    """

    id: str
    inputs: list[Progress]
    scratch: TemporaryDirectory[str] | None = None
    ended: bool = False
    stopped: bool = False
    titles: dict[str, str | None] = field(default_factory=dict)


class Intake:
    """Takes jobs and has them done, one after the other, by a process of its own that is kept for the next one."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[Job] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._clerk: SpawnProcess | None = None
        self._orders: Connection | None = None

    def take(self, inputs: Sequence[Given], scratch: TemporaryDirectory[str] | None = None) -> str:
        """Put a job into the queue and return its id; raises UsageError where the queue is full."""
        with self._changed:
            if len(self._waiting) >= MOST_WAITING:
                raise UsageError(f"{MOST_WAITING} jobs wait to be read already; add this when some are done")
            job = Job(secrets.token_urlsafe(9), [Progress(given) for given in inputs], scratch)
            self._jobs[job.id] = job
            self._waiting.append(job)
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="intake", daemon=True)
                self._thread.start()
            self._changed.notify_all()
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
            return self._waiting.index(job) + 1 if job in self._waiting else 0

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
        """End the clerk; what was told as added is in the ledger."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
            self._interrupt()

    def _serve(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                job = self._waiting.popleft()
            self._do(job)

    def _do(self, job: Job) -> None:
        begun = 0
        reason = ""
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
                if not job.stopped:
                    self._lose(job.inputs[at])
                    begun = at + 1
        with self._changed:
            self._finish(job, reason or (STOPPED if job.stopped or self._closed else ""))

    def _note(self, job: Job, first: int, at: int, news: Begun | Became) -> int:
        """Write down what the clerk tells; the number of the input that is being read."""
        with self._changed:
            if isinstance(news, Became):
                job.inputs[at].filed.append(news.filed)
                return at
            if news.number:
                job.inputs[at].stage = Stage.DONE
            job.inputs[first + news.number].stage = Stage.READING
        return first + news.number

    def _lose(self, progress: Progress) -> None:
        """Reading this input ended the process that read it; the next ones go on without."""
        lost = Filed(
            progress.given.name,
            Outcome.UNREADABLE,
            reason="reading it ended the process that read it",
            remedy="leave it out and report it",
        )
        with self._changed:
            progress.filed.append(lost)
            progress.stage = Stage.DONE

    def _finish(self, job: Job, reason: str) -> None:
        for one in job.inputs:
            if one.stage is not Stage.DONE:
                one.stage, one.reason = (Stage.LEFT, reason) if reason else (Stage.DONE, "")
        job.ended = True
        if job.scratch:
            job.scratch.cleanup()

    def _forget(self) -> None:
        ended = [one.id for one in self._jobs.values() if one.ended]
        for name in ended[: max(0, len(self._jobs) - MOST_KEPT)]:
            del self._jobs[name]

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
