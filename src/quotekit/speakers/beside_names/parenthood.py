"""How many children somebody has, in front of a name: "mother-of-two Ada Lund"."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse

__all__ = ["CHILDREN_TOKENS", "counts_own_children"]

CHILDREN_TOKENS: Final = 5
"""Tokens of "mother-of-two"."""


def counts_own_children(text: Discourse, index: int, language: Language) -> bool:
    """Whether a noun for a parent at *index* is joined to how many children that one has."""
    joints = (text.word_at(index + 1), text.word_at(index + 3))
    if index < 0 or joints != ("-", "-"):
        return False
    is_counted = text.lower_at(index + 2) in language.function_words.belonging
    return is_counted and text.lower[index] in language.relatives
