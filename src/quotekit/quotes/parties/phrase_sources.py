"""A source is all of a name: of one that looks like a verb (“Nadia Said | told us it rained”), and of one
that opens with a verb (“| Feed the Children said aid was late”).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.ranges import Range, any_overlap, without

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["with_rest_of_name", "with_verb_of_name"]

ORDERS: Final = frozenset({"VB", "VBP"})
"""Tags of a verb that orders, as such a name does."""

LITTLE: Final = frozenset({"DT", "PRP$"})
"""Tags of the words without a capital that such a name has."""


def with_rest_of_name(doc: Doc, item: Finding) -> Finding:
    """*item* with the last word of its source's name, which the network hears a cue in (“Nadia | Said told”).

    A parser knows that word for a part of the name; a cue in small letters has to be left, which headlines in
    capitals have not (“Lund Says It Is Late”).
    """
    words = doc.char_span(*item.source[0], alignment_mode="expand") if len(item.source) == 1 else None
    if words is None or words.end == len(doc):
        return item
    rest = doc[words.end]
    place = (rest.idx, rest.idx + len(rest.text_with_ws))
    cue = without(item.cue, (place,))
    heard = cue != list(item.cue) or rest.ent_type_ == "PERSON"
    is_known = heard and goes_on_with_name(words[-1], rest) and not any_overlap(item.content, (place,))
    return with_name_to(doc, item, rest, cue) if is_known else item


def with_name_to(doc: Doc, item: Finding, rest: Token, cue: Sequence[Range]) -> Finding:
    """*item* with its source up to the word *rest*, and with a *cue* that begins with a small letter."""
    verb = doc.char_span(*cue[0], alignment_mode="expand") if cue else None
    if verb is None or not verb[0].text[:1].islower():
        return item
    return evolve(item, source=((item.source[0][0], rest.idx + len(rest)),), cue=tuple(cue))


def goes_on_with_name(last: Token, rest: Token) -> bool:
    """Whether the name whose word is *last* goes on with *rest*, by the parse or by what it names."""
    if rest.ent_iob_ == "I" and has_capital(rest):
        return last.ent_iob_ != "O"
    return last.pos_ == rest.pos_ == "PROPN" and last.head == rest


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
