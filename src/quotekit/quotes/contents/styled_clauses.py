"""A clause that tells of what somebody calls something: “dismissed the idea | that it leaked | as “mad””."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import (
    NAMING,
    function_words_for,
    labels_for,
    phrase,
    ranges,
    runs_of_tokens,
    subject,
    verb_group,
)
from quotekit.parse.reporting import ReportingVerb, reporting_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["SMALL", "of_named_thing"]

SMALL: Final = "small"
"""The frame of verbs that say of an object what it is."""

CALLING: Final = "styled"
"""The frame of verbs that say what something is."""


def of_named_thing(doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Finding:
    """*item* by the verb that says what a thing is, where it is taken for the clause that tells of the thing.

    Behind "as" the marked words are all of it, else the thing is in it too.
    """
    words = doc.char_span(*item.content[0], alignment_mode="contract") if len(item.content) == 1 else None
    noun = thing_before(words) if words else None
    verb = reporting_verb(noun.head, verbs) if noun is not None else None
    mark = marks_of_verb(words, verb) if words and verb is not None else None
    if noun is None or mark is None:
        return item
    start = mark if is_behind_as(mark) else noun.left_edge
    cue = ranges(doc, runs_of_tokens(verb_group(noun.head)))
    told = evolve(item, content=((start.idx, item.content[0][1]),), cue=cue, addressee=())
    return with_source_of_verb(doc, told, noun.head)


def with_source_of_verb(doc: Doc, item: Finding, verb: Token) -> Finding:
    """*item* with the subject of *verb* for its source, if it has whoever the thing is of ("Ode's idea")."""
    named = subject(verb)
    if named is None or not item.source or item.source[0][0] < verb.idx:
        return item
    return evolve(item, source=ranges(doc, (phrase(named),)))


def thing_before(words: Span) -> Token | None:
    """The object of a verb, right behind that, of which *words* begin to tell by a clause."""
    noun = next((word for word in words[0].ancestors if word.pos_ in NAMING and word.i < words.start), None)
    if noun is None or noun.dep_ not in labels_for(noun).direct_objects:
        return None
    return noun if noun.head.i < noun.i == words.start - 1 else None


def marks_of_verb(words: Span, verb: ReportingVerb) -> Token | None:
    """Where quotation marks open in *words* before what *verb* says its object is.

    They do so behind an "as", or else end the words, where such a verb as "called" lacks it.
    """
    marks = [word for word in words[1:-1] if word.is_quote] if CALLING in verb.frames else []
    behind_as = next((mark for mark in marks if is_behind_as(mark)), None)
    ends = bool(marks) and SMALL in verb.frames and words[-1].is_quote
    return marks[-1] if behind_as is None and ends else behind_as


def is_behind_as(mark: Token) -> bool:
    """Whether an "as" stands right before *mark*."""
    return mark.nbor(-1).lower_ in function_words_for(mark).styling
