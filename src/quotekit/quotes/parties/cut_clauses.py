"""Sources that run on into a relative clause which ends at somebody else's quotation inside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import function_words_for, is_finite_form, labels_for, ranges

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_cut_clause"]

PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
"""What the words of a plain noun phrase are."""


def without_cut_clause(doc: Doc, item: Finding) -> Finding:
    """*item*, its source no name with a clause that lacks its verb ("Ann, whom the mayor called “a saint”").

    The cue right behind such a clause is its verb: its subject speaks. Any other cue is that of the noun in
    front of the clause.
    """
    named = doc.char_span(*item.source[0], alignment_mode="contract") if len(item.source) == 1 else None
    if named is None or item.fixed is not None or not item.cue:
        return item
    opening = next((word for word in named[1:] if opens_relative_clause(word)), None)
    if opening is None or any(is_finite_form(word) for word in doc[opening.i : named.end]):
        return item
    subject = subject_in_clause(doc[opening.i + 1 : named.end])
    cue = doc.char_span(*item.cue[0], alignment_mode="expand")
    is_verb = bool(subject) and cue is not None and cue.start == named.end
    words = (opening.i + 1, opening.i + 1 + len(subject)) if is_verb else (named.start, opening.i - 1)
    return evolve(item, source=ranges(doc, [words]))


def opens_relative_clause(word: Token) -> bool:
    """Whether *word* is a relative pronoun behind a comma."""
    return word.lower_ in function_words_for(word).relative and word.nbor(-1).text == ","


def subject_in_clause(words: Iterable[Token]) -> list[Token]:
    """The noun phrase that *words* begin with, without a noun that says when ("the mayor last year")."""
    found: list[Token] = []
    for word in words:
        if word.pos_ not in PHRASE or tells_time(word):
            break
        found.append(word)
    return found


def tells_time(word: Token) -> bool:
    """Whether *word* is a noun that says when, or belongs to one."""
    return any(one.dep_ in labels_for(one).time_nouns for one in (word, word.head))
