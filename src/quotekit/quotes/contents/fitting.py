"""A finding's content as it stands on the page: whole words between marks, within its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import every_language
from quotekit.quotes.contents.edges import (
    behind_styling,
    fitted_to_marks,
    has_words,
    within_paragraph,
    without_blank_edges,
    without_lead,
    without_loose_edges,
    without_loose_tie,
)
from quotekit.quotes.contents.reach import in_paragraph_of_cue
from quotekit.text.citations import behind_opening_note, without_closing_citation
from quotekit.text.markup import past_filler
from quotekit.text.page import Page
from quotekit.text.ranges import Range, without
from quotekit.text.words import with_whole_words, without_last_words

__all__ = ["fitted_to_page"]


def fitted_to_page(page: Page, item: Finding) -> Iterator[Finding]:
    """The finding with its content fitted to the marks and the paragraphs of the page, if words are left."""
    text = page.text
    whole = (without_lead(page, span) for span in item.content)
    content = fitted_to_marks(page, tuple(whole), item)
    named = (without_blank_edges(text, span) for span in named_by(page, item))
    source = [with_whole_words(text, span, item.cue) for span in named]
    words = list(reported_words(page, item, without(content, (*item.cue, *source))))
    taken = [*item.cue, *source, *words]
    whole_words = (with_whole_words(text, span, taken) for span in words)
    content = without_loose_tie(text, [(start, past_filler(text, end)) for start, end in whole_words])
    if content:
        yield in_paragraph_of_cue(text, evolve(item, content=content, source=tuple(source)))


def reported_words(page: Page, item: Finding, content: Iterable[Range]) -> Iterator[Range]:
    """What of *content* is words, without the marks at its edges and its author's citation behind it."""
    for span in content:
        start, end = without_loose_edges(page, span)
        if item.fixed is None:
            start = behind_styling(page, (behind_opening_note(page.text, start, end), end))
            end = without_closing_citation(page.text, start, end)
            _, end = without_last_words(page.text, (start, end), every_language().function_words.listing)
        if has_words(page.text, (start, end)):
            yield start, end


def named_by(page: Page, item: Finding) -> Iterable[Range]:
    """What names the source of the finding: all that the layout shows, else the words beside the cue."""
    own = (within_paragraph(page, span) for span in item.source)
    if item.fixed is not None:
        return own
    named = (without_lead(page, span) for span in own)
    phrases = (without_broken_phrase(page.text, span) for span in without(named, item.cue))
    return (span for span in phrases if has_words(page.text, span))


def without_broken_phrase(text: str, span: Range) -> Range:
    """A source without what only begins another phrase at its end ("the old woman at the")."""
    words = every_language().function_words
    kept = without_last_words(text, span, words.article)
    return kept if kept == span else without_last_words(text, kept, words.link | words.article)
