"""Which quotes stand inside others, and which of two that cross each other stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from quotekit.attribution import Attribution
from quotekit.records import Quote

__all__ = ["nested", "reconciled"]


def reconciled(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions without those whose content crosses or repeats an earlier one's.

    Contents may lie apart or one wholly in the other, with its cue; of two that do neither the
    longer stays.
    """
    kept: list[Attribution] = []
    around: list[Attribution] = []
    for item in sorted(attributions, key=by_place):
        start, end = bounds(item)
        around = [other for other in around if bounds(other)[1] > start]
        if all(stands_inside(item, other) for other in around if bounds(other)[0] < end):
            kept.append(item)
            around.append(item)
    return kept


def by_place(item: Attribution) -> tuple[int, int]:
    """Sorts earlier contents first, and of two that begin together the longer."""
    start, end = bounds(item)
    return start, -end


def bounds(item: Attribution) -> tuple[int, int]:
    """Where the content begins and ends."""
    return item.content[0][0], item.content[-1][1]


def stands_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether *inner* is reported in *outer*, cue and all, or stands in a gap of it."""
    start, end = bounds(inner)
    if all(end <= first or last <= start for first, last in outer.content):
        return True
    whole = bounds(outer)
    if not inner.cue or bounds(inner) == whole:
        return False
    return all(whole[0] <= first and last <= whole[1] for first, last in (*inner.content, *inner.cue))


def nested(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes, ordered by start and longest first, each with the number of those around it."""
    found: list[Quote] = []
    around: list[Quote] = []
    for quote in quotes:
        around = [other for other in around if other.end > quote.start]
        depth = sum(holds(other, quote) for other in around)
        found.append(evolve(quote, depth=depth))
        around.append(quote)
    return found


def holds(outer: Quote, inner: Quote) -> bool:
    """Whether *inner*'s content lies in one of the spans of *outer*'s."""
    return any(span.start <= inner.start and inner.end <= span.end for span in outer.content)
