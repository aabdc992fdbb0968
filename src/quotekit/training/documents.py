"""Annotated documents to train on, as the scorer's JSON lines hold them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from quotekit.ranges import Range

__all__ = ["AnnotatedDocument", "AnnotatedQuote", "read_documents", "with_marks", "without_distant_cues"]

_MARKS = frozenset("“”‘’\"'«»")
_SENTENCE_END = re.compile(r"[.!?…]\W*\s")


@frozen
class AnnotatedQuote:
    """One quote of a document, as character ranges."""

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()


@frozen
class AnnotatedDocument:
    """A text with its quotes.

    Attributes:
        id: What tells it from the others of its corpus.
        text: The text.
        quotes: Its quotes.
        complete: Whether cues and sources are annotated; without them only the content is
            known, and a word outside of it may or may not be a cue or a source.
    """

    id: str
    text: str
    quotes: tuple[AnnotatedQuote, ...]
    complete: bool = True


def read_documents(path: Path, *, complete: bool = True) -> list[AnnotatedDocument]:
    """The documents of a file that holds one JSON object a line, sorted by id."""
    with path.open(encoding="utf-8") as lines:
        documents = [_document(json.loads(line), complete) for line in lines if line.strip()]
    return sorted(documents, key=lambda document: document.id)


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
    quotes = tuple(evolve(quote, cue=_near(quote, document.text)) for quote in document.quotes)
    return evolve(document, quotes=quotes)


def _near(quote: AnnotatedQuote, text: str) -> tuple[Range, ...]:
    if not quote.cue or quote.cue[-1][1] > quote.content[0][0]:
        return quote.cue
    between = text[quote.cue[-1][1] : quote.content[0][0]]
    return () if _SENTENCE_END.search(between) else quote.cue


def _document(data: Mapping[str, Any], complete: bool) -> AnnotatedDocument:
    quotes = tuple(_quotes(data["quotes"]))
    return AnnotatedDocument(data["id"], data["text"], quotes, complete)


def _quotes(data: Iterable[Mapping[str, Any]]) -> Iterator[AnnotatedQuote]:
    for quote in data:
        if quote["content"]:
            yield AnnotatedQuote(
                *(tuple(map(_range, quote.get(part) or ())) for part in ("content", "cue", "source"))
            )


def _range(span: Any) -> Range:
    return (span["start"], span["end"]) if isinstance(span, Mapping) else (span[0], span[1])
