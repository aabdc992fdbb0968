"""A source whose name opens with a verb is all of it: “| Feed the Children said aid was late”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_verb_of_name"]

ORDERS: Final = frozenset({"VB", "VBP"})
"""Tags of a verb that orders, as such a name does."""

LITTLE: Final = frozenset({"DT", "PRP$"})
"""Tags of the words without a capital that such a name has."""


def with_verb_of_name(doc: Doc, item: Finding) -> Finding:
    """*item* with the verb that opens its sentence and the name of its source, which its cue follows at once.

    A parser takes the verb for an order, and what it orders for whoever speaks. A pronoun belongs to no name
    (“Guess I told you the train was late”), nor does the verb of a question.
    """
    if len(item.source) != 1 or not item.cue:
        return item
    words = doc.char_span(*item.source[0], alignment_mode="expand")
    cue = doc.char_span(*item.cue[0], alignment_mode="expand")
    if words is None or cue is None or words.end != cue.start:
        return item
    first = words.sent[0]
    front = doc[first.i : words.end]
    if words.root.pos_ == "PRON" or words.sent[-1].text == "?":
        return item
    is_whole = first.i < words.start and first.tag_ in ORDERS and all(map(has_capital, front))
    return evolve(item, source=((front.start_char, item.source[0][1]),)) if is_whole else item


def has_capital(word: Token) -> bool:
    """Whether a word has a capital, or is an article or a possessive, which has none inside a name."""
    return word.text[:1].isupper() or word.tag_ in LITTLE
