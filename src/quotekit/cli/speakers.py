"""``quotekit speakers``: who is quoted over a corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotekit.casting import Person, cast, people_lines
from quotekit.cli.console import printable
from quotekit.cli.options import Lang
from quotekit.cli.people import is_named_like, read_people
from quotekit.errors import CorpusError
from quotekit.export.documents import QuotedText
from quotekit.export.formats import FORMATS, format_by_ending

__all__ = ["speakers_command"]

Form = Literal["table", "json", "csv"]

_NOBODY = "nobody named"


QuotedCorpora = Annotated[
    list[Path],
    typer.Argument(
        metavar="CORPUS",
        help="Quotes that extract has written, as JSON lines, CSV or TEI.",
        show_default=False,
        exists=True,
        dir_okay=False,
    ),
]
CastForm = Annotated[Form, typer.Option("--format", "-f", help="A table to read, or data.")]
PeopleFile = Annotated[
    Path | None,
    typer.Option(
        "--people",
        metavar="TABLE",
        help="A CSV file with the columns id and name: who is one person, whatever the texts call them.",
        exists=True,
        dir_okay=False,
    ),
]
NamePart = Annotated[
    str | None,
    typer.Option("--speaker", "-s", metavar="NAME", help="Only who is quoted by a name with this in it."),
]
Outlet = Annotated[
    str, typer.Option("--outlet", metavar="FIELD", help="The field of a text that tells its outlet.")
]


def speakers_command(
    files: QuotedCorpora,
    form: CastForm = "table",
    people: PeopleFile = None,
    speaker: NamePart = None,
    outlet: Outlet = "outlet",
    lang: Lang = "en",
) -> None:
    """Say who is quoted in each CORPUS together, how often and with how many words.

    The same full name is one person in all texts; a surname is the one person of an outlet who bears it;
    and whatever TABLE says goes before that. The names and what speaks for them are shown.

    \b
    [bold]Examples[/bold]
      quotekit extract -o quotes.jsonl news/      first the quotes
      quotekit speakers quotes.jsonl              then who says them
      quotekit speakers --people people.csv -f csv quotes.jsonl
      quotekit speakers --speaker Brandt quotes.jsonl

    The exit status is 0, or 2 when a file cannot be read.
    """
    documents = [document for path in files for document in _read_quoted(path)]
    found = cast(documents, people=read_people(people), outlet=outlet, lang=lang)
    if speaker is not None:
        found = [person for person in found if _is_named(person, speaker)]
    _WRITERS[form](found)


def _read_quoted(path: Path) -> list[QuotedText]:
    row = format_by_ending(path)
    if row is None or row.read is None:
        known = ", ".join(row.name for row in FORMATS if row.read)
        problem = (
            f"its name does not end like a format that is read back ({known}); run quotekit extract first"
        )
        raise CorpusError(str(path), 0, problem)
    return row.read(path)


def _is_named(person: Person, part: str) -> bool:
    names = [person.name or "", *(use.name for use in person.names)]
    return any(is_named_like(name, part) for name in names)


def _print_table(people: Sequence[Person]) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("Who", style="bold")
    for title in ("Texts", "Quotes", "Words", "Share"):
        table.add_column(title, justify="right")
    table.add_column("Also as")
    for person in people:
        style = "dim" if person.name is None else ""
        figures = (f"{person.documents:,}", f"{person.quotes:,}", f"{person.words:,}", f"{person.share:.1%}")
        cells = (
            Text(printable(_name_shown(person)), style=style),
            *figures,
            Text(printable(_other_names(person))),
        )
        table.add_row(*cells)
    Console(highlight=False).print(table)


def _name_shown(person: Person) -> str:
    return (person.name or _NOBODY) + (f" ({person.id})" if person.id else "")


def _other_names(person: Person) -> str:
    uses = dict.fromkeys((use.name, use.evidence) for use in person.names if use.name != person.name)
    return "; ".join(f"{name} ({evidence})" for name, evidence in uses)


def _print_people(people: Sequence[Person]) -> None:
    data = [person.to_dict() for person in people]
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def _print_csv(people: Iterable[Person]) -> None:
    for line in people_lines(people):
        typer.echo(line.encode("utf-8"), nl=False)


_WRITERS: dict[Form, Callable[[Sequence[Person]], None]] = {
    "table": _print_table,
    "json": _print_people,
    "csv": _print_csv,
}
