"""Relative pronouns are the author's: in "the barn that Ode said | was empty" the report ends the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import (
    function_words_for,
    is_finite_form,
    is_relative,
    labels_for,
    modifies_noun,
)
from quotekit.quotes.parties.addressee import is_addressing
from quotekit.text.ranges import any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_antecedent", "without_relative_pronoun"]

HEARER: Final = frozenset({"ADJ", "DET", "NOUN", "PRON", "PROPN"})
"""Parts of speech of the words for whoever is told."""


def without_relative_pronoun(doc: Doc, item: Finding) -> Finding:
    """*item* without the relative pronoun that opens the clause of its cue, and without whoever was told.

    Behind a pause the cue is set in, and the pronoun belongs to what it reports (", which, Ode said, leaks").
    """
    source = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    cue = doc.char_span(*item.cue[0], alignment_mode="expand") if item.cue else None
    pronoun = pronoun_before(source) if source and cue and source.end <= cue.start else None
    if pronoun is None or source is None or cue is None:
        return item
    place = (pronoun.idx, pronoun.idx + len(pronoun))
    left = tuple(span for span in item.content if span != place)
    first = source[1].idx if source[0] == pronoun else source.start_char
    return behind_hearer(
        doc, evolve(item, content=left or item.content, source=((first, source.end_char),)), cue
    )


def with_antecedent(doc: Doc, item: Finding) -> Finding:
    """*item* with whoever a relative clause tells of, where all of its source is that clause.

    The network starts at the pronoun ("Ode, | who is new, | said it leaks"), whose verb is not the cue.
    """
    source = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    if not source or not is_pronoun_of_clause(source[0]):
        return item
    clause = source[0].head
    noun = clause.head
    if clause not in source or clause == source[0] or noun.i >= source.start or not modifies_noun(clause):
        return item
    whole = (noun.left_edge.idx, source.end_char)
    return item if any_overlap((whole,), (*item.content, *item.cue)) else evolve(item, source=(whole,))


def pronoun_before(source: Span) -> Token | None:
    """The relative pronoun that a *source* stands behind, or begins with in front of its noun."""
    first = source[0] if len(source) > 1 and is_pronoun_of_clause(source[0]) else None
    before = source.doc[source.start - 1] if source.start else None
    return first or (before if before is not None and is_pronoun_of_clause(before) else None)


def is_pronoun_of_clause(word: Token) -> bool:
    """Whether *word* is a relative pronoun, by its tag or as what a clause has for a subject."""
    known = word.lower_ in function_words_for(word).relative and word.dep_ in labels_for(word).subjects
    return is_relative(word) or known


def behind_hearer(doc: Doc, item: Finding, cue: Span) -> Finding:
    """*item*, behind a relative pronoun, less whoever was told where a finite verb stands right behind them.

    The pronoun is the subject of that ("which Ode told the court | was a forgery").
    """
    words = doc.char_span(*item.content[0], alignment_mode="contract")
    verb = next(filter(is_finite_form, words or ()), None)
    if not words or verb is None or verb.i == words.start or not any(map(is_addressing, cue)):
        return item
    front = doc[words.start : verb.i]
    articles = [word for word in front if word.pos_ in {"DET", "PRON"}]
    if any(word.pos_ not in HEARER for word in front) or len(articles) > 1 or words.start != cue.end:
        return item
    hearer, rest = (front.start_char, front.end_char), (verb.idx, item.content[0][1])
    return evolve(item, content=(rest, *item.content[1:]), addressee=(hearer,))
