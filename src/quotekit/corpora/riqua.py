"""RiQuA (Papay & Padó 2020): literary texts, and brat files of their quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path

from quotekit.corpora.brat import Brat, Stretch, read_brat, read_text
from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote, sorted_quotes
from quotekit.corpora.kinds import with_kinds
from quotekit.given import file_errors, folder_from

__all__ = ["read_riqua"]

_QUOTATION = "Quotation"
_SOURCE = "Speaker"
_CUE = "Cueing"


def read_riqua(folder: str | PathLike[str]) -> list[AnnotatedDocument]:
    """The texts of a folder with pairs of ``.ann`` and ``.txt`` files, sorted by name.

    Each quotation has its cue and the words that name its speaker; the kinds are told by the
    quotation marks.

    Raises:
        CorpusError: A file is not of brat's form, or points outside of the text.
        InputTypeError: The folder is given as something else than its name or path.
        FileError: The folder is missing, or a file cannot be read.
    """
    source = folder_from(folder)
    with file_errors(source):
        return [_riqua_document(path) for path in sorted(source.glob("*.ann"))]


def _riqua_document(path: Path) -> AnnotatedDocument:
    text = read_text(path.with_suffix(".txt"))
    brat = read_brat(path, len(text))
    linked = _linked(brat)
    quotations = [stretch for stretch in brat.stretches.values() if stretch.label == _QUOTATION]
    quotes = [_riqua_quote(brat, quotation, linked.get(quotation.id, ())) for quotation in quotations]
    return with_kinds(AnnotatedDocument(path.stem, text, sorted_quotes(quotes)))


def _linked(brat: Brat) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The relations of each quotation, with the other thing that they are of."""
    found: dict[str, list[tuple[str, str]]] = {}
    for relation in brat.relations.values():
        ids = [target for _, target in relation.arguments if target in brat.stretches]
        quotations = [target for target in ids if brat.stretches[target].label == _QUOTATION]
        for quotation in quotations:
            found.setdefault(quotation, []).extend(
                (relation.label, target) for target in ids if target not in quotations
            )
    return found


def _riqua_quote(brat: Brat, quotation: Stretch, linked: Sequence[tuple[str, str]]) -> AnnotatedQuote:
    cue, source = (
        brat.spans(target for label, target in linked if label == role) for role in (_CUE, _SOURCE)
    )
    return AnnotatedQuote(quotation.spans, cue, source)
