"""``quotekit verify``: quotations against the text that they are said to be from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from os.path import isfile
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from attrs import frozen
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotekit.cli.console import complain, printable
from quotekit.cli.options import Lang
from quotekit.errors import RecordError
from quotekit.files import UnreadableText, form_by_ending, read_files
from quotekit.records import Quote

if TYPE_CHECKING:
    from quotekit.verify import Change, Verification

__all__ = ["verify_command"]

Format = Literal["table", "jsonl", "json"]

_GOOD = ("exact", "normalised")
_COLOURS = {
    "exact": "green",
    "normalised": "green",
    "altered": "yellow",
    "spliced": "yellow",
    "absent": "red",
}

_VERDICT_WIDTH = max(map(len, _COLOURS))
"""Characters of the longest verdict."""

_PLACE_WIDTH = 7
"""Characters of the column of places, at least: two offsets of three figures with their dash."""


@frozen
class _Asked:
    """A quotation to check, and who is said to have said it."""

    id: str
    quote: str | Quote
    speaker: str | None = None


Quotations = Annotated[
    str,
    typer.Argument(
        metavar="QUOTES",
        help="The quotation itself, or a .jsonl or .json file; - is JSON lines on standard input.",
        show_default=False,
    ),
]
SourceFile = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help="The text that they are said to be from, in UTF-8.", show_default=False
    ),
]
SaidBy = Annotated[
    str | None, typer.Option("--speaker", "-s", metavar="NAME", help="Who is said to have said it.")
]
Verdicts = Annotated[
    Format,
    typer.Option("--format", "-f", help="A table to read, one JSON object a line, or a list of them."),
]


def verify_command(
    quotes: Quotations,
    source: SourceFile,
    speaker: SaidBy = None,
    form: Verdicts = "table",
    lang: Lang = "en",
) -> None:
    """Check quotations: exact, normalised, altered, spliced or absent in SOURCE, and whose words they are.

    A line of a .jsonl file, or an element of the list in a .json file, is an object with "quote" and, if that
    is to be checked, "speaker"; or what `quotekit extract --format jsonl` (or `json`) writes.

    \b
    [bold]Examples[/bold]
      quotekit verify "The bridge is safe" article.txt
      quotekit verify "The bridge is safe" article.txt --speaker "Helen Brandt"
      quotekit verify answers.jsonl article.txt
      quotekit extract -f jsonl summary.txt | quotekit verify - article.txt

    The exit status is 0 when every quotation is exact or normalised and nobody else's, 1 when one is not
    or cannot be read, or 2 when nothing could be tried.
    """
    text = _only_text(source)
    asked = list(_asked(quotes, speaker))
    good = [one for one in asked if isinstance(one, _Asked)]
    for bad in asked:
        if isinstance(bad, UnreadableText):
            complain(f"Cannot read {bad.id}: {bad.reason}.")
    found = list(_verifications(good, text, lang))
    _print(good, found, form)
    raise typer.Exit(0 if len(good) == len(asked) and all(map(_is_right, found)) else 1)


def _only_text(source: str) -> str:
    """The text that a file holds.

    Raises:
        typer.BadParameter: It holds none or several, or cannot be read.
    """
    texts = list(islice(read_files([source]), 2))
    if len(texts) != 1:
        raise typer.BadParameter(f"{source} holds {'several texts' if texts else 'no text'}; give one.")
    [text] = texts
    if isinstance(text, UnreadableText):
        raise typer.BadParameter(f"Cannot read {source}: {text.reason}.")
    return text.text


def _asked(quotes: str, speaker: str | None) -> Iterator[_Asked | UnreadableText]:
    form = _form_of_quotes(quotes)
    if form is None:
        yield _Asked("1", quotes, speaker)
        return
    for text in read_files([quotes], "text"):
        if isinstance(text, UnreadableText):
            yield text
        elif form == "json":
            yield from _of_list(quotes, text.text, speaker)
        else:
            for number, line in enumerate(text.text.split("\n"), 1):
                if line.strip():
                    yield from _of_object(f"{quotes}:{number}", line, speaker)


def _form_of_quotes(quotes: str) -> str | None:
    """The form of a file of quotations by its name; None where the name is a quotation itself.

    Raises:
        typer.BadParameter: It is the name of a file of another form.
    """
    form = form_by_ending(quotes)
    if quotes == "-" or (form is not None and form.name == "jsonl"):
        return "jsonl"
    if form is not None and form.name == "json":
        return "json"
    if isfile(quotes):
        raise typer.BadParameter(f"{quotes} is a file, but no .jsonl or .json file of quotations; give one.")
    return None


def _of_list(file: str, text: str, speaker: str | None) -> Iterator[_Asked | UnreadableText]:
    """The quotations of a JSON file, which holds a list of objects or one of them."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield UnreadableText(file, str(error))
        return
    for number, row in enumerate(data if isinstance(data, list) else [data], 1):
        yield from _of_object(f"{file}:{number}", json.dumps(row), speaker)


