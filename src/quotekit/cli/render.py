"""``quotekit render``: who said what as a page for a browser."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli.console import complain
from quotekit.cli.options import (
    Acts,
    Encoding,
    Everything,
    InputFormat,
    Lang,
    MinConfidence,
    MinSpeakerConfidence,
    Modalities,
    Model,
    QuotationStyle,
    Tagger,
    TurnWeights,
    Weights,
    reading_choices,
    settings_of,
)
from quotekit.errors import FileError
from quotekit.export.documents import write_pieces
from quotekit.files import UnreadableText, read_files

__all__ = ["render_command"]


def render_command(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A text or document; - is standard input.", show_default=False),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PAGE", help="The page to write; - is standard output.")
    ] = "-",
    title: Annotated[
        str | None,
        typer.Option("--title", help="What the page is headed by.", show_default="the file's name"),
    ] = None,
    everything: Everything = False,
    acts: Acts = None,
    modalities: Modalities = None,
    tagger: Tagger = "auto",
    model: Model = "auto",
    weights: Weights = None,
    turn_weights: TurnWeights = None,
    min_confidence: MinConfidence = 0.0,
    min_speaker_confidence: MinSpeakerConfidence = 0.0,
    input_form: InputFormat = "auto",
    encoding: Encoding = None,
    style: QuotationStyle = "auto",
    lang: Lang = "en",
) -> None:
    """Write a page that shows FILE with its quotes, who said them, and how much each speaker said.

    The page is one file that loads nothing and can be sent to others.

    \b
    [bold]Examples[/bold]
      quotekit render a.txt -o a.html            the page of a text
      quotekit render --all a.txt -o a.html      thoughts and denials too
      cat a.txt | quotekit render - > a.html     standard input and output

    The exit status is 0, or 1 when the text or the page failed, or 2 when nothing could be tried.
    """
    from quotekit.export.html import to_html  # noqa: PLC0415 - not for --help
    from quotekit.extractor import extract_quotes  # noqa: PLC0415 - spaCy loads when a text is parsed
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415

    settings = settings_of(
        everything=everything,
        acts=acts,
        modalities=modalities,
        tagger=tagger,
        model=model,
        weights=weights,
        turn_weights=turn_weights,
        style=style,
        min_confidence=min_confidence,
        min_speaker_confidence=min_speaker_confidence,
    )
    if _same_file(file, output):
        raise typer.BadParameter(f"{output} is the text itself; give the page another name.")
    texts = list(islice(read_files([file], input_form, reading_choices("text", "id", encoding)), 2))
    [text, *others] = texts or [UnreadableText(file, "it holds no text")]
    if others:
        raise typer.BadParameter(f"{file} holds several texts, and a page shows one.")
    if isinstance(text, UnreadableText):
        complain(f"Cannot read {file}: {text.reason}.")
        raise typer.Exit(1)
    quotes = extract_quotes(text.text, settings=settings, nlp=load_pipeline(lang))
    page = to_html(
        text.text,
        quotes,
        title=title or text.fields.get("title") or (None if file == "-" else Path(file).name),
    )
    raise typer.Exit(_write(output, page))


def _same_file(file: str, output: str) -> bool:
    """Whether both name one file that exists."""
    names = (file, output)
    return "-" not in names and all(map(os.path.exists, names)) and os.path.samefile(*names)


def _write(output: str, page: str) -> int:
    """The exit status of writing the page, after saying why it cannot be written."""
    if output == "-":
        sys.stdout.buffer.write(page.encode("utf-8"))
        return 0
    try:
        write_pieces([page], output)
    except FileError as error:
        complain(f"Cannot write {output}: {error.problem}.")
        return 1
    return 0
