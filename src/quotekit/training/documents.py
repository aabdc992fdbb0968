"""Annotated documents of different corpora brought to one convention."""

from __future__ import annotations

import re

from attrs import evolve

from quotekit.corpora import AnnotatedDocument, AnnotatedQuote
from quotekit.text.ranges import Range

__all__ = ["with_marks", "without_distant_cues"]

_MARKS = frozenset("“”‘’\"'«»")
_STOP_WITHIN = re.compile(r"[.!?…]\W*\s")
"""The end of a sentence with more behind it, whatever signs stand between; unlike `holds_sentence_end` no
end of a paragraph, over which a colon leads on. The network learned with cues that are told so."""


def with_marks(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with the quotation marks that touch a content made part of it."""
    text = document.text

    def widened(span: Range) -> Range:
        start, end = span
        opens = start > 0 and text[start - 1] in _MARKS
        closes = end < len(text) and text[end] in _MARKS
        return (start - opens, end + closes)

    quotes = (evolve(quote, content=tuple(map(widened, quote.content))) for quote in document.quotes)
    return evolve(document, quotes=tuple(quotes))


def without_distant_cues(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with the cue taken from quotes that follow a cue whose sentence had ended.

    Some corpora give such a quote the cue of the quote before; here it is one of the same
    source without a cue of its own.
    """
    quotes = tuple(evolve(quote, cue=_cue_of_sentence(quote, document.text)) for quote in document.quotes)
    return evolve(document, quotes=quotes)


def _cue_of_sentence(quote: AnnotatedQuote, text: str) -> tuple[Range, ...]:
    if not quote.cue or quote.cue[-1][1] > quote.content[0][0]:
        return quote.cue
    between = text[quote.cue[-1][1] : quote.content[0][0]]
    return () if _STOP_WITHIN.search(between) else quote.cue
