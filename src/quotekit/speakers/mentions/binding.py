"""Whom the object of a verb cannot mean: whoever does what the verb says ("Lund asked him")."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.scheme import SUBJECTS

__all__ = ["acts_on"]

UNDERGOING: Final = frozenset({"dobj", "dative"})
"""Relations of whom something is done or told to."""


def acts_on(text: Discourse, actor: int, mention: Mention, language: Language) -> bool:
    """Whether a word at *actor* is of the subject whose verb has *mention*, no "himself", as its object."""
    if text.deps[mention.head] not in UNDERGOING:
        return False
    subject = actor if text.deps[actor] in SUBJECTS else text.heads[actor]
    is_same = text.deps[subject] in SUBJECTS and text.heads[subject] == text.heads[mention.head]
    return is_same and text.lower[mention.head] not in language.function_words.reflexive
