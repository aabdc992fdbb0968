"""Where a content begins and ends: at its quotation marks, without loose punctuation and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import category

from quotekit.finders.finding import Finding
from quotekit.parse.readable import DATELINE, PLACE
from quotekit.records import MarkedSpan
from quotekit.text.markup import FILLER
from quotekit.text.page import Page
from quotekit.text.ranges import Range, merged

__all__ = ["fitted_to_marks", "has_words", "without_blank_edges", "without_lead", "without_loose_edges"]

BLANK = FILLER + "\u200b\ufeff"
"""What shows no more than a blank does, without being one."""
LOOSE = ",;:—–-🏻🏼🏽🏾🏿"
LOOSE_BEHIND = LOOSE + "."
STRAY = frozenset('"”»')
PICTURES = frozenset({"So", "Mn", "Cf"})
"""Categories of the characters that emoji are made of."""

LEAD = re.compile(rf"(?:{DATELINE}|{PLACE}: )(?=[“\"‘'A-ZÀ-Þ0-9])")
"""A place, perhaps an agency in brackets, and a dash; or a name and a colon."""


def fitted_to_marks(page: Page, content: Sequence[Range], item: Finding) -> tuple[Range, ...]:
    """*content* with its edges where the quotation marks want them.

    A span that the marks cut through grows to hold them whole, and one that lies inside marks
    with its cue outside is all that stands in them, further paragraphs included.
    """
    outside = item.cue or item.source
    grown = [stretch for span in content for stretch in grown_to_marks(page, span, outside)]
    return tuple(without_loose_edges(page, span) for span in merged(grown))


def grown_to_marks(page: Page, span: Range, outside: Sequence[Range]) -> Iterable[Range]:
    """*span*, reaching to the edges of every mark that it overlaps and that *outside* does not."""
    start, end = span
    for mark in page.marks_around(start, end):
        if mark.start in page.quotations_in_paragraphs and start >= mark.start and end <= mark.end:
            return page.spans_of(mark)
        if closes_over(mark, (start, end), outside):
            start, end = min(start, mark.start), max(end, mark.end)
    return [(start, end)]


def closes_over(mark: MarkedSpan, span: Range, outside: Sequence[Range]) -> bool:
    """Whether *mark* is part of the content at *span*: it overlaps it and holds neither cue nor source."""
    if any(first < mark.end and mark.start < last for first, last in outside):
        return False
    return mark.closed or span[0] <= mark.start + 1


def without_loose_edges(page: Page, span: Range) -> Range:
    """*span* without blanks, commas, dashes and a full stop at its edges; marks that pair stay."""
    text, (start, end) = page.text, span
    while start < end and (is_loose(text[start]) or category(text[start]) in PICTURES):
        start += 1
    if any(mark.end == end for mark in page.marks_around(start, start + 1)):
        return start, end
    while end > start and (
        (is_loose(text[end - 1], LOOSE_BEHIND) and not abbreviates(text, end)) or is_stray(page, end)
    ):
        end -= 1
    return start, end


def is_loose(character: str, others: str = LOOSE) -> bool:
    """Whether *character* is a blank, shows as one or is one of *others*."""
    return character.isspace() or character in BLANK or character in others


def is_stray(page: Page, end: int) -> bool:
    """Whether a double mark before *end* pairs with nothing, as where the opening one was lost."""
    paired = any(mark.end >= end for mark in page.marks_around(end - 1, end))
    return page.text[end - 1] in STRAY and not paired


def abbreviates(text: str, end: int) -> bool:
    """Whether the full stop before *end* belongs to an abbreviation such as "U.S."."""
    return text[end - 1] == "." and end >= 3 and text[end - 2].isupper() and not text[end - 3].isalnum()


def without_blank_edges(text: str, span: Range) -> Range:
    """*span* without the blanks at its edges."""
    start, end = span
    while start < end and is_loose(text[start], ""):
        start += 1
    while end > start and is_loose(text[end - 1], ""):
        end -= 1
    return start, end


def has_words(text: str, span: Range) -> bool:
    """Whether there is a letter or a digit in *span*."""
    return any(map(str.isalnum, text[slice(*span)]))


def without_lead(page: Page, span: Range) -> Range:
    """*span* without the dateline or the label that opens its paragraph ("LAGOS (Reuters) - ")."""
    start, end = span
    if not page.opens_paragraph(start):
        return span
    lead = LEAD.match(page.text, start, end)
    return (lead.end(), end) if lead is not None and lead.end() < end else span
