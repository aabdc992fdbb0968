"""Where a content begins and ends: the marks around a direct quotation belong to it whole."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range
from quotekit.text.sentences import is_shortened

__all__ = ["tidied"]

_SHARE = 0.8
"""The share of a content and the marks around it, of their characters, from which on it fills them; chosen by
hand."""
_NAME_ENDED = re.compile(r"(?<=[^\W\d_]{5})[.!?]\s+(?=[^\W\d_])")
"""The end of a sentence behind a word that is too long for an initial and for most titles."""

_PAUSES = " ,;:—–"


def tidied(text: str, attribution: Finding, marks: Sequence[MarkedSpan]) -> Finding:
    """*attribution* with tidy edges.

    Contents that all but fill a pair of *marks*, in order, are made to fill it, and keep the words of
    theirs that stand outside it ("that “it leaks”"). A comma behind a source is no part of it; a bracket that
    closes one in it is.
    """
    content = tuple(_filled(text, span, marks) for span in attribution.content)
    source = tuple(_trimmed(text, _in_one_sentence(text, attribution)))
    return evolve(attribution, content=content, source=source)


def _in_one_sentence(text: str, item: Finding) -> Iterator[Range]:
    """The source of *item*; of one that runs over the end of a sentence what stands on the cue's side."""
    for start, end in item.source:
        stop = _NAME_ENDED.search(text, start, end)
        if stop is None or is_shortened(text, stop.start()):
            yield start, end
        elif item.cue and item.cue[0][0] < start:
            yield start, stop.start()
        else:
            yield stop.end(), end


def _trimmed(text: str, spans: Iterable[Range]) -> Iterator[Range]:
    for start, end in spans:
        words = text[start:end].rstrip(_PAUSES)
        if words:
            last = start + len(words)
            yield start, last + (text.startswith(")", last) and words.count("(") > words.count(")"))


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
