"""The words of English news, how rare each is, and which are akin: the table by which tracing weighs words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from firsthand.training.corpus import plain_tokenizer, rows
from firsthand.training.network import Network

SEEN_IN = 3
"""Texts that must use a word for it to stand in the table."""
AS_NAME = 0.5
"""The share of its uses inside sentences with a capital from which a word is a name."""
OF = 10_000
"""Texts among which the frequencies are told."""
AKIN = 0.58
"""The cosine of their vectors from which two words are akin."""
MOST_AKIN = 14
AT_ONCE = 256

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_BREAKS = '.!?"”:'


def akin(data: Sequence[Path], base: Path, out: Path) -> None:
    """Write for each word its texts among ten thousand, and its akin words with their likeness in hundredths.

    `data` are JSONL files with a "text" in each row; `base` holds the pre-trained encoder.
    """
    texts = [row["text"] for path in data for row in rows(path) if isinstance(row.get("text"), str)]
    used, count = _used(texts)
    words = sorted(used)
    vectors = _vectors(words, base)
    likeness = vectors @ vectors.T
    likeness.fill_diagonal_(0)
    related: dict[str, dict[str, int]] = {word: {} for word in words}
    for word, row in zip(words, likeness, strict=True):
        values, places = row.topk(min(MOST_AKIN, len(words)))
        for value, place in zip(values.tolist(), places.tolist(), strict=True):
            if value >= AKIN:
                related[word][words[place]] = related[words[place]][word] = round(100 * value)
    lines = (
        f"{word}\t{round(OF * used[word] / count)}\t{' '.join(f'{o}:{n}' for o, n in sorted(related[word].items()))}\n"
        for word in words
    )
    out.write_text("".join(lines), encoding="utf-8")


def _used(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many texts each dictionary form stands that is not mostly a name; and the number of texts."""
    from simplemma import lemmatize

    held: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    count = 0
    for text in texts:
        forms = set()
        for found in _WORD.finditer(text):
            written = found.group().replace("’", "'").removesuffix("'s")
            form = str(lemmatize(written.lower(), lang="en"))
            forms.add(form)
            if written[:1].islower():
                small[form] += 1
            elif text[max(0, found.start() - 2) : found.start()].strip(_SENTENCE_BREAKS + " \n"):
                capital[form] += 1
        held.update(forms)
        count += 1
    kept = {w: n for w, n in held.items() if n >= SEEN_IN and capital[w] < AS_NAME * (capital[w] + small[w])}
    return Counter({w: n for w, n in kept.items() if w.isascii() and w.isalpha() and w.islower() and len(w) > 1}), count


def _vectors(words: Sequence[str], base: Path) -> Tensor:
    """One vector of length 1 a word, as the pre-trained encoder sees it alone: the mean over its pieces."""
    network = Network()
    network.eval()
    network.start_from(load_file(base / "model.safetensors"))
    tokenizer = plain_tokenizer(base)
    parts = [_batch(words[at : at + AT_ONCE], network, tokenizer) for at in range(0, len(words), AT_ONCE)]
    return torch.cat(parts)


def _batch(words: Sequence[str], network: Network, tokenizer: Tokenizer) -> Tensor:
    pieces = [tokenizer.encode(word).ids for word in words]
    ids = torch.zeros(len(words), max(map(len, pieces)), dtype=torch.int64)
    shown = torch.zeros(ids.shape, dtype=torch.bool)
    for row, own in enumerate(pieces):
        ids[row, : len(own)], shown[row, : len(own)] = torch.tensor(own), True
    with torch.no_grad():
        states = network.states(ids, torch.zeros_like(ids), shown[:, None, None, :])
    weights = shown[..., None].float()
    return functional.normalize((states * weights).sum(1) / weights.sum(1), dim=-1)
