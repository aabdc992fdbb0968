"""Tables with a row for each quote: CSV, and data frames of pandas, Polars and Arrow (extra ``table``).

Offsets of several spans are written ``0-15;20-25``, and their words joined by a blank; so every
quote can be read back, and only the text that they are from is not kept.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

from quotekit.errors import CorpusError, ExtraMissingError
from quotekit.export.csv_files import csv_line, write_csv
from quotekit.export.documents import QuotedText
from quotekit.given import checked_items, checked_value, file_errors, path_from
from quotekit.records import Quote, Span
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range
from quotekit.text.sentences import sentence_around

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["COLUMNS", "csv_lines", "quote_rows", "read", "to_arrow", "to_pandas", "to_polars", "write"]

COLUMNS: dict[str, type] = {
    "document": str,
    "number": int,
    "kind": str,
    "act": str,
    "modality": str,
    "speaker": str,
    "text": str,
    "start": int,
    "end": int,
    "sentence": str,
    "content_at": str,
    "cue": str,
    "cue_at": str,
    "source": str,
    "source_at": str,
    "addressee": str,
    "addressee_at": str,
    "speaker_label": str,
    "speaker_how": str,
    "mention": str,
    "mention_at": str,
    "speaker_role": str,
    "speaker_role_at": str,
    "speaker_pronoun": str,
    "speaker_confidence": float,
    "speaker_rule": str,
    "depth": int,
    "confidence": float,
    "rule": str,
}
"""The columns and what is in them.

``number`` counts the quotes of a document from 0; ``text``, ``start`` and ``end`` are those of the
content as a whole, as in the columns that `quotekit.spark` adds. ``sentence`` is what stands around it, from
the start of a sentence to the end of one; None where the text is not at hand.
"""

_SHOWN = 40
"""Characters of a cell that an error shows; chosen by hand."""

_PARTS = ("cue", "source", "addressee")
_TEXTS_OR_QUOTES = "quotes, or texts with their quotes, such as [quotekit.QuotedText('a', text, quotes)]"
_OF_SPEAKER = tuple(name for name in COLUMNS if name.startswith(("speaker", "mention")))


def quote_rows(documents: Iterable[QuotedText] | Iterable[Quote]) -> Iterator[dict[str, Any]]:
    """A row for each quote, by the names of `COLUMNS`; what a quote lacks is None.

    Args:
        documents: Texts with their quotes, or the quotes of one text alone, whose document is ``""`` then.

    Raises:
        InputTypeError: They are something else.
    """
    for document in _as_texts(documents):
        stretches = paragraphs(document.text or "")
        for number, quote in enumerate(document.quotes):
            row = {"document": document.id, "number": number, **_part_cells(quote), **_speaker_cells(quote)}
            row["sentence"] = _sentence_of(quote, document.text, stretches)
            others = {name: getattr(quote, name) for name in COLUMNS if name not in row}
            fields = {name: value for name, value in document.fields.items() if name not in COLUMNS}
            yield {**{name: {**row, **others}[name] for name in COLUMNS}, **fields}


def _as_texts(given: Iterable[QuotedText] | Iterable[Quote]) -> Iterator[QuotedText]:
    items: Iterator[object] = checked_items(given, object, _TEXTS_OR_QUOTES)
    first = next(items, None)
    if isinstance(first, Quote):
        others = (checked_value(item, Quote, _TEXTS_OR_QUOTES) for item in items)
        yield QuotedText("", None, (first, *others))
    elif first is not None:
        yield checked_value(first, QuotedText, _TEXTS_OR_QUOTES)
        yield from (checked_value(item, QuotedText, _TEXTS_OR_QUOTES) for item in items)


def _sentence_of(quote: Quote, text: str | None, stretches: Sequence[Range]) -> str | None:
    """The sentences that hold a quote's content, cue and source, on one line."""
    if text is None:
        return None
    spans = [*quote.content, *quote.cue, *quote.source]
    inside = min(span.start for span in spans), max(span.end for span in spans)
    start, end = sentence_around(text, inside, stretches)
    return " ".join(text[start:end].split())


def _part_cells(quote: Quote) -> dict[str, str | None]:
    cells: dict[str, str | None] = {"content_at": _words_and_places(quote.content)[1]}
    for part in _PARTS:
        cells[part], cells[f"{part}_at"] = _words_and_places(getattr(quote, part))
    return cells


def _words_and_places(spans: Iterable[Span]) -> tuple[str | None, str | None]:
    listed = list(spans)
    if not listed:
        return None, None
    places = ";".join(f"{span.start}-{span.end}" for span in listed)
    return " ".join(span.text for span in listed), places


