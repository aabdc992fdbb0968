"""Sentences behind a quotation that tell of no speech: "“Who goes there?” He did not answer."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import is_verbal, labels_for
from quotekit.parse.reporting import ReportingVerb, reporting_verb
from quotekit.quotes.judgement.act import cue_head
from quotekit.quotes.judgement.modality import is_denied
from quotekit.text.punctuation import CLOSERS, FULL_STOPS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quotekit.text.page import Page

__all__ = ["without_silent_cue"]

WHOLE: Final = re.compile(rf"[{''.join(sorted(FULL_STOPS))}][{re.escape(CLOSERS)}]+\s+(?=[^\W\d_])")
"""The end of a quotation that is a whole sentence, and the blank before the first word behind it."""


def without_silent_cue(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Finding:
    """*item* without a cue that begins the next sentence and tells that somebody did not speak, or acted.

    Nor does one say it that tells of what is only felt or seen.
    The quotation was uttered all the same ("“Well?” Nobody answered."; "“Well?” Ann stood on her toes.").
    """
    if not item.cue or item.cue[0][0] < item.end:
        return item
    whole = WHOLE.match(page.text, max(item.content[-1][1] - 2, 0))
    head = cue_head(doc, item, verbs)
    if whole is None or not page.text[whole.end()].isupper() or head is None:
        return item
    is_act = is_deed(head) and not reports_in_marks(head, verbs)
    is_silent = is_denied(head, item.content) or is_act or tells_of_nobody(head, verbs)
    return evolve(item, cue=(), source=(), addressee=()) if is_silent else item


def tells_of_nobody(head: Token, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether what a verb is said of is felt or seen, and says nothing ("“Well?” Darkness had fallen.").

    Fables let such things speak, and people are called by such words ("“Well?” Death asked.").
    """
    labels, known = labels_for(head), reporting_verb(head, verbs)
    acts = any(word.dep_ in labels.direct_objects | labels.receivers for word in dependents(head))
    if known is not None and known.says and not acts:
        return False
    told = (word for word in dependents(head) if word.dep_ in labels.subjects)
    return any(word.lower_ in language_of(head.lang_).mass_nouns for word in told)


def is_deed(head: Token) -> bool:
    """Whether a verb is said with what it is done to, by or upon."""
    labels = labels_for(head)
    upon = labels.direct_objects | labels.prepositions | labels.particles
    return is_verbal(head) and any(word.dep_ in upon for word in dependents(head))


def reports_in_marks(head: Token, verbs: Mapping[str, ReportingVerb]) -> bool:
    """Whether a verb reports words in marks, whoever says them ("“Well?” Summer asked.")."""
    known = reporting_verb(head, verbs)
    return known is not None and "marks" in known.frames
