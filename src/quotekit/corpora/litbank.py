"""LitBank's quotations (Sims & Bamman 2020): token rows beside a file of tokenised sentences."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, sorted_quotes
from quotekit.errors import CorpusError
from quotekit.given import file_errors, folder_from
from quotekit.text.ranges import Range

__all__ = ["read_litbank"]


def read_litbank(folder: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The documents of a folder with pairs of ``.ann`` and ``.txt`` files, sorted by name.

    Their text is the tokenised one, a sentence a line; only content and speaker are annotated.

    Raises:
        CorpusError: A row is not of LitBank's form, or points outside of the text.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = folder_from(folder)
    with file_errors(source):
        return [_litbank_document(path) for path in sorted(source.glob("*.ann"))]


def _litbank_document(path: Path) -> AnnotatedDocument:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    places = _token_places(text)
    contents: dict[str, Range] = {}
    speakers: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            row = line.split("\t")
            if row[0] == "QUOTE":
                contents[row[1]] = _token_range(row, places)
            elif row[0] == "ATTRIB":
                speakers[row[1]] = _character_name(row[2])
        except (IndexError, ValueError) as error:
            raise CorpusError(str(path), number, f"no row of LitBank ({error})") from None
    quotes = (
        AnnotatedQuote((span,), kind="direct", act="speech", speaker=speakers.get(key))
        for key, span in contents.items()
    )
    return AnnotatedDocument(path.stem, text, sorted_quotes(quotes), complete=False)


def _token_range(row: Sequence[str], places: Sequence[Sequence[Range]]) -> Range:
    first_sentence, first, last_sentence, last = map(int, row[2:6])
    if min(first_sentence, first, last_sentence, last) < 0:
        raise ValueError("a place below 0")
    return places[first_sentence][first][0], places[last_sentence][last][1]


def _token_places(text: str) -> list[list[Range]]:
    """Where each token of each line stands."""
    places, start = [], 0
    for line in text.split("\n"):
        row, offset = [], start
        for token in line.split(" "):
            row.append((offset, offset + len(token)))
            offset += len(token) + 1
        places.append(row)
        start += len(line) + 1
    return places


def _character_name(key: str) -> str:
    """``Winnie_Verloc-3`` names Winnie Verloc."""
    return key.rpartition("-")[0].replace("_", " ") or key