def _speaker_cells(quote: Quote) -> dict[str, str | float | None]:
    if quote.speaker is None:
        return dict.fromkeys(_OF_SPEAKER)
    speaker = quote.speaker
    mention, mention_at = _words_and_places([speaker.mention])
    role, role_at = _words_and_places([speaker.role] if speaker.role else [])
    return {
        "speaker": speaker.name,
        "speaker_label": speaker.label,
        "speaker_how": speaker.how,
        "mention": mention,
        "mention_at": mention_at,
        "speaker_role": role,
        "speaker_role_at": role_at,
        "speaker_pronoun": speaker.pronoun,
        "speaker_confidence": speaker.confidence,
        "speaker_rule": speaker.rule,
    }


def csv_lines(documents: Iterable[QuotedText]) -> Iterator[str]:
    """The lines of a CSV file with a header; lone surrogates and null characters are U+FFFD in it.

    The fields of the first document that has quotes are further columns; those that only later ones have
    are left out.

    Args:
        documents: Texts with their quotes.

    Raises:
        InputTypeError: They are something else.
    """
    columns: list[str] | None = None
    for row in quote_rows(documents):
        if columns is None:
            columns = list(row)
            yield csv_line(columns)
        values = map(row.get, columns)
        yield csv_line(values)
    if columns is None:
        yield csv_line(COLUMNS)


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a CSV file, whose first character tells Excel that it is in UTF-8.

    Args:
        documents: Texts with their quotes.
        path: The file, which is replaced if it is there.

    Raises:
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    write_csv(csv_lines(documents), path)


def read(path: str | PathLike[str]) -> list[QuotedText]:
    """The quotes of a CSV file, by document; their texts are not in it.

    Args:
        path: The file, such as `write` writes, of this version or an earlier one.

    Raises:
        CorpusError: A line is not of this form.
        FileError: The file cannot be read.
    """
    quotes: dict[str, list[Quote]] = {}
    fields: dict[str, dict[str, Any]] = {}
    known = {*COLUMNS, "content"}
    source = path_from(path)
    with file_errors(source), source.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file, strict=True)
        try:
            for row in lines:
                quotes.setdefault(row["document"], []).append(_quote_of_row(row))
                fields.setdefault(row["document"], {name: row[name] for name in row if name not in known})
        except KeyError as error:
            raise CorpusError(str(source), lines.line_num, f"the column {error} is missing") from None
        except (ValueError, TypeError, AttributeError, csv.Error) as error:
            raise CorpusError(str(source), lines.line_num, str(error)) from None
    return [QuotedText(name, None, tuple(found), fields[name]) for name, found in quotes.items()]


def _quote_of_row(row: Mapping[str, str]) -> Quote:
    """The quote of a row; what version 0.1 wrote calls its text ``content`` and says less of a speaker."""
    words = row["content"] if "content" in row else row["text"]
    data: dict[str, Any] = {"content": _read_spans(words, row["content_at"])}
    data.update({part: _read_spans(row[part], row[f"{part}_at"]) for part in _PARTS})
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


def _further(found: Iterable[Mapping[str, Any]]) -> list[str]:
    """The columns of rows that stand for fields of their documents, in the order of first sight."""
    return list(dict.fromkeys(name for row in found for name in row if name not in COLUMNS))


def to_pandas(documents: Iterable[QuotedText] | Iterable[Quote]) -> pd.DataFrame:
    """A pandas data frame with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else.
        ExtraMissingError: pandas is not installed.
    """
    try:
        import pandas  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("pandas", "table") from None
    found = list(quote_rows(documents))
    frame = pandas.DataFrame.from_records(found, columns=[*COLUMNS, *_further(found)])
    kinds = {str: "string", int: "int64", float: "float64"}
    return frame.astype({name: kinds[kind] for name, kind in COLUMNS.items()})


def to_polars(documents: Iterable[QuotedText] | Iterable[Quote]) -> pl.DataFrame:
    """A Polars data frame with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else.
        ExtraMissingError: Polars is not installed.
    """
    try:
        import polars  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("polars", "table") from None
    kinds = {str: polars.String(), int: polars.Int64(), float: polars.Float64()}
    found = list(quote_rows(documents))
    schema = {name: kinds[kind] for name, kind in COLUMNS.items()} | dict.fromkeys(_further(found))
    return polars.DataFrame(found, schema=schema, strict=False)


def to_arrow(documents: Iterable[QuotedText] | Iterable[Quote]) -> pa.Table:
    """An Arrow table with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else.
        ExtraMissingError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("pyarrow", "table") from None
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    found = list(quote_rows(documents))
    columns = {
        name: pyarrow.array([row[name] for row in found], kinds[kind]) for name, kind in COLUMNS.items()
    }
    others = {name: pyarrow.array([row.get(name) for row in found]) for name in _further(found)}
    return pyarrow.table({**columns, **others})
