"""Scoring a release: what it finds in annotated texts, as the scorer outside the package judges it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from firsthand.attributing import attribute
from firsthand.export import as_record
from firsthand.model import Article, Findings, PageRecord
from firsthand.tagging.encoder import tag_text
from firsthand.tagging.release import Release, load
from firsthand.training.corpus import Document, documents


def evaluate(gold: Path, scorer: Path, folder: Path) -> None:
    """Print the scorer's table for the release in `folder`, and words a second of tagging and attributing."""
    release = load(folder)
    texts = list(documents(gold))
    began = time.perf_counter()
    found = [_found(text, release) for text in texts]
    seconds = time.perf_counter() - began
    words = sum(len(text.text.split()) for text in texts)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        predictions.writelines(json.dumps(as_record(findings)) + "\n" for findings in found)
        predictions.flush()
        command = [sys.executable, str(scorer), "attribution", "--gold", str(gold), "--pred", predictions.name]
        subprocess.run(command, check=True)  # noqa: S603 - the command is the user's own
    print(f"{words} words, {words / seconds:.0f} words/s on one thread")  # noqa: T201


def _found(document: Document, release: Release) -> Findings:
    article = Article(document.id, PageRecord(None, None, "text/plain", "", None), document.text, ())
    return Findings(article, attribute(document.text, tag_text(document.text, release)))
