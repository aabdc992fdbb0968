"""Reports in two halves around "be": "What Ode told them was that the pipe had burst"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.rules.clauses.reported import report_in_frame
from quotekit.finders.rules.frames import Frame, clause_content, clause_frame
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import Words, child, function_words_for, is_relative, labels_for
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["cleft_reports"]

AHEAD = 3
"""Words behind "be" among which the marks of a quotation open (“was simply: “No””); chosen by hand."""


def cleft_reports(parsed: ParsedPage) -> Iterator[Finding]:
    """One finding for each verb of reporting whose report stands behind "be" in the clause above it."""
    for token in parsed.tokens:
        verb = parsed.verb(token)
        equating = copula_over(token) if verb is not None and "that" in verb.frames else None
        frame = frame_behind(parsed, equating) if equating is not None else None
        if frame is not None and equating is not None:
            finding = report_in_frame(parsed, token, frame)
            if finding.source and finding.cue[-1][1] <= equating.idx:
                yield finding


def copula_over(verb: Token) -> Token | None:
    """The "be" whose subject *verb* makes: its clause ("what Ode said") or its object ("all Ode said")."""
    labels, above = labels_for(verb), verb.head
    if verb.dep_ in labels.relative_clauses and has_own_subject(verb):
        verb, above = above, above.head
        if verb.dep_ not in labels.active_subjects:
            return None
    elif verb.dep_ not in labels.clausal_subjects:
        return None
    return above if lemma(above) in function_words_for(above).equating and above.i > verb.i else None


def has_own_subject(verb: Token) -> bool:
    """Whether somebody in the clause of *verb* does it, so that the noun before it is what they do it to."""
    own = child(verb, labels_for(verb).active_subjects)
    return own is not None and not is_relative(own)


def frame_behind(parsed: ParsedPage, equating: Token) -> Frame | None:
    """What stands behind "be": a clause, or words in quotation marks."""
    for word in dependents(equating):
        name = clause_frame(word) if word.i > equating.i else None
        if name in {"that", "wh"}:
            return Frame(name, clause_content(equating, word))
    marked = words_in_marks(parsed, equating)
    return Frame("marks", (marked,)) if marked is not None else None


def words_in_marks(parsed: ParsedPage, equating: Token) -> Words | None:
    """The words of the quotation that opens right behind "be", marks and all."""
    last = parsed.tokens[min(equating.i + AHEAD, len(parsed.tokens) - 1)]
    opening = (mark for mark in parsed.page.marks_from(equating.idx, last.idx + 1) if mark.closed)
    mark = next(opening, None)
    return parsed.words(mark.start, mark.end) if mark is not None else None
