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
from firsthand.model import Article, Findings, PageRecord, Word
from firsthand.tagging.encoder import tag_text
from firsthand.tagging.release import Release, load
from firsthand.training.corpus import Document, documents, parsed


def evaluate(gold: Path, scorer: Path, folder: Path, parses: Path | None = None) -> None:
    """Print the scorer's table for the release in `folder`, and words a second of tagging and attributing.

    `parses`, what `parse` wrote of the same texts, adds how far the release agrees with that teacher.
    """
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
    if parses:
        print(_agreement(texts, parsed(parses), release))  # noqa: T201


def _found(document: Document, release: Release) -> Findings:
    article = Article(document.id, PageRecord(None, None, "text/plain", "", None), document.text, ())
    return Findings(article, attribute(document.text, tag_text(document.text, release)))


def _agreement(texts: list[Document], teacher: dict[str, tuple[Word, ...]], release: Release) -> str:
    """Over the words both cut alike: the share with the same tag, the same head, the same head and relation."""
    words = tags = heads = relations = 0
    for text in texts:
        ours = tag_text(text.text, release).words
        at = {word.span: word for word in ours}
        for theirs in teacher.get(text.id, ()):
            word = at.get(theirs.span)
            if word is None or not any(map(str.isalnum, word.span.of(text.text))):
                continue
            same = ours[word.head].span == teacher[text.id][theirs.head].span
            words += 1
            tags += word.tag == theirs.tag
            heads += same
            relations += same and word.relation == theirs.relation
    return f"{words} words parsed: tag {tags / words:.3f}, head {heads / words:.3f}, both {relations / words:.3f}"
