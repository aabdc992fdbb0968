"""Files that are one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotekit.files.decoding import decoded
from quotekit.files.texts import FileText, ReadingChoices, WrongChoiceError

__all__ = ["read_plain"]

_NO_TEXT = {b"%PDF-": "a PDF", b"PK\x03\x04": "an archive or an office document", b"\x1f\x8b": "compressed"}
"""How files begin that are no text, whatever they are called."""


def read_plain(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """The file as one text.

    Raises:
        WrongChoiceError: It is no text, or in an unknown encoding.
    """
    data = stream.read()
    for beginning, what in _NO_TEXT.items():
        if data.startswith(beginning):
            raise WrongChoiceError(f"it is {what} and no text; name its form", "form")
    yield FileText(name, decoded(data, choices.encoding))
