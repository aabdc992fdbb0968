"""The command ``quotekit``: who said what in a file, as a table or as JSON lines.

``quotekit FILE`` is short for ``quotekit extract FILE``.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import Annotated, Literal, get_args

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotekit.errors import QuotekitError
from quotekit.records import Act, Modality, Quote, Settings

__all__ = ["main"]

Format = Literal["table", "jsonl"]

_COMMANDS = ("extract",)
_OWN_OPTIONS = ("--help", "--version")
_COLOURS = {"direct": "green", "indirect": "cyan", "mixed": "yellow"}

app: typer.Typer = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command with *args*, by default those of the process.

    Returns:
        The exit status: 0, or 2 when an argument is wrong, a file cannot be read or no spaCy
        pipeline is installed; what is wrong stands on standard error.
    """
    args = list(sys.argv[1:] if args is None else args)
    if args and args[0] not in (*_COMMANDS, *_OWN_OPTIONS):
        args.insert(0, "extract")
    _print_any_character()
    try:
        app(args=args, prog_name="quotekit")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except QuotekitError as error:
        return _complain(str(error))
    return 0


def _show_version(wanted: bool) -> None:
    if wanted:
        from quotekit import __version__  # noqa: PLC0415 - looks the installed package up

        typer.echo(f"quotekit {__version__}")
        raise typer.Exit


@app.callback()
def _quotekit(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who said what: every quotation in a text, with its speaker and its cue.

    `quotekit FILE` is short for `quotekit extract FILE`.
    """


@app.command()
def extract(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Texts in UTF-8; - is standard input.")
    ],
    output: Annotated[
        Format, typer.Option("--format", "-f", help="A table to read, or one JSON document a line.")
    ] = "table",
    everything: Annotated[
        bool, typer.Option("--all", help="Find reports of thoughts too, and negated or hypothetical ones.")
    ] = False,
    lang: Annotated[str, typer.Option(help="The language of the texts.")] = "en",
) -> None:
    """Print every quotation in each FILE, with who said it.

    Without --all, that is speech which the text asserts.
    """
    settings = _settings(everything)
    unreadable = 0
    for file in files:
        try:
            text = _read(file)
        except (OSError, UnicodeDecodeError) as error:
            unreadable = _complain(f"Cannot read {file}: {_reason(error)}.")
            continue
        _write(file, _quotes(text, settings, lang), output)
    raise typer.Exit(unreadable)


def _settings(everything: bool) -> Settings:
    return Settings(acts=get_args(Act), modalities=get_args(Modality)) if everything else Settings()


def _read(file: str) -> str:
    """The characters of *file* as they are: no line end is translated, so that offsets hold in the file."""
    if file == "-":
        return sys.stdin.buffer.read().decode("utf-8")
    with open(file, "rb") as stream:
        return stream.read().decode("utf-8")


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"byte 0x{byte:02x} at offset {error.start} is not UTF-8; convert the file to UTF-8 first"
    return error.strerror or str(error)


def _quotes(text: str, settings: Settings, lang: str) -> list[Quote]:
    from quotekit.extractor import extract_quotes  # noqa: PLC0415 - loads spaCy, which --help does without
    from quotekit.pipelines import load_pipeline  # noqa: PLC0415

    return extract_quotes(text, settings=settings, nlp=load_pipeline(lang))


def _write(file: str, quotes: list[Quote], output: Format) -> None:
    if output == "jsonl":
        document = {"id": file, "quotes": [quote.to_dict() for quote in quotes]}
        typer.echo(json.dumps(document, ensure_ascii=False).encode("utf-8"))
    else:
        Console(highlight=False).print(_table(file, quotes))


def _table(file: str, quotes: list[Quote]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, show_header=bool(quotes))
    table.title, table.caption = _cell(file), _count(quotes)
    table.title_justify = table.caption_justify = "left"
    table.add_column("Who", style="bold", max_width=24)
    table.add_column("Cue", style="italic", max_width=14)
    table.add_column("Quote")
    table.add_column("Kind", min_width=8)
    for quote in quotes:
        table.add_row(
            _who(quote), _cell(" ".join(span.text for span in quote.cue)), _cell(quote.text), _kind(quote)
        )
        table.add_section()
    return table


def _who(quote: Quote) -> Text:
    if quote.speaker is not None:
        return _cell(quote.speaker.name)
    return _cell(" ".join(span.text for span in quote.source) or "?")


def _kind(quote: Quote) -> Text:
    usual = (*Settings().acts, *Settings().modalities)
    unusual = [word for word in (quote.act, quote.modality) if word not in usual]
    return Text("\n".join([quote.kind, *unusual]), style=_COLOURS[quote.kind])


def _count(quotes: list[Quote]) -> Text:
    speakers = {quote.speaker.name for quote in quotes if quote.speaker is not None}
    return Text(f"\n{_plural(len(quotes), 'quote')} by {_plural(len(speakers), 'speaker')}")


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _cell(text: str) -> Text:
    """*text* on one line, without the control characters that could steer the terminal."""
    line = " ".join(text.split())
    return Text("".join(char if char.isprintable() else "\ufffd" for char in line))


def _complain(message: str) -> int:
    typer.echo(f"quotekit: {message}", err=True)
    return 2


def _print_any_character() -> None:
    """Let a terminal of a narrow encoding show a stand-in where it lacks a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
