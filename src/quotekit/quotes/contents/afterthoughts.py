"""Adverbs that end a report behind a dash: "Officials say that the road is open — | for now"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.punctuation import CLOSERS, DASHES, FULL_STOPS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["with_afterthought"]

ADVERBIAL: Final = frozenset({"ADV", "ADP"})
"""Parts of speech of the words that an afterthought is made of ("for now", "again")."""

BROKEN_OFF: Final = DASHES | {"...", "…"}
"""What stands before an afterthought."""

AFTERTHOUGHT_WORDS: Final = 4
"""Words of an afterthought at most; chosen by hand."""


def with_afterthought(doc: Doc, item: Finding) -> Finding:
    """*item*, behind its cue, with the mere adverbs that end its sentence behind a dash.

    They tell how far the words before them hold, which none but whoever said these can tell.
    """
    words = doc.char_span(*item.content[-1], alignment_mode="contract")
    if not item.cue or not words or item.cue[-1][1] > words.start_char or words.end >= len(doc):
        return item
    if words[-1].text in CLOSERS:
        return item
    last = end_of_afterthought(words)
    if last is None:
        return item
    return evolve(item, content=(*item.content[:-1], (item.content[-1][0], last.idx + len(last))))


def end_of_afterthought(words: Span) -> Token | None:
    """The last of the adverbs that stand between a dash behind *words* and the end of the sentence."""
    doc, start = words.doc, words.end + 1
    if doc[words.end].text not in BROKEN_OFF:
        return None
    end, most = start, min(len(doc), start + AFTERTHOUGHT_WORDS)
    while end < most and doc[end].pos_ in ADVERBIAL:
        end += 1
    ends = end < len(doc) and doc[end].text in FULL_STOPS
    return doc[end - 1] if ends and end > start else None
