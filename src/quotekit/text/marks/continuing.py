"""Quotations that go on in a later paragraph, which no mark opens, up to the mark that closes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from quotekit.text.marks.candidates import Sign
from quotekit.text.marks.costs import FITTING
from quotekit.text.marks.pairing import Pair
from quotekit.text.punctuation import BEFORE_CLOSER
from quotekit.text.ranges import Range

__all__ = ["LeftOpen"]

MOST_BETWEEN: Final = 3
"""Paragraphs without marks over which a quotation goes on, at most; a guess."""


@frozen
class LeftOpen:
    """A quotation that nothing in its paragraph closes.

    Attributes:
        number: The number of its paragraph.
        family: The family of its mark.
    """

    number: int
    family: str

    @classmethod
    def of(cls, number: int, signs: Sequence[Sign], pairs: Sequence[Pair]) -> LeftOpen | None:
        """What a paragraph with this *number* leaves open: its only quotation that nothing closes."""
        open_ones = [pair for pair in pairs if pair.closer is None]
        if len(open_ones) != 1 or open_ones[0].limit is not None:
            return None
        return cls(number, signs[open_ones[0].opener].family)

    def end_in(self, text: str, number: int, places: Sequence[Range], signs: Sequence[Sign]) -> int | None:
        """Where it ends in a near paragraph with this *number*: at a first mark that nothing there opened."""
        if not 0 < number - self.number <= MOST_BETWEEN + 1:
            return None
        first = next((at for at, sign in enumerate(signs) if sign.family == self.family), None)
        if first is None or signs[first].closing > FITTING or signs[first].opening <= FITTING:
            return None
        start, end = places[first]
        return end if text[start - 1 : start] in BEFORE_CLOSER else None
