"""The labels of turns, which a parser reads as a part of what is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.page import Page
from quotekit.text.ranges import Range, merged, without

__all__ = ["without_labels"]

MOST_LINES_OF_LABEL: Final = 2
"""Lines with words between a label and what is said behind it, fewer than these: the rest of its own."""


def without_labels(page: Page, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that have words, none with the labels of turns in what a parser took for its content."""
    labels = merged(span for item in findings if item.fixed is not None for span in label_of_turn(page, item))
    ends = [end for _, end in labels]
    for item in findings:
        own = item if item.fixed is not None or not labels else without_those_near(item, labels, ends)
        if own.content:
            yield own


def label_of_turn(page: Page, item: Finding) -> Sequence[Range]:
    """The source of a finding that the layout shows, up to what is said on its line or below (the time)."""
    if len(item.source) != 1 or not item.content:
        return item.source
    (start, end), said = item.source[0], item.start
    lines = page.text[end:said].splitlines()
    is_beside = end <= said and sum(1 for line in lines if line.strip()) < MOST_LINES_OF_LABEL
    return [(start, said)] if is_beside else item.source


def without_those_near(item: Finding, labels: Sequence[Range], ends: Sequence[int]) -> Finding:
    """*item* without those of the *labels* that stand in it, of which *ends* are the ends."""
    near = labels[bisect_right(ends, item.start) : bisect_right(ends, item.end)] if item.content else []
    return evolve(item, content=tuple(without(item.content, near)))
