"""What holds of every result, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotekit.records import MarkedSpan, Quote, Span
from quotekit.text.words import divides_word

__all__ = ["broken_marks", "broken_quotes"]


def broken_quotes(text: str, quotes: Sequence[Quote]) -> list[str]:
    """What does not hold of the *quotes* of *text*: spans, edges, order, overlapping parts, the dict form."""
    starts = [(quote.start, -quote.end) for quote in quotes]
    found = [] if starts == sorted(starts) else [f"out of order: {starts}"]
    for quote in quotes:
        found += _broken(text, quote)
    return found


def _broken(text: str, quote: Quote) -> Iterator[str]:
    parts = [*quote.content, *quote.cue, *quote.source]
    mention = [quote.speaker.mention] if quote.speaker else []
    mention += [quote.speaker.role] if quote.speaker and quote.speaker.role else []
    for span in (*parts, *quote.addressee, *mention):
        if not _stands(text, span):
            yield f"{span} is not in the text"
    yield from (f"{span} has a blank at its edge" for span in parts if span.text.strip() != span.text)
    yield from (f"{span} divides a word" for span in quote.content if _divides_word(text, span, quote))
    ordered = sorted(parts, key=lambda span: (span.start, span.end))
    if any(first.end > second.start for first, second in pairwise(ordered)):
        yield f"parts overlap: {quote}"
    # Not by way of JSON's text, which makes one character of two surrogates in a row.
    if Quote.from_dict(quote.to_dict()) != quote:
        yield f"its dict form does not give it back: {quote}"


def _divides_word(text: str, span: Span, quote: Quote) -> bool:
    """Whether an edge of *span* lies in a word of which its neighbour is no other part of *quote*."""
    parts = (*quote.content, *quote.cue, *quote.source)
    taken = {edge for part in parts if part is not span for edge in (part.start, part.end)}
    return any(divides_word(text, edge) for edge in {span.start, span.end} - taken)


def broken_marks(text: str, spans: Sequence[MarkedSpan]) -> list[str]:
    """What does not hold of the marked *spans* of *text*: spans, order, nesting, depth."""
    found = [f"{span} is not in the text" for span in spans if not _stands(text, span)]
    around: list[MarkedSpan] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        if around and (span.start < around[-1].start or span.end > around[-1].end):
            found.append(f"{span} crosses {around[-1]}")
        if span.depth != len(around):
            found.append(f"{span} stands in {len(around)} others")
        around.append(span)
    return found


def _stands(text: str, span: Span | MarkedSpan) -> bool:
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text
