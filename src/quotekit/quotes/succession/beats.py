"""Narration between two quotations in which somebody else acts, so that the second is another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_finite, labels_for, phrase
from quotekit.parse.lemmas import lemma
from quotekit.text.page import Page
from quotekit.text.punctuation import CLOSERS, OPENERS, STOPS
from quotekit.text.ranges import without
from quotekit.text.sentences import ends_sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_source_of_asker", "without_source_of_next", "without_source_of_other"]

ASKING: Final = frozenset("?!")
"""Stops behind which the verb of a cue can stand as well as that of a deed."""

NEXT_STOP: Final = re.compile(rf"[{STOPS}](?=\s)")
"""The end of a sentence that has no mark behind it: of narration."""


def without_source_of_other(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item* without the source that it has from the quotation before, if another acts in between.

    "“Yes,” Ann said. The driver shook his head. “No.”" tells who says no by what they do.
    """
    if item.cue or not item.source or item.fixed is not None:
        return item
    told = narration_since(page, doc, item.source[-1][1], item.start)
    actor = next(filter(is_acting_person, reversed(told)), None)
    if actor is None or is_named_in(page, item, actor):
        return item
    return evolve(item, source=())


def without_source_of_next(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item* without whoever acts behind its sentence and then speaks, if another acts right before it.

    "Ann rose. “Yes.” The driver shook his head. “No.”" gives each what stands behind their own deed.
    """
    if not item.source or item.source[0][0] < item.end or not is_before_beat(page, item):
        return item
    first, _ = page.paragraph_around(item.start)
    quoted = max((mark.end for mark in page.marks_from(first, item.start)), default=first)
    told = doc.char_span(quoted, item.start, alignment_mode="contract") if quoted < item.start else None
    actor = next(filter(is_acting_person, reversed(told or ())), None)
    if actor is None or is_named_in(page, item, actor):
        return item
    return evolve(item, source=(), cue=())


def without_source_of_asker(page: Page, doc: Doc, item: Finding) -> Finding:
    """*item*, with a noun of speech behind it for its cue, without the source of the sentence before.

    "“Who?” Ann asked. “The driver,” came the reply." tells that somebody else says it.
    """
    if len(item.cue) != 1 or not item.source or item.cue[0][0] < item.end:
        return item
    word = doc.char_span(*item.cue[0], alignment_mode="expand")
    is_reply = word is not None and lemma(word[-1]) in language_of(doc.lang_).reply_nouns
    told = item.source[-1][1]
    apart = told <= item.start and NEXT_STOP.search(page.text, told, item.start) is not None
    return evolve(item, source=()) if is_reply and apart else item


def is_before_beat(page: Page, item: Finding) -> bool:
    """Whether *item* is a sentence of its own, and that of its source leads up to another quotation."""
    quoted = page.text[item.start : item.end].rstrip(CLOSERS)
    _, last = page.paragraph_around(item.start)
    stop = NEXT_STOP.search(page.text, item.source[-1][1], last)
    opens = stop is not None and page.text[stop.end() : last].lstrip()[:1] in OPENERS
    told = not item.cue or (quoted[-1:] not in ASKING and item.source[0][0] < item.cue[0][0])
    return opens and quoted[-1:] in STOPS and told


def narration_since(page: Page, doc: Doc, told: int, start: int) -> Sequence[Token]:
    """The words outside quotation marks from the first sentence behind *told* up to *start*."""
    marks = [(mark.start, mark.end) for mark in page.marks_from(told, start) if mark.end <= start]
    ends = [end for _, end in marks if ends_sentence(page.text[told:end])]
    stop = NEXT_STOP.search(page.text, told, start)
    first = min([*ends, *([stop.end()] if stop else [])], default=start)
    spans = (doc.char_span(*span, alignment_mode="contract") for span in without([(first, start)], marks))
    return [word for span in spans if span is not None for word in span]


def is_acting_person(word: Token) -> bool:
    """Whether *word* names or describes a person, as the subject of a finite verb."""
    labels, known = labels_for(word), language_of(word.lang_)
    if word.dep_ not in labels.active_subjects or not is_finite(word.head):
        return False
    is_unknown = word.pos_ == "PROPN" and (not word.ent_type_ or word.lower_ in known.first_names)
    is_name = word.ent_type_ == "PERSON" or (is_unknown and word.lower_ not in known.organisations)
    return is_name or lemma(word) in known.roles.keys() | known.plain_persons


def is_named_in(page: Page, item: Finding, actor: Token) -> bool:
    """Whether the source of *item* has a word of the phrase of *actor*."""
    first, last = phrase(actor)
    theirs = {word.lower_ for word in actor.doc[first:last] if word.pos_ in {"PROPN", "NOUN"}}
    named = {word for start, end in item.source for word in re.findall(r"\w+", page.text[start:end].lower())}
    return not theirs.isdisjoint(named)
