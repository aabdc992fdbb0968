"""What is called something belongs to what is said of it: labelled | the deal | “a farce”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.parse.grammar import function_words_for
from quotekit.parse.reporting import ReportingVerb, reporting_verb
from quotekit.quotes.contents.lost_subjects import LONGEST_SUBJECT, is_whole_subject
from quotekit.quotes.contents.styled_clauses import SMALL, of_named_thing
from quotekit.quotes.judgement.act import cue_head
from quotekit.text.marks.sentences import holds_sentence
from quotekit.text.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_named_object"]

NOUNS_ALONE: Final = frozenset({"NOUN", "PROPN"})
"""Parts of speech of what is called something; a pronoun ("called it “theft”") annotators leave out."""

THAT: Final = "that"
"""The frame of verbs of saying, whose object in front of marks tells no more than when or to whom."""


def with_named_object(page: Page, doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Finding:
    """*item*, marked words behind a verb that calls something so, with what that is.

    Annotators most often took it in, and left it out behind "as".
    """
    item = of_named_thing(doc, item, verbs)
    verb = naming_verb(doc, item, verbs)
    words = doc.char_span(*item.content[0], alignment_mode="contract")
    if verb is None or not words or not is_mere_naming(page, words):
        return item
    between = doc[verb.i + 1 : words.start]
    if not 0 < len(between) <= LONGEST_SUBJECT or not is_named_thing(between):
        return item
    first = (between.start_char, item.content[0][1])
    return evolve(item, content=(first, *item.content[1:]), addressee=())


def naming_verb(doc: Doc, item: Finding, verbs: Mapping[str, ReportingVerb]) -> Token | None:
    """The verb that ends the cue of *item* and says of its object what that is."""
    head = cue_head(doc, item, verbs)
    verb = None if head is None else reporting_verb(head, verbs)
    if head is None or verb is None or head.idx + len(head) != item.cue[-1][1]:
        return None
    return head if SMALL in verb.frames and THAT not in verb.frames else None


def is_mere_naming(page: Page, words: Span) -> bool:
    """Whether *words* open with marks that hold no sentence, perhaps behind an article (a “farce”)."""
    opened = words[0].lower_ in function_words_for(words[0]).article and len(words) > 1
    start = words[int(opened)].idx
    marks = page.marks_from(start, start + 1)
    return any(mark.start == start and not holds_sentence(mark.text) for mark in marks)


def is_named_thing(between: Span) -> bool:
    """Whether a noun and what belongs to it is all that stands before the marks, and no pause or "as"."""
    last = between[-1]
    parted = last.is_punct or last.lower_ in function_words_for(last).styling
    return is_whole_subject(between) and not parted and any(word.pos_ in NOUNS_ALONE for word in between)
