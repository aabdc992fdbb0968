"""Sentences beside a quotation that tell of no speech: "“Who goes there?” He did not answer."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.reporting import ReportingVerb
from quotekit.quotes.act import cue_head
from quotekit.quotes.modality import is_denied
from quotekit.text.punctuation import CLOSERS, FULL_STOPS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.text.page import Page

__all__ = ["without_denied_cue"]

WHOLE: Final = re.compile(rf"[{''.join(FULL_STOPS)}][{re.escape(CLOSERS)}]+\s+(?=[^\W\d_])")
"""The end of a quotation that is a whole sentence, and the blank before the first word behind it."""


def without_denied_cue(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Finding:
    """*item* without a cue that begins the next sentence and says that somebody did not speak.

    The quotation was uttered all the same, by somebody else ("“Well?” Nobody answered.").
    """
    if item.fixed is not None or not item.cue or item.cue[0][0] < item.end:
        return item
    whole = WHOLE.match(page.text, max(item.content[-1][1] - 2, 0))
    begins = whole is not None and page.text[whole.end()].isupper()
    if not begins or not is_denied(cue_head(doc, item, verbs), item.content):
        return item
    return evolve(item, cue=(), source=(), addressee=())
