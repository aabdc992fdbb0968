"""``quotekit extract``: who said what in texts, as a table or as data."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

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
    settings_of,
)
from quotekit.cli.tables import quote_table
from quotekit.cli.texts import Text, UnreadableText, count_texts, paths_of, read_texts
from quotekit.records import Quote, Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract"]

Format = Literal["table", "jsonl"]


def extract(
    files: Texts,
    output: Annotated[
        Format, typer.Option("--format", "-f", help="A table to read, or one JSON document a line.")
    ] = "table",
    everything: Everything = False,
    acts: Acts = None,
    modalities: Modalities = None,
    tagger: Tagger = "auto",
    min_confidence: MinConfidence = 0.0,
    form: InputFormat = "auto",
    text_field: TextField = "text",
    id_field: IdField = "id",
    style: QuotationStyle = "auto",
    lang: Lang = "en",
) -> None:
    """Print every quotation in each FILE, with who said it.

    Without --all, --act or --modality, that is speech which the text asserts.

    \b
    [bold]Examples[/bold]
      quotekit extract article.txt               a table to read
      quotekit extract --all article.txt         thoughts and denials too
      quotekit extract -f jsonl news/ > a.jsonl  every .txt file of a folder
      quotekit extract --text-field body b.jsonl texts in JSON lines
      cat article.txt | quotekit extract -       standard input

    The exit status is 0, or 1 when a text failed, or 2 when nothing could be tried.
    """
    from quotekit.pipelines import load_pipeline  # noqa: PLC0415 - spaCy loads when a text is parsed

    settings = settings_of(
        everything=everything,
        acts=acts,
        modalities=modalities,
        tagger=tagger,
        style=style,
        min_confidence=min_confidence,
    )
    nlp, paths, write, failed = load_pipeline(lang), paths_of(files), _WRITERS[output], 0
    texts = read_texts(paths, form, text_field=text_field, id_field=id_field)
    for text in with_progress(texts, count_texts(paths, form), busy=sys.stdout.isatty()):
        quotes = _quotes(text, settings, nlp)
        if quotes is None:
            failed = 1
        else:
            write(text.id, quotes)
    raise typer.Exit(failed)


def _quotes(text: Text | UnreadableText, settings: Settings, nlp: Language) -> list[Quote] | None:
    """The quotes of a text, or None after saying why there are none to be had."""
    from quotekit.extractor import extract_quotes  # noqa: PLC0415 - spaCy loads when a text is parsed

    if isinstance(text, UnreadableText):
        complain(f"Cannot read {text.id}: {text.reason}.")
        return None
    try:
        return extract_quotes(text.text, settings=settings, nlp=nlp)
    except Exception as error:  # whatever one text does to a parser must not end the others
        complain(f"Cannot find the quotes of {text.id}: {type(error).__name__}: {error}")
        return None


def _write_line(name: str, quotes: list[Quote]) -> None:
    document = {"id": name, "quotes": [quote.to_dict() for quote in quotes]}
    typer.echo(json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _write_table(name: str, quotes: list[Quote]) -> None:
    Console(highlight=False).print(quote_table(name, quotes))


_WRITERS: dict[Format, Callable[[str, list[Quote]], None]] = {"table": _write_table, "jsonl": _write_line}
