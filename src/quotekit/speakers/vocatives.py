"""Whom a quotation's own words address ("Come here, Ada.")."""

from __future__ import annotations

from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mentions import Mention
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["is_vocative"]

OPENERS = frozenset({",", '"', "“", "‘", "'", "``", "—", "--", "–", "(", "!", "?", ".", ";", ":", "-"})
CLOSERS = frozenset(
    {",", '"', "”", "’", "'", "''", "—", "--", "–", ")", "!", "?", ".", ";", ":", "-", "...", "…"}
)


def is_vocative(text: Discourse, mention: Mention, within: range, vocabulary: Vocabulary) -> bool:
    """Whether a name inside the quotation *within* stands between pauses, as a call does."""
    before, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    opened = (
        before < within.start
        or text.words[before] in OPENERS
        or text.lower[before] in vocabulary.function["endearment"]
    )
    closed = after >= within.stop or text.words[after] in CLOSERS
    return opened and closed
