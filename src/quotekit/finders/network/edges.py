"""Where a content begins and ends: the marks around a direct quotation belong to it whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range

__all__ = ["tidied"]

_SHARE = 0.8
_PAUSES = " ,;:—–"


def tidied(text: str, attribution: Finding, marks: Sequence[MarkedSpan]) -> Finding:
    """*attribution* with tidy edges.

    Contents that all but fill a pair of *marks*, in order, are made to fill it, and keep the words of
    theirs that stand outside it ("that “it leaks”"); a comma behind a source is no part of it.
    """
    content = tuple(_filled(text, span, marks) for span in attribution.content)
    return evolve(attribution, content=content, source=tuple(_trimmed(text, attribution.source)))


def _trimmed(text: str, spans: Sequence[Range]) -> Iterator[Range]:
    for start, end in spans:
        words = text[start:end].rstrip(_PAUSES)
        if words:
            yield start, start + len(words)


def _filled(text: str, span: Range, marks: Sequence[MarkedSpan]) -> Range:
    start, end = span
    slack = (end - start) / _SHARE - (end - start)
    first = bisect_left(marks, start - slack, key=lambda mark: mark.start)
    stop = bisect_right(marks, start + slack, key=lambda mark: mark.start)
    for mark in marks[first:stop]:
        shared = min(end, mark.end) - max(start, mark.start)
        if mark.closed and shared >= _SHARE * (max(end, mark.end) - min(start, mark.start)):
            before = any(map(str.isalnum, text[start : mark.start]))
            behind = any(map(str.isalnum, text[mark.end : end]))
            return start if before else mark.start, end if behind else mark.end
    return span
