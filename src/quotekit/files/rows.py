"""Files with a record for each text: JSON lines, JSON, CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from quotekit.files.decoding import decoded
from quotekit.files.texts import FileText, ReadingChoices, UnreadableText, WrongChoiceError

__all__ = ["read_csv", "read_json", "read_json_lines", "read_tsv"]

_COLUMNS_SHOWN = 20
"""Columns of a table that an error lists; chosen by hand."""


def read_json_lines(
    stream: BinaryIO, name: str, choices: ReadingChoices
) -> Iterator[FileText | UnreadableText]:
    """A text for each line that holds an object."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield _text_of_record(json.loads(decoded(line, choices.encoding)), place, choices)
            except (ValueError, RecursionError) as error:
                yield UnreadableText.by(error, place)


def read_json(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText | UnreadableText]:
    """A text for each object of a list; an object alone is one text.

    Raises:
        ValueError: The file holds neither.
    """
    try:
        data = json.loads(decoded(stream.read(), choices.encoding))
    except RecursionError as error:
        raise ValueError(str(error)) from None
    if isinstance(data, dict):
        yield _text_of_record(data, name, choices)
        return
    if not isinstance(data, list):
        raise ValueError("it holds neither an object nor a list of objects")
    for number, item in enumerate(data, 1):
        try:
            yield _text_of_record(item, f"{name}:{number}", choices)
        except ValueError as error:
            yield UnreadableText.by(error, f"{name}:{number}")


def read_csv(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText | UnreadableText]:
    """A text for each row of a table whose first row names the columns.

    Raises:
        WrongChoiceError: There is no column of the name.
    """
    return _read_separated(stream, name, choices, ",")


def read_tsv(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText | UnreadableText]:
    """What `read_csv` gives, of a table whose columns are parted by tabs."""
    return _read_separated(stream, name, choices, "\t")


def _read_separated(
    stream: BinaryIO, name: str, choices: ReadingChoices, delimiter: str
) -> Iterator[FileText | UnreadableText]:
    text = decoded(stream.read(), choices.encoding).removeprefix("\ufeff")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = rows.fieldnames or []
    if choices.text_field not in columns:
        named = ", ".join(map(repr, columns[:_COLUMNS_SHOWN])) or "none"
        reason = f"it has no column {choices.text_field!r}, but {named}; name the one with the text"
        raise WrongChoiceError(reason, "text_field")
    try:
        for number, row in enumerate(rows, 1):
            place = f"{name}:{number}"
            try:
                yield _text_of_record({key: value for key, value in row.items() if key}, place, choices)
            except ValueError as error:
                yield UnreadableText.by(error, place)
    except csv.Error as error:
        yield UnreadableText(f"{name}:{rows.line_num}", str(error))


def _text_of_record(record: Any, place: str, choices: ReadingChoices) -> FileText:
    text = record.get(choices.text_field) if isinstance(record, Mapping) else None
    if not isinstance(text, str):
        raise WrongChoiceError(f"it is no object with a text in {choices.text_field!r}", "text_field")
    others = {
        key: value for key, value in record.items() if key not in (choices.text_field, choices.id_field)
    }
    given = record.get(choices.id_field)
    has_id = given is not None and str(given).strip()
    return FileText(str(given) if has_id else place, text, others)
