"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotekit.quotes.judgement.utterance import holds_title
from quotekit.records import Kind, MarkedSpan
from quotekit.text.page import Page
from quotekit.text.ranges import Range, merged
from quotekit.text.words import says_something

__all__ = ["kind_of"]


def kind_of(page: Page, content: Sequence[Range]) -> Kind:
    """The kind of a quote with *content*; titles and marks around the whole report do not count."""
    marked = merged(
        (max(start, mark.start), min(end, mark.end))
        for start, end in content
        for mark in marks_of_own_words(page, (start, end), content)
    )
    outside = sum(count_letters(page.text, start, end) for start, end in content)
    inside = sum(count_letters(page.text, start, end) for start, end in marked)
    if not inside:
        return "indirect"
    return "direct" if inside == outside else "mixed"


def marks_of_own_words(page: Page, span: Range, content: Sequence[Range]) -> Iterator[MarkedSpan]:
    """The marks in *span* that say that words are the source's own."""
    start, end = span
    whole = (content[0][0], content[-1][1])
    for mark in page.marks_from(start, end):
        if (mark.start, mark.end) in content or not holds_title(page.text[mark.start + 1 : mark.end - 1]):
            yield mark
    for mark in page.marks_around(start, start + 1):
        if not mark.closed and mark.start + 1 >= start:
            yield mark
        if mark.start <= start and mark.end >= end and (mark.start, mark.end) in ((start, end), whole):
            yield mark


def count_letters(text: str, start: int, end: int) -> int:
    """The number of letters, digits and pictures in a stretch of *text*."""
    return sum(map(says_something, text[start:end]))
