"""What a window is taught: the label of each word, and the link of each span."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from firsthand.tagging.linking import BUCKETS, REACH, WIDTH, PieceSpan, bucket, distance
from firsthand.training.corpus import IGNORED, Example
from firsthand.training.network import Network

CLASSIFIER, SEPARATOR, PADDING = 101, 102, 0
HIDDEN_CUES = 0.15


@dataclass(frozen=True, slots=True)
class Lesson:
    """Pieces `start`..`end` of an example, read as one window."""

    example: Example
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start + 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons padded to one length; `mask` is True where attention may look."""

    lessons: list[Lesson]
    ids: Tensor
    quoted: Tensor
    labels: Tensor
    mask: Tensor


def batch_of(lessons: list[Lesson]) -> Batch:
    """The lessons as tensors (lessons, length)."""
    shape = len(lessons), max(map(len, lessons))
    ids, quoted = np.full(shape, PADDING), np.zeros(shape, np.int64)
    labels, mask = np.full(shape, IGNORED), np.zeros(shape, np.bool_)
    for row, lesson in enumerate(lessons):
        pieces, size = lesson.example.pieces, len(lesson)
        ids[row, 0], ids[row, size - 1] = CLASSIFIER, SEPARATOR
        ids[row, 1 : size - 1] = pieces.ids[lesson.start : lesson.end]
        quoted[row, 1 : size - 1] = pieces.quoted[lesson.start : lesson.end]
        labels[row, 1 : size - 1] = lesson.example.labels[lesson.start : lesson.end]
        mask[row, :size] = True
    ids, quoted, labels = (torch.from_numpy(array) for array in (ids, quoted, labels))
    return Batch(lessons, ids, quoted, labels, torch.from_numpy(mask)[:, None, None, :])


def label_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy over the words' labels."""
    return functional.cross_entropy(scores.flatten(0, 1).float(), batch.labels.flatten(), ignore_index=IGNORED)


def link_loss(network: Network, vectors: Tensor, batch: Batch, chance: random.Random) -> Tensor:
    """Cross-entropy over the links of the spans that a window shows, averaged over windows."""
    losses = []
    for row, lesson in enumerate(batch.lessons):
        example = lesson.example
        cues, contents, sources = (_shown(spans, lesson) for spans in (example.cues, example.contents, example.sources))
        cue_of = {n: example.cue_of[n] for n in contents}
        source_of = {n: example.source_of[n] for n in cues}
        for kind, asking, answering, links in ((0, contents, cues, cue_of), (1, cues, sources, source_of)):
            loss = _one_kind(network, vectors[row].float(), (kind, asking, answering, links), lesson, chance)
            if loss is not None:
                losses.append(loss)
    return torch.stack(losses).mean() if losses else vectors.sum() * 0.0


Shown = dict[int, PieceSpan]


def _shown(spans: tuple[PieceSpan, ...], lesson: Lesson) -> Shown:
    """The spans that begin in the window, by their number, cut at its end, in positions of the window."""
    shift = 1 - lesson.start
    return {
        n: (start + shift, min(end, lesson.end) + shift)
        for n, (start, end) in enumerate(spans)
        if lesson.start <= start < lesson.end
    }


def _one_kind(
    network: Network,
    vectors: Tensor,
    question: tuple[int, Shown, Shown, dict[int, int]],
    lesson: Lesson,
    chance: random.Random,
) -> Tensor | None:
    kind, asking, answering, links = question
    if kind == 0:
        # The tagger misses cues, and a content must not fall to the next best one: some cues are hidden, and what
        # hung on them learns to ask for nothing.
        answering = {n: span for n, span in answering.items() if chance.random() >= HIDDEN_CUES}
    numbers = list(answering)
    targets = {n: numbers.index(links[n]) if links[n] in answering else len(numbers) for n in asking}
    # A source out of sight says nothing about the cue: it may well have one.
    asked = [n for n in asking if kind == 0 or links[n] in answering or links[n] == -1]
    if not asked:
        return None
    ask = _means(vectors, [asking[n] for n in asked], 2 * kind, lesson)
    nothing = network.nothing[kind]
    scores = (ask @ nothing[:WIDTH] / WIDTH**0.5 + nothing[WIDTH])[:, None]
    if numbers:
        answer = _means(vectors, list(answering.values()), 2 * kind + 1, lesson)
        near, far = _distances([asking[n] for n in asked], list(answering.values()), lesson)
        nearness = network.nearness[kind].flatten()[near]
        links_scores = ask @ answer.T / WIDTH**0.5 + nearness
        goal = functional.one_hot(torch.tensor([targets[n] for n in asked]), len(numbers) + 1)[:, :-1].bool()
        scores = torch.cat([links_scores.masked_fill(far & ~goal, -1e4), scores], 1)
    return functional.cross_entropy(scores, torch.tensor([targets[n] for n in asked]))


def _means(vectors: Tensor, spans: list[PieceSpan], part: int, lesson: Lesson) -> Tensor:
    """One vector a span: the mean over the first pieces of its words."""
    heads = lesson.example.pieces.heads
    weights = np.zeros((len(spans), len(vectors)), np.float32)
    for row, (start, end) in enumerate(spans):
        words = np.flatnonzero(heads[start - 1 + lesson.start : end - 1 + lesson.start]) + start
        weights[row, words] = 1 / len(words)
    return torch.from_numpy(weights) @ vectors[:, part * WIDTH : (part + 1) * WIDTH]


def _distances(asking: list[PieceSpan], answering: list[PieceSpan], lesson: Lesson) -> tuple[Tensor, Tensor]:
    paragraph = lesson.example.pieces.paragraph
    shift = lesson.start - 1
    near = np.zeros((len(asking), len(answering)), np.int64)
    far = np.zeros(near.shape, np.bool_)
    for i, one in enumerate(asking):
        for j, other in enumerate(answering):
            same = int(paragraph[one[0] + shift] == paragraph[other[0] + shift])
            near[i, j] = same * BUCKETS + bucket(one, other)
            far[i, j] = distance(one, other) > REACH
    return torch.from_numpy(near), torch.from_numpy(far)
