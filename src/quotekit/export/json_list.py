"""One JSON document: a list of what the lines of JSON lines hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike

from quotekit.export.documents import QuotedText, write_pieces
from quotekit.export.jsonl import json_lines

__all__ = ["json_pieces", "write"]


def json_pieces(documents: Iterable[QuotedText]) -> Iterator[str]:
    """The document in pieces, one for each text and one for the end."""
    opening = "[\n"
    for line in json_lines(documents):
        yield opening + line.removesuffix("\n")
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a JSON file.

    Raises:
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    write_pieces(json_pieces(documents), path)
