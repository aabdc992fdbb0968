"""Whoever is only named beside a cue does not say it: its subject does, and no adverb in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import (
    agent,
    function_words_for,
    is_bare_participle,
    is_passive,
    is_relative,
    is_verbal,
    labels_for,
    phrase,
    ranges,
    subject,
)
from quotekit.parse.things import is_thing
from quotekit.text.ranges import any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_acting_source", "with_source_behind_adverb"]


def with_acting_source(doc: Doc, item: Finding) -> Finding:
    """*item* with the subject of its verb for a source, where it has a noun that only stands beside that.

    That is the object of the verb ("Holm sat up and addressed Lund: “…”"), or a noun below a preposition
    ("Holm, with an arm around Lund, smiled and said: “…”").
    """
    named = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    cue = doc.char_span(*item.cue[0], alignment_mode="expand") if len(item.cue) == 1 else None
    verb = next((word for word in reversed(cue or ()) if is_verbal(word)), None)
    if named is None or verb is None or item.start < item.cue[0][1] or not is_beside_verb(named.root, verb):
        return item
    doer = None if agent(verb) is not None or is_passive(verb) or is_bare_participle(verb) else subject(verb)
    if doer is None or is_relative(doer) or doer.i >= verb.i or not may_act(doer):
        return item
    source = ranges(doc, [phrase(doer)])
    return (
        item if any_overlap(source, (*item.source, *item.cue, *item.content)) else evolve(item, source=source)
    )


def with_source_behind_adverb(doc: Doc, item: Finding) -> Finding:
    """*item* with whoever stands behind its verb for a source, where that is a mere adverb before the verb.

    The network hears who speaks in it (“You are late,” | dryly | remarked the colonel), and the parse takes
    him for an object.
    """
    named = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    cue = doc.char_span(*item.cue[0], alignment_mode="expand") if len(item.cue) == 1 else None
    if named is None or cue is None or named.end != cue.start or any(word.pos_ != "ADV" for word in named):
        return item
    labels = labels_for(cue.root)
    behind = (word for word in cue.root.children if word.i >= cue.end and may_act(word))
    doer = next((word for word in behind if word.dep_ in labels.direct_objects | labels.subjects), None)
    source = ranges(doc, [phrase(doer)]) if doer is not None else ()
    return item if not source or any_overlap(source, item.content) else evolve(item, source=source)


def may_act(doer: Token) -> bool:
    """Whether *doer* is no thing, as what occurs to somebody is ("it struck Lund that …")."""
    words = function_words_for(doer)
    return doer.lower_ not in words.pointing | words.impersonal and not is_thing(doer)


def is_beside_verb(noun: Token, verb: Token) -> bool:
    """Whether *noun* is an object of *verb*, is told by it, or stands below a preposition before its clause.

    Of the verbs that share a subject with it, the first one stands behind such a noun then.
    """
    labels = labels_for(noun)
    if noun.head.i == verb.i:
        return noun.dep_ in labels.direct_objects
    above, first = next((word for word in noun.ancestors if is_verbal(word)), None), verb
    while first.dep_ in labels.conjuncts and is_verbal(first.head):
        first = first.head
    is_below = noun.dep_ in labels.prepositional_objects and above is not None
    told = noun.i > verb.i and above is not None and above.i == verb.i
    return is_below and (told or (above == first and noun.i < first.i < verb.i))
