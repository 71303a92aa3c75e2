"""Weights to a release: ONNX, int8, with manifest and digests."""

from __future__ import annotations

import json
import tempfile
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file

from firsthand.tagging.labels import LABELS, NAMES, RELATIONS, TAGS
from firsthand.tagging.release import FORMAT, MANIFEST, VOCABULARY, WEIGHTS
from firsthand.training.corpus import plain_tokenizer
from firsthand.training.network import Network, Output


def export(weights: Path, base: Path, folder: Path, name: str) -> None:
    """Write the release of `weights` to `folder`; `base` holds the tokenizer it was trained with."""
    network = Network()
    network.load_state_dict(load_file(weights))
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch, "plain.onnx"), Path(scratch, "ready.onnx")
        _to_onnx(network, plain)
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        # One scale a channel: with one a tensor the heads lose several points.
        quantize_dynamic(
            ready, folder / WEIGHTS, op_types_to_quantize=["MatMul", "Gather"], per_channel=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip
    plain_tokenizer(base).save(str(folder / VOCABULARY))
    manifest = {
        "name": name,
        "format": FORMAT,
        "labels": list(LABELS),
        "names": list(NAMES),
        "tags": list(TAGS),
        "relations": list(RELATIONS),
        "digests": {part: sha256((folder / part).read_bytes()).hexdigest() for part in (WEIGHTS, VOCABULARY)},
        "linker": {
            "nearness": _rounded(network.nearness),
            "nothing": _rounded(network.nothing),
        },
        "root": _rounded(network.root),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")


def _rounded(values: torch.Tensor) -> object:
    return json.loads(json.dumps(values.tolist()), parse_float=lambda number: round(float(number), 5))


def _to_onnx(network: Network, path: Path) -> None:
    ids = torch.ones(1, 16, dtype=torch.int64)
    torch.onnx.export(
        network, (ids, torch.zeros_like(ids)), path,
        input_names=["ids", "marks"], output_names=list(Output._fields),
        dynamic_axes={"ids": {1: "length"}, "marks": {1: "length"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))
