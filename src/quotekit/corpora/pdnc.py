"""The Project Dialogism Novel Corpus (Vishnubhotla et al. 2022): a folder for each novel."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path

from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, sorted_quotes
from quotekit.errors import CorpusError
from quotekit.given import file_errors, folder_from
from quotekit.text.ranges import Range

__all__ = ["holds_pdnc", "read_pdnc"]

_TEXTS = ("novel_text.txt", "text.txt")
_QUOTATIONS = ("quotation_info.csv", "quotations.csv")
_CHARACTERS = "character_info.csv"

_NAME = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")


def read_pdnc(folder: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The novels of a folder, sorted by name; a folder that is itself a novel's gives that one.

    Only direct speech is annotated: its content, its speaker with all names that the corpus gives
    to that character, and whether the text names the speaker (``explicit``, ``anaphoric``, ``implicit``).

    Raises:
        CorpusError: A row is not of the corpus' form, or points outside of the text.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = folder_from(folder)
    with file_errors(source):
        return [_novel(path) for path in _novels(source)]


def holds_pdnc(folder: Path) -> bool:
    """Whether a folder holds novels in the corpus' form."""
    return bool(_novels(folder))


def _novels(folder: Path) -> list[Path]:
    return [path.parent for path in sorted(folder.rglob("*.csv")) if path.name in _QUOTATIONS]


def _novel(folder: Path) -> AnnotatedDocument:
    with _present(folder, _TEXTS).open(encoding="utf-8", newline="") as file:
        text = file.read()
    names = _characters(folder / _CHARACTERS)
    path = _present(folder, _QUOTATIONS)
    quotes: list[AnnotatedQuote] = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                quotes.append(_novel_quote(row, names, len(text)))
            except (KeyError, TypeError, ValueError) as error:
                raise CorpusError(str(path), number, f"no row of PDNC ({error})") from None
    return AnnotatedDocument(folder.name, text, sorted_quotes(quotes), complete=False)


def _present(folder: Path, names: tuple[str, ...]) -> Path:
    return next((path for name in names if (path := folder / name).exists()), folder / names[0])


def _novel_quote(row: Mapping[str, str], names: Mapping[str, tuple[str, ...]], length: int) -> AnnotatedQuote:
    speaker = row["speaker"]
    return AnnotatedQuote(
        tuple(sorted(_listed_spans(row["quoteByteSpans"], length))),
        kind="direct",
        act="speech",
        speaker=speaker,
        spellings=names.get(speaker, ()),
        how=row["quoteType"].lower() or None,
    )


def _listed_spans(value: str, length: int) -> Iterator[Range]:
    for start, end in json.loads(value):
        if not 0 <= start < end <= length:
            raise ValueError(f"the span {start} to {end} lies outside of the text")
        yield int(start), int(end)


def _characters(path: Path) -> dict[str, tuple[str, ...]]:
    """All names of each character, by its main one."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["Main Name"]: tuple(_literal(row["Aliases"])) for row in csv.DictReader(file)}


def _literal(names: str) -> Iterator[str]:
    """The names in a list as Python would print it."""
    for single, double in _NAME.findall(names):
        yield re.sub(r"\\(.)", r"\1", single or double)
