"""Evidential adverbs: "reportedly", "allegedly" give a clause to nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.finders.finding import Attribution
from quotekit.finders.rules.frames import joined
from quotekit.finders.rules.reading import Reading
from quotekit.language import language_of
from quotekit.parse.grammar import is_deep, is_verbal, ranges

__all__ = ["evidential_adverbs"]


def evidential_adverbs(reading: Reading) -> Iterator[Attribution]:
    """One attribution without a source for each clause that an evidential adverb stands in."""
    known = language_of(reading.lang).evidentials
    for token in reading.doc:
        if token.lower_ in known and is_verbal(token.head) and not is_deep(token):
            yield Attribution(
                content=ranges(reading.doc, joined(token.head, {token.i}, token)),
                cue=ranges(reading.doc, ((token.i, token.i + 1),)),
            )
