"""For those who use textacy: its own triples, from quotes that quotekit finds.

from quotekit.textacy import direct_quotations  # instead of textacy.extract.direct_quotations
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.errors import InputTypeError, QuotekitError
from quotekit.extractor import extract_quotes
from quotekit.parse.textacy_words import direct_quotation_triple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from quotekit.records import Quote, Span

__all__ = ["direct_quotations"]

_LOG = logging.getLogger(__name__)


def direct_quotations(doc: Doc) -> Iterator[tuple[list[Token], list[Token], Tokens]]:
    """textacy's triples of speaker, cue and content for each direct quotation that has all three.

    They are as `textacy.extract.direct_quotations` makes them: the speaker's noun with what is joined to
    it, the verb with its auxiliaries and negation, the content with its quotation marks; what a cue
    interrupts is a triple for each of its parts. No Doc raises anything: unclosed marks cost one quotation
    at most, and a Doc without a parse, or of a language without word lists, has no triples and is logged.

    Raises:
        InputTypeError: *doc* is no Doc.
    """
    if isinstance(doc, str):
        raise InputTypeError("str", "a spaCy Doc")
    return (triple for quote in _direct_quotes(doc) for triple in _triples_of(doc, quote))


def _direct_quotes(doc: Doc) -> list[Quote]:
    try:
        return [quote for quote in extract_quotes(doc) if quote.kind == "direct"]
    except InputTypeError:
        raise
    except QuotekitError as error:
        _LOG.warning("No quotations of a Doc of %d tokens: %s", len(doc), error)
        return []


def _triples_of(doc: Doc, quote: Quote) -> Iterator[tuple[list[Token], list[Token], Tokens]]:
    speaker, cue = (_tokens_of(doc, parts[0]) if parts else None for parts in (quote.source, quote.cue))
    for part in quote.content:
        content = _tokens_of(doc, part)
        if speaker and cue and content:
            yield direct_quotation_triple(speaker, cue, _with_quotation_marks(content))


def _tokens_of(doc: Doc, span: Span) -> Tokens | None:
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def _with_quotation_marks(content: Tokens) -> Tokens:
    """The tokens of *content* with the quotation mark on either side, where there is one."""
    doc, start, end = content.doc, content.start, content.end
    start -= start > 0 and doc[start - 1].is_quote
    end += end < len(doc) and doc[end].is_quote
    return doc[start:end]
