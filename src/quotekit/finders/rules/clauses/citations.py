"""Reports of science: "Ode (2010) shows that …", and quotations with their author behind: “…” (Ode 1999)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import report_in_frame, reports_in_frames
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.language import language_of
from quotekit.parse.grammar import labels_for
from quotekit.text.citations import CITATION, NAMED_CITATION, citation_at
from quotekit.text.ranges import Range

__all__ = ["cited_clauses", "cited_quotations"]

CLAUSES: Final = frozenset({"that", "clause"})

FEWEST_WORDS: Final = 3
"""Words of a quotation that is told from a term or a title; a guess."""

WORD: Final = re.compile(r"[^\W_]+")


def cited_clauses(parsed: ParsedPage) -> Iterator[Finding]:
    """The reported clauses behind whose source or content a citation stands."""
    for token, frame in reports_in_frames(parsed):
        item = report_in_frame(parsed, token, frame) if frame.name in CLAUSES else None
        if item is None or not item.source:
            continue
        given = parsed.page.given
        if any(has_citation(parsed, span) for span in item.source) or citation_at(given, item.end) > item.end:
            yield evolve(item, source=tuple(behind_clause(parsed, span) for span in item.source))


def has_citation(parsed: ParsedPage, span: Range) -> bool:
    """Whether a citation stands at the end of *span*, or right behind it."""
    return citation_at(parsed.page.given, span[1]) > span[1] or bool(
        CITATION.search(parsed.page.given, *span)
    )


def behind_clause(parsed: ParsedPage, span: Range) -> Range:
    """*span* from behind the clause that opens it ("while Ode (2010) saw frogs, | Lund (2011)").

    A conjunction shows the clause, whose verb parsers take for a word of the list of names.
    """
    words = parsed.doc.char_span(*span, alignment_mode="expand")
    if words is None or words[0].dep_ not in labels_for(words[0]).complementisers:
        return span
    commas = [word.i for word in words[:-1] if word.text == ","]
    return (parsed.doc[commas[-1] + 1].idx, span[1]) if commas else span


def cited_quotations(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each quotation behind which its author stands in brackets, with a year."""
    for mark in parsed.page.outermost_marks:
        named = NAMED_CITATION.match(parsed.page.given, mark.end) if mark.closed else None
        if named is not None and holds_words_of_sentence(parsed, mark.text):
            yield Finding(((mark.start, mark.end),), (named.span("bracket"),), (named.span("name"),))


def holds_words_of_sentence(parsed: ParsedPage, marked: str) -> bool:
    """Whether the words in marks are several and, unlike a title's, not all of any weight are capitalised."""
    words, small = WORD.findall(marked), language_of(parsed.lang).function_words.titling
    return len(words) >= FEWEST_WORDS and any(word[0].islower() and word not in small for word in words)
