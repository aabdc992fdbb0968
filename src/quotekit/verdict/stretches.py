"""Stretches of a page that findings are made of: how far they reach, and where they stop."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.finders.finding import Finding
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.punctuation import CLOSERS
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_sentence

__all__ = [
    "extent_of",
    "extent_of_parts",
    "goes_on_with_sentence",
    "is_marked",
    "is_parted_by_sentence_end",
    "stops_at_article",
    "stops_at_mark",
]


def extent_of_parts(*parts: Sequence[Range]) -> Range:
    """From the first to the last character of several parts of a finding; nowhere where they are empty."""
    spans = [span for part in parts for span in part]
    return min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0)


def extent_of(item: Finding) -> Range:
    """From the first to the last character of content and cue."""
    return extent_of_parts(item.content, item.cue)


def stops_at_mark(text: str, end: int) -> bool:
    """Whether a closing mark stands before *end*, without a pause, and words of its sentence behind it."""
    clause = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    return clause and text[end - 1] in CLOSERS and text[end - 2].isalnum()


def stops_at_article(page: Page, item: Finding) -> bool:
    """Whether the last word of *item* is an article, whose noun stands behind it."""
    last = page.text[slice(*item.content[-1])].casefold().split()[-1:]
    return not every_language().function_words.article.isdisjoint(last)


def goes_on_with_sentence(text: str, span: Range) -> bool:
    """Whether a quotation goes on with a sentence: by a small letter, or behind a comma (said, “I …”)."""
    small = text[span[0] + 1 : span[1]].lstrip()[:1].islower()
    return small or text[max(span[0] - 2, 0) : span[0]] in {", ", ",\n"}


def is_marked(page: Page, span: Range) -> bool:
    """Whether *span* is a pair of quotation marks with all between them."""
    return any(mark.end == span[1] for mark in page.marks_from(span[0], span[0] + 1))


def is_parted_by_sentence_end(text: str, first: Range, second: Range) -> bool:
    """Whether a sentence ended between two stretches that something stands between."""
    gap = text[first[1] : second[0]]
    return any(map(str.isalnum, gap)) and ends_sentence(gap)
