"""What a public function was given: values of the kind that it takes, and files that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from quotekit.errors import FileError, InputTypeError, QuotekitError

__all__ = ["are_several", "checked_items", "checked_value", "file_errors", "folder_from", "path_from"]

T = TypeVar("T")


def checked_value(value: Any, kind: type[T], expected: str) -> T:
    """The *value*, which is a *kind*; an error calls that *expected*.

    Raises:
        InputTypeError: It is something else.
    """
    if not isinstance(value, kind):
        raise InputTypeError(type(value).__name__, expected)
    return value


def checked_items(values: Iterable[T], kind: type[T], expected: str) -> Iterator[T]:
    """The *values* one by one, each a *kind*; that they come in something to loop over is checked at once.

    Raises:
        InputTypeError: They do not, or one of them is something else.
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InputTypeError(type(values).__name__, expected)
    return (checked_value(value, kind, expected) for value in values)


def are_several(values: object) -> bool:
    """Whether *values* are gone through one by one: no text, and no table, which would give its columns."""
    listed = isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping)
    return listed and not hasattr(values, "columns")


def path_from(given: str | PathLike[str]) -> Path:
    """The path of a file or folder that may be given by its name.

    Raises:
        InputTypeError: It is no name, or an empty one.
    """
    if not isinstance(given, str | PathLike) or not given:
        raise InputTypeError(repr(given) if given == "" else type(given).__name__, _PATH)
    try:
        return Path(given)
    except TypeError:  # a path of bytes
        raise InputTypeError(type(given).__name__, _PATH) from None


def folder_from(given: str | PathLike[str]) -> Path:
    """The path of a folder that is there.

    Raises:
        InputTypeError: It is no name.
        FileError: There is no such folder.
    """
    folder = path_from(given)
    with file_errors(folder):
        if not folder.is_dir():
            raise FileError(str(folder), "it is no folder" if folder.exists() else "there is no such folder")
    return folder


_PATH = "the name of a file or folder, as a str or a Path"


@contextmanager
def file_errors(path: Path, doing: str = "read") -> Iterator[None]:
    """Whatever goes wrong with the file at *path* meanwhile, as an error that says what was *doing* with it.

    Raises:
        FileError: The system refuses it.
    """
    try:
        yield
    except OSError as error:
        if isinstance(error, QuotekitError):
            raise
        problem = error.strerror or str(error)
        raise FileError(str(error.filename or path), problem, doing, error.errno) from error
    except ValueError as error:
        if isinstance(error, QuotekitError) or "\0" not in str(path):
            raise
        raise FileError(repr(str(path)), "its name holds a null character", doing) from error
