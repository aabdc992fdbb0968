"""Whether words sound spoken, and whether they end as an utterance does."""

from __future__ import annotations

import re
from typing import Final

from quotekit.language import every_language
from quotekit.text.punctuation import STOPS
from quotekit.text.sentences import BRACKETS, EMPHASIS, end_in

__all__ = ["is_spoken", "is_utterance_ended"]

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
    persons = every_language().speech_pronouns
    tokens = [word for word in re.findall(r"\w+", bare) if len(word) == 1 or not word.isupper()]
    return not persons.isdisjoint(map(str.casefold, tokens))


def is_utterance_ended(said: str) -> bool:
    """Whether a line ends as an utterance does."""
    return UTTERANCE_END.search(said[-TAIL:]) is not None
