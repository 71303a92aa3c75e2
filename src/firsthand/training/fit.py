"""Fitting: processes of one thread each average their gradients, which beats one process with many threads."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass, fields, replace
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import distributed, multiprocessing, nn

from firsthand.tagging.pieces import WINDOW
from firsthand.training.corpus import Document, Example, damaged, documents, example, parsed, plain_tokenizer
from firsthand.training.losses import Lesson, Losses, batch_of, losses
from firsthand.training.network import Network
from firsthand.training.recipe import Recipe


def fit(lessons: Lessons, start: Start, out: Path, recipe: Recipe) -> None:
    """Fine-tune the network; write its weights to `out` (safetensors)."""
    with tempfile.TemporaryDirectory() as meeting:
        task = _Task(lessons, start, out, f"file://{meeting}/processes")
        multiprocessing.spawn(_process, (task, recipe), recipe.processes)


@dataclass(frozen=True, slots=True)
class Lessons:
    """The files that teach: annotated texts; parsed texts, which lend their words to annotated ones of the same id.

    Of the texts with names, every fifth is held out, to measure on.
    """

    annotated: tuple[Path, ...]
    parsed: tuple[Path, ...] = ()

    def documents(self) -> list[Document]:
        """The texts to learn from."""
        words = {name: found for path in self.parsed for name, found in parsed(path).items()}
        texts = []
        for path in self.annotated:
            for number, text in enumerate(documents(path)):
                if text.entities is None or number % 5:
                    texts.append(replace(text, words=words.get(text.id)))
        return texts


@dataclass(frozen=True, slots=True)
class Start:
    """From what to fit: the pre-trained encoder in folder `base`, or weights that an earlier fitting wrote.

    Heads that the earlier network had not yet start fresh.
    """

    base: Path
    weights: Path | None = None

    def network(self) -> Network:
        """The network to be fitted; its word vectors stay as they are."""
        network = Network()
        if self.weights:
            network.load_state_dict(load_file(self.weights), strict=False)
        else:
            network.start_from(load_file(self.base / "model.safetensors"))
        network.words.weight.requires_grad_(False)
        return network


@dataclass(frozen=True, slots=True)
class _Task:
    """What is fitted to what; the processes find each other at `meeting`."""

    lessons: Lessons
    start: Start
    out: Path
    meeting: str


def _process(rank: int, task: _Task, recipe: Recipe) -> None:
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=task.meeting, rank=rank, world_size=recipe.processes)
    torch.manual_seed(recipe.seed)
    network = task.start.network()
    _train(network, task.lessons.documents(), plain_tokenizer(task.start.base), recipe, rank)
    if rank == 0:
        save_file(network.state_dict(), task.out)
    distributed.destroy_process_group()


def _train(network: Network, texts: list[Document], tokenizer: Tokenizer, recipe: Recipe, rank: int) -> None:
    whole = [example(text, tokenizer) for text in texts]
    epochs = [_lessons(texts, whole, tokenizer, recipe, epoch) for epoch in range(recipe.epochs)]
    steps = [step for lessons in epochs for step in _steps(lessons, recipe)]
    optimizer, schedule = _optimizer(network, recipe, len(steps))
    began = time.monotonic()
    network.train()
    chance = random.Random(f"{recipe.seed} {rank}")
    for number, step in enumerate(steps, 1):
        parts = _losses(network, step[rank :: recipe.processes], chance)
        optimizer.zero_grad()
        parts.weighed(recipe).backward()
        _average(network)
        nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        if rank == 0 and (number % 20 == 0 or number == len(steps)):
            left = (time.monotonic() - began) / number * (len(steps) - number)
            print(  # noqa: T201
                f"step {number}/{len(steps)}  {_told(parts)}  {left / 60:.1f} min left",
                file=sys.stderr,
                flush=True,
            )


def _losses(network: Network, lessons: list[Lesson], chance: random.Random) -> Losses:
    batch = batch_of(lessons)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        output = network(batch.ids, batch.marks, batch.mask)
    return losses(network, output, batch, chance)


def _told(parts: Losses) -> str:
    return "  ".join(f"{part.name} {getattr(parts, part.name).item():.3f}" for part in fields(parts))


def _lessons(
    texts: list[Document], whole: list[Example], tokenizer: Tokenizer, recipe: Recipe, epoch: int
) -> list[Lesson]:
    """An epoch's windows; each text's first one ends at a random place, so that no epoch cuts as the last did."""
    chance = random.Random(f"{recipe.seed} {epoch}")
    lessons = []
    for text, sound in zip(texts, whole, strict=True):
        shown = example(damaged(text, chance), tokenizer) if chance.random() < recipe.damage else sound
        length = len(shown.pieces)
        at = 0 if length <= WINDOW else -chance.randrange(WINDOW - 64)
        while at < length:
            lessons.append(Lesson(shown, max(0, at), min(length, at + WINDOW)))
            at += WINDOW
    return lessons


def _steps(lessons: list[Lesson], recipe: Recipe) -> list[list[Lesson]]:
    """Windows of like length together, so that little is padding, in random order."""
    chance = random.Random(recipe.seed)
    ordered = sorted(lessons, key=lambda lesson: (len(lesson), chance.random()))
    size = recipe.windows_a_step
    steps = [ordered[at : at + size] for at in range(0, len(ordered) - size + 1, size)]
    chance.shuffle(steps)
    return steps


def _optimizer(
    network: Network, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    fresh = ("labels.", "links.", "names.", "tags.", "relations.", "arcs.", "root", "nearness", "nothing")
    encoder = [p for name, p in network.named_parameters() if p.requires_grad and not name.startswith(fresh)]
    heads = [p for name, p in network.named_parameters() if name.startswith(fresh)]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=recipe.decay,
    )
    warm = max(1, int(steps * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    return optimizer, schedule


def _average(network: Network) -> None:
    """Give every process the mean of all gradients, in one message."""
    gradients = []
    for parameter in network.parameters():
        if parameter.requires_grad:
            # A share of a step may ask for no link at all; every process must send the same sizes all the same.
            parameter.grad = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            gradients.append(parameter.grad)
    joined = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(joined)
    joined /= distributed.get_world_size()
    at = 0
    for gradient in gradients:
        gradient.copy_(joined[at : at + gradient.numel()].view_as(gradient))
        at += gradient.numel()
