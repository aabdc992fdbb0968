"""The texts that a command is given: files, folders, standard input, JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from attrs import frozen

__all__ = ["InputForm", "Text", "UnreadableText", "count_texts", "paths_of", "read_file", "read_texts"]

InputForm = Literal["auto", "text", "jsonl"]

_JSONL = (".jsonl", ".ndjson")


@frozen
class Text:
    """A text to work on, and what tells it from the others."""

    id: str
    text: str


@frozen
class UnreadableText:
    """A text that cannot be read, and why."""

    id: str
    reason: str


def paths_of(given: Iterable[str]) -> list[str]:
    """The files to read: of each folder its ``.txt`` files, those in folders of it too, by name."""
    found: list[str] = []
    for path in given:
        inside = sorted(map(str, Path(path).rglob("*.txt"))) if path != "-" and Path(path).is_dir() else []
        found += inside or [path]
    return found


def count_texts(paths: Sequence[str], form: InputForm) -> int | None:
    """How many texts there are, or None when only reading them tells."""
    return None if any(_is_jsonl(path, form) for path in paths) else len(paths)


def read_texts(
    paths: Iterable[str], form: InputForm = "auto", *, text_field: str = "text", id_field: str = "id"
) -> Iterator[Text | UnreadableText]:
    """The texts in the files, one at a time; one that cannot be read does not end the others.

    Args:
        paths: Files in UTF-8; ``-`` is standard input.
        form: Whether a file is one ``text`` or ``jsonl``, an object a line; ``auto`` goes by its name.
        text_field: The field of an object that holds its text.
        id_field: The field that tells it from others; without it, that is file and line.
    """
    for path in paths:
        try:
            if _is_jsonl(path, form):
                yield from _read_lines(path, text_field, id_field)
            else:
                yield Text(path, read_file(path))
        except (OSError, ValueError) as error:
            yield UnreadableText(path, _reason(error))


def read_file(path: str) -> str:
    """The characters of a file as they are: no line end is translated, so that offsets hold in the file.

    Raises:
        OSError: It cannot be read.
        UnicodeDecodeError: It is not UTF-8.
    """
    return b"".join(_lines(path)).decode("utf-8")


def _is_jsonl(path: str, form: InputForm) -> bool:
    return form == "jsonl" or (form == "auto" and path.endswith(_JSONL))


def _lines(path: str) -> Iterator[bytes]:
    if path == "-":
        yield from sys.stdin.buffer
    else:
        with open(path, "rb") as stream:
            yield from stream


def _read_lines(path: str, text_field: str, id_field: str) -> Iterator[Text | UnreadableText]:
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            yield _read_line(f"{path}:{number}", line, text_field, id_field)


def _read_line(place: str, line: bytes, text_field: str, id_field: str) -> Text | UnreadableText:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return UnreadableText(place, _reason(error))
    text = row.get(text_field) if isinstance(row, dict) else None
    if not isinstance(text, str):
        return UnreadableText(place, f"it is no JSON object with a text in {text_field!r}")
    return Text(str(row.get(id_field, place)), text)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"byte 0x{byte:02x} at offset {error.start} is not UTF-8; convert the file to UTF-8 first"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
