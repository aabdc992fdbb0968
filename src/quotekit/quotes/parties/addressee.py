"""Whom it was said to: who is told or asked is not who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import (
    agent,
    antecedent,
    child,
    is_bare_participle,
    is_passive,
    is_reduced_passive,
    labels_for,
    passive_subject,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.ranges import Range, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = ["is_addressing", "with_addressee"]


def with_addressee(doc: Doc, item: Finding) -> Finding:
    """*item* with its source for an addressee where its cue says that this is who was told.

    So it is in "Holm was told that", in "Holm was told to wait and warned not to smoke" and in "Asked
    whether it leaked, Holm said". Of whom somebody else tells is no source either ("a man accused of theft").
    """
    verb = passive_verb(doc, item.cue) if item.source else None
    passive = passive_of(verb) if verb is not None else None
    if verb is None or passive is None or agent(verb) is not None or agent(passive) is not None:
        return item
    hearer = antecedent(passive) if is_reduced_passive(passive) else passive_subject(passive)
    if hearer is not None and is_word_of_source(item.source, hearer):
        told = item.addressee or (item.source if is_addressing(verb) else ())
        return evolve(item, source=(), addressee=told)
    return evolve(item, source=()) if is_bare_participle(verb) else item


def passive_verb(doc: Doc, cue: Sequence[Range]) -> Token | None:
    """The last verb of *cue* whose object is spoken to, or which tells what is done to a noun."""
    span = doc.char_span(cue[0][0], cue[-1][1], alignment_mode="expand") if cue else None
    verbs = [word for word in span or () if is_addressing(word) or word.pos_ == "VERB"]
    last = verbs[-1] if verbs else None
    return last if last is not None and (is_addressing(last) or is_reduced_passive(last)) else None


def is_addressing(verb: Token) -> bool:
    """Whether the object of *verb* is spoken to."""
    return lemma(verb) in language_of(verb.lang_).addressing_verbs


def passive_of(verb: Token) -> Token | None:
    """The passive that *verb* is, or whose auxiliary it shares ("was told to wait and warned not to smoke").

    It shares it where both verbs address somebody and it has no subject and no object of its own.
    """
    if is_passive(verb) or is_bare_participle(verb) or is_reduced_passive(verb):
        return verb
    labels, above = labels_for(verb), verb.head
    shares = verb.dep_ in labels.conjuncts and is_passive(above) and is_addressing(above)
    own = labels.subjects | labels.direct_objects | labels.receivers
    return above if shares and child(verb, own) is None else None


def is_word_of_source(source: Sequence[Range], word: Token) -> bool:
    """Whether *word* stands in *source*."""
    return any(overlap(span, (word.idx, word.idx + len(word))) for span in source)
