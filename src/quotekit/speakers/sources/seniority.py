"""The elder and the younger of two who share a surname ("the elder Lund", "Lund senior", "the younger")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_seniority"]

LONGEST = 3
"""Words of such a source at most: an article, the word that tells them apart, the surname."""


def by_seniority(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever is the parent or the child of those whom the text says to be one of these."""
    text, words = work.text, work.reading.vocabulary.function
    names = [text.words[index] for index in source.tokens if text.words[index][:1].isupper()]
    surnames = {name.casefold() for name in names if name.lower() not in words["definite"]}
    told = {text.lower[index] for index in source.tokens}
    if len(source.tokens) > LONGEST or not told & (words["senior"] | words["junior"]):
        return None
    bearers = [one for name in sorted(surnames) for one in work.reading.cast.by_surname(name)]
    if surnames and not bearers:
        return None
    entity = one_of_two(work, bearers, "offspring" if told & words["junior"] else "parent")
    return Answer(entity, "partial" if surnames else "nominal") if entity is not None else None


def one_of_two(work: Progress, bearers: Sequence[Entity], side: str) -> Entity | None:
    """The only person on one *side* of those who are parent and child, the bearers of the surname first."""
    cast, words = work.reading.cast, work.reading.vocabulary.function
    persons = [one for one in cast.entities if one.is_person and one.names]
    these = [one for one in persons if one.nouns & words[side]]
    others = [one for one in persons if one.nouns & words["parent" if side == "offspring" else "offspring"]]
    named = [one for one in these if one in bearers]
    rest = [one for one in bearers if one.is_person and one not in others] if others else []
    for choice in (named, rest, these if side == "offspring" or not bearers else []):
        if choice:
            return choice[0] if len(choice) == 1 else None
    return None
