"""The kind of annotated quotes whose corpus doesn't tell it."""

from __future__ import annotations

from attrs import evolve

from quotekit.corpora.documents import AnnotatedDocument, AnnotatedQuote
from quotekit.records import Kind
from quotekit.text.marks import find_marked_spans
from quotekit.text.ranges import Range, merged

__all__ = ["with_kinds"]


def with_kinds(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with each quote's kind: whether all, some or no letters of it are in quotation marks."""
    marked = merged((mark.start, mark.end) for mark in find_marked_spans(document.text))
    within = {place for start, end in marked for place in range(start, end)}
    quotes = (evolve(quote, kind=_kind_by_marks(quote, document.text, within)) for quote in document.quotes)
    return evolve(document, quotes=tuple(quotes))


def _kind_by_marks(quote: AnnotatedQuote, text: str, within: set[int]) -> Kind:
    places = [place for span in quote.content for place in _letter_places(text, span)]
    inside = sum(place in within for place in places)
    if not inside:
        return "indirect"
    return "direct" if inside == len(places) else "mixed"


def _letter_places(text: str, span: Range) -> list[int]:
    return [place for place in range(*span) if text[place].isalnum()]
