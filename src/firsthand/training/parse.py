"""Sentences parsed by a larger teacher, for the small encoder to learn from (distillation on plain news text)."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.text.paragraphs import paragraphs
from firsthand.training.corpus import rows

if TYPE_CHECKING:
    from spacy.language import Language


def parse(data: Path, out: Path, teacher: str) -> None:
    """Write to `out`, gzipped, for each row of `data` {"id", "text", "words": [[start, end, tag, head, relation]]}.

    `teacher` is the name of an installed spaCy pipeline; heads are numbers of words in the row.
    """
    import spacy

    pipeline = spacy.load(teacher, exclude=["ner", "lemmatizer"])
    with gzip.open(out, "wt", encoding="utf-8") as lines:
        for row in rows(data):
            words = _parsed(row["text"], pipeline)
            lines.write(json.dumps({"id": row["id"], "text": row["text"], "words": words}, ensure_ascii=False) + "\n")


def _parsed(text: str, pipeline: Language) -> list[list[object]]:
    words: list[list[object]] = []
    lines = list(paragraphs(text))
    for line, parsed in zip(lines, pipeline.pipe(line.of(text) for line in lines), strict=True):
        kept = [token for token in parsed if not token.is_space]
        number = {token.i: len(words) + n for n, token in enumerate(kept)}
        words += [
            [line.start + token.idx, line.start + token.idx + len(token), token.tag_,
             number.get(token.head.i, number[token.i]), token.dep_]
            for token in kept
        ]  # fmt: skip
    return words
