"""Which words stand inside quotations, and whose sources stand outside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from quotekit.records import MarkedSpan, Quote

__all__ = ["mark_quoted", "without_sources"]


def mark_quoted(starts: Sequence[int], quotes: Iterable[Quote], marks: Iterable[MarkedSpan]) -> list[bool]:
    """Whether each token stands inside quotation marks."""
    spans = [(mark.start, mark.end) for mark in marks]
    spans += [(span.start, span.end) for quote in quotes if quote.kind == "direct" for span in quote.content]
    quoted, covered, queue = [], -1, sorted(spans, reverse=True)
    for start in starts:
        while queue and queue[-1][0] <= start:
            covered = max(covered, queue.pop()[1])
        quoted.append(start < covered)
    return quoted


def without_sources(starts: Sequence[int], quoted: list[bool], quotes: Iterable[Quote]) -> list[bool]:
    """*quoted*, in which who says the words of a mark that closes behind its cue stands outside them.

    As in “Come in, said Ada, and mind the cat.”: narration names the source of what is no inner quote.
    """
    for quote in quotes:
        if quote.kind == "direct" and quote.depth == 0 and len(quote.content) > 1:
            for source in quote.source:
                first, last = bisect_left(starts, source.start), bisect_left(starts, source.end)
                quoted[first:last] = [False] * (last - first)
    return quoted
