"""Parquet: the table of quotes in a file for data frames and databases (extra ``table``)."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from quotekit.errors import ExtraMissingError
from quotekit.export.columns import column_errors
from quotekit.export.documents import QuotedText, checked_texts, replaced_whole
from quotekit.export.table import to_arrow

__all__ = ["write"]


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a Parquet file with the columns of `quotekit.export.table.COLUMNS`.

    Raises:
        InputTypeError: What was given are no texts with quotes, or their fields no plain data; or no path.
        ExtraMissingError: pyarrow is not installed.
        FileError: The file cannot be written.
    """
    try:
        from pyarrow import parquet  # noqa: PLC0415 - only for whoever wants this
    except ImportError:
        raise ExtraMissingError("pyarrow", "table") from None
    table = to_arrow(checked_texts(documents))
    with replaced_whole(path, in_order=False) as unfinished, column_errors():
        parquet.write_table(table, unfinished)
