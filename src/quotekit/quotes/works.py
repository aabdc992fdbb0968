"""Titles in marks behind the verb of what somebody does with a work: "read “The Salt Road” on the train"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.works import is_title_of_work
from quotekit.language import language_of
from quotekit.parse.lemmas import lemma
from quotekit.parse.reporting import ReportingVerb
from quotekit.quotes.act import cue_head
from quotekit.quotes.things import is_thing
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["without_work"]


def without_work(
    page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]
) -> Iterator[Finding]:
    """*item*, unless all that it has is a title right behind a verb such as "read", "sang" or "wrote".

    What is written on a thing can look like one ("the sign read “Mind Your Head”").
    """
    head = cue_head(doc, item, verbs)
    made = head is not None and lemma(head) in language_of(doc.lang_).making_verbs
    source = doc.char_span(*item.source[0], alignment_mode="expand") if item.source else None
    if not made or not is_title_behind_cue(page, item) or (source and is_thing(source.root)):
        yield item


def is_title_behind_cue(page: Page, item: Finding) -> bool:
    """Whether what *item* has is one pair of marks that hold a title, right behind its cue."""
    behind = item.cue[-1][1]
    if len(item.content) != 1 or item.start < behind or page.text[behind : item.start].strip():
        return False
    mark = page.openings.get(item.start)
    whole = mark is not None and mark.end == item.end
    return mark is not None and whole and is_title_of_work(mark.text) and not mark.text.isupper()
