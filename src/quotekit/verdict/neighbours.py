"""Which findings lie near a place, looked up without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from attrs import field, frozen

from quotekit.finders.finding import Finding
from quotekit.text.ranges import Range, overlap
from quotekit.verdict.stretches import extent_of

__all__ = ["Neighbours"]


@frozen
class Neighbours:
    """Findings, to be looked up by place.

    Attributes:
        items: The findings, by their extent.
        starts: Where each begins.
        reach: How far any up to each goes.
    """

    items: Sequence[Finding]
    starts: Sequence[int] = field(init=False)
    reach: Sequence[int] = field(init=False)

    @starts.default
    def _starts(self) -> Sequence[int]:
        return [extent_of(item)[0] for item in self.items]

    @reach.default
    def _reach(self) -> Sequence[int]:
        return list(accumulate((extent_of(item)[1] for item in self.items), max))

    def around(self, place: Range) -> list[int]:
        """The indices of those that overlap *place*, the last of them first."""
        found: list[int] = []
        index = bisect_left(self.starts, place[1]) - 1
        while index >= 0 and self.reach[index] > place[0]:
            if overlap(extent_of(self.items[index]), place):
                found.append(index)
            index -= 1
        return found
