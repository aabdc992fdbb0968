"""Clauses that a cue parts from the marked words that complete them: “It was, in Ode's words, “a mess””."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.finders.rules.insertions.sequels import lacks_rest
from quotekit.finders.rules.insertions.set_in import unconnected
from quotekit.language import language_of
from quotekit.parse.grammar import child, is_verb_part, labels_for
from quotekit.text.page import Page
from quotekit.text.punctuation import PAUSES
from quotekit.text.ranges import Range
from quotekit.verdict.stretches import is_marked

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_broken_clause"]

LONGEST_FRONT: Final = 40
"""Tokens of a clause before a cue, at most; a guess."""


def with_broken_clause(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item*, words in marks behind their cue, with the clause before the cue that lacks them.

    A modal or a copula ends no clause: what stands behind the cue is its other part.
    """
    if len(item.content) != 1 or not item.cue or not is_marked(page, item.content[0]):
        return item
    verb = verb_broken_off(doc, item)
    front = None if verb is None else front_of(verb)
    return item if front is None else evolve(item, content=(front, *item.content))


def verb_broken_off(doc: Doc, item: Finding) -> Token | None:
    """The modal or copula before a pause, *item*'s cue and source, a further pause and its marks."""
    first = min(start for start, _ in (*item.cue, *item.source))
    between = doc.char_span(first, item.start, alignment_mode="expand") if first < item.start else None
    if between is None or between.start < 2 or between[-1].text not in PAUSES:
        return None
    start = between.start
    opened = doc[start - 1].lower_ in language_of(doc.lang_).function_words.reporting_conjunction
    pause = start - 1 - opened
    broken = pause > 0 and doc[pause].text in PAUSES and lacks_rest(doc[pause - 1])
    return doc[pause - 1] if broken else None


def front_of(verb: Token) -> Range | None:
    """The clause of a modal or copula up to that *verb*, if its subject stands there."""
    head = verb.head if is_verb_part(verb) else verb
    named = child(head, labels_for(head).subjects)
    first = unconnected(verb.doc, (head.left_edge.i, verb.i))
    if named is None or not first <= named.i < verb.i or verb.i - first > LONGEST_FRONT:
        return None
    return verb.doc[first].idx, verb.idx + len(verb)
