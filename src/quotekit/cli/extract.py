"""``quotekit extract``: who said what in texts, as a table or as data in many formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from quotekit.cli.console import complain, with_progress
from quotekit.cli.options import (
    Acts,
    Everything,
    IdField,
    InputFormat,
    Lang,
    MinConfidence,
    Modalities,
    QuotationStyle,
    Tagger,
    TextField,
    Texts,
    TurnWeights,
    Weights,
    settings_of,
)
from quotekit.cli.tables import quote_table
from quotekit.cli.texts import Text, UnreadableText, count_texts, paths_of, read_texts
from quotekit.export.documents import QuotedText, write_pieces
from quotekit.export.formats import FORMATS, format_by_ending, format_named
from quotekit.records import Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract_command"]

_TABLE = "table"
_NAMES = [_TABLE, *(row.name for row in FORMATS)]


def _known_form(name: str) -> str:
    if name not in _NAMES:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(_NAMES)}.")
    return name


def extract_command(
    files: Texts,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="A table to read, or data for other programs; without it, the output's name tells.",
            parser=_known_form,
            metavar="|".join(_NAMES),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="PATH", help="The file to write, or brat's folder."),
    ] = "-",
    everything: Everything = False,
    acts: Acts = None,
    modalities: Modalities = None,
    tagger: Tagger = "auto",
    weights: Weights = None,
    turn_weights: TurnWeights = None,
    min_confidence: MinConfidence = 0.0,
    input_form: InputFormat = "auto",
    text_field: TextField = "text",
    id_field: IdField = "id",
    style: QuotationStyle = "auto",
    lang: Lang = "en",
) -> None:
    """Print every quotation in each FILE, with who said it.

    Without --all, --act or --modality, that is speech which the text asserts.

    \b
    [bold]Examples[/bold]
      quotekit extract article.txt                a table to read
      quotekit extract --all article.txt          thoughts and denials too
      quotekit extract -f csv -o all.csv news/    every .txt file of a folder
      quotekit extract -f jsonl --text-field body news.jsonl
      quotekit extract -f brat -o brat/ news/     files to correct by hand
      cat article.txt | quotekit extract -        standard input

    The exit status is 0, or 1 when a text failed, or 2 when nothing could be tried.
    """
    from quotekit.extractor import prepare  # noqa: PLC0415 - spaCy loads when a text is parsed
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415

    settings = settings_of(
        everything=everything,
        acts=acts,
        modalities=modalities,
        tagger=tagger,
        weights=weights,
        turn_weights=turn_weights,
        style=style,
        min_confidence=min_confidence,
    )
    paths, to_terminal = paths_of(files), output == "-"
    form = form or _form_by_ending(output)
    if to_terminal and form != _TABLE and format_named(form).pieces is None:
        raise typer.BadParameter(f"{form} takes a folder of files; name one with --output.")
    if any(Path(output).resolve() == Path(path).resolve() for path in paths if not to_terminal):
        raise typer.BadParameter(f"{output} is one of the texts; give the output another name.")
    nlp, failed = load_pipeline(lang), list[str]()
    prepare(settings, nlp)
    texts = read_texts(paths, input_form, text_field=text_field, id_field=id_field)
    shown = with_progress(texts, count_texts(paths, input_form), busy=to_terminal and sys.stdout.isatty())
    try:
        _write_documents(_with_quotes(shown, settings, nlp, failed), form, output)
    except OSError as error:
        complain(f"Cannot write {output}: {error.strerror or error}.")
        raise typer.Exit(1) from None
    raise typer.Exit(1 if failed else 0)


def _form_by_ending(output: str) -> str:
    row = format_by_ending(output) if output != "-" else None
    return row.name if row else _TABLE


def _with_quotes(
    texts: Iterable[Text | UnreadableText], settings: Settings, nlp: Language, failed: list[str]
) -> Iterator[QuotedText]:
    """The texts with their quotes; of one that fails its id goes to *failed*, after a complaint."""
    from quotekit.extractor import extract_quotes  # noqa: PLC0415 - spaCy loads when a text is parsed

    for text in texts:
        if isinstance(text, UnreadableText):
            failed.append(text.id)
            complain(f"Cannot read {text.id}: {text.reason}.")
            continue
        try:
            quotes = extract_quotes(text.text, settings=settings, nlp=nlp)
        except Exception as error:  # whatever one text does to a parser must not end the others
            failed.append(text.id)
            complain(f"Cannot find the quotes of {text.id}: {type(error).__name__}: {error}")
            continue
        yield QuotedText(text.id, text.text, tuple(quotes))


def _write_documents(documents: Iterable[QuotedText], form: str, output: str) -> None:
    if form == _TABLE:
        _write_tables(documents, output)
        return
    row = format_named(form)
    if output != "-":
        row.write(documents, Path(output))
    elif row.pieces is not None:
        for piece in row.pieces(documents):
            typer.echo(piece.encode("utf-8"), nl=False)


def _write_tables(documents: Iterable[QuotedText], output: str) -> None:
    tables = map(_table_of_document, documents)
    if output != "-":
        write_pieces(tables, Path(output))
    else:
        for table in tables:
            sys.stdout.write(table)


def _table_of_document(document: QuotedText) -> str:
    """The table as it is to be printed, in colours where standard output is a terminal."""
    console = Console(highlight=False)
    with console.capture() as capture:
        console.print(quote_table(document.id, document.quotes))
    return capture.get()
