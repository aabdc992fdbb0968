"""Reports in brackets: what stands outside of them is the author's."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.ranges import Range, clipped, without

__all__ = ["within_brackets"]

REACH: Final = 300
"""Characters from a cue to the brackets around it, at most; chosen by hand."""

EDGE: Final = re.compile(r"[()\n]")
"""A bracket, or the end of a line, over which none reaches."""


def within_brackets(text: str, item: Finding) -> Finding:
    """*item* without what stands outside the brackets that hold its cue ("It rose (by a third, Ann said)").

    Where nothing is reported in them, the brackets only tell of what is ("“It rose” (as Ann said)").
    """
    held = brackets_around(text, item.cue[0]) if item.cue and item.fixed is None else None
    if held is None:
        return item
    inside = tuple(clipped(item.content, *held))
    return evolve(item, content=inside or tuple(without(item.content, [(held[0] - 1, held[1] + 1)])))


def brackets_around(text: str, span: Range) -> Range | None:
    """The edges of what the brackets around *span* hold, or None without them."""
    start, end = span
    before = text[max(0, start - REACH) : start]
    opens = max((found.start() for found in EDGE.finditer(before)), default=None)
    closes = EDGE.search(text, end, end + REACH)
    if opens is None or before[opens] != "(" or closes is None or closes.group() != ")":
        return None
    return start - len(before) + opens + 1, closes.start()
