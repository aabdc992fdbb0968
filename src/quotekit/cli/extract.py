"""``quotekit extract``: who said what in texts, as a table or as data in many formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console

from quotekit.cli.console import complain, ended_by_reader, with_progress
from quotekit.cli.option_groups import FindingOptions, ReadingOptions
from quotekit.cli.options import Jobs, Quiet, SpeakerName, Texts, Verbose
from quotekit.cli.people import only_of_speaker
from quotekit.cli.quoting import prepared_pipeline, with_quotes
from quotekit.cli.resuming import Resumed
from quotekit.cli.tables import quote_table
from quotekit.cli.texts import chosen_files, count_texts, readable_texts, require_other_place
from quotekit.export.documents import QuotedText, write_pieces
from quotekit.export.formats import FORMATS, format_by_ending, format_named
from quotekit.files import read_files

__all__ = ["extract_command"]

_TABLE = "table"
_NAMES = [_TABLE, *(row.name for row in FORMATS)]


def _known_form(name: str) -> str:
    if name not in _NAMES:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(_NAMES)}.")
    return name


OutputForm = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="A table to read, or data for other programs; without it, the output's name tells.",
        parser=_known_form,
        metavar="|".join(_NAMES),
        show_default=False,
    ),
]
QuotesPlace = Annotated[
    str, typer.Option("--output", "-o", metavar="PATH", help="The file to write, or brat's folder.")
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with a .jsonl file where an earlier run of this stopped.")
]


def extract_command(
    files: Texts,
    form: OutputForm = None,
    output: QuotesPlace = "-",
    jobs: Jobs = 1,
    resume: Resume = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    *,
    finding: FindingOptions,
    speaker: SpeakerName = None,
    reading: ReadingOptions,
) -> None:
    """Print every quotation in each FILE, with who said it.

    Without --all, --act or --modality, that is speech which the text asserts.

    \b
    [bold]Examples[/bold]
      quotekit extract article.txt                a table to read
      quotekit extract --all article.txt          thoughts and denials too
      quotekit extract -o all.csv news/           every text of a folder
      quotekit extract --text-column body -o quotes.jsonl news.csv
      quotekit extract --jobs 4 --resume -o quotes.jsonl news.jsonl
      quotekit extract --lang auto -o all.csv mixed/
      quotekit extract --speaker Brandt --aliases people.tsv article.txt
      quotekit extract -f brat -o brat/ news/     files to correct by hand
      cat article.txt | quotekit extract -        standard input

    The exit status is 0, or 1 when a text failed, or 2 when nothing could be tried.
    """
    settings, choices = finding.settings(reading), reading.choices()
    form = form or _form_of_output(output)
    _require_target(form, output, resume=resume)
    failed = list[str]()
    paths = chosen_files(files, failed, quiet=quiet, named=reading.is_form_named)
    require_other_place([*files, *paths], output, holds_files=_is_folder(form))
    if not paths:
        raise typer.Exit(1)
    prepared_pipeline(settings, reading.usual_lang, verbose=verbose)
    busy = quiet or (output == "-" and sys.stdout.isatty())
    texts = readable_texts(read_files(paths, reading.input_form, choices), failed)
    done = Resumed.of(output) if resume else None
    shown = with_progress(texts, count_texts(paths, reading.input_form), busy=busy)
    left = done.left(shown) if done else shown
    read = with_quotes(left, settings, reading.lang, failed, jobs, verbose=verbose)
    _write_or_complain((only_of_speaker(document, speaker) for document in read), form, output, done)
    raise typer.Exit(1 if failed else 0)


def _write_or_complain(documents: Iterable[QuotedText], form: str, output: str, done: Resumed | None) -> None:
    """Write *documents* where they are to go, behind those that are *done*.

    Raises:
        typer.Exit: They cannot be written, or nobody reads them to the end.
    """
    try:
        if done:
            done.append(documents)
        else:
            _write_documents(documents, form, output)
    except BrokenPipeError:
        ended_by_reader()
    except KeyboardInterrupt:
        if output != "-" and not done:
            complain(f"Stopped: {output} is as it was. With --resume, what has been read is kept.")
        raise
    except OSError as error:
        complain(f"Cannot write {output}: {error.strerror or error}.")
        raise typer.Exit(1) from None


def _form_of_output(output: str) -> str:
    row = format_by_ending(output) if output != "-" else None
    return row.name if row else _TABLE


def _is_folder(form: str) -> bool:
    """Whether a format is a folder of files."""
    return form != _TABLE and not format_named(form).endings


def _require_target(form: str, output: str, *, resume: bool) -> None:
    """Refuse a format that cannot go where it is to.

    Raises:
        typer.BadParameter: It is no text and has no file, or no format that can be gone on with.
    """
    row = None if form == _TABLE else format_named(form)
    if output == "-" and row is not None and row.pieces is None:
        target = "a folder of files" if _is_folder(form) else "a file"
        raise typer.BadParameter(f"{form} takes {target}; name one with --output.")
    if resume and (form != "jsonl" or output == "-"):
        raise typer.BadParameter("--resume goes on with a file of JSON lines; name one with --output.")


def _write_documents(documents: Iterable[QuotedText], form: str, output: str) -> None:
    if form == _TABLE:
        _write_tables(documents, output)
        return
    row = format_named(form)
    if output != "-":
        row.write(documents, output)
    elif row.pieces is not None:
        for piece in row.pieces(documents):
            typer.echo(piece.encode("utf-8"), nl=False)


def _write_tables(documents: Iterable[QuotedText], output: str) -> None:
    tables = map(_table_of_document, documents)
    if output != "-":
        write_pieces(tables, output)
    else:
        for table in tables:
            sys.stdout.write(table)
            sys.stdout.flush()


def _table_of_document(document: QuotedText) -> str:
    """The table as it is to be printed, in colours where standard output is a terminal."""
    console = Console(highlight=False)
    with console.capture() as capture:
        console.print(quote_table(document.id, document.quotes))
    return capture.get()
