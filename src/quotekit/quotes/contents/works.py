"""Titles in marks behind the verb of what somebody does with a work: "read “The Salt Road” on the train"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.credits.works import is_title_of_work
from quotekit.language import language_of
from quotekit.parse.grammar import child
from quotekit.parse.lemmas import lemma
from quotekit.parse.reporting import ReportingVerb
from quotekit.parse.things import is_thing
from quotekit.quotes.judgement.act import cue_head
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["without_work"]


def without_work(
    page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]
) -> Iterator[Finding]:
    """*item*, unless all that it has is a title right behind a verb such as "read", "sang" or "wrote".

    What is written on a thing can look like one ("the sign read “Mind Your Head”", "wrote “Call Me” on it").
    """
    head = cue_head(doc, item, verbs)
    made = head is not None and lemma(head) in language_of(doc.lang_).making_verbs
    titled = made and is_title_behind_cue(page, item) and is_of_person(doc, item)
    if head is None or not titled or is_put_on(doc, head, item):
        yield item


def is_of_person(doc: Doc, item: Finding) -> bool:
    """Whether the source of *item* is a name, a personal pronoun or a noun for somebody who could act."""
    source = doc.char_span(*item.source[0], alignment_mode="expand") if item.source else None
    if not source:
        return False
    pronoun = language_of(doc.lang_).pronouns.get(source.root.lower_)
    personal = pronoun is not None and pronoun.kind in {"first", "second", "person"}
    return personal or (source.root.pos_ in {"NOUN", "PROPN"} and not is_thing(source.root))


def is_put_on(doc: Doc, verb: Token, item: Finding) -> bool:
    """Whether a thing on which *verb*, one of writing, put the words of *item* stands right behind them."""
    known = language_of(doc.lang_)
    words = doc.char_span(*item.content[-1], alignment_mode="expand")
    behind = doc[words.end] if words and words.end < len(doc) else None
    if behind is None or behind.lower_ not in known.function_words.link:
        return False
    placed = child(behind, known.labels.prepositional_objects)
    return lemma(verb) in known.function_words.issuing and placed is not None and is_thing(placed)


def is_title_behind_cue(page: Page, item: Finding) -> bool:
    """Whether what *item* has is one pair of marks that hold a title, right behind its cue."""
    behind = item.cue[-1][1]
    if len(item.content) != 1 or item.start < behind or page.text[behind : item.start].strip():
        return False
    mark = page.openings.get(item.start)
    whole = mark is not None and mark.end == item.end
    return mark is not None and whole and is_title_of_work(mark.text) and not mark.text.isupper()
