"""Narration between two quotations in which somebody else acts, so that the second is another's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_finite, labels_for, phrase
from quotekit.parse.lemmas import lemma
from quotekit.text.page import Page
from quotekit.text.punctuation import STOPS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_source_of_other"]

NEXT_STOP: Final = re.compile(rf"[{STOPS}](?=\s)")
"""The end of a sentence that has no mark behind it: of narration."""


def without_source_of_other(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item* without the source that it has from the quotation before, if another acts in between.

    "“Yes,” Ann said. The driver shook his head. “No.”" tells who says no by what they do.
    """
    if item.cue or not item.source:
        return item
    end = NEXT_STOP.search(page.text, item.source[-1][1], item.start)
    between = None if end is None else doc.char_span(end.end(), item.start, alignment_mode="contract")
    actor = next(filter(is_acting_person, reversed(between)), None) if between is not None else None
    if actor is None or is_named_in(page, item, actor):
        return item
    return evolve(item, source=())


def is_acting_person(word: Token) -> bool:
    """Whether *word* names or describes a person, as the subject of a finite verb."""
    labels, known = labels_for(word), language_of(word.lang_)
    if word.dep_ not in labels.active_subjects or not is_finite(word.head):
        return False
    return word.ent_type_ == "PERSON" or lemma(word) in known.roles.keys() | known.plain_persons


def is_named_in(page: Page, item: Finding, actor: Token) -> bool:
    """Whether the source of *item* has a word of the phrase of *actor*."""
    first, last = phrase(actor)
    theirs = {word.lower_ for word in actor.doc[first:last] if word.pos_ in {"PROPN", "NOUN"}}
    named = {word for start, end in item.source for word in re.findall(r"\w+", page.text[start:end].lower())}
    return not theirs.isdisjoint(named)
