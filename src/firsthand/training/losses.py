"""What a window is taught: labels, names and sentences of words, and the link of each span."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from firsthand.tagging.linking import BUCKETS, REACH, WIDTH, PieceSpan, bucket, distance
from firsthand.tagging.parsing import ARC
from firsthand.tagging.pieces import Ints
from firsthand.training.corpus import IGNORED, ROOT, Example
from firsthand.training.network import Network, Output
from firsthand.training.recipe import Recipe

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
    marks: Tensor
    mask: Tensor


def batch_of(lessons: list[Lesson]) -> Batch:
    """The lessons as tensors (lessons, length)."""
    ids = _filled(lessons, lambda example: example.pieces.ids, PADDING)
    for row, lesson in enumerate(lessons):
        ids[row, 0], ids[row, len(lesson) - 1] = CLASSIFIER, SEPARATOR
    sizes = torch.tensor([len(lesson) for lesson in lessons])
    mask = torch.arange(ids.shape[1])[None, :] < sizes[:, None]
    return Batch(lessons, ids, _filled(lessons, lambda example: example.pieces.marks, 0), mask[:, None, None, :])


def _filled(lessons: list[Lesson], of: Callable[[Example], Ints], filling: int) -> Tensor:
    """Something of every piece of the lessons (lessons, length), with room for the marks around a window."""
    rows = np.full((len(lessons), max(map(len, lessons))), filling)
    for row, lesson in enumerate(lessons):
        rows[row, 1 : len(lesson) - 1] = of(lesson.example)[lesson.start : lesson.end]
    return torch.from_numpy(rows)


def losses(network: Network, output: Output, batch: Batch, chance: random.Random) -> Losses:
    """What each head has yet to learn, as means over the words or links that teach it."""
    return Losses(
        labels=_label_loss(output.labels, batch, lambda example: example.labels),
        links=link_loss(network, output.links, batch, chance),
        names=_label_loss(output.names, batch, lambda example: example.names),
        tags=_label_loss(output.tags, batch, lambda example: example.tags),
        relations=_label_loss(output.relations, batch, lambda example: example.relations),
        arcs=_arc_loss(network, output.arcs.float(), batch),
    )


@dataclass(frozen=True, slots=True)
class Losses:
    """One loss a head."""

    labels: Tensor
    links: Tensor
    names: Tensor
    tags: Tensor
    relations: Tensor
    arcs: Tensor

    def weighed(self, recipe: Recipe) -> Tensor:
        """The losses as one; attribution is what the network is for, the rest must not cost it."""
        syntax = self.tags + self.relations + self.arcs
        return (
            self.labels
            + recipe.link_weight * self.links
            + recipe.name_weight * self.names
            + recipe.syntax_weight * syntax
        )


def _label_loss(scores: Tensor, batch: Batch, of: Callable[[Example], Ints]) -> Tensor:
    """Cross-entropy summed over the labelled words, for every word of the batch: rare teaching counts as rare."""
    labels = _filled(batch.lessons, of, IGNORED)
    summed = functional.cross_entropy(
        scores.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return summed / _words(batch)


def _words(batch: Batch) -> int:
    return max(1, sum(int(lesson.example.pieces.heads[lesson.start : lesson.end].sum()) for lesson in batch.lessons))


def _arc_loss(network: Network, vectors: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each word's head among the words of its paragraph that the window shows, and none."""
    total = vectors.sum() * 0.0
    for row, lesson in enumerate(batch.lessons):
        shown = slice(lesson.start, lesson.end)
        example = lesson.example
        heads = np.flatnonzero(example.pieces.heads[shown])
        above = example.arcs[shown][heads]
        asked = np.flatnonzero((above == ROOT) | ((above >= lesson.start) & (above < lesson.end)))
        if not len(asked):
            continue
        ask = vectors[row, torch.from_numpy(heads[asked] + 1), :ARC]
        answer = vectors[row, torch.from_numpy(heads + 1), ARC:]
        scores = ask @ answer.T / ARC**0.5
        paragraph = example.pieces.paragraph[shown][heads]
        barred = (paragraph[asked][:, None] != paragraph[None, :]) | (asked[:, None] == np.arange(len(heads))[None, :])
        none = ask @ network.root[:ARC] / ARC**0.5 + network.root[ARC]
        scores = torch.cat([scores.masked_fill(torch.from_numpy(barred), -1e4), none[:, None]], 1)
        goal = np.where(above[asked] == ROOT, len(heads), np.searchsorted(heads, above[asked] - lesson.start))
        total = total + functional.cross_entropy(scores, torch.from_numpy(goal), reduction="sum")
    return total / _words(batch)


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
