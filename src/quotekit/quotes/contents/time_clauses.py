"""Clauses that tell what somebody spoke of while something happened: "As Ode told her story, it rained"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import child, complementiser, function_words_for, labels_for
from quotekit.parse.lemmas import lemma
from quotekit.parse.things import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["without_time_clause"]


def without_time_clause(doc: Doc, item: Finding) -> Iterator[Finding]:
    """*item*, unless its cue has an object of its own in a clause that tells when its content happened.

    "As Ode said, it rained" reports the rain; as she told her story, or said that, it merely fell.
    """
    cue = doc.char_span(*item.cue[-1], alignment_mode="expand") if item.cue else None
    if cue is not None and item.source and says_that(doc, item, cue):
        return
    thing = own_object(cue.root) if cue is not None and item.fixed is None else None
    if thing is None or any(start <= thing.idx < end for start, end in (*item.cue, *item.content)):
        yield item


def says_that(doc: Doc, item: Finding, cue: Span) -> bool:
    """Whether "that" is all that is said in a clause before another one ("when Ode said that, it rained")."""
    source = doc.char_span(*item.source[0], alignment_mode="expand")
    words = doc.char_span(*item.content[0], alignment_mode="expand")
    if source is None or words is None or words.start != cue.end or source.start == 0 or len(words) == 1:
        return False
    opens = doc[source.start - 1].pos_ == "SCONJ" and source.end == cue.start
    pointing = language_of(doc.lang_).clause_openers.get(words[0].lower_) == "that" and words[1].text == ","
    return opens and pointing and sum(word.text == "," for word in words) == 1


def own_object(verb: Token) -> Token | None:
    """The thing that *verb* tells in a clause such as "as Ode told her story", if it stands in one."""
    words, labels = function_words_for(verb), labels_for(verb)
    adverbial = verb.dep_ in labels.adverbial_clauses
    if not adverbial or complementiser(verb) not in words.reporting_conjunction:
        return None
    thing = child(verb, labels.direct_objects)
    return thing if thing is not None and is_thing(thing) and not is_hearer_of(thing, verb) else None


def is_hearer_of(thing: Token, verb: Token) -> bool:
    """Whether a *thing* hears what *verb* says ("told the inquiry"), or tells when or how often it is said.

    A show, a class or a market hears as well, so that all do but what is told ("told her story").
    """
    words = function_words_for(verb)
    if lemma(verb) not in language_of(verb.lang_).addressing_verbs:
        return lemma(thing) in words.stretch
    return lemma(thing) not in words.told
