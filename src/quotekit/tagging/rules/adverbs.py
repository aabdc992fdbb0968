"""Evidential adverbs: "reportedly", "allegedly" give a clause to nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.attribution import Attribution
from quotekit.lexicon.loading import load_words
from quotekit.tagging.rules.frames import joined
from quotekit.tagging.rules.reading import Reading
from quotekit.tagging.rules.syntax import is_deep, is_verbal, ranges

__all__ = ["evidential_adverbs"]


def evidential_adverbs(reading: Reading) -> Iterator[Attribution]:
    """One attribution without a source for each clause that an evidential adverb stands in."""
    known = load_words(reading.lang, "evidentials")
    for token in reading.doc:
        if token.lower_ in known and is_verbal(token.head) and not is_deep(token):
            yield Attribution(
                content=ranges(reading.doc, joined(token.head, {token.i}, token)),
                cue=ranges(reading.doc, ((token.i, token.i + 1),)),
            )
