"""``quotekit train``: a tagger of one's own, from annotated documents to weights."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli.options import Lang
from quotekit.errors import ExtraMissingError

__all__ = ["require", "train_command"]


def require(*libraries: str) -> None:
    """Check for what the extra ``train`` brings.

    Raises:
        ExtraMissingError: One of *libraries* is not installed.
    """
    for library in libraries:
        if find_spec(library) is None:
            raise ExtraMissingError(library, "train")


Recipe = Annotated[
    Path,
    typer.Argument(
        metavar="CONFIG",
        help="The recipe, a JSON file: corpora, and what is not as usual.",
        show_default=False,
        exists=True,
        dir_okay=False,
    ),
]
RunFolder = Annotated[
    Path,
    typer.Option(
        "--out",
        "-o",
        metavar="DIR",
        help="Where to work; the weights go into its folder weights.",
        show_default=False,
        file_okay=False,
    ),
]


def train_command(config: Recipe, out: RunFolder, lang: Lang = "en") -> None:
    """Train the tagger on the annotated documents that CONFIG lists.

    A run that was broken off goes on where its last checkpoint in DIR stands. CONFIG is such as
    {"corpora": [{"path": "gold.jsonl", "keep_back": 10}], "options": {"rounds": 3}},
    with paths relative to it. Training needs the extra train.

    \b
    [bold]Examples[/bold]
      quotekit train recipe.json --out run/       start, or go on
      quotekit extract -f brat -o brat/ news/     documents to correct first

    The exit status is 0, or 2 when the recipe is wrong or something is not installed.
    """
    require("torch", "onnx", "safetensors")
    from quotekit.training import build, read_recipe  # noqa: PLC0415 - loads torch

    found = build(read_recipe(config, lang), out)
    typer.echo(f"The weights are in {out / 'weights'}.")
    typer.echo(f"Calibrated on {found.count} attributions; expected calibration error {found.error:.3f}.")
