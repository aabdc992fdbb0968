"""A folder that holds a site: its index, a page for each text, and the quotes to download."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from quotekit.casting import cast, people_lines
from quotekit.export import jsonl, table
from quotekit.export.csv_files import write_csv
from quotekit.export.documents import QuotedText, checked_texts, write_pieces
from quotekit.export.html import to_html
from quotekit.given import checked_value, file_errors, path_from
from quotekit.site.index import DOWNLOADS, INDEX, site_index
from quotekit.site.listed import ListedText, listed_texts

__all__ = ["write_site"]


def write_site(
    documents: Iterable[QuotedText],
    folder: str | PathLike[str],
    *,
    title: str | None = None,
    lang: str = "en",
) -> None:
    """Write a site that shows who said what in many texts, to be opened from the disk or put on a server.

    Its ``index.html`` searches the quotes by speaker and by word, filters them by kind and by confidence,
    and lists the people and the texts. Each text has a page of its own. Quotes and people lie beside it as
    files. Nothing is loaded from anywhere else. Files of an earlier site in the same folder are replaced.

    Args:
        documents: Texts with their quotes; their fields ``title``, ``outlet`` and ``date`` are shown.
        folder: The folder, which is made where there is none.
        title: What the index is headed by, "Who said what" unless given.
        lang: The language whose titles do not count as parts of names, when names of one person are put
            together.

    Raises:
        InputTypeError: *documents* are no texts with quotes, or *folder* or *title* is no str.
        OffsetsError: A quote is not of its text, or a document holds no text.
        LanguageError: There are no word lists for *lang*.
        FileError: A file cannot be written.
    """
    checked_value(title, str | None, "a title that is a str")  # type: ignore[arg-type]
    target = path_from(folder)
    texts = list(checked_texts(documents))
    for text in texts:  # before anything is written
        text.checked()
    people = cast(texts, lang=lang)
    listed = listed_texts(texts)
    with file_errors(target, "write"):
        (target / "texts").mkdir(parents=True, exist_ok=True)
    _write_pages(target, texts, listed)
    _write_downloads(target, texts, people_lines(people))
    write_pieces([site_index(title or "Who said what", texts, listed, people)], target / INDEX)


def _write_pages(target: Path, texts: Sequence[QuotedText], listed: Sequence[ListedText]) -> None:
    for text, entry in zip(texts, listed, strict=True):
        page = to_html(text.checked(), text.quotes, title=entry.title, home=f"../{INDEX}")
        write_pieces([page], target / entry.address)


def _write_downloads(target: Path, texts: Sequence[QuotedText], people: Iterable[str]) -> None:
    quotes_csv, quotes_jsonl, people_csv = DOWNLOADS
    table.write(texts, target / quotes_csv)
    jsonl.write(texts, target / quotes_jsonl)
    write_csv(people, target / people_csv)
