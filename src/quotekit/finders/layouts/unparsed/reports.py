"""Quotation marks with a verb of saying beside them, in languages that are read without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.unparsed.incises import patterns_beside_marks, verbs_of_saying
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["reports_beside_marks"]

Place = tuple[re.Match[str], int]
"""A match in a piece of the text, and the offset of the piece."""

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
        saying = verbs_of_saying()
        if saying.search(text, first, mark.start) or saying.search(text, mark.end, last):
            yield from report_beside(text, (first, last), mark)


def report_beside(text: str, room: Range, mark: MarkedSpan) -> Iterator[Finding]:
    """The finding of what stands in *mark*, if a pattern fits what stands beside it in *room*."""
    before, behind = text[room[0] : mark.start], text[mark.end : room[1]]
    for (pattern,) in patterns_beside_marks("behind"):
        found = pattern.match(behind)
        if found is not None:
            yield given_to(mark, cue=(found, mark.end), source=(found, mark.end))
            return
    for first, second in patterns_beside_marks("around"):
        verb = second.match(behind)
        subject = None if verb is None else first.search(before)
        if verb is not None and subject is not None:
            yield given_to(mark, cue=(verb, mark.end), source=(subject, room[0]))
            return
    for (pattern,) in patterns_beside_marks("before"):
        found = pattern.search(before)
        if found is not None:
            yield given_to(mark, cue=(found, room[0]), source=(found, room[0]))
            return


def given_to(mark: MarkedSpan, *, cue: Place, source: Place) -> Finding:
    """What stands in *mark*, with the cue and the source that patterns matched."""
    return Finding(
        content=((mark.start, mark.end),),
        cue=(place_of_group("cue", *cue),),
        source=(place_of_group("source", *source),),
    )


def place_of_group(group: str, match: re.Match[str], offset: int) -> Range:
    """Where a group of a match in a piece of the text stands in the text."""
    return match.start(group) + offset, match.end(group) + offset
