"""Words that were quoted before: what repeats them is a picture of a quotation, not a second one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range

__all__ = ["is_pull_quote", "is_said_elsewhere", "phrases_in"]

FEWEST_WORDS: Final = 4
"""Words of a pull quote; what is shorter may well be said twice."""

PAUSE: Final = re.compile(r"[.,;:!?…—–]")


def is_said_elsewhere(item: Finding, said: Container[str], text: str) -> bool:
    """Whether every phrase of *item* is one of those *said*."""
    return all(phrase in said for span in item.content for phrase in phrases_in(text, span))


def is_pull_quote(mark: MarkedSpan, said: Container[str], paragraph: Range, text: str) -> bool:
    """Whether a quotation that is a *paragraph* of its own repeats what was *said* elsewhere, or a part."""
    alone = (mark.start, mark.end) == paragraph and len(mark.text.split()) >= FEWEST_WORDS
    return alone and all(phrase in said for phrase in phrases_in(text, paragraph))


def phrases_in(text: str, span: Range) -> Iterator[str]:
    """The letters and digits of a stretch of *text* between its pauses, in lower case."""
    for phrase in PAUSE.split(text[slice(*span)]):
        letters = "".join(filter(str.isalnum, phrase)).casefold()
        if letters:
            yield letters
