"""Sentences of the author behind a reported clause, which the network takes for more of what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_finite_form, labels_for
from quotekit.text.page import Page
from quotekit.text.sentences import ending_stops

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_next_sentences"]


def without_next_sentences(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item*, a clause in no marks behind its cue, without what stands behind the end of its sentence.

    What has no finite verb yet is no sentence ("that Yahoo! | Japan had bought it").
    A conjunction or a question word ties one sentence to the cue ("She said that it rained. | We left."),
    unless a comma stands before it ("She said, if it rains, it rains. We left."), and so does a small letter
    behind no sign at all ("She said it rained. | We left."): in letters the network reads on.
    """
    behind = item.cue and item.fixed is None and item.start >= item.cue[-1][1]
    tied = behind and "," not in page.text[item.cue[-1][1] : item.start]
    if not tied or len(item.content) > 1 or page.marks_from(item.start, item.end):
        return item
    stops = ending_stops(page.text, item.start, item.end)
    first = next((stop.start() for stop in stops if begins_sentence(doc, stop.end(), item.end)), None)
    if first is None or not (is_tied_clause(doc, item) or is_right_behind_cue(page, item)):
        return item
    kept = doc.char_span(item.start, first, alignment_mode="expand")
    is_sentence = kept is not None and any(map(is_finite_form, kept))
    return evolve(item, content=((item.start, first),)) if is_sentence else item


def begins_sentence(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word from *start* to *end* begins a sentence with a capital, by the parse too."""
    words = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    first = next((word for word in words or () if not word.is_space and not word.is_punct), None)
    return first is not None and first.text[:1].isupper() and opens_by_parse(first)


def opens_by_parse(word: Token) -> bool:
    """Whether *word* begins its sentence, blanks and marks before it left out."""
    return all(one.is_space or one.is_punct for one in word.doc[word.sent.start : word.i])


def is_right_behind_cue(page: Page, item: Finding) -> bool:
    """Whether *item* begins with a small letter, and nothing but words stands between its cue and it."""
    between = page.text[item.cue[-1][1] : item.start]
    return page.text[item.start].islower() and all(sign.isalnum() or sign.isspace() for sign in between)


def is_tied_clause(doc: Doc, item: Finding) -> bool:
    """Whether the first word of *item* ties a clause to its cue."""
    words = doc.char_span(item.start, item.end, alignment_mode="expand")
    if words is None:
        return False
    opener = words[0].lower_ in language_of(doc.lang_).clause_openers and words[0].pos_ == "SCONJ"
    return opener or words[0].tag_ in labels_for(words[0]).question_tags
