"""Which of the quotes found in a text are those that somebody asks about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from quotekit.records import Quote
from quotekit.text.ranges import SAME_CONTENT, Range, likeness

__all__ = ["best_matches"]


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
    likest, most = None, SAME_CONTENT
    while index >= 0 and reach[index] > quote.start:
        share = likeness(ranges_of(quote), ranges_of(found[index]))
        if share >= most:
            likest, most = found[index], share
        index -= 1
    return likest


def ranges_of(quote: Quote) -> list[Range]:
    """Where the content of a quote stands."""
    return [(span.start, span.end) for span in quote.content]
