"""Names that a user gives: which of them are one person's, and whose quotes are wanted."""

from __future__ import annotations

import csv
from pathlib import Path

from quotekit.errors import CorpusError
from quotekit.export.documents import QuotedText
from quotekit.given import file_errors

__all__ = ["is_named_like", "only_of_speaker", "read_alias_table", "read_people"]

_ALIASES = "a row is a name, and another of the same person"
_PEOPLE = "a row is an id, and a name of whom it stands for"


def read_alias_table(path: Path | None) -> dict[str, list[str]]:
    """The other names of each name, from a table with the columns ``name`` and ``alias``.

    Tabs part its columns, or commas when its name ends in ``.csv``.

    Raises:
        CorpusError: A column is missing, or a row has no name.
        FileError: The file cannot be read.
    """
    delimiter = "," if path is None or path.suffix.casefold() == ".csv" else "\t"
    return {} if path is None else _names_by_key(path, ("name", "alias"), delimiter, _ALIASES)


def read_people(path: Path | None) -> dict[str, list[str]] | None:
    """The names of each id, from a table in CSV with the columns ``id`` and ``name``; None for none.

    Raises:
        CorpusError: A column is missing, or a row has no id or no name.
        FileError: The file cannot be read.
    """
    return None if path is None else _names_by_key(path, ("id", "name"), ",", _PEOPLE)


def _names_by_key(path: Path, columns: tuple[str, str], delimiter: str, means: str) -> dict[str, list[str]]:
    """What stands in the second of two columns, by what stands in the first, in the order of the table."""
    found: dict[str, list[str]] = {}
    with file_errors(path), path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=delimiter, strict=True)
        try:
            for row in rows:
                key, value = (_required_value(row, column, means) for column in columns)
                found.setdefault(key, []).append(value)
        except (ValueError, csv.Error) as error:
            raise CorpusError(str(path), max(rows.line_num, 1), str(error)) from None
    return found


def _required_value(row: dict[str, str | None], column: str, means: str) -> str:
    cell = (row.get(column) or "").strip()
    if not cell:
        missing = "is empty" if column in row else "is missing"
        raise ValueError(f"the column {column!r} {missing}; {means}")
    return cell


def is_named_like(name: str | None, part: str) -> bool:
    """Whether *part* stands in *name*, in capitals or not."""
    return name is not None and part.casefold() in name.casefold()


def only_of_speaker(document: QuotedText, part: str | None) -> QuotedText:
    """The document with those quotes alone whose speaker has *part* in the name; all of them for None."""
    if part is None:
        return document
    wanted = tuple(quote for quote in document.quotes if is_named_like(quote.speaker_name, part))
    return QuotedText(document.id, document.text, wanted, document.fields)
