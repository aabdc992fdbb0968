"""Where a content begins and ends: at its quotation marks, and without the punctuation around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import category

from quotekit.finders.finding import Attribution
from quotekit.quotes.utterances import Marks
from quotekit.records import MarkedSpan
from quotekit.text.markup import FILLER
from quotekit.text.ranges import Range, merged

__all__ = ["fitted", "tidied", "trimmed", "worded"]

BLANK = FILLER + "\u200b\ufeff"
"""What shows no more than a blank does, without being one."""
LOOSE = ",;:—–-🏻🏼🏽🏾🏿"
LOOSE_BEHIND = LOOSE + "."
STRAY = frozenset('"”»')
PICTURES = frozenset({"So", "Mn", "Cf"})
"""Categories of the characters that emoji are made of."""


def fitted(text: str, content: Sequence[Range], attribution: Attribution, marks: Marks) -> tuple[Range, ...]:
    """*content* with its edges where the quotation marks want them.

    A span that the marks cut through grows to hold them whole, and one that lies inside marks
    with its cue outside is all that stands in them, further paragraphs included.
    """
    outside = attribution.cue or attribution.source
    grown = [stretch for span in content for stretch in grow(span, outside, marks)]
    return tuple(tidied(text, span, marks) for span in merged(grown))


def grow(span: Range, outside: Sequence[Range], marks: Marks) -> Iterable[Range]:
    """*span*, reaching to the edges of every mark that it overlaps and that *outside* does not."""
    start, end = span
    for mark in marks.around(start, end):
        if mark.start in marks.parts and start >= mark.start and end <= mark.end:
            return marks.parts[mark.start]
        if closes_over(mark, (start, end), outside):
            start, end = min(start, mark.start), max(end, mark.end)
    return [(start, end)]


def closes_over(mark: MarkedSpan, span: Range, outside: Sequence[Range]) -> bool:
    """Whether *mark* is part of the content at *span*: it overlaps it and holds neither cue nor source."""
    if any(first < mark.end and mark.start < last for first, last in outside):
        return False
    return mark.closed or span[0] <= mark.start + 1


def tidied(text: str, span: Range, marks: Marks) -> Range:
    """*span* without blanks, commas, dashes and a full stop at its edges; marks that pair stay."""
    start, end = span
    while start < end and (is_loose(text[start]) or category(text[start]) in PICTURES):
        start += 1
    if any(mark.end == end for mark in marks.around(start, start + 1)):
        return start, end
    while end > start and (
        (is_loose(text[end - 1], LOOSE_BEHIND) and not abbreviates(text, end)) or is_stray(text, end, marks)
    ):
        end -= 1
    return start, end


def is_loose(character: str, others: str = LOOSE) -> bool:
    """Whether *character* is a blank, shows as one or is one of *others*."""
    return character.isspace() or character in BLANK or character in others


def is_stray(text: str, end: int, marks: Marks) -> bool:
    """Whether a double mark before *end* pairs with nothing, as where the opening one was lost."""
    return text[end - 1] in STRAY and not any(mark.end >= end for mark in marks.around(end - 1, end))


def abbreviates(text: str, end: int) -> bool:
    """Whether the full stop before *end* belongs to an abbreviation such as "U.S."."""
    return text[end - 1] == "." and end >= 3 and text[end - 2].isupper() and not text[end - 3].isalnum()


def trimmed(text: str, span: Range) -> Range:
    """*span* without the blanks at its edges."""
    start, end = span
    while start < end and is_loose(text[start], ""):
        start += 1
    while end > start and is_loose(text[end - 1], ""):
        end -= 1
    return start, end


def worded(text: str, span: Range) -> bool:
    """Whether there is a letter or a digit in *span*."""
    return any(map(str.isalnum, text[slice(*span)]))
