"""What a page or a transcript puts between somebody's words: the turn of a page, a stage direction."""

from __future__ import annotations

import re

from quotekit.language import every_language
from quotekit.verify.denials import denies
from quotekit.verify.words import Words

__all__ = ["is_interlude"]

_LONGEST_TURN = 40
"""Words of a page's foot and the next one's head, at most; chosen by hand."""

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


def _is_staged(words: Words, first: int, last: int) -> bool:
    """Whether words in one pair of brackets tell what is heard or seen beside ("[Applause]")."""
    before, behind = words.between(first - 1, first), words.between(last - 1, last)
    bracketed = before.endswith(_OPENING) and behind.lstrip(".!").startswith(_CLOSING)
    if not bracketed or words.forms[first] not in every_language().staging_words:
        return False
    inside = words.text[words.ranges[first][0] : words.ranges[last - 1][1]]
    return not any(sign in inside for sign in _CLOSING)


def _turns_page(words: Words, first: int, last: int) -> bool:
    """Whether a block of its own breaks a sentence, as the head and foot of a page do, and notes there.

    It opens with a figure or a capital; the item of a list that goes on with its sentence does not. It holds
    the figure of the page or the note, unlike what somebody else says there, and denies nothing.
    """
    before, behind = words.between(first - 1, first), words.between(last - 1, last)
    opening, resumed = words.text[words.ranges[first][0]], words.text[words.ranges[last][0]]
    apart = _NEW_PAGE.search(before) and _NEW_PAGE.search(behind)
    broken = resumed.islower() and _UNENDED.match(before) is not None
    block = words.text[words.ranges[first][0] : words.ranges[last - 1][1]]
    numbered = _FIGURE.search(block) is not None and not denies(words, (first, last))
    return apart is not None and broken and numbered and not opening.islower()
