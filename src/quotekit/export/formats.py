"""The table of formats: a new one is a module of this room and a row here.

The command offers what stands in it, and finds a format by the ending of the name that it writes to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike

from attrs import frozen

from quotekit.errors import SettingsError
from quotekit.export import brat, json_list, jsonl, jsonld, parquet, sqlite, table, tei
from quotekit.export.documents import QuotedText
from quotekit.given import path_from

__all__ = ["FORMATS", "ExportFormat", "format_by_ending", "format_named"]


@frozen
class ExportFormat:
    """A form that texts with their quotes are written in.

    Attributes:
        name: What it is called on the command line.
        endings: How names of its files end, the usual ending first; none for a folder of files.
        write: Writes the texts to a path: a file whole or not at all, a folder file by file.
        pieces: What `write` writes, piece by piece while the texts come in; None where it is no text.
        read: Gives the texts of a file back, None where the format does not hold them.
        needs: The extra that writing takes, None for what every installation has.
    """

    name: str
    endings: tuple[str, ...]
    write: Callable[[Iterable[QuotedText], str | PathLike[str]], None]
    pieces: Callable[[Iterable[QuotedText]], Iterator[str]] | None = None
    read: Callable[[str | PathLike[str]], list[QuotedText]] | None = None
    needs: str | None = None


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("jsonl", (".jsonl", ".ndjson"), jsonl.write, jsonl.json_lines, jsonl.read),
    ExportFormat("json", (".json",), json_list.write, json_list.json_pieces),
    ExportFormat("csv", (".csv",), table.write, table.csv_lines, table.read),
    ExportFormat("tei", (".xml", ".tei"), tei.write, tei.tei_pieces, tei.read),
    ExportFormat("brat", (), brat.write),
    ExportFormat("jsonld", (".jsonld",), jsonld.write, jsonld.jsonld_pieces),
    ExportFormat("parquet", (".parquet",), parquet.write, needs="table"),
    ExportFormat("sqlite", (".sqlite", ".sqlite3", ".db"), sqlite.write),
)
"""The formats, in the order in which the command lists them."""


def format_named(name: str) -> ExportFormat:
    """The format of a name.

    Raises:
        SettingsError: There is none of that name.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise SettingsError("format", repr(name), " or ".join(row.name for row in FORMATS))


def format_by_ending(path: str | PathLike[str]) -> ExportFormat | None:
    """The format that the name of a file ends like, None where it ends like none of them.

    Raises:
        InputTypeError: *path* is no path.
    """
    name = str(path_from(path)).casefold()
    return next((row for row in FORMATS if name.endswith(row.endings)), None)
