"""Files of comma-separated values, as Excel reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import chain
from os import PathLike

from quotekit.export.documents import without_surrogates, write_pieces

__all__ = ["csv_line", "write_csv"]

_EXCEL_MARK = "\ufeff"
"""The first character of a file, by which Excel knows UTF-8."""


def csv_line(values: Iterable[object]) -> str:
    """A line of these values; None is empty, lone surrogates and null characters are U+FFFD."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(map(_csv_value, values))
    return buffer.getvalue()


def _csv_value(value: object) -> str:
    return "" if value is None else without_surrogates(str(value)).replace("\0", "\ufffd")


def write_csv(lines: Iterable[str], path: str | PathLike[str]) -> None:
    """Write a CSV file, whose first character tells Excel that it is in UTF-8.

    Raises:
        InputTypeError: *path* is no path.
        FileError: The file cannot be written.
    """
    write_pieces(chain([_EXCEL_MARK], lines), path)
