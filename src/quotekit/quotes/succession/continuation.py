"""Quotations that seem to go on in the next paragraph, of which somebody forgot to close the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.text.page import Page
from quotekit.text.ranges import Range, any_overlap, overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["with_parted_quotations"]


def with_parted_quotations(page: Page, doc: Doc, findings: Sequence[Finding]) -> Page:
    """The page on which a quotation left open goes on in the next paragraph only if one speaker has both."""
    groups = set(page.quotations_in_paragraphs.values())
    if not groups:
        return page
    told = [item for item in findings if item.cue and item.fixed is None]
    parted = frozenset(start for spans in groups for start in starts_of_others(page, doc, spans, told))
    return evolve(page, parted=parted) if parted else page


def starts_of_others(page: Page, doc: Doc, spans: Sequence[Range], told: Sequence[Finding]) -> Iterator[int]:
    """Where in the paragraphs at *spans* another speaker begins.

    That is where one paragraph is told to be said, by a cue in it, around it or before it, and a later one is
    as well, by words that name another.
    """
    speaker: Finding | None = None
    for number, span in enumerate(spans):
        cues = [item for item in told if any(overlap(piece, span) for piece in item.content)]
        around = [item for item in cues if not any_overlap(item.cue, spans)]
        before = [item for item in told if is_before(page, item, span)] if number == 0 else []
        if speaker is not None and (
            any_overlap(speaker.cue, spans) or any(names_another(page, doc, item, speaker) for item in around)
        ):
            yield span[0]
            speaker = None
        inside = [item for item in cues if item not in around and item.start <= span[0] + 1]
        speaker = next(iter([*around, *inside, *before[-1:]]), speaker)


def is_before(page: Page, item: Finding, span: Range) -> bool:
    """Whether *item* stands in the paragraph of *span*, before it."""
    first, _ = page.paragraph_around(span[0])
    return first <= item.start and max(item.end, item.cue[-1][1]) <= span[0]


def names_another(page: Page, doc: Doc, second: Finding, first: Finding) -> bool:
    """Whether the source of *second* is named, and not by the last word of that of *first*."""
    if second.cue == first.cue:
        return False
    one, other = (last_word(page, item.source) for item in (first, second))
    pronouns = language_of(doc.lang_).pronouns
    return bool(other) and other not in pronouns and one != other


def last_word(page: Page, source: Sequence[Range]) -> str:
    """The last word of a *source*, in lower case."""
    words = page.text[slice(*source[-1])].lower().split() if source else []
    return words[-1] if words else ""
