"""Frequent questions: those that readers have, with answers that speak to readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotekit.finders.layouts.labels.labelled_lines import LabelledLines, share_of
from quotekit.language import every_language

__all__ = ["asked_for_readers"]

LETTERS_OF_PAIR: Final = 2
"""Labels of questions and answers alone."""
FEWEST_QUESTIONS: Final = 2
"""Questions of a reader, at least; a guess."""
LONGEST_QUESTION: Final = 14
"""Words of such a question, at most; a guess."""
WORDS_SAID: Final = re.compile(r"\w+")


def asked_for_readers(lines: LabelledLines) -> float:
    """The share of questions behind a letter that a reader has ("How do I pay?"), if no answer says "I".

    A third of them would do.
    """
    words = every_language().function_words
    asking = {letter.casefold() for letter in words.question_letter}
    asked, answers = list[bool](), list[bool]()
    for label, line in zip(lines.labels, lines.said, strict=True):
        said = WORDS_SAID.findall(line)
        own = not words.narrating.isdisjoint(said)
        asked.append(own and is_for_readers(said)) if label in asking else answers.append(own)
    lettered = len(lines.counted) == LETTERS_OF_PAIR and not any(answers)
    return min(1.0, 3 * share_of(asked)) if lettered and sum(asked) >= FEWEST_QUESTIONS else 0.0


def is_for_readers(said: Sequence[str]) -> bool:
    """Whether words that ask with "I" call nobody "you", and are no letter, which is longer."""
    known = every_language()
    called = known.speech_pronouns - known.own_pronouns
    return len(said) <= LONGEST_QUESTION and called.isdisjoint(map(str.casefold, said))
