"""Joints: where one word ends and the next begins of a number, a hyphened word or a contracted denial.

A quotation that begins or ends there has cut a word in two: “essential” is not “non-essential”, nor “I
can” a part of “I can't”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotekit.text.ranges import Range
from quotekit.verify.alignment import Op, neighbours_merged
from quotekit.verify.denials import denies
from quotekit.verify.words import LINE_HYPHEN, Words, is_east_asian

__all__ = ["is_joint", "is_rest_of_word", "parts_figures", "with_rests_of_words", "words_lost"]

_HYPHEN = re.compile("[-\u2010\u2011]")
_BETWEEN_FIGURES = re.compile("[–/:]")
"""What joins two figures beside a hyphen: a range, a fraction or a date, a time or a proportion."""

_THOUSANDS = re.compile("\\d{1,3}[ \u00a0\u2009\u202f]\\d{3}")
"""A number whose thousands a blank groups, of any width."""


def is_joint(words: Words, place: int) -> bool:
    """Whether the word at *place* and the one before it are parts of one."""
    if not 0 < place < len(words.forms):
        return False
    gap = words.between(place - 1, place)
    if not gap:
        return _is_joined_figure(words, place) or _is_joined_denial(words, place)
    if _HYPHEN.fullmatch(gap) or LINE_HYPHEN.fullmatch(gap):
        return True
    left, right = words.forms[place - 1], words.forms[place]
    if not (left[-1].isdigit() and right[0].isdigit()):
        return False
    return bool(_BETWEEN_FIGURES.fullmatch(gap)) or _is_group(left, gap, right)


def _is_joined_figure(words: Words, place: int) -> bool:
    """Whether a figure and what changes it follow each other: a sign, or the letters of a unit."""
    left, right = words.forms[place - 1], words.forms[place]
    return (left[-1].isdigit() or right[0].isdigit()) and not (is_east_asian(left) or is_east_asian(right))


def _is_joined_denial(words: Words, place: int) -> bool:
    """Whether two parts of a contracted word deny something; a sign before a word is none of it (“>No”)."""
    return words.written[place - 1] == words.written[place] and denies(words, (place - 1, place + 1))


def parts_figures(left: str, right: str) -> bool:
    """Whether two words are figures that are not the thousands and the rest of one number."""
    return left[-1:].isdigit() and right[0].isdigit() and not _is_group(left, " ", right)


def _is_group(left: str, blank: str, right: str) -> bool:
    """Whether two figures are the thousands and the rest of one number, with the *blank* between them."""
    return bool(_THOUSANDS.fullmatch(left + blank + right))


def is_rest_of_word(words: Words, stretch: Range) -> bool:
    """Whether words left out are parts of a word of which the other parts are there."""
    return is_joint(words, stretch[0]) or is_joint(words, stretch[1])


def words_lost(op: Op, source: Words) -> int:
    """How many words of the source a change lacks; parts of a word of which the others are there are one."""
    is_rest = op.quote[0] == op.quote[1] and is_rest_of_word(source, op.source)
    return 1 if is_rest else source.count(op.source)


def with_rests_of_words(ops: Sequence[Op], source: Words, quote: Words) -> list[Op]:
    """The *ops* of a place with the parts of words that it cuts off at its edges, as omissions.

    A word that others stand for is one change as it is written (“can't” for “could”).
    """
    start, end = ops[0].source[0], ops[-1].source[1]
    while _cuts_word(ops[0], source, start):
        start -= 1
    while _cuts_word(ops[-1], source, end):
        end += 1
    before = Op(False, (start, ops[0].source[0]), (ops[0].quote[0],) * 2)
    behind = Op(False, (ops[-1].source[1], end), (ops[-1].quote[1],) * 2)
    found = list(ops)
    found[:1] = _beside([before, found[0]], found[0], source, quote)
    found[-1:] = _beside([found[-1], behind], found[-1], source, quote)
    return found


def _beside(pair: Sequence[Op], edge: Op, source: Words, quote: Words) -> list[Op]:
    """An operation at an *edge* and the rest beside it: one change, unless its words are alike."""
    kept = [op for op in pair if op is edge or op.source[0] < op.source[1]]
    is_alike = source.keys[slice(*edge.source)] == quote.keys[slice(*edge.quote)]
    return kept if is_alike else neighbours_merged(kept)


def _cuts_word(op: Op, source: Words, place: int) -> bool:
    """Whether the word at *place* is a part of the one before it, at an edge of an operation."""
    if op.source[0] == op.source[1] or not 0 < place < len(source.written):
        return False
    return is_joint(source, place) if op.same else source.written[place - 1] == source.written[place]
