"""What was given to be added, on the disk beside the ledger, until it is read: a room that ends costs none of it.

Each job has a folder: the files that were given, `job.json` which says what they are (a job without it was never
taken), and `news.jsonl`, a line for each thing that happened.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from firsthand.errors import UsageError
from firsthand.model import Filed, Outcome, Told
from firsthand.web.clerk import Given

if sys.platform != "win32":
    import fcntl

GIVEN, NEWS, LOCK, FILES = "job.json", "news.jsonl", "lock", "files"
_TOLD = ("published", "fetched", "url", "outlet", "title")


class Happened(StrEnum):
    """What a line of news tells."""

    BEGUN = "begun"
    FILED = "filed"
    PUT_BACK = "put back"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to a job; `number` is that of the input, `reason` why some of it was not read."""

    what: Happened
    number: int = 0
    filed: Filed | None = None
    reason: str = ""


@dataclass(slots=True)
class Folder:
    """A job's folder, held by this process alone as long as it is open."""

    path: Path
    held: IO[bytes] | None = None
    _news: IO[str] | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return self.path.name

    @property
    def files(self) -> Path:
        """Where the files that were given lie."""
        return self.path / FILES

    def tell(self, news: Line) -> None:
        """Write down what happened; what a full disk does not take is forgotten with the room, and nothing else."""
        with suppress(OSError):
            if self._news is None:
                self._news = (self.path / NEWS).open("a", encoding="utf-8")
                # The line before may be the half of one that a crash has left.
                self._news.write("\n")
            self._news.write(json.dumps(_line(news)) + "\n")
            self._news.flush()

    def let_go(self) -> None:
        """Let another room have the folder."""
        for one in (self._news, self.held):
            if one is not None:
                one.close()
        self._news = self.held = None

    def empty(self) -> None:
        """Throw away the files that were given: they are read, or never will be."""
        shutil.rmtree(self.files, ignore_errors=True)

    def drop(self) -> None:
        """Throw everything away."""
        self.let_go()
        shutil.rmtree(self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Found:
    """A job that was found on the disk: what was given, and all that happened to it until its room ended."""

    folder: Folder
    inputs: tuple[Given, ...]
    news: tuple[Line, ...]


class Tray:
    """The folders of jobs beside a ledger."""

    def __init__(self, ledger: Path) -> None:
        self.path = ledger.with_name(ledger.name + "-adding")

    def folder(self) -> Folder:
        """A new folder. Raises UsageError where none can be made."""
        try:
            # What waits is nobody's but the owner's.
            self.path.mkdir(mode=0o700, exist_ok=True)
            folder = Folder(self.path / secrets.token_hex(8))
            folder.files.mkdir(parents=True)
        except OSError as error:
            raise UsageError(f"nothing can be kept in {self.path}: {error.strerror}; check the disk") from error
        if not _hold(folder):
            raise UsageError(f"nothing can be kept in {folder.path}; try again")
        return folder

    def keep(self, folder: Folder, inputs: Sequence[Given]) -> None:
        """From now on what was given is not lost. Raises UsageError where it cannot be written."""
        record = {"at": time.time_ns(), "inputs": [_record(given) for given in inputs]}
        try:
            for file in filter(Path.is_file, folder.files.iterdir()):
                _sync(file)
            partial = folder.path / (GIVEN + ".part")
            partial.write_text(json.dumps(record), encoding="utf-8")
            _sync(partial)
            partial.rename(folder.path / GIVEN)
        except OSError as error:
            raise UsageError(f"nothing can be kept in {self.path}: {error.strerror}; check the disk") from error

    def found(self) -> list[Found]:
        """The jobs of rooms that have ended, the oldest first; what none of them had taken yet is thrown away."""
        jobs: list[tuple[int, Found]] = []
        for path in sorted(self.path.iterdir()) if self.path.is_dir() else ():
            folder = Folder(path)
            if not path.is_dir() or not _hold(folder):
                continue
            try:
                record = json.loads((path / GIVEN).read_text("utf-8"))
                inputs = tuple(_given(one, folder) for one in record["inputs"])
                jobs.append((int(record["at"]), Found(folder, inputs, tuple(_news(path / NEWS)))))
            except (OSError, ValueError, KeyError, TypeError):
                folder.drop()
        return [job for _, job in sorted(jobs, key=lambda one: one[0])]


def _hold(folder: Folder) -> bool:
    """Hold a folder, so that no second room of the same ledger reads what is in it; False where one does."""
    try:
        folder.held = (folder.path / LOCK).open("wb")
        if sys.platform != "win32":
            fcntl.flock(folder.held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        folder.let_go()
        return False
    return True


def _sync(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _record(given: Given) -> dict[str, Any]:
    told = {name: value for name in _TOLD if (value := getattr(given.told, name))}
    file = given.path.name if given.path else None
    return {"name": given.name, "file": file, "clean": given.clean, "pasted": given.pasted, "told": told}


def _given(record: Mapping[str, Any], folder: Folder) -> Given:
    path = folder.files / Path(record["file"]).name if record["file"] else None
    return Given(record["name"], path, record["clean"], Told(**record["told"]), record["pasted"])


def _line(news: Line) -> dict[str, Any]:
    line: dict[str, Any] = {"what": news.what.value, "number": news.number, "reason": news.reason}
    if news.filed:
        one = news.filed
        line["filed"] = [one.name, one.outcome.value, one.article, one.statements, one.reason, one.remedy]
    return line


def _news(path: Path) -> Iterator[Line]:
    """The lines, but those that were not written whole."""
    if not path.exists():
        return
    for line in path.read_text("utf-8", "replace").splitlines():
        with suppress(ValueError):
            record = json.loads(line)
            filed = None
            if "filed" in record:
                name, outcome, *rest = record["filed"]
                filed = Filed(name, Outcome(outcome), *rest)
            yield Line(Happened(record["what"]), record["number"], filed, record["reason"])
