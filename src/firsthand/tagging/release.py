"""The model's files: weights, tokenizer and a manifest that says what they are, checked before use."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import ModelError
from firsthand.tagging.labels import LABELS, NAMES, RELATIONS, TAGS
from firsthand.tagging.linking import BUCKETS, KINDS, WIDTH, Linker
from firsthand.tagging.parsing import ARC

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FORMAT = 2
"""The version of the files' meaning; code and manifest must agree."""
MANIFEST, WEIGHTS, VOCABULARY = "manifest.json", "model.onnx", "tokenizer.json"
_OUTPUTS = {"labels": LABELS, "names": NAMES, "tags": TAGS, "relations": RELATIONS}
RELEASE = Path(__file__).parent / "release"


@dataclass(frozen=True, slots=True)
class Release:
    """A model ready to run; `root` (ARC + 1) is the arc head's answer for "on no word"."""

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    linker: Linker
    root: NDArray[np.float32]


@cache
def load(folder: Path = RELEASE) -> Release:
    """The model in a folder, loaded once a process; raises ModelError if a file is missing or not what it should be."""
    manifest = _manifest(folder)
    for name, digest in manifest["digests"].items():
        if _digest(folder / name) != digest:
            raise ModelError(f"{folder / name} is not the file its manifest names; install firsthand anew")
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    # Articles are read side by side in processes; threads inside one would only contend.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = InferenceSession(str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / VOCABULARY))
    return Release(manifest["name"], session, tokenizer, _linker(manifest), _root(manifest))


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read ({error}); install firsthand anew") from error
    if manifest.get("format") != FORMAT or any(manifest.get(name) != list(known) for name, known in _OUTPUTS.items()):
        raise ModelError(f"{path}: a model of another version; this firsthand reads format {FORMAT}; install it anew")
    if not {WEIGHTS, VOCABULARY} <= set(manifest.get("digests", {})):
        raise ModelError(f"{path} names no digests of {WEIGHTS} and {VOCABULARY}; install firsthand anew")
    return manifest


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error}); install firsthand anew") from error


def _linker(manifest: dict[str, Any]) -> Linker:
    nearness = np.asarray(manifest["linker"]["nearness"], np.float32)
    nothing = np.asarray(manifest["linker"]["nothing"], np.float32)
    if nearness.shape != (KINDS, 2, BUCKETS) or nothing.shape != (KINDS, WIDTH + 1):
        raise ModelError(f"the linker's shapes {nearness.shape}, {nothing.shape} are not this version's")
    return Linker(nearness, nothing)


def _root(manifest: dict[str, Any]) -> NDArray[np.float32]:
    root = np.asarray(manifest["root"], np.float32)
    if root.shape != (ARC + 1,):
        raise ModelError(f"the shape {root.shape} of the parser's root is not this version's")
    return root
