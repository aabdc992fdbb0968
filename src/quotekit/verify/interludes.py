"""What a page or a transcript puts between somebody's words: the turn of a page, a stage direction."""

from __future__ import annotations

import re
from itertools import combinations

from quotekit.language import every_language
from quotekit.text.ranges import Range
from quotekit.verify.denials import denies
from quotekit.verify.words import Words

__all__ = ["interlude_within", "is_interlude"]

_LONGEST_TURN = 40
"""Words of a page's foot and the next one's head, at most; chosen by hand."""

_EDGES = 6
"""Edges of blocks among words that are left out, at most: more are no turn of one page; a guess."""

_NEW_PAGE = re.compile(r"\f|\n[^\S\n]*\n")
"""What parts a block from the text around it."""

_UNENDED = re.compile(r"[,–—-]?[^\S\n\f]*(?=[\n\f])")
"""The end of a line at which no sentence ends."""

_FIGURE = re.compile(r"(?<![\d:])\d+(?![\d:])")
"""A figure that is no time of day."""

_OPENING, _CLOSING = ("[", "("), ("]", ")")


def is_interlude(words: Words, first: int, last: int) -> bool:
    """Whether the words from *first* up to *last* are no part of what is said around them."""
    if not 0 < first < last < len(words.forms):
        return False
    return _is_staged(words, first, last) or (
        last - first <= _LONGEST_TURN and _turns_page(words, first, last)
    )


def interlude_within(words: Words, first: int, last: int) -> Range:
    """The words from *first* up to *last* that are an interlude by themselves; an empty stretch for none.

    Whoever leaves words out at the turn of a page leaves its head and foot out with them.
    """
    edges = [place for place in range(first, last + 1) if _NEW_PAGE.search(words.between(place - 1, place))]
    stretches = ((start, end) for start, end in combinations(edges[:_EDGES], 2))
    return next((one for one in stretches if is_interlude(words, *one)), (first, first))


def _is_staged(words: Words, first: int, last: int) -> bool:
    """Whether words in one pair of brackets tell what is heard or seen beside ("[Applause]")."""
    return words.forms[first] in every_language().staging_words and _is_bracketed(words, first, last)


def _turns_page(words: Words, first: int, last: int) -> bool:
    """Whether a block of its own breaks a sentence, as the head and foot of a page do, and notes there.

    It opens with a figure or a capital; the item of a list that goes on with its sentence does not. It holds
    the figure of the page or the note, or stands in brackets, unlike what somebody else says there, and
    denies nothing.
    """
    before, behind = words.between(first - 1, first), words.between(last - 1, last)
    opening, resumed = words.text[words.ranges[first][0]], words.text[words.ranges[last][0]]
    apart = _NEW_PAGE.search(before) and _NEW_PAGE.search(behind)
    broken = resumed.islower() and _UNENDED.match(before) is not None
    block = words.text[words.ranges[first][0] : words.ranges[last - 1][1]]
    told = _FIGURE.search(block) is not None or _is_bracketed(words, first, last)
    return (
        apart is not None and broken and told and not opening.islower() and not denies(words, (first, last))
    )


def _is_bracketed(words: Words, first: int, last: int) -> bool:
    """Whether one pair of brackets holds words, as it does a picture's legend."""
    before, behind = words.between(first - 1, first), words.between(last - 1, last)
    inside = words.text[words.ranges[first][0] : words.ranges[last - 1][1]]
    closed = before.endswith(_OPENING) and behind.lstrip(".!").startswith(_CLOSING)
    return closed and not any(sign in inside for sign in _CLOSING)
