"""Quotes that quotekit wrote for the annotation tool brat, after people have corrected them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import get_args

from quotekit.corpora.brat import Brat, BratRelation, read_brat, read_text
from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, sorted_quotes
from quotekit.errors import CorpusError
from quotekit.given import file_errors, folder_from
from quotekit.records import Act, Kind
from quotekit.text.ranges import Range

__all__ = ["holds_corrected", "read_corrected"]

_EVENT = "Quote"

_SHOWN = 40
"""Characters of a value that an error shows; chosen by hand."""

_ACT_OR_KIND: dict[str, tuple[str, ...]] = {"Kind": get_args(Kind), "Act": get_args(Act)}


def holds_corrected(folder: Path) -> bool:
    """Whether a folder is one that `quotekit.export.brat` wrote, by its configuration."""
    configuration = folder / "annotation.conf"
    return configuration.is_file() and f"\n{_EVENT}\t".encode() in configuration.read_bytes()


def read_corrected(folder: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The texts of a folder that `quotekit.export.brat` wrote, by name, with the quotes as they are now.

    Every event ``Quote`` is a quote: its trigger is the content, and what it has of kind, act and note
    is read; other annotations are passed over.

    Raises:
        CorpusError: A file is not of brat's form, points outside of its text, or has a kind or an act
            that there is not.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = folder_from(folder)
    with file_errors(source):
        return [_corrected_document(path) for path in sorted(source.glob("*.ann"))]


def _corrected_document(path: Path) -> AnnotatedDocument:
    text = read_text(path.with_suffix(".txt"))
    brat = read_brat(path, len(text))
    values = _values(path, brat)
    notes = {note.target: note.text.strip() for note in brat.notes.values()}
    events = [event for event in brat.events.values() if event.label == _EVENT]
    quotes = [_corrected_quote(text, brat, event, values, notes) for event in events]
    return AnnotatedDocument(path.stem, text, sorted_quotes(quotes))


def _values(path: Path, brat: Brat) -> dict[tuple[str, str], str]:
    """The kind and the act of each event, by its id and the name of the attribute."""
    found = {}
    for attribute in brat.attributes.values():
        allowed = _ACT_OR_KIND.get(attribute.label)
        if allowed is None:
            continue
        if attribute.value not in allowed:
            problem = f"{attribute.id} has the value {str(attribute.value)[:_SHOWN]!r}, not one of {allowed}"
            raise CorpusError(str(path), _line_of(path, attribute.id), problem)
        found[attribute.target, attribute.label] = attribute.value
    return found


def _line_of(path: Path, id_: str) -> int:
    lines = enumerate(read_text(path).split("\n"), 1)
    return next((number for number, line in lines if line.startswith(f"{id_}\t")), 0)


def _corrected_quote(
    text: str,
    brat: Brat,
    event: BratRelation,
    values: Mapping[tuple[str, str], str],
    notes: Mapping[str, str],
) -> AnnotatedQuote:
    cue, source = (tuple(_lines_joined(text, brat.spans(event.fillers(role)))) for role in ("Cue", "Source"))
    return AnnotatedQuote(
        tuple(_lines_joined(text, brat.spans([event.id]))),
        cue,
        source,
        kind=values.get((event.id, "Kind")),  # type: ignore[arg-type]  # one of those allowed
        act=values.get((event.id, "Act")),  # type: ignore[arg-type]
        speaker=notes.get(event.id) or None,
    )


def _lines_joined(text: str, spans: Sequence[Range]) -> Iterator[Range]:
    """The spans, made one where only the end of a line parts them, which brat's annotations do not cross."""
    last: Range | None = None
    for start, end in spans:
        if last and not (between := text[last[1] : start]).strip() and set("\r\n") & set(between):
            last = (last[0], end)
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last
