"""Which quotation marks stand in which."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.records import MarkedSpan

__all__ = ["enclosing"]


def enclosing(spans: Sequence[MarkedSpan]) -> list[int]:
    """For each of a text's marked spans, in order, the index of the one around it, or -1."""
    found: list[int] = []
    around: list[int] = []
    for index, span in enumerate(spans):
        del around[span.depth :]
        found.append(around[-1] if around else -1)
        around.append(index)
    return found
