"""Web pages and documents, each read by a library that the extra ``files`` brings."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from quotekit.errors import ExtraMissingError
from quotekit.files.decoding import decoded
from quotekit.files.texts import FileText, ReadingChoices

__all__ = ["read_docx", "read_epub", "read_html", "read_pdf"]

_FROM_PAGES = {"title": "title", "date": "date", "sitename": "outlet", "author": "author", "url": "url"}
"""What trafilatura finds about a page, and what it is called here."""


def read_html(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """The article of a web page, without menus and comments, with title, date, outlet, author and address.

    Raises:
        ExtraMissingError: trafilatura is not installed.
        ValueError: There is no article in it.
    """
    library = _library("trafilatura", "trafilatura")
    data = stream.read()
    page = decoded(data, choices.encoding) if choices.encoding else data
    found = library.bare_extraction(page, with_metadata=True, include_comments=False)
    about = found.as_dict() if found is not None and hasattr(found, "as_dict") else found
    if not about or not about.get("text"):
        raise ValueError("no article was found in the page")
    fields = {ours: about[theirs] for theirs, ours in _FROM_PAGES.items() if about.get(theirs)}
    yield FileText(name, about["text"].replace("\n", "\n\n"), fields)


def read_docx(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """The paragraphs of a Word document, with its title and author.

    Raises:
        ExtraMissingError: python-docx is not installed.
        ValueError: It is no Word document.
    """
    library = _library("docx", "python-docx")
    try:
        document = library.Document(BytesIO(stream.read()))
    except Exception as error:  # whatever is wrong with an archive of XML
        raise ValueError(f"it is no Word document ({error})") from None
    fields = {"title": document.core_properties.title, "author": document.core_properties.author}
    text = "\n\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.text.strip())
    yield FileText(name, text, {key: value for key, value in fields.items() if value})


def read_pdf(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """The text of all pages of a PDF, with its title and author.

    Raises:
        ExtraMissingError: pypdf is not installed.
        ValueError: It is no PDF, is locked, or holds pictures of text alone.
    """
    library = _library("pypdf", "pypdf")
    try:
        reader = library.PdfReader(BytesIO(stream.read()))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        about = reader.metadata
    except Exception as error:  # whatever is wrong with a PDF
        raise ValueError(f"it is no PDF that can be read ({error})") from None
    if not text.strip():
        raise ValueError("it holds no text, only pictures; recognise its characters first (OCR)")
    fields = {"title": about and about.title, "author": about and about.author}
    yield FileText(name, text, {key: str(value) for key, value in fields.items() if value})


def read_epub(stream: BinaryIO, name: str, choices: ReadingChoices) -> Iterator[FileText]:
    """A book, its chapters in their order as one text, with its title and author.

    Raises:
        ExtraMissingError: ebooklib is not installed.
        ValueError: It is no EPUB.
    """
    library = _library("ebooklib.epub", "ebooklib")
    html = _library("lxml.html", "lxml")
    try:
        book = library.read_epub(BytesIO(stream.read()))
        chapters = [book.get_item_with_id(key) for key, _ in book.spine]
        pages = [html.document_fromstring(chapter.get_content()) for chapter in chapters if chapter]
    except Exception as error:  # whatever is wrong with an archive of web pages
        raise ValueError(f"it is no EPUB that can be read ({error})") from None
    fields = {key: _first(book.get_metadata("DC", key)) for key in ("title", "creator", "date")}
    text = "\n\n".join(filter(None, map(_paragraphs_of, pages)))
    yield FileText(name, text, {key: value for key, value in fields.items() if value})


def _paragraphs_of(page: Any) -> str:
    blocks = page.xpath("//p | //h1 | //h2 | //h3 | //h4 | //li | //blockquote[not(.//p)]")
    return "\n\n".join(filter(None, (" ".join(block.text_content().split()) for block in blocks)))


def _first(found: list[tuple[str, Any]]) -> str | None:
    return found[0][0] if found else None


def _library(module: str, library: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraMissingError(library, "files") from error
