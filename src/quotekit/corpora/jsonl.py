"""Annotated documents as JSON lines: one object a line, with ``id``, ``text`` and ``quotes``.

Spans are pairs ``[start, end]`` or objects with ``start`` and ``end``, so that what `Quote.to_dict`
gives can be read as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote
from quotekit.errors import CorpusError
from quotekit.given import checked_items, file_errors, path_from
from quotekit.text.ranges import Range

__all__ = ["read_jsonl", "read_quotes"]

T = TypeVar("T")


def read_jsonl(path: str | PathLike[str], *, complete: bool = True) -> list[AnnotatedDocument]:
    """The documents of a file, sorted by id.

    Args:
        path: The file.
        complete: Whether its cues and sources are annotated.

    Raises:
        CorpusError: A line is no JSON object of this form, or an offset lies outside of its text.
        InputTypeError: *path* is no path.
        FileError: The file cannot be read.
    """

    def document(data: Any) -> AnnotatedDocument:
        quotes = tuple(_quotes(data["quotes"], len(data["text"])))
        return AnnotatedDocument(str(data["id"]), data["text"], quotes, complete)

    source = path_from(path)
    with file_errors(source):
        return sorted(_objects(source, document), key=lambda document: document.id)


def read_quotes(
    path: str | PathLike[str], documents: Iterable[AnnotatedDocument]
) -> dict[str, tuple[AnnotatedQuote, ...]]:
    """Quotes that were found in documents, by the documents' ids.

    Args:
        path: A file with an object of ``id`` and ``quotes`` in each line.
        documents: The documents; quotes of others are left out.

    Raises:
        CorpusError: A line is no JSON object of this form, or an offset lies outside of its text.
        InputTypeError: *path* is no path.
        FileError: The file cannot be read.
    """
    lengths = {
        document.id: len(document.text)
        for document in checked_items(
            documents, AnnotatedDocument, "annotated documents, as read_corpus gives"
        )
    }

    def quotes(data: Any) -> tuple[str, tuple[AnnotatedQuote, ...]]:
        name = str(data["id"])
        return name, tuple(_quotes(data["quotes"], lengths[name])) if name in lengths else ()

    source = path_from(path)
    with file_errors(source):
        return dict(_objects(source, quotes))


def _objects(path: Path, read: Callable[[Any], T]) -> Iterator[T]:
    """What *read* makes of the object in each line that holds one."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _object(path, number, line, read)


def _object(path: Path, number: int, line: bytes, read: Callable[[Any], T]) -> T:
    try:
        return read(json.loads(line))
    except KeyError as error:
        raise CorpusError(str(path), number, f"{error} is missing") from None
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        raise CorpusError(str(path), number, str(error)) from None


def _quotes(rows: Any, length: int) -> Iterator[AnnotatedQuote]:
    for row in rows:
        content = _ranges_of_spans(row["content"], length)
        if content:
            yield AnnotatedQuote(
                content,
                _ranges_of_spans(row.get("cue"), length),
                _ranges_of_spans(row.get("source"), length),
                kind=row.get("kind"),
                act=row.get("act"),
                speaker=_speaker_of(row.get("speaker")),
                spellings=tuple(row.get("mentions_ok") or ()),
                how=row.get("how") or row.get("quoteType"),
                nested=bool(row.get("nested") or row.get("depth")),
                confidence=float(row.get("confidence", 1.0)),
                modality=row.get("modality"),
            )


def _ranges_of_spans(spans: Any, length: int) -> tuple[Range, ...]:
    return tuple(_range(span, length) for span in spans or ())


def _range(span: Any, length: int) -> Range:
    start, end = (span["start"], span["end"]) if isinstance(span, Mapping) else span
    if not 0 <= int(start) < int(end) <= length:
        raise ValueError(f"the span {start} to {end} lies outside of the text, which has {length} characters")
    return int(start), int(end)


def _speaker_of(speaker: Any) -> str | None:
    name = speaker["name"] if isinstance(speaker, Mapping) else speaker
    return str(name) if name else None
