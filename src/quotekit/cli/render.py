"""``quotekit render``: who said what as a page for a browser, and many texts as a site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from quotekit.cli.console import complain, with_progress
from quotekit.cli.option_groups import FindingOptions, ReadingOptions
from quotekit.cli.options import Jobs, Quiet, Texts
from quotekit.cli.quoting import with_quotes
from quotekit.cli.texts import chosen_files, count_texts, readable_texts, require_other_place
from quotekit.errors import FileError
from quotekit.export.documents import QuotedText, write_pieces
from quotekit.files import FileText, read_files

__all__ = ["render_command"]

_PAGE_ENDINGS = (".html", ".htm")


PagePlace = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="PATH", help="The page to write, - is standard output; or a site's folder."
    ),
]
Title = Annotated[
    str | None,
    typer.Option("--title", help="What the page or site is headed by.", show_default="the text's title"),
]


def render_command(
    files: Texts,
    output: PagePlace = "-",
    title: Title = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    *,
    finding: FindingOptions,
    reading: ReadingOptions,
) -> None:
    """Write a page that shows a text with its quotes, who said them, and how much each speaker said.

    The page is one file that loads nothing and can be sent to others. Several texts, or a folder to write
    to, make a site: an index that searches all quotes by speaker and word, and a page for each text.

    \b
    [bold]Examples[/bold]
      quotekit render a.txt -o a.html            the page of a text
      quotekit render --all a.txt -o a.html      thoughts and denials too
      cat a.txt | quotekit render - > a.html     standard input and output
      quotekit render news/ -o site/             the site of a folder

    The exit status is 0, or 1 when a text or the page failed, or 2 when nothing could be tried.
    """
    settings, choices = finding.settings(reading), reading.choices()
    failed = list[str]()
    paths = chosen_files(files, failed, quiet=quiet, named=reading.is_form_named)
    texts = readable_texts(read_files(paths, reading.input_form, choices), failed)
    first = list(islice(texts, 2))
    if not first:
        _complain_of_nothing(files, failed)
        raise typer.Exit(1)
    site_lang = reading.usual_lang if _is_site(first, output) else None
    require_other_place([*files, *paths], output)
    shown = with_progress(chain(first, texts), count_texts(paths, reading.input_form), busy=quiet)
    documents = with_quotes(shown, settings, reading.lang, failed, jobs, verbose=False)
    try:
        _write_page_or_site(documents, output, title, site_lang)
    except FileError as error:
        complain(f"Cannot write {output}: {error.problem}.")
        raise typer.Exit(1) from None
    raise typer.Exit(1 if failed else 0)


def _write_page_or_site(
    documents: Iterable[QuotedText], output: str, title: str | None, site_lang: str | None
) -> None:
    """Write a site in the language that it is to have, or a page where it has none.

    Raises:
        FileError: A file cannot be written.
    """
    if site_lang is None:
        for document in documents:
            _write_page(document, output, title)
        return
    from quotekit.site import write_site  # noqa: PLC0415 - not for --help

    write_site(documents, output, title=title, lang=site_lang)


def _complain_of_nothing(files: Sequence[str], failed: Sequence[str]) -> None:
    if not failed:
        complain(f"Cannot read {', '.join(files)}: it holds no text.")


def _is_site(first: Sequence[FileText], output: str) -> bool:
    """Whether the texts that begin with *first* make a site, which several do, or one in a folder.

    Raises:
        typer.BadParameter: They do, and the output is no folder.
    """
    if output == "-" or output.casefold().endswith(_PAGE_ENDINGS) or Path(output).is_file():
        if len(first) > 1:
            raise typer.BadParameter("several texts make a site; name a folder for it with --output.")
        return False
    return len(first) > 1 or Path(output).is_dir() or output.endswith(os.sep)


def _write_page(document: QuotedText, output: str, title: str | None) -> None:
    """Write the page of a text to a file or to standard output.

    Raises:
        FileError: The file cannot be written.
    """
    from quotekit.export.html import to_html  # noqa: PLC0415 - not for --help

    name = None if document.id == "-" else Path(document.id).name
    heading = title or document.fields.get("title") or name
    page = to_html(document.checked(), document.quotes, title=heading and str(heading))
    if output == "-":
        sys.stdout.buffer.write(page.encode("utf-8"))
    else:
        write_pieces([page], output)
