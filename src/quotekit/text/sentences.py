"""Sentences told by punctuation alone: where they end, and which one is around a stretch of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from quotekit.language import every_language
from quotekit.text.punctuation import CLOSERS, STOPS
from quotekit.text.ranges import Range

__all__ = [
    "BRACKETS",
    "EMPHASIS",
    "end_in",
    "ending_stops",
    "ends_line",
    "ends_question",
    "ends_sentence",
    "holds_sentence_end",
    "is_shortened",
    "sentence_around",
]

_CLOSING: Final = rf"\s{re.escape(CLOSERS)}"
"""What may stand behind a stop that ends a sentence anywhere: marks and blanks."""
BRACKETS: Final = ")]"
"""What closes behind a sentence at the end of a line; within one the sentence around the brackets goes on."""
EMPHASIS: Final = "*_"
"""Signs of Markdown, which close at the end of a line; within one they open words ("he wrote. _No_")."""
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+(?P<next>\S))|[。！？][」』”’]*")
"""Stops before what may be the next sentence; a run of them is one."""
_END_WITHIN = re.compile(rf"[{STOPS}][)\]{re.escape(CLOSERS)}]*\s|\n\s*\n")
_LAST_WORD = re.compile(r"(?:^|[^\w.])([^\W\d_](?:\.[^\W\d_])*|[^\W\d_]+)$")
"""A word, an initial or several, before a full stop."""

_LONGEST_SHORT = 12
"""Characters before a full stop that are looked at for one that it shortens."""


def end_in(signs: str, closing: str = "") -> re.Pattern[str]:
    """Matches the end of a text in one of *signs*, with what closes behind it, also signs of *closing*."""
    return re.compile(rf"[{re.escape(signs)}][{_CLOSING}{re.escape(closing)}]*\Z")


_ENDED: Final = end_in(STOPS)
_LINE_ENDED: Final = end_in(STOPS, BRACKETS)
_ASKED: Final = end_in("?", BRACKETS + EMPHASIS)


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as a sentence does, perhaps in a quotation."""
    return _ENDED.search(text) is not None


def ends_line(text: str) -> bool:
    """Whether a line ends as a sentence does, perhaps in a quotation or in brackets."""
    return _LINE_ENDED.search(text) is not None


def ends_question(text: str) -> bool:
    """Whether *text* ends as a question does."""
    return _ASKED.search(text) is not None


def holds_sentence_end(text: str) -> bool:
    """Whether a sentence ends in *text*, which has more behind it, or a paragraph does.

    A full stop that shortens a title or a name ends none.
    """
    return any(not is_shortened(text, match.start()) for match in _END_WITHIN.finditer(text))


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
    ends = [match.end() for match in ending_stops(text, low, high)]
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


def ending_stops(text: str, low: int = 0, high: int | None = None) -> Iterator[re.Match[str]]:
    """The stops that end a sentence of *text*, with what closes behind them.

    None shortens a word, and none stands before a small letter, which begins no sentence.
    """
    for match in _END.finditer(text, low, len(text) if high is None else high):
        goes_on = (match["next"] or "").islower()
        if not goes_on and (match.group() != "." or not is_shortened(text, match.start())):
            yield match


def is_shortened(text: str, stop: int) -> bool:
    """Whether a full stop stands at *stop* that shortens the word before it, an initial or a title."""
    if not text.startswith(".", stop):
        return False
    word = _LAST_WORD.search(text, max(0, stop - _LONGEST_SHORT), stop)
    if word is None or not word[1][0].isupper():
        return False
    initials = word[1].replace(".", "")
    is_initial = initials.isupper() and (len(initials) == 1 or "." in word[1])
    return is_initial or (not word[1].isupper() and every_language().is_title(word[1]))
