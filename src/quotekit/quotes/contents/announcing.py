"""Reports that announce a quotation of their own: "Ann said it was a lie: | “I was at home.”"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import is_finite_form, is_verbal
from quotekit.parse.lemmas import lemma
from quotekit.parse.reporting import ReportingVerb
from quotekit.quotes.succession.further_sentences import FOLLOW_ON
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.punctuation import OPENERS, STOP_TOKENS
from quotekit.text.ranges import clipped

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["parted_before_quotation"]


def parted_before_quotation(
    page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]
) -> Iterator[Finding]:
    """*item*, and the whole quotation that a colon in it announces, which has the same source and no cue.

    The clause before the colon is a report by itself, unless its verb ends it ("said her motto was: “Go!”")
    or tells who says what is quoted ("said the mayor told her: “Go!”").
    """
    mark = announced_mark(page, item)
    colon = page.text.rindex(":", 0, mark.start) if mark is not None else 0
    clause = doc.char_span(item.start, colon, alignment_mode="contract") if item.start < colon else None
    if mark is None or not clause or not is_whole_clause(clause, verbs):
        yield item
        return
    yield evolve(item, content=tuple(clipped(item.content, item.start, colon)))
    yield evolve(item, content=((mark.start, mark.end),), cue=(), rule=FOLLOW_ON)


def is_whole_clause(words: Span, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether *words* have a verb before their end, and none that could report what is quoted behind them."""
    found = [word for word in words if is_verbal(word)]
    reports = any("marks" in verbs[name].frames for name in map(lemma, found) if name in verbs)
    return not reports and not is_finite_form(words[-1]) and any(map(is_finite_form, found))


def announced_mark(page: Page, item: Finding) -> MarkedSpan | None:
    """The first marks in *item*, behind its cue, if they are its end, hold a sentence and follow a colon."""
    if item.fixed is not None or not item.cue or item.start < item.cue[-1][1]:
        return None
    mark = next((mark for mark in page.marks_from(item.start, item.end) if mark.depth == 0), None)
    if mark is None or not mark.closed or item.end > mark.end:
        return None
    inner = page.text[mark.start : mark.end - 1].lstrip(OPENERS)
    whole = inner[:1].isupper() and inner[-1:] in STOP_TOKENS
    return mark if whole and page.text[item.start : mark.start].rstrip().endswith(":") else None
