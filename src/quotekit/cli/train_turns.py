"""``quotekit train-turns``: who speaks a turn of dialogue, learned from texts with their speakers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli.console import complain
from quotekit.cli.options import Lang
from quotekit.corpora import read_corpus

__all__ = ["train_turns_command"]


SpokenCorpora = Annotated[
    list[Path],
    typer.Argument(
        metavar="CORPUS",
        help="Documents with the speakers of their quotes, as for evaluate.",
        show_default=False,
        exists=True,
    ),
]
TargetFile = Annotated[
    Path, typer.Option("--out", "-o", metavar="FILE", help="The JSON file to write.", show_default=False)
]


def train_turns_command(files: SpokenCorpora, out: TargetFile, lang: Lang = "en") -> None:
    """Learn who speaks a turn of dialogue from the speakers in each CORPUS.

    The same documents give the same weights.

    \b
    [bold]Examples[/bold]
      quotekit train-turns novels.jsonl -o turns.json
      quotekit extract --turn-weights turns.json novel.txt

    The exit status is 0, or 2 when there is nothing to learn from or something is not installed.
    """
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415 - loads spaCy
    from quotekit.training import turns  # noqa: PLC0415 - loads all that reads a text

    documents = [document for path in files for document in read_corpus(path)]
    nlp = load_pipeline(lang)
    try:
        turns.train_turns(documents, nlp, out)
    except OSError as error:
        complain(f"Cannot write {out}: {error.strerror or error}.")
        raise typer.Exit(2) from None
    typer.echo(f"The weights are in {out}.")
