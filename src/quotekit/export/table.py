"""Tables with a row for each quote: CSV, and data frames of pandas, Polars and Arrow (extra ``table``).

Offsets of several spans are written ``0-15;20-25``, and their words joined by a blank; so every
quote can be read back, and only the text that they are from is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

from quotekit.errors import ExtraMissingError
from quotekit.export.columns import COLUMNS, PARTS, TAKEN, column_errors, columns_of_rows
from quotekit.export.csv_files import csv_line, write_csv
from quotekit.export.documents import QuotedText
from quotekit.export.field_names import name_of_field
from quotekit.export.table_reading import read
from quotekit.given import checked_items, checked_value
from quotekit.records import Quote, Span
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range
from quotekit.text.sentences import sentence_around

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["COLUMNS", "csv_lines", "quote_rows", "read", "to_arrow", "to_pandas", "to_polars", "write"]

_TEXTS_OR_QUOTES = "quotes, or texts with their quotes, such as [quotekit.QuotedText('a', text, quotes)]"
_OF_SPEAKER = tuple(name for name in COLUMNS if name.startswith(("speaker", "mention")))


def quote_rows(documents: Iterable[QuotedText] | Iterable[Quote]) -> Iterator[dict[str, Any]]:
    """A row for each quote, by the names of `COLUMNS`; what a quote lacks is None.

    The fields of its text are further columns, one that is called like a column of quotes with
    `quotekit.export.field_names.FIELD_PREFIX` before its name.

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
            fields = {name_of_field(name, TAKEN): value for name, value in document.fields.items()}
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
    for part in PARTS:
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


def _frame_columns(documents: Iterable[QuotedText] | Iterable[Quote]) -> dict[str, list[Any]]:
    """The columns of the quotes, and behind them those of the fields in the order of first sight."""
    rows = list(quote_rows(documents))
    return columns_of_rows(rows, dict.fromkeys([*COLUMNS, *(name for row in rows for name in row)]))


def to_pandas(documents: Iterable[QuotedText] | Iterable[Quote]) -> pd.DataFrame:
    """A pandas data frame with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Fields of texts that are of several kinds are text, as in the other frames.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else, or have fields that are no plain data.
        ExtraMissingError: pandas is not installed.
    """
    try:
        import pandas  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("pandas", "table") from None
    kinds = {str: "string", int: "int64", float: "float64"}
    columns = _frame_columns(documents)
    with column_errors():
        return pandas.DataFrame(columns).astype({name: kinds[kind] for name, kind in COLUMNS.items()})


def to_polars(documents: Iterable[QuotedText] | Iterable[Quote]) -> pl.DataFrame:
    """A Polars data frame with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else, or have fields that are no plain data.
        ExtraMissingError: Polars is not installed.
    """
    try:
        import polars  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("polars", "table") from None
    kinds = {str: polars.String(), int: polars.Int64(), float: polars.Float64()}
    columns = _frame_columns(documents)
    schema = {name: kinds[COLUMNS[name]] if name in COLUMNS else None for name in columns}
    with column_errors():
        return polars.DataFrame(columns, schema=schema)


def to_arrow(documents: Iterable[QuotedText] | Iterable[Quote]) -> pa.Table:
    """An Arrow table with the columns of `COLUMNS`, from quotes or from texts with their quotes.

    Args:
        documents: As for `quote_rows`.

    Raises:
        InputTypeError: They are something else, or have fields that are no plain data.
        ExtraMissingError: pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("pyarrow", "table") from None
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    columns = _frame_columns(documents)
    with column_errors():
        return pyarrow.table(
            {
                name: pyarrow.array(values, kinds[COLUMNS[name]] if name in COLUMNS else None)
                for name, values in columns.items()
            }
        )
