"""Which of the quotes found in a text are those that somebody asks about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from quotekit.records import Quote

__all__ = ["best_matches"]

HALF = 0.5
"""The share of characters in common from which on two contents are taken for the same quote."""


def best_matches(asked: Sequence[Quote], found: Sequence[Quote]) -> list[Quote | None]:
    """For each quote *asked* about the one *found* whose content is most like it, by Jaccard index.

    Args:
        asked: Quotes in any order.
        found: Quotes of the same text, by their place in it.

    Returns:
        One entry for each quote asked about; None where nothing found is half like it.
    """
    starts = [quote.start for quote in found]
    reach = list(accumulate((quote.end for quote in found), max))
    return [likest_quote(quote, found, starts, reach) for quote in asked]


def likest_quote(
    quote: Quote, found: Sequence[Quote], starts: Sequence[int], reach: Sequence[int]
) -> Quote | None:
    """The one of *found* that is most like *quote*; *reach* is how far any up to each of them goes."""
    index = bisect_left(starts, quote.end) - 1
    likest, most = None, HALF
    while index >= 0 and reach[index] > quote.start:
        likeness = likeness_of_quotes(quote, found[index])
        if likeness >= most:
            likest, most = found[index], likeness
        index -= 1
    return likest


def likeness_of_quotes(first: Quote, second: Quote) -> float:
    """The share of the characters of either content that are in both."""
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first.content for b in second.content
    )
    either = sum(span.end - span.start for span in (*first.content, *second.content)) - common
    return common / either if either else 0.0
