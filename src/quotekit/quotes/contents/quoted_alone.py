"""A whole quotation by whose side the parse took its author's words for more of what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_finite, is_verbal
from quotekit.text.page import Page
from quotekit.text.ranges import Range, clipped
from quotekit.verdict.stretches import is_marked

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["without_clause_behind_semicolon", "without_words_beside_quotation"]


def without_words_beside_quotation(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item* without what an author's own clause puts in front of or behind its quotation.

    So is what they did as they spoke (“Rising, she said: “No.””), what "as" parts from it (“She came home,
    as she put it, “with no top C””), and a clause behind the cue of a quotation (“We lost,” he admitted
    after a row | that his wife ended).
    """
    if not item.cue or len(item.content) < 2:
        return item
    quoted = [span for span in item.content if is_marked(page, span)]
    beside = [span for span in item.content if span not in quoted]
    left = [
        span
        for span in beside
        if not (
            is_before_as(page, doc, item, span, quoted)
            or is_clause_behind(page, doc, item, span, quoted)
            or is_deed_before(page, doc, item, span, quoted)
        )
    ]
    if not quoted or left == beside:
        return item
    return evolve(item, content=tuple(span for span in item.content if span in quoted or span in left))


def without_clause_behind_semicolon(page: Page, item: Finding) -> Finding:
    """*item*, behind its cue, without a clause in no marks that a semicolon parts from words in marks.

    In the annotated documents at hand no report goes on so (it “is a sneeze”; | it won all the same).
    """
    behind = item.cue and item.start >= item.cue[-1][1] and item.fixed is None
    last = max((mark.end for mark in page.marks_from(item.start, item.end) if mark.closed), default=item.end)
    if not behind or last >= item.end or page.text[last] != ";":
        return item
    return evolve(item, content=tuple(clipped(item.content, item.start, last)))


def is_before_as(page: Page, doc: Doc, item: Finding, span: Range, quoted: list[Range]) -> bool:
    """Whether *span*, a clause or a mere conjunction, stands before the "as" of a quotation's cue."""
    start = min((*item.source, *item.cue))[0]
    if span[1] > start or not any(first > item.cue[-1][1] for first, _ in quoted):
        return False
    known = language_of(doc.lang_).function_words
    between = page.text[span[1] : start].lower().strip(" ,;–—-")
    words = doc.char_span(*span, alignment_mode="contract")
    told = between in known.reporting_conjunction and words is not None
    return told and words is not None and (len(words) < 2 or any(map(is_finite, words)))


def is_deed_before(page: Page, doc: Doc, item: Finding, span: Range, quoted: list[Range]) -> bool:
    """Whether *span* is what a speaker did, by a participle, before a sentence in marks behind the cue."""
    words = doc.char_span(*span, alignment_mode="contract")
    named = item.source and quoted and span[1] <= item.source[0][0] < quoted[0][0]
    if words is None or not named or not is_verbal(words[0]):
        return False
    opening = next((sign for sign in page.text[slice(*quoted[0])] if sign.isalpha()), "")
    return opening.isupper() and not page.marks_from(*span) and not any(map(is_finite, words))


def is_clause_behind(page: Page, doc: Doc, item: Finding, span: Range, quoted: list[Range]) -> bool:
    """Whether a conjunction opens *span* behind the cue of a quotation that stands before it.

    A clause that goes on in marks of its own is what was said too (“We lost,” he said, that | “all” did).
    """
    if page.marks_from(*span):
        return False
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or span[0] < item.cue[-1][1] or not any(last <= item.cue[0][0] for _, last in quoted):
        return False
    return words[0].lower_ in language_of(doc.lang_).clause_openers and words[0].pos_ == "SCONJ"
