"""Which quotes stand inside others, and how deep."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from quotekit.records import Quote
from quotekit.verdict import decide

__all__ = ["JudgedQuote", "with_depths"]


@frozen
class JudgedQuote:
    """A quote that can say why it was kept.

    Attributes:
        quote: The quote.
        verdicts: The names of the rows of `quotekit.verdict.TABLE` that kept it, in the order in which
            they were asked; none where it met no other finding.
    """

    quote: Quote
    verdicts: tuple[str, ...] = ()


def with_depths(judged: Sequence[JudgedQuote], lang: str) -> list[JudgedQuote]:
    """The quotes, ordered by start and longest first, each with the number of those around it.

    Those inside another that are part of what is said there are left out.
    """
    found: list[JudgedQuote] = []
    around: list[Quote] = []
    for item in judged:
        quote, verdicts = item.quote, item.verdicts
        around = [other for other in around if other.end > quote.start]
        holding = [other for other in around if stands_in_span(quote, other)]
        if holding:
            row = decide("quote and quote inside", holding[-1], quote, lang)
            if row.outcome == "first stays":
                continue
            verdicts = (*verdicts, row.name)
        found.append(JudgedQuote(evolve(quote, depth=len(holding)), verdicts))
        around.append(quote)
    return found


def stands_in_span(inner: Quote, outer: Quote) -> bool:
    """Whether *inner*'s content lies in one of the spans of *outer*'s."""
    return any(span.start <= inner.start and inner.end <= span.end for span in outer.content)
