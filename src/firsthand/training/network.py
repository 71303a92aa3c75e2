"""The network: a small pre-trained encoder with a token head and a linker on top."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from firsthand.tagging.labels import LABELS, NAMES, RELATIONS, TAGS
from firsthand.tagging.linking import BUCKETS, KINDS, WIDTH
from firsthand.tagging.parsing import ARC
from firsthand.tagging.pieces import MARKS

HIDDEN, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
EPSILON = 1e-12
DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT (Devlin and others, 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.joined = nn.Linear(HIDDEN, HIDDEN)
        self.joined_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = states.shape
        query, key, value = (
            part(states).view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        states = self.joined_norm(states + self.dropout(self.joined(seen)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Output(NamedTuple):
    """What the heads say of each piece: scores of LABELS, NAMES, TAGS, RELATIONS; link vectors; arc vectors."""

    labels: Tensor
    links: Tensor
    names: Tensor
    tags: Tensor
    relations: Tensor
    arcs: Tensor


class Network(nn.Module):
    """Wordpieces in, one Output out; `links` has 2 · KINDS · WIDTH numbers a piece, `arcs` 2 · ARC."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.marks = nn.Embedding(MARKS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)
        self.labels = nn.Linear(HIDDEN, len(LABELS))
        self.links = nn.Linear(HIDDEN, 2 * KINDS * WIDTH)
        self.names = nn.Linear(HIDDEN, len(NAMES))
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.relations = nn.Linear(HIDDEN, len(RELATIONS))
        self.arcs = nn.Linear(HIDDEN, 2 * ARC)
        self.root = nn.Parameter(torch.zeros(ARC + 1))
        self.nearness = nn.Parameter(torch.zeros(KINDS, 2, BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(KINDS, WIDTH + 1))

    def states(self, ids: Tensor, marks: Tensor, mask: Tensor | None = None) -> Tensor:
        """What the encoder says of each piece (…, HIDDEN)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        states: Tensor = self.dropout(self.norm(self.words(ids) + self.positions(positions) + self.marks(marks)))
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor | None = None) -> Output:
        states = self.dropout(self.states(ids, marks, mask))
        return Output(
            self.labels(states), self.links(states), self.names(states), self.tags(states), self.relations(states),
            self.arcs(states),
        )  # fmt: skip

    def start_from(self, weights: dict[str, Tensor]) -> None:
        """Take the encoder from pre-trained BERT weights under their usual names; the heads stay fresh."""
        renamed = {
            "embeddings.word_embeddings": "words",
            "embeddings.position_embeddings": "positions",
            "embeddings.LayerNorm": "norm",
        }
        for n in range(LAYERS):
            theirs, ours = f"encoder.layer.{n}", f"layers.{n}"
            renamed |= {
                f"{theirs}.attention.self.query": f"{ours}.query",
                f"{theirs}.attention.self.key": f"{ours}.key",
                f"{theirs}.attention.self.value": f"{ours}.value",
                f"{theirs}.attention.output.dense": f"{ours}.joined",
                f"{theirs}.attention.output.LayerNorm": f"{ours}.joined_norm",
                f"{theirs}.intermediate.dense": f"{ours}.inner",
                f"{theirs}.output.dense": f"{ours}.outer",
                f"{theirs}.output.LayerNorm": f"{ours}.outer_norm",
            }
        own = self.state_dict()
        for theirs, ours in renamed.items():
            for kind in ("weight", "bias"):
                if f"{theirs}.{kind}" in weights:
                    own[f"{ours}.{kind}"].copy_(weights[f"{theirs}.{kind}"])
        # Two kinds of sentence, as the encoder was taught, are quoted or not here; case starts without a say.
        own["marks.weight"].copy_(weights["embeddings.token_type_embeddings.weight"].repeat(MARKS // 2, 1))
