"""Files, opened and read by the form that they are in."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import BinaryIO, cast

from quotekit.errors import QuotekitError
from quotekit.files.finding import STANDARD_INPUT
from quotekit.files.forms import COMPRESSED, FORMS, InputForm, form_by_ending, form_named
from quotekit.files.texts import FileText, ReadingChoices, UnreadableText, WrongChoiceError

__all__ = ["read_files"]


def read_files(
    paths: Iterable[str], form: str = "auto", choices: ReadingChoices | None = None
) -> Iterator[FileText | UnreadableText]:
    """The texts in the files, one at a time; one that cannot be read does not end the others.

    Args:
        paths: Names of files; ``-`` is standard input, a text unless *form* says otherwise.
        form: The name of the form that all files are in; ``auto`` goes by the ending of each name.
        choices: How they are read.

    Raises:
        ExtraMissingError: A form needs a library that is not installed.
    """
    for path in paths:
        try:
            row = _form_of(path) if form == "auto" else form_named(form)
            if row is None:
                raise WrongChoiceError(f"files like this are not understood; name the form: {_KNOWN}", "form")
            with _open_stream(path) as stream:
                yield from row.read(stream, path, choices or ReadingChoices())
        except (OSError, EOFError, ValueError, zlib.error) as error:
            if isinstance(error, QuotekitError):
                raise
            refused = error.strerror if isinstance(error, OSError) else None
            yield UnreadableText(path, refused) if refused else UnreadableText.by(error, path)


_KNOWN = ", ".join(form.name for form in FORMS)


def _form_of(path: str) -> InputForm | None:
    """The form of a file by its name; without an ending it is a text, as standard input is."""
    ends = PurePath(path.casefold().removesuffix(COMPRESSED)).suffix
    return form_by_ending(path) if path != STANDARD_INPUT and ends else form_named("text")


@contextmanager
def _open_stream(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
    elif path.casefold().endswith(COMPRESSED):
        with gzip.open(path, "rb") as unpacked:
            yield cast(BinaryIO, unpacked)
    else:
        with open(path, "rb") as stream:
            yield stream
