"""Tables of quotes that `quotekit.export.table` wrote, read back."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from attrs import Factory, define

from quotekit.errors import CorpusError
from quotekit.export.columns import PARTS, TAKEN
from quotekit.export.documents import QuotedText
from quotekit.export.field_names import field_from_name
from quotekit.given import file_errors, path_from
from quotekit.records import Quote

__all__ = ["read"]

_SHOWN = 40
"""Characters of a cell that an error shows; chosen by hand."""


def read(path: str | PathLike[str]) -> list[QuotedText]:
    """The quotes of a CSV file, by document; their texts, and documents without quotes, are not in it.

    Args:
        path: The file, such as `write` writes, of this version or an earlier one.

    Raises:
        CorpusError: A line is not of this form.
        FileError: The file cannot be read.
    """
    source = path_from(path)
    with file_errors(source), source.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file, strict=True)
        try:
            found = _documents_of_rows(lines)
        except KeyError as error:
            raise CorpusError(str(source), lines.line_num, f"the column {error} is missing") from None
        except (ValueError, TypeError, AttributeError, csv.Error) as error:
            raise CorpusError(str(source), lines.line_num, str(error)) from None
    return [QuotedText(one.id, None, tuple(one.quotes), one.fields) for one in found]


@define
class _Document:
    """A document of a table, which grows row by row.

    Attributes:
        id: What the rows call it.
        fields: The fields of its first row.
        quotes: Its quotes so far.
        numbers: Their numbers, as they are written.
    """

    id: str
    fields: Mapping[str, Any]
    quotes: list[Quote] = Factory(list)
    numbers: set[str] = Factory(set)


def _documents_of_rows(rows: Iterable[Mapping[str, str]]) -> list[_Document]:
    """The documents in the order of their first rows, those of one id told apart by the numbers of quotes.

    A number that a document has already begins another one of its id. Version 0.1 wrote no numbers, so
    that its documents of one id are one.
    """
    found: list[_Document] = []
    latest: dict[str, _Document] = {}
    for row in rows:
        name, number = row["document"], row.get("number")
        if name not in latest or number in latest[name].numbers:
            latest[name] = _Document(name, _fields_of_row(row))
            found.append(latest[name])
        latest[name].quotes.append(_quote_of_row(row))
        latest[name].numbers.update([] if number is None else [number])
    return found


def _fields_of_row(row: Mapping[str, str]) -> dict[str, Any]:
    return {field_from_name(name, TAKEN): row[name] for name in row if name is not None and name not in TAKEN}


def _quote_of_row(row: Mapping[str, str]) -> Quote:
    """The quote of a row; what version 0.1 wrote calls its text ``content`` and says less of a speaker."""
    words = row["content"] if "content" in row else row["text"]
    data: dict[str, Any] = {"content": _read_spans(words, row["content_at"])}
    data.update({part: _read_spans(row[part], row[f"{part}_at"]) for part in PARTS})
    if row["mention_at"]:
        data["speaker"] = _read_speaker(row)
    data.update({name: row[name] for name in ("kind", "act", "modality", "rule")})
    return Quote.from_dict({**data, "depth": int(row["depth"]), "confidence": float(row["confidence"])})


def _read_speaker(row: Mapping[str, str]) -> dict[str, Any]:
    [mention] = _read_spans(row["mention"], row["mention_at"])
    [*role] = _read_spans(row.get("speaker_role", ""), row.get("speaker_role_at", ""))
    return {
        "name": row["speaker"],
        "label": row["speaker_label"],
        "how": row["speaker_how"],
        "mention": mention,
        "role": role[0] if role else None,
        "pronoun": row.get("speaker_pronoun") or None,
        "confidence": float(row.get("speaker_confidence") or 1.0),
        "rule": row.get("speaker_rule", ""),
    }


def _read_spans(text: str, places: str) -> list[dict[str, Any]]:
    spans, at = [], 0
    for place in filter(None, places.split(";")):
        start, end = map(int, place.split("-"))
        words = text[at : at + end - start]
        if not 0 <= start <= end or len(words) != end - start:
            raise ValueError(f"the offsets {place[:_SHOWN]} are not those of {text[:_SHOWN]!r}")
        spans.append({"start": start, "end": end, "text": words})
        at += end - start + 1
    return spans
