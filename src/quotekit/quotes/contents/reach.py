"""How far a cue reaches: over one paragraph, unless marks or a colon lead on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.punctuation import CLOSERS, LEADS, OPENERS
from quotekit.text.ranges import Range
from quotekit.text.sentences import ends_sentence

__all__ = ["in_paragraph_of_cue"]

BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


def in_paragraph_of_cue(text: str, item: Finding) -> Finding:
    """*item* without the stretches that another paragraph parts from its cue.

    They are a heading, or what the marks alone tell. One without any stretch beside its cue stays as it is.
    """
    if not item.cue or item.fixed is not None:
        return item
    cue = item.cue[-1]
    before = spans_in_same_paragraph(
        text, cue, (span for span in reversed(item.content) if span[1] <= cue[0])
    )
    behind = spans_in_same_paragraph(text, cue, (span for span in item.content if span[0] >= cue[1]))
    kept = (*reversed(before), *behind)
    return evolve(item, content=kept) if kept else item


def spans_in_same_paragraph(text: str, cue: Range, spans: Iterable[Range]) -> list[Range]:
    """Those of *spans*, the nearest to *cue* first, that no paragraph parts from it."""
    kept: list[Range] = []
    last = cue
    for span in spans:
        if is_parted_by_paragraph(text, *sorted((last, span))):
            break
        kept.append(span)
        last = span
    return kept


def is_parted_by_paragraph(text: str, first: Range, second: Range) -> bool:
    """Whether a paragraph ends between two stretches, and what stands before its end does not lead on.

    Marks that close behind a whole sentence end what is said there; open ones lead on, and so do those that
    open behind a line without a stop, which else is a heading.
    """
    between = text[first[1] : second[0]]
    end = BLANK_LINE.search(between)
    before = text[first[0] : first[1] + end.start()].rstrip() if end else ""
    if not before or before[-1] in LEADS:
        return False
    if any(map(str.isalnum, between)) or (text[second[0]] not in OPENERS and before[-1].isalnum()):
        return True
    return before[-1] in CLOSERS and ends_sentence(before)
