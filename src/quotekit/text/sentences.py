"""The sentence around a stretch of a text, told by punctuation alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from quotekit.language import language_of, languages
from quotekit.text.ranges import Range

__all__ = ["ends_sentence", "is_shortened", "sentence_around"]

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\sa-zß-öø-ÿа-яα-ω])|[。！？][」』”’]*")
_LAST_WORD = re.compile(r"(?:^|[^\w.])([A-Z](?:\.[A-Z])*|[A-Z][a-z]+)$")
"""A capitalised word, an initial or several, before a full stop."""

_ENDED = re.compile(r"[.!?…][\"'”’»)]*$")
"""The end of a sentence, with the marks and brackets that close behind it. Where a colon ends as much, where
blanks or other marks may follow, or more of the text, is a matter of the place; patterns there say so."""

_LONGEST_SHORT = 12
"""Characters before a full stop that are looked at for one that it shortens."""


def sentence_around(text: str, inside: Range, paragraphs: Sequence[Range]) -> Range:
    """From the start of the sentence in which *inside* begins to the end of that in which it ends.

    Args:
        text: The text.
        inside: The stretch, whose own full stops count only at its end.
        paragraphs: The text's paragraphs, which no sentence goes beyond.
    """
    start, end = inside
    low = _paragraph_at(start, paragraphs)[0]
    high = max(end, _paragraph_at(max(start, end - 1), paragraphs)[1])
    ends = [place for match in _END.finditer(text, low, high) if (place := _sentence_end(text, match))]
    before = max((place for place in ends if place <= start), default=low)
    behind = min((place for place in ends if place >= end), default=high)
    words = text[before:start]
    return before + len(words) - len(words.lstrip()), behind


def _paragraph_at(place: int, paragraphs: Sequence[Range]) -> Range:
    """The paragraph that holds *place*; the place alone where none does."""
    number = bisect_right(paragraphs, (place, place + 1)) - 1
    if number + 1 < len(paragraphs) and paragraphs[number + 1][0] == place:
        number += 1
    found = number >= 0 and paragraphs[number][0] <= place < paragraphs[number][1]
    return paragraphs[number] if found else (place, place)


def _sentence_end(text: str, match: re.Match[str]) -> int:
    """Where the sentence of *match* ends, 0 where its full stop shortens a word."""
    return 0 if match.group() == "." and is_shortened(text, match.start()) else match.end()


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, perhaps in a quotation or in brackets."""
    return _ENDED.search(text) is not None


def is_shortened(text: str, stop: int) -> bool:
    """Whether the word before *stop*, where a full stop stands, is an initial or a title that it shortens."""
    word = _LAST_WORD.search(text, max(0, stop - _LONGEST_SHORT), stop)
    return word is not None and (len(word[1]) == 1 or "." in word[1] or word[1].lower() in _titles())


@cache
def _titles() -> frozenset[str]:
    """What stands before names in any language, such as "dr": shortened, it has a full stop."""
    return frozenset(title for code in languages() for title in language_of(code).titles)
