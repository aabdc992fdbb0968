"""Where a content begins and ends: at its quotation marks, without loose punctuation and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from unicodedata import category

from quotekit.finders.finding import Finding
from quotekit.language import every_language
from quotekit.parse.datelines import DATELINE, PLACE, SURE_DATELINE
from quotekit.records import MarkedSpan
from quotekit.text.marks.sentences import holds_sentence
from quotekit.text.markup import FILLER
from quotekit.text.page import Page
from quotekit.text.punctuation import ITEM_SIGN
from quotekit.text.ranges import Range, any_overlap, merged, overlap, without
from quotekit.text.words import UPPER, says_something

__all__ = [
    "behind_styling",
    "fitted_to_marks",
    "has_words",
    "within_paragraph",
    "without_blank_edges",
    "without_lead",
    "without_loose_edges",
    "without_loose_tie",
]

BLANK = FILLER + "\u200b\ufeff"
"""What shows no more than a blank does, without being one."""
LOOSE = ",;:—–-🏻🏼🏽🏾🏿"
LOOSE_BEHIND = LOOSE + "."
STRAY = frozenset('"”»')
PICTURES = frozenset({"So", "Mn", "Cf"})
"""Categories of the characters that emoji are made of."""

MOST: Final = 0.5
"""The share, of characters, from which on a quotation and a content that cross are one, and from which on the
whole quotations in a content are what was said; half, as for two contents that are the same quote."""

BESIDE_CUE: Final = " \n,:"
"""What may stand between a cue and what it reports."""
FEWEST_REPORTED: Final = 4
"""Words before a quotation, right behind the cue, that are a clause of its own; fewer tell how it was said
("with a sigh")."""

INITIAL: Final = 3
"""Characters of an initial: the sign before it, the letter, the full stop."""

STYLING = re.compile(r"([^\W\d_]+)\s")
"""A word and the blank behind it."""

LEAD = re.compile(rf"(?:{SURE_DATELINE.pattern}|{DATELINE}|{PLACE}: )(?=[“\"‘'{UPPER}0-9])")
"""A place, perhaps an agency in brackets, and a dash; or a name and a colon."""
LINE_SIGN = re.compile(rf"(?:{ITEM_SIGN}|[ \t]*(?:#{{1,6}}|[|>→]|\[[ xX]?\])[ \t]+)+")
"""What opens an item of a list, a heading, a cell or a task; they may stand in one another ("- [x] ")."""


def fitted_to_marks(page: Page, content: Sequence[Range], item: Finding) -> tuple[Range, ...]:
    """*content* with its edges where the quotation marks want them.

    A span that the marks cut through takes them in whole or leaves them out, and one that lies inside marks
    with its cue outside is all that stands in them, further paragraphs included. What stands beside a
    whole quotation in it is its author's.
    """
    outside = item.cue or item.source
    grown = [stretch for span in content for stretch in grown_to_marks(page, span, outside)]
    own = grown if item.fixed is not None else without_narration(page, merged(grown), outside)
    return tuple(without_loose_edges(page, span) for span in merged(own))


def grown_to_marks(page: Page, span: Range, outside: Sequence[Range]) -> Iterable[Range]:
    """*span*, reaching to the edges of every mark that it overlaps and that *outside* does not.

    A mark that nothing closes, within a sentence, ends with that.
    """
    start, end = span
    for mark in page.marks_around(start, end):
        if not closes_over(mark, (start, end), outside):
            start -= not mark.closed and start == mark.start + 1
            continue
        if mark.start in page.quotations_in_paragraphs and is_within_mark(page.text, mark, (start, end)):
            return page.spans_of(mark)
        if not mark.closed and start < mark.start:
            continue
        if is_marked_content(mark, (start, end)):
            start, end = min(start, mark.start), max(end, mark.end)
        else:
            start, end = (start, mark.start) if start < mark.start else (mark.end, end)
    return [(start, end)]


def is_within_mark(text: str, mark: MarkedSpan, span: Range) -> bool:
    """Whether *span* lies inside *mark*, perhaps with the pause behind it (“late”, | said Ann)."""
    behind = text[mark.end : span[1]]
    return span[0] >= mark.start and all(is_loose(sign, LOOSE_BEHIND) for sign in behind)


def closes_over(mark: MarkedSpan, span: Range, outside: Sequence[Range]) -> bool:
    """Whether *mark* is part of the content at *span*: it overlaps it and holds neither cue nor source."""
    if not overlap((mark.start, mark.end), span):
        return False
    if any(first < mark.end and mark.start < last for first, last in outside):
        return False
    return mark.closed or span[0] <= mark.start + 1


def is_marked_content(mark: MarkedSpan, span: Range) -> bool:
    """Whether what *mark* holds belongs to the content at *span*, which overlaps it.

    A sentence of its own that *span* cuts through does so if *span* has most of it.
    """
    start, end = span
    if (start <= mark.start and mark.end <= end) or (mark.start <= start and end <= mark.end):
        return True
    shared = min(end, mark.end) - max(start, mark.start)
    return shared >= MOST * (mark.end - mark.start) or not holds_sentence(mark.text)


def without_narration(page: Page, content: Sequence[Range], outside: Sequence[Range]) -> Sequence[Range]:
    """*content* without what its author tells beside whole quotations, where these are most of it.

    A clause of its own right behind the cue is a report (Ann said | it was “late” | and of it: | “Ice.”).
    """
    marked = [
        (mark.start, mark.end)
        for start, end in content
        for mark in page.marks_from(start, end)
        if (mark.closed or mark.start in page.quotations_in_paragraphs or mark.start == start)
        and mark.end <= end
        and closes_over(mark, (start, end), outside)
    ]
    quoted = merged(marked)
    sentences = [span for span in quoted if holds_sentence(with_comma_behind(page.text, span))]
    if not sentences or length_of(sentences) < MOST * length_of(without(content, outside)):
        return content
    kept = [span for span in quoted if span in sentences or span in content]
    beside = [piece for span in content for piece in beside_sentences(page, span, kept, outside)]
    clauses = (span for span in content if not any_overlap([span], beside))
    return sorted([*beside, *(span for span in clauses if is_reported_clause(page, span, outside))])


def is_reported_clause(page: Page, span: Range, outside: Sequence[Range]) -> bool:
    """Whether *span* is a clause right behind a word of the cue, or one that its own first word opens."""
    opening = page.text[slice(*span)].lower().split()
    before = (end for _, end in outside if end < span[0] and page.text[end - 1].isalnum())
    behind = any(page.text[end : span[0]].isspace() for end in before)
    clause = opening[:1] and opening[0] in every_language().clause_openers
    return len(opening) >= FEWEST_REPORTED and bool(clause or behind)


def with_comma_behind(text: str, span: Range) -> str:
    """The words in *span*, with the comma that may stand outside of their marks."""
    start, end = span
    return text[start : end + (text[end : end + 1] == ",")]


def beside_sentences(
    page: Page, span: Range, quoted: Sequence[Range], outside: Sequence[Range]
) -> Iterator[Range]:
    """What of *span* is its source's own: what is *quoted* in it, and an opening that goes on into that.

    Such an opening is a word that a reported clause begins with ("that “We …”"), or some words right behind
    the cue (he said | he heard them shout, “We …”) that no quotation stands in front of.
    """
    start, end = span
    for number, (first, last) in enumerate(item for item in quoted if start <= item[0] < end):
        opening = page.text[start:first].lower().split()
        told = any(
            cue_end <= start and not page.text[cue_end:start].strip(BESIDE_CUE) for _, cue_end in outside
        )
        reported = told and len(opening) >= FEWEST_REPORTED and quoted[0][0] >= start
        clause = len(opening) == 1 and opening[0] in every_language().clause_openers
        yield start if number == 0 and (clause or reported) else first, last


def length_of(spans: Iterable[Range]) -> int:
    """The number of characters in *spans*."""
    return sum(end - start for start, end in spans)


def without_loose_edges(page: Page, span: Range) -> Range:
    """*span* without blanks, commas, dashes and a full stop at its edges; marks that pair stay.

    Pictures in front are loose too, where anything else is left.
    """
    text, (start, end) = page.text, span
    while start < end and start not in page.openings and is_loose_before(text, start):
        start += 1
    if start == end and has_words(text, span):
        return without_blank_edges(text, span)
    if any(mark.end == end for mark in page.marks_around(start, start + 1)):
        return start, end
    while end > start and (
        (is_loose(text[end - 1], LOOSE_BEHIND) and not abbreviates(text, end)) or is_stray(page, end)
    ):
        end -= 1
    return start, end


def behind_styling(page: Page, span: Range) -> int:
    """Where *span* begins without the "as" by which its author leads up to words in marks.

    Annotators leave it out: counted once by hand, 38 of 47 in the annotated documents.
    """
    start, end = span
    word = STYLING.match(page.text, start, end)
    styled = word is not None and word[1] in every_language().function_words.styling
    marked = word is not None and any(mark.start == word.end() for mark in page.marks_from(word.end(), end))
    return word.end() if word is not None and styled and marked else start


def without_loose_tie(text: str, content: Sequence[Range]) -> tuple[Range, ...]:
    """*content* without a last span that only ties the next clause to it ("that it was a lot | but")."""
    *before, last = content or [(0, 0)]
    tie = text[slice(*last)].casefold() in every_language().connectives
    return tuple(before) if before and tie else tuple(content)


def is_loose_before(text: str, start: int) -> bool:
    """Whether what stands at *start* opens no report: a loose sign, the stop of what is before, a picture."""
    return is_loose(text[start]) or is_stop(text, start) or category(text[start]) in PICTURES


def is_stop(text: str, start: int) -> bool:
    """Whether the full stop of what stands before opens a stretch."""
    return text[start] == "." and text[start + 1 : start + 2].isspace()


def is_loose(character: str, others: str = LOOSE) -> bool:
    """Whether *character* is a blank, shows as one or is one of *others*."""
    return character.isspace() or character in BLANK or character in others


def is_stray(page: Page, end: int) -> bool:
    """Whether a double mark before *end* pairs with nothing, as where the opening one was lost."""
    paired = any(mark.end >= end for mark in page.marks_around(end - 1, end))
    return page.text[end - 1] in STRAY and not paired


def abbreviates(text: str, end: int) -> bool:
    """Whether the full stop before *end* belongs to an abbreviation such as "U.S."."""
    if end < INITIAL or text[end - 1] != ".":
        return False
    return text[end - 2].isupper() and not text[end - INITIAL].isalnum()


def without_blank_edges(text: str, span: Range) -> Range:
    """*span* without the blanks at its edges."""
    start, end = span
    while start < end and is_loose(text[start], ""):
        start += 1
    while end > start and is_loose(text[end - 1], ""):
        end -= 1
    return start, end


def has_words(text: str, span: Range) -> bool:
    """Whether there is anything in *span* that says something."""
    return any(map(says_something, text[slice(*span)]))


def within_paragraph(page: Page, span: Range) -> Range:
    """*span* from where the paragraph begins that it ends in; a heading above is no part of it."""
    first, _ = page.paragraph_around(span[1] - 1)
    return max(first, span[0]), span[1]


def without_lead(page: Page, span: Range) -> Range:
    """*span* without what opens its paragraph: a sign, a dateline or a label ("2. ", "LAGOS (AP) - ")."""
    (start, end), (first, _) = span, page.paragraph_around(span[0])
    sign = LINE_SIGN.match(page.text, first, end)
    if sign is not None and first <= start <= sign.end() < end:
        first = start = sign.end()
    lead = LEAD.match(page.text, start, end) if start == first else None
    return (lead.end(), end) if lead is not None and lead.end() < end else (start, end)
