"""Whether words sound spoken or speak of whoever says them, and whether they end as an utterance does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.language import every_language
from quotekit.text.punctuation import STOPS
from quotekit.text.sentences import BRACKETS, EMPHASIS, end_in

__all__ = ["is_spoken", "is_utterance_ended", "tells_of_self"]

UTTERANCE_END: Final = end_in(STOPS + "—–", BRACKETS + EMPHASIS)
"""What ends an utterance: a sentence's end, or a dash that breaks it off."""
TAIL: Final = 12
"""Characters at the end of a line in which that is looked for, with what closes behind it; a guess."""
MARKED: Final = re.compile(r"[\"“«][^\"“”«»\n]{0,400}[\"”»]")
"""What stands in quotation marks within a line."""


def is_spoken(words: str) -> bool:
    """Whether *words*, what they quote left out, ask, call, or speak of me and you."""
    bare = MARKED.sub(" ", words)
    if "?" in bare or "!" in bare:
        return True
    return not every_language().speech_pronouns.isdisjoint(words_in_small(bare))


def tells_of_self(words: str) -> bool:
    """Whether *words*, what they quote left out, speak of me or us."""
    return not every_language().own_pronouns.isdisjoint(words_in_small(MARKED.sub(" ", words)))


def words_in_small(words: str) -> Iterator[str]:
    """The words, casefolded, but those in capitals, which are abbreviations (“US”)."""
    tokens = re.findall(r"\w+", words)
    return (word.casefold() for word in tokens if len(word) == 1 or not word.isupper())


def is_utterance_ended(said: str) -> bool:
    """Whether a line ends as an utterance does."""
    return UTTERANCE_END.search(said[-TAIL:]) is not None
