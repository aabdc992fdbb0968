"""The words of a source, with the names inside them, as they are taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["BREAKS", "Phrase"]

BREAKS = frozenset({",", "(", "[", ";", ":", "–", "—", "--", "―"})
"""Marks that part a source from what is added to it."""


@frozen(eq=False)
class Phrase:
    """The words of a source: where they stand, and the names inside them."""

    text: Discourse
    tokens: range
    names: Sequence[Mention]
    vocabulary: Vocabulary

    def is_(self, index: int, *kinds: str) -> bool:
        """Whether the token at *index* is a little word of one of these kinds."""
        word = self.text.lower[index]
        return any(word in self.vocabulary.function[kind] for kind in kinds)
