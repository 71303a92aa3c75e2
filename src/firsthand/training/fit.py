"""Fitting: processes of one thread each average their gradients, which beats one process with many threads."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, distributed, multiprocessing, nn

from firsthand.tagging.pieces import WINDOW
from firsthand.training.corpus import Document, damaged, documents, example, plain_tokenizer
from firsthand.training.losses import Lesson, batch_of, label_loss, link_loss
from firsthand.training.network import Network
from firsthand.training.recipe import Recipe


def fit(data: Path, base: Path, out: Path, recipe: Recipe) -> None:
    """Fine-tune on `data` from the encoder in folder `base`; write the network's weights to `out` (safetensors)."""
    with tempfile.TemporaryDirectory() as meeting:
        task = _Task(data, base, out, f"file://{meeting}/processes")
        multiprocessing.spawn(_process, (task, recipe), recipe.processes)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is fitted to what; the processes find each other at `meeting`."""

    data: Path
    base: Path
    out: Path
    meeting: str


def _process(rank: int, task: _Task, recipe: Recipe) -> None:
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", init_method=task.meeting, rank=rank, world_size=recipe.processes)
    torch.manual_seed(recipe.seed)
    network = Network()
    network.start_from(load_file(task.base / "model.safetensors"))
    network.words.weight.requires_grad_(False)
    _train(network, list(documents(task.data)), plain_tokenizer(task.base), recipe, rank)
    if rank == 0:
        save_file(network.state_dict(), task.out)
    distributed.destroy_process_group()


def _train(network: Network, texts: list[Document], tokenizer: Tokenizer, recipe: Recipe, rank: int) -> None:
    epochs = [_lessons(texts, tokenizer, recipe, epoch) for epoch in range(recipe.epochs)]
    steps = [step for lessons in epochs for step in _steps(lessons, recipe)]
    optimizer, schedule = _optimizer(network, recipe, len(steps))
    began = time.monotonic()
    network.train()
    chance = random.Random(f"{recipe.seed} {rank}")
    for number, step in enumerate(steps, 1):
        loss = _loss(network, step[rank :: recipe.processes], recipe, chance)
        optimizer.zero_grad()
        loss.backward()
        _average(network)
        nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
        optimizer.step()
        schedule.step()
        if rank == 0 and (number % 20 == 0 or number == len(steps)):
            left = (time.monotonic() - began) / number * (len(steps) - number)
            print(  # noqa: T201
                f"step {number}/{len(steps)}  loss {loss.item():.3f}  {left / 60:.1f} min left",
                file=sys.stderr,
                flush=True,
            )


def _loss(network: Network, lessons: list[Lesson], recipe: Recipe, chance: random.Random) -> Tensor:
    batch = batch_of(lessons)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels, vectors = network(batch.ids, batch.quoted, batch.mask)
    return label_loss(labels, batch) + recipe.link_weight * link_loss(network, vectors, batch, chance)


def _lessons(texts: list[Document], tokenizer: Tokenizer, recipe: Recipe, epoch: int) -> list[Lesson]:
    """An epoch's windows; each text's first one ends at a random place, so that no epoch cuts as the last did."""
    chance = random.Random(f"{recipe.seed} {epoch}")
    lessons = []
    for text in texts:
        shown = example(damaged(text, chance) if chance.random() < recipe.damage else text, tokenizer)
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
    fresh = ("labels.", "links.", "nearness", "nothing")
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
