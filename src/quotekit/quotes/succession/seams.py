"""Seams: where a quotation follows another with nothing between, so that somebody else speaks it."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.punctuation import CLOSERS, OPENERS, STOPS

__all__ = ["is_seam", "without_source_across_seam"]

CLOSED: Final = re.compile(rf"[{STOPS}][{re.escape(CLOSERS)}]")
"""What a quotation ends in that is whole and closed: a stop and one mark, with nothing between."""

NEXT: Final = re.compile(rf"[^\S\n]*(?=[{re.escape(OPENERS)}])")
"""What stands between it and the next on the same line."""


def is_seam(text: str, end: int, start: int) -> bool:
    """Whether a whole quotation ends at *end*, and blanks alone part it from one that opens at *start*.

    Over a new paragraph whoever spoke may go on, as news does.
    """
    behind = NEXT.match(text, end)
    return behind is not None and behind.end() == start and CLOSED.fullmatch(text, end - 2, end) is not None


def without_source_across_seam(text: str, item: Finding) -> Finding:
    """*item* without the source that only the quotation right behind it has (“Who?” “Not me!” cried Ann.)."""
    behind = NEXT.match(text, item.end)
    if item.cue or not item.source or behind is None:
        return item
    across = item.source[0][0] > behind.end() and is_seam(text, item.end, behind.end())
    return evolve(item, source=()) if across else item
