"""The table of what can be read: a new form is a module of this room and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from attrs import frozen

from quotekit.files.documents import read_docx, read_epub, read_html, read_pdf
from quotekit.files.plain import read_plain
from quotekit.files.rows import read_csv, read_json, read_json_lines, read_tsv
from quotekit.files.subtitles import read_subtitles
from quotekit.files.texts import FileText, ReadingChoices, UnreadableText

__all__ = ["FORMS", "InputForm", "form_by_ending", "form_named"]

Reader = Callable[[BinaryIO, str, ReadingChoices], Iterator[FileText | UnreadableText]]

COMPRESSED = ".gz"


@frozen
class InputForm:
    """A form of files with texts.

    Attributes:
        name: What it is called on the command line.
        endings: How names of its files end.
        read: Gives the texts of an open file, by its name and the choices; a `ValueError` says what is
            wrong with the file as a whole.
        many: Whether a file may hold more than one text.
    """

    name: str
    endings: tuple[str, ...]
    read: Reader
    many: bool = False


FORMS: tuple[InputForm, ...] = (
    InputForm("text", (".txt", ".text", ".md", ".markdown"), read_plain),
    InputForm("jsonl", (".jsonl", ".ndjson"), read_json_lines, many=True),
    InputForm("json", (".json",), read_json, many=True),
    InputForm("csv", (".csv",), read_csv, many=True),
    InputForm("tsv", (".tsv", ".tab"), read_tsv, many=True),
    InputForm("html", (".html", ".htm", ".xhtml"), read_html),
    InputForm("docx", (".docx",), read_docx),
    InputForm("pdf", (".pdf",), read_pdf),
    InputForm("epub", (".epub",), read_epub),
    InputForm("subtitles", (".srt", ".vtt"), read_subtitles),
)
"""The forms, in the order in which the command lists them; any of their files may be compressed, ``.gz``."""


def form_named(name: str) -> InputForm | None:
    """The form of a name."""
    return next((form for form in FORMS if form.name == name), None)


def form_by_ending(path: str) -> InputForm | None:
    """The form that the name of a file ends like; None where it ends like none of them."""
    name = path.casefold().removesuffix(COMPRESSED)
    return next((form for form in FORMS if name.endswith(form.endings)), None)
