"""Quotation marks with a verb of saying beside them, in languages that are read without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.incises import patterns, saying
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["reports_beside_marks"]

REACH = 80
"""Characters beside the marks in which verb and subject stand."""


def reports_beside_marks(page: Page) -> Iterator[Finding]:
    """One finding for each quotation with a verb and its subject beside it in a known order."""
    text, outer = page.text, page.outermost_marks
    for place, mark in enumerate(outer):
        low, high = page.paragraph_around(mark.start)
        first = max(low, mark.start - REACH, outer[place - 1].end if place else 0)
        last = min(max(high, mark.end), mark.end + REACH)
        last = min(last, outer[place + 1].start) if place + 1 < len(outer) else last
        if saying().search(text, first, mark.start) or saying().search(text, mark.end, last):
            yield from report(text, (first, last), mark)


def report(text: str, room: Range, mark: MarkedSpan) -> Iterator[Finding]:
    """The attribution of what stands in *mark*, if a pattern fits what stands beside it in *room*."""
    before, behind = text[room[0] : mark.start], text[mark.end : room[1]]
    for (pattern,) in patterns("behind"):
        found = pattern.match(behind)
        if found is not None:
            yield attribution(mark, span(found, "cue", mark.end), span(found, "source", mark.end))
            return
    for first, second in patterns("around"):
        verb = second.match(behind)
        subject = None if verb is None else first.search(before)
        if verb is not None and subject is not None:
            yield attribution(mark, span(verb, "cue", mark.end), span(subject, "source", room[0]))
            return
    for (pattern,) in patterns("before"):
        found = pattern.search(before)
        if found is not None:
            yield attribution(mark, span(found, "cue", room[0]), span(found, "source", room[0]))
            return


def span(match: re.Match[str], group: str, offset: int) -> Range:
    """Where a group of a match stands in the text."""
    return match.start(group) + offset, match.end(group) + offset


def attribution(mark: MarkedSpan, cue: Range, source: Range) -> Finding:
    """What stands in *mark*, given to *source*."""
    return Finding(content=((mark.start, mark.end),), cue=(cue,), source=(source,))
