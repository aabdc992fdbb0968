"""In which language each text is read: the one that is asked for, or its own (``--lang auto``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from quotekit.cli.console import complain
from quotekit.errors import LanguageError, PipelineNotFoundError
from quotekit.files import FileText

__all__ = ["AUTO", "USUAL", "language_of_text", "texts_by_language"]

AUTO, USUAL = "auto", "en"
"""What asks for each text's own language; what a text is read as whose language cannot be told or read."""


def texts_by_language(texts: Iterable[FileText], lang: str) -> Iterator[tuple[str, Iterator[FileText]]]:
    """The *texts* in their order, in runs that are read in one language; each run before the next."""
    if lang != AUTO:
        yield lang, iter(texts)
    else:
        yield from groupby(texts, key=lambda text: language_of_text(text, lang))


def language_of_text(text: FileText, lang: str) -> str:
    """The language that *text* is read in, after a word on standard error where that is not its own."""
    from quotekit.files.telling import told_language  # noqa: PLC0415 - numpy

    if lang != AUTO:
        return lang
    told = told_language(text.text) or USUAL
    reason = why_unread(told)
    if not reason:
        return told
    complain(f"{text.id} seems to be in {told!r} and is read as {USUAL!r}: {reason}")
    return USUAL


@cache
def why_unread(lang: str) -> str:
    """Why no text can be read in *lang*; nothing where it can."""
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415 - spaCy loads when a text is parsed

    try:
        load_pipeline(lang)
    except (LanguageError, PipelineNotFoundError) as error:
        return str(error)
    return ""
