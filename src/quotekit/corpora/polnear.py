"""PolNeAR (Newell et al. 2018): news articles, and brat files of their attributions."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from quotekit.corpora.brat import Brat, BratRelation, read_brat, read_text
from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, sorted_quotes
from quotekit.corpora.kinds import with_kinds
from quotekit.given import file_errors, folder_from

__all__ = ["read_polnear"]

_EVENT = "Attribution"


def read_polnear(folder: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The articles of a part of the corpus, such as ``data/dev``, sorted by name.

    Speech and thought are annotated alike, so `act` is None; the kinds are told by the quotation
    marks. An article that several people annotated comes once for each of them.

    Args:
        folder: Where ``text`` and ``attributions`` lie.

    Raises:
        CorpusError: A file is not of brat's form, or points outside of the text.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = folder_from(folder)
    with file_errors(source):
        paths = sorted((source / "attributions").glob("*.ann"))
        return [_polnear_document(path, source / "text") for path in paths]


def _polnear_document(path: Path, texts: Path) -> AnnotatedDocument:
    """The annotator's name stands behind the article's in the name of the file."""
    text = read_text(texts / f"{path.stem.rpartition('_')[0]}.txt")
    brat = read_brat(path, len(text))
    events = [event for event in brat.events.values() if event.label == _EVENT]
    quotes = [_polnear_quote(brat, event) for event in events if event.fillers("Content")]
    return with_kinds(AnnotatedDocument(path.stem, text, sorted_quotes(quotes)))


def _polnear_quote(brat: Brat, event: BratRelation) -> AnnotatedQuote:
    content, cue, source = (brat.spans(event.fillers(role)) for role in ("Content", "Cue", "Source"))
    return AnnotatedQuote(content, cue, source)
