"""Words that somebody relays: who is quoted as saying them is their source, and not who quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import (
    child,
    function_words_for,
    is_passive,
    labels_for,
    passive_subject,
    phrase,
    ranges,
    runs_of_tokens,
    verb_group,
)
from quotekit.text.ranges import any_overlap, merged, without

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_relayed_source"]


def with_relayed_source(doc: Doc, item: Finding) -> Finding:
    """*item* with whoever its cue quotes for a source ("the Herald quoted Ann as saying").

    The words that carry the saying are part of the cue. What the finder took the quoted person for, such as
    whom it was said to, they are not.
    """
    told = doc.char_span(item.cue[0][0], item.cue[-1][1], alignment_mode="expand") if item.cue else None
    saying = next(filter(None, map(relayed_saying, told or ())), None)
    named = quoted_person(saying.head.head) if saying is not None else None
    if saying is None or named is None:
        return item
    source = ranges(doc, [phrase(named)])
    words = [*verb_group(saying.head.head), saying.head.i, saying.i]
    cue = tuple(without(merged([*item.cue, *ranges(doc, runs_of_tokens(words))]), source))
    if any_overlap((*source, *cue), item.content):
        return item
    return evolve(item, source=source, cue=cue, addressee=tuple(without(item.addressee, source)))


def relayed_saying(word: Token) -> Token | None:
    """The participle that *word* carries ("quoted her as saying"), or *word* itself where it is carried."""
    labels = labels_for(word)
    if is_carried(word):
        return word
    particles = (below for below in word.children if below.lower_ in function_words_for(word).carrying)
    carried = (child(particle, labels.prepositional_clauses) for particle in particles)
    return next((verb for verb in carried if verb is not None and is_carried(verb)), None)


def is_carried(verb: Token) -> bool:
    """Whether *verb* is a participle behind a word that carries it ("as saying")."""
    labels = labels_for(verb)
    carrying = verb.dep_ in labels.prepositional_clauses and verb.tag_ in labels.gerund_tags
    return carrying and verb.head.lower_ in function_words_for(verb).carrying


def quoted_person(verb: Token) -> Token | None:
    """Who is quoted: the subject of a passive, the object of an active *verb*."""
    return passive_subject(verb) if is_passive(verb) else child(verb, labels_for(verb).direct_objects)
