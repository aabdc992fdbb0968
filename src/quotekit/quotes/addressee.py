"""Whom it was said to: who is told or asked is not who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import agent, is_bare_participle, is_passive, passive_subject
from quotekit.parse.lemmas import lemma
from quotekit.text.ranges import Range, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

__all__ = ["with_addressee"]


def with_addressee(doc: Doc, item: Finding) -> Finding:
    """*item* with its source for an addressee where its cue says that this is who was told.

    So it is in "Holm was told that" and in "Asked whether it leaked, Holm said".
    """
    verb = addressing_verb(doc, item.cue) if item.source else None
    if verb is None or agent(verb) is not None:
        return item
    hearer = passive_subject(verb)
    if hearer is not None and stands_in(item.source, hearer):
        return evolve(item, source=(), addressee=item.addressee or item.source)
    return evolve(item, source=()) if is_bare_participle(verb) else item


def addressing_verb(doc: Doc, cue: Sequence[Range]) -> Token | None:
    """The passive verb of *cue* whose subject is spoken to, if it has one."""
    span = doc.char_span(cue[0][0], cue[-1][1], alignment_mode="expand") if cue else None
    verbs = [word for word in span or () if lemma(word) in language_of(doc.lang_).addressing_verbs]
    return verbs[-1] if verbs and (is_passive(verbs[-1]) or is_bare_participle(verbs[-1])) else None


def stands_in(source: Sequence[Range], word: Token) -> bool:
    """Whether *word* stands in *source*."""
    return any(overlap(span, (word.idx, word.idx + len(word))) for span in source)
