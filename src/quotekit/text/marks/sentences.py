"""Whether words in quotation marks are sentences of their own, not a part of the sentence around them."""

from __future__ import annotations

import re
from typing import Final

from quotekit.text.punctuation import BEFORE_CLOSER, BESIDE_MARK

__all__ = ["holds_sentence"]

FEWEST_WORDS: Final = 2
"""Words of a sentence that is told from a name or a title set apart; one word in marks is seldom a sentence
inside another."""

WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def holds_sentence(marked: str) -> bool:
    """Whether *marked*, quotation marks and the words between them, begins and ends as a sentence does.

    It begins with a capital or a figure, ends with punctuation of its own, and is not made of capitalised
    words alone, as names and titles are.
    """
    inner = marked.strip(BESIDE_MARK)
    words = WORD.findall(inner)
    if len(words) < FEWEST_WORDS or inner[-1] not in BEFORE_CLOSER:
        return False
    first = words[0]
    return not first[0].islower() and any(word[0].islower() for word in words[1:])
