"""Single marks that may be apostrophes, or the sign of feet and minutes: what that changes of their costs."""

from __future__ import annotations

import re

from quotekit.text.marks.alphabet import clipped_endings, contractions, sibilant_endings
from quotekit.text.ranges import Range

__all__ = ["is_lost_beginning", "read_as_apostrophe"]

_LONGEST_WORD = 12
"""Letters of a word beside an apostrophe that are looked at: more than any word of the tables has."""

_SHORTEST_CLIPPED = 4
"""Letters of the shortest word that an apostrophe for its last one stands behind ("goin'"): "bin" is none."""

_DECADE = re.compile(r"\d\d(?!\d)")
"""A year without its century ("’90s")."""

_WORD = re.compile(rf"[^\W\d_]{{1,{_LONGEST_WORD}}}")

_UNKNOWN_BEGINNING = {"’": 0.3, "´": 1.2, "‘": 2.3, "`": 0.6}
"""What it costs to read a single mark before a word as the apostrophe of a lost beginning that no table
knows; chosen by hand, least for the sign that is typed for it."""

_STRAIGHT_BEGINNING = 1.2
"""What it costs for every other mark; chosen by hand."""

_ALONE = 0.6
"""What it costs to ignore a single mark between two blanks; chosen by hand."""

_MEASURE = 0.2
"""What feet and minutes cost, and what a mark costs more that closes behind a figure; chosen by hand."""

_CLIPPED = 0.3
"""What the apostrophe of a lost end costs, behind a word of the tables; chosen by hand."""

_POSSESSIVE = 0.5
"""What the apostrophe of a possessive costs ("the boss’ car"); chosen by hand."""

_UNKNOWN_END = 1.0
"""What the apostrophe behind any other word costs; chosen by hand."""

_LIKE_APOSTROPHE = 0.3
"""What a mark costs more that closes where an apostrophe is as likely; chosen by hand."""

_BEHIND_WORD = 0.2
"""What a single mark costs more that closes behind any other word; chosen by hand."""

_ENDED = 0.5
"""What an apostrophe costs more before a stop or the paragraph's end, where marks close; chosen by hand."""


def read_as_apostrophe(text: str, mark: Range, left: str, right: str) -> tuple[float, float | None]:
    """What an apostrophe, feet or minutes add to closing, and what ignoring costs, None for as ever.

    Args:
        text: The text.
        mark: Where a single mark stands in it.
        left: The kind of its left neighbour.
        right: That of its right one.
    """
    if right in "WC" and left not in "WC":
        lost = is_lost_beginning(text, mark[1])
        return 0.0, 0.0 if lost else _UNKNOWN_BEGINNING.get(text[slice(*mark)], _STRAIGHT_BEGINNING)
    if left == "W":
        return _read_behind_word(text, mark[0], right)
    return 0.0, _ALONE if left in "BS" and right == "B" else None


def is_lost_beginning(text: str, end: int) -> bool:
    """Whether what begins at *end* is known to have lost its beginning to an apostrophe ("’tis", "’90s")."""
    if _DECADE.match(text, end):
        return True
    word = _WORD.match(text, end)
    if word is None:
        return False
    return word[0] in contractions("lower") or word[0].lower() in contractions("start")


def _read_behind_word(text: str, start: int, right: str) -> tuple[float, float]:
    """What a single mark behind a letter or digit adds to closing, and what ignoring it costs."""
    if text[start - 1].isdecimal():
        return _MEASURE, _MEASURE
    word = _letters_before(text, start)
    hurry = _ENDED if right in "PE" else 0.0
    if word in contractions("end") or _is_clipped(word):
        return _LIKE_APOSTROPHE, _CLIPPED + hurry
    if word.endswith(sibilant_endings()):
        return _LIKE_APOSTROPHE, _POSSESSIVE + hurry
    return _BEHIND_WORD, _UNKNOWN_END + hurry


def _letters_before(text: str, end: int) -> str:
    """The last letters of the word that ends at *end*, in lower case."""
    at = end
    while at > max(0, end - _LONGEST_WORD) and text[at - 1].isalpha():
        at -= 1
    return text[at:end].lower()


def _is_clipped(word: str) -> bool:
    """Whether a word may have lost its last letter to an apostrophe ("goin’")."""
    return word.endswith(clipped_endings()) and len(word) >= _SHORTEST_CLIPPED
