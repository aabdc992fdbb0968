"""JSON lines: an object for each text, with its id, fields, text and quotes; nothing is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from quotekit.errors import CorpusError
from quotekit.export.documents import QuotedText, checked_texts, write_pieces
from quotekit.export.field_names import field_from_name, name_of_field
from quotekit.given import file_errors, path_from
from quotekit.records import Quote

__all__ = ["json_lines", "read", "write"]


_OWN = ("id", "text", "quotes")
"""The keys of a line that are no fields of the document; a field of that name has another."""


def json_lines(documents: Iterable[QuotedText]) -> Iterator[str]:
    """The lines, one at a time, each with its line end.

    Args:
        documents: Texts with their quotes.

    Raises:
        InputTypeError: They are something else.
    """
    for document in checked_texts(documents):
        text = {} if document.text is None else {"text": document.text}
        others = {name_of_field(name, _OWN): value for name, value in document.fields.items()}
        quotes = [quote.to_dict() for quote in document.quotes]
        data = {"id": document.id, **others, **text, "quotes": quotes}
        line = json.dumps(data, ensure_ascii=False)
        try:
            line.encode("utf-8")
        except UnicodeEncodeError:  # a lone surrogate, which only an escape can hold
            line = json.dumps(data)
        yield line + "\n"


def write(documents: Iterable[QuotedText], path: str | PathLike[str]) -> None:
    """Write a file of JSON lines.

    Args:
        documents: Texts with their quotes.
        path: The file, which is replaced if it is there.

    Raises:
        InputTypeError: What was given are no texts with quotes, or no path.
        FileError: The file cannot be written.
    """
    write_pieces(json_lines(documents), path)


def read(path: str | PathLike[str]) -> list[QuotedText]:
    """The texts of a file of JSON lines, in its order.

    Args:
        path: The file, such as `write` writes.

    Raises:
        CorpusError: A line is no object of this form.
        FileError: The file cannot be read.
    """
    source = path_from(path)
    with file_errors(source), source.open("rb") as lines:
        return [_quoted_text(source, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _quoted_text(path: Path, number: int, line: bytes) -> QuotedText:
    try:
        data = json.loads(line)
        text = data.get("text")
        if text is not None and not isinstance(text, str):
            raise ValueError("its text is no string")
        others = {field_from_name(key, _OWN): value for key, value in data.items() if key not in _OWN}
        return QuotedText(str(data["id"]), text, tuple(map(Quote.from_dict, data["quotes"])), others)
    except KeyError as error:
        raise CorpusError(str(path), number, f"{error} is missing") from None
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise CorpusError(str(path), number, str(error)) from None