def _of_object(place: str, line: str, speaker: str | None) -> Iterator[_Asked | UnreadableText]:
    """The quotations of one object of JSON."""
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("it is no JSON object")
        yield from [_of_row(place, one, speaker) for one in row.get("quotes", [row])]
    except RecordError as error:
        yield UnreadableText(place, error.problem)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        yield UnreadableText(place, str(error))


def _of_row(place: str, row: dict[str, Any], speaker: str | None) -> _Asked:
    if "content" in row:
        return _Asked(place, Quote.from_dict(row), speaker)
    quote, by = row.get("quote"), row.get("speaker", speaker)
    if not isinstance(quote, str) or not isinstance(by, str | None):
        raise ValueError("it has no 'quote' that is a text, or a 'speaker' that is no name")
    return _Asked(str(row.get("id", place)), quote, by)


def _verifications(asked: Iterable[_Asked], text: str, lang: str) -> Iterator[Verification]:
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415 - spaCy loads when a speaker is asked about
    from quotekit.verify import verify_quotes  # noqa: PLC0415

    asked = list(asked)
    needs_parse = any(one.speaker or (isinstance(one.quote, Quote) and one.quote.speaker) for one in asked)
    nlp = load_pipeline(lang) if needs_parse else None
    return verify_quotes([(one.quote, one.speaker) for one in asked], text, nlp=nlp)


def _is_right(found: Verification) -> bool:
    return found.verdict in _GOOD and found.attribution != "differs"


def _asked_words(asked: _Asked) -> str:
    return asked.quote.text if isinstance(asked.quote, Quote) else asked.quote


def _print(asked: list[_Asked], found: list[Verification], form: Format) -> None:
    if form == "table":
        Console(highlight=False).print(_verdict_table(asked, found))
        return
    data = [
        {"id": one.id, "quote": _asked_words(one), **verification.to_dict()}
        for one, verification in zip(asked, found, strict=True)
    ]
    indented = [json.dumps(data, ensure_ascii=False, indent=2)]
    lines = indented if form == "json" else [json.dumps(row, ensure_ascii=False) for row in data]
    sys.stdout.flush()
    for line in lines:
        typer.echo(line.encode("utf-8", "backslashreplace"))


def _verdict_table(asked: list[_Asked], found: list[Verification]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("Verdict", min_width=_VERDICT_WIDTH)
    table.add_column("Quotation")
    table.add_column("How it differs")
    table.add_column("Where", min_width=_PLACE_WIDTH)
    table.add_column("Speaker")
    for one, verification in zip(asked, found, strict=True):
        places = ", ".join(f"{span.start}-{span.end}" for span in verification.spans)
        table.add_row(
            Text(verification.verdict, style=_COLOURS[verification.verdict]),
            Text(printable(_asked_words(one))),
            Text(printable(_differences(verification))),
            places,
            Text(printable(_speaker_words(verification))),
        )
    return table


def _differences(found: Verification) -> str:
    return "; ".join([*found.normalisations, *map(_change_words, found.changes)])


def _change_words(change: Change) -> str:
    if change.kind == "replaced":
        return f"“{change.quote.text}” for “{change.source.text}”"
    return f"{change.kind} “{change.source.text or change.quote.text}”"


def _speaker_words(found: Verification) -> str:
    if found.attribution is None:
        return ""
    return f"{found.attribution}: {found.speaker.name}" if found.speaker else found.attribution
