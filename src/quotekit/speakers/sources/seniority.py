"""The elder and the younger of two who share a surname ("the elder Lund", "Lund senior", "the younger")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_seniority"]

SENIORITY_WORDS = 3
"""Words of such a source at most: an article, the word that tells them apart, the surname."""


def by_seniority(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever is the parent or the child of those whom the text says to be one of these."""
    text, words = work.text, work.reading.language.function_words
    names = [text.words[index] for index in source.tokens if text.words[index][:1].isupper()]
    surnames = {name.casefold() for name in names if name.lower() not in words.definite}
    told = {text.lower[index] for index in source.tokens}
    if len(source.tokens) > SENIORITY_WORDS or not told & (words.senior | words.junior):
        return None
    bearers = [one for name in sorted(surnames) for one in work.reading.cast.by_surname(name)]
    if surnames and not bearers:
        return None
    entity = one_of_two(work, bearers, is_younger=not told.isdisjoint(words.junior))
    return Answer(entity, "partial" if surnames else "nominal") if entity is not None else None


def one_of_two(work: Progress, bearers: Sequence[Entity], *, is_younger: bool) -> Entity | None:
    """The only child, or the only parent, of those who are either, the bearers of the surname first."""
    cast, words = work.reading.cast, work.reading.language.function_words
    own, opposite = (words.offspring, words.parent) if is_younger else (words.parent, words.offspring)
    persons = [one for one in cast.entities if one.is_person and one.names]
    these = [one for one in persons if one.nouns & own]
    others = [one for one in persons if one.nouns & opposite]
    named = [one for one in these if one in bearers]
    rest = [one for one in bearers if one.is_person and one not in others] if others else []
    for choice in (named, rest, these if is_younger or not bearers else []):
        if choice:
            return choice[0] if len(choice) == 1 else None
    return None
