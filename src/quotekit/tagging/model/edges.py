"""Where a content begins and ends: the marks around a direct quotation belong to it whole."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from quotekit.attribution import Attribution
from quotekit.ranges import Range
from quotekit.records import MarkedSpan

__all__ = ["tidied"]

_SHARE = 0.8


def tidied(text: str, marks: Sequence[MarkedSpan], attribution: Attribution) -> Attribution:
    """*attribution* with the contents that all but fill a pair of marks made to fill it."""
    content = tuple(_filled(span, marks) for span in attribution.content)
    return evolve(attribution, content=content)


def _filled(span: Range, marks: Sequence[MarkedSpan]) -> Range:
    for mark in marks:
        if mark.start < span[1] and span[0] < mark.end:
            shared = min(span[1], mark.end) - max(span[0], mark.start)
            joined = max(span[1], mark.end) - min(span[0], mark.start)
            if mark.closed and shared >= _SHARE * joined:
                return mark.start, mark.end
    return span
